using System.Runtime.Intrinsics;
using Plumbline.Networks.Chance;

namespace Plumbline.Networks.Layouts;

/// <summary>All that pulls at one vertex, summed up.</summary>
/// <param name="one">Its number.</param>
/// <param name="x">Where it stands.</param>
/// <param name="y">Where it stands.</param>
internal struct Pull(int one, double x, double y)
{
    private double sumX;
    private double sumY;
    private double sum;

    public void To(int other, double otherX, double otherY, double wanted, double weight)
    {
        var (dx, dy) = (x - otherX, y - otherY);
        var apart = Math.Sqrt((dx * dx) + (dy * dy));
        if (apart < 1e-9) (dx, dy, apart) = Aside(one, other);
        var reach = wanted / apart;
        sumX += weight * (otherX + (reach * dx));
        sumY += weight * (otherY + (reach * dy));
        sum += weight;
    }

    /// <summary>Four pivots at once; false, and nothing done, where it stands on one of them.</summary>
    public bool ToFour(double[] pivotX, double[] pivotY, float[] wanted, float[] weights, int at, int pivot)
    {
        Vector256<double> otherX = Vector256.LoadUnsafe(ref pivotX[pivot]), otherY = Vector256.LoadUnsafe(ref pivotY[pivot]);
        var (dx, dy) = (Vector256.Create(x) - otherX, Vector256.Create(y) - otherY);
        var apart = Vector256.Sqrt((dx * dx) + (dy * dy));
        if (Vector256.LessThanAny(apart, Vector256.Create(1e-9))) return false;
        var reach = Wide(wanted, at) / apart;
        var weight = Wide(weights, at);
        sumX += Vector256.Sum(weight * (otherX + (reach * dx)));
        sumY += Vector256.Sum(weight * (otherY + (reach * dy)));
        sum += Vector256.Sum(weight);
        return true;
    }

    private static Vector256<double> Wide(float[] values, int at)
    {
        var (lower, upper) = Vector128.Widen(Vector128.LoadUnsafe(ref values[at]));
        return Vector256.Create(lower, upper);
    }

    /// <summary>Adds what was summed up elsewhere.</summary>
    public void Add(double otherX, double otherY, double weight) => (sumX, sumY, sum) = (sumX + otherX, sumY + otherY, sum + weight);

    /// <summary>Moves an average of such sums by a share towards this one.</summary>
    public readonly void Into(ref double x, ref double y, ref double weight, double share) =>
        (x, y, weight) = (x + (share * (sumX - x)), y + (share * (sumY - y)), weight + (share * (sum - weight)));

    public void Hold(double heldX, double heldY, double share)
    {
        var weight = share * sum;
        (sumX, sumY, sum) = (sumX + (weight * heldX), sumY + (weight * heldY), sum + weight);
    }

    public readonly (double X, double Y) Rest() => sum > 0 ? (sumX / sum, sumY / sum) : (x, y);

    /// <summary>A direction of their own for two that stand on one point; opposite for the other.</summary>
    internal static (double X, double Y, double Length) Aside(int one, int other)
    {
        var turn = SeededChance.Unit(SeededChance.At(7, (ulong)Math.Min(one, other), (ulong)Math.Max(one, other))) * Math.PI;
        var side = one < other ? 1 : -1;
        return (side * Math.Cos(turn), side * Math.Sin(turn), 1);
    }
}
