using Plumbline.Networks.Chance;
using Plumbline.Networks.Measures;

namespace Plumbline.Networks.Layouts;

/// <summary>Places a part so that distances on the sheet are like those along the ties: to neighbours, to some two steps away, and to pivots who stand for those around them.</summary>
/// <remarks>
/// Each vertex in turn goes where its own share of the stress is least, as if the others stood still (Gansner, Koren and North, "Graph drawing by stress majorization",
/// 2004); the pivots after Ortmann, Klimenta and Brandes, "A sparse stress model", Graph Drawing 2016. With every vertex a pivot it is the full model, and stress never rises.
/// </remarks>
internal sealed class SparseStress
{
    private const int AllUpTo = 2000;
    private const int UsualPivots = 100;
    private const int Sampled = 6;
    private const int Four = 4;
    internal const double Enough = 0.002;

    private readonly Part part;
    private readonly Pivots pivots;
    private readonly LayoutRequest request;
    private readonly double[] beforeX;
    private readonly double[] beforeY;
    private readonly int[] twoSteps;
    private readonly double[] pivotX;
    private readonly double[] pivotY;
    private readonly int[] pivotOf;
    private readonly float[] wanted;
    private readonly float[] weights;

    public SparseStress(Part part, LayoutRequest request, CancellationToken ct)
    {
        (this.part, this.request) = (part, request);
        pivots = Pivots.Of(part, request.Pivots ?? (part.Count <= AllUpTo ? AllUpTo : UsualPivots), request.Seed, ct);
        Start.Place(part, pivots, request);
        (beforeX, beforeY) = ((double[])part.X.Clone(), (double[])part.Y.Clone());
        twoSteps = pivots.Chosen.Length == part.Count ? [] : TwoSteps();
        (pivotX, pivotY, pivotOf) = (new double[pivots.Chosen.Length], new double[pivots.Chosen.Length], new int[part.Count]);
        Array.Fill(pivotOf, -1);
        (wanted, weights) = (new float[pivots.Far.Length], new float[pivots.Far.Length]);
        for (var at = 0; at < wanted.Length; at++)
        {
            // Neighbours pull as such.
            var ties = pivots.Far[at];
            (wanted[at], weights[at]) = (ties * request.Length, ties > 1 ? pivots.Stands[at] / (ties * ties) : 0);
        }
        for (var at = 0; at < pivotX.Length; at++)
        {
            var pivot = pivots.Chosen[at];
            (pivotX[at], pivotY[at], pivotOf[pivot]) = (part.X[pivot], part.Y[pivot], at);
        }
    }

    public static (int Rounds, bool Settled) Place(Part part, LayoutRequest request, Effort effort, CancellationToken ct)
    {
        var run = new SparseStress(part, request, ct);
        if (run.IsSparse) return AveragedStress.Place(part, run, request, effort, ct);
        for (var round = 1; round <= request.MostRounds; round++)
        {
            ct.ThrowIfCancellationRequested();
            if (run.Round() < Enough * request.Length) return (round, true);
            effort.Progress?.Report((double)round / request.MostRounds);
        }
        return (request.MostRounds, false);
    }

    /// <summary>Whether nobody said how many pivots, and there are fewer than vertices.</summary>
    private bool IsSparse => request.Pivots is null && pivots.Chosen.Length < part.Count;

    /// <summary>Moves every free vertex once.</summary>
    /// <returns>How far they moved in the mean.</returns>
    public double Round()
    {
        var (moved, free) = (0.0, 0);
        for (var one = 0; one < part.Count; one++)
        {
            if (part.IsFixed[one]) continue;
            var (x, y) = Wanted(one);
            moved += Math.Sqrt(((x - part.X[one]) * (x - part.X[one])) + ((y - part.Y[one]) * (y - part.Y[one])));
            free++;
            (part.X[one], part.Y[one]) = (x, y);
            if (pivotOf[one] is >= 0 and var at) (pivotX[at], pivotY[at]) = (x, y);
        }
        return free == 0 ? 0 : moved / free;
    }

    /// <summary>What neighbours pull.</summary>
    public Pull Near(int one)
    {
        var pull = new Pull(one, part.X[one], part.Y[one]);
        foreach (var other in part.Neighbours(one)) pull.To(other, part.X[other], part.Y[other], request.Length, 1);
        return pull;
    }

    /// <summary>Where all that pulls wants a vertex, held as the request says.</summary>
    public (double X, double Y) Held(int one, ref Pull pull)
    {
        if (request.Stay > 0) pull.Hold(beforeX[one], beforeY[one], request.Stay / (1 - request.Stay));
        return pull.Rest();
    }

    private (double X, double Y) Wanted(int one)
    {
        double length = request.Length;
        var pull = Near(one);
        for (var at = one * Sampled; at < (one + 1) * Sampled && at < twoSteps.Length; at++)
            if (twoSteps[at] is >= 0 and var other) pull.To(other, part.X[other], part.Y[other], 2 * length, 0.25);
        var k = pivotX.Length;
        var four = 0;
        for (; four + Four <= k; four += Four)
            if (!pull.ToFour(pivotX, pivotY, wanted, weights, (one * k) + four, four)) One(four, four + Four, ref pull);
        One(four, k, ref pull);
        return Held(one, ref pull);

        void One(int from, int to, ref Pull pull)
        {
            for (var at = from; at < to; at++)
                if (weights[(one * k) + at] is > 0 and var weight) pull.To(pivots.Chosen[at], pivotX[at], pivotY[at], wanted[(one * k) + at], weight);
        }
    }

    /// <summary>For each vertex a few that share a neighbour with it and no tie: pivots see leaves of one hub as one point.</summary>
    private int[] TwoSteps()
    {
        var sampled = new int[part.Count * Sampled];
        Array.Fill(sampled, -1);
        for (var one = 0; one < part.Count; one++)
        {
            var chance = SeededChance.Of(request.Seed, (ulong)one + 2);
            var near = part.Neighbours(one);
            for (var at = 0; at < Sampled; at++)
            {
                var onward = part.Neighbours(near[chance.Below(near.Length)]);
                var other = onward[chance.Below(onward.Length)];
                if (other != one && near.BinarySearch(other) < 0) sampled[(one * Sampled) + at] = other;
            }
        }
        return sampled;
    }
}
