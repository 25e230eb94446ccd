namespace Plumbline.Networks.Measures;

/// <summary>The greatest eigenvalue of a small symmetric tridiagonal matrix and its vector, by bisection and inverse iteration.</summary>
internal static class Tridiagonal
{
    private const int Halvings = 120;
    private const int Turns = 3;

    /// <returns>The value, and the vector of length 1.</returns>
    public static (double Value, double[] Vector) Greatest(ReadOnlySpan<double> diagonal, ReadOnlySpan<double> beside)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var at = 0; at < diagonal.Length; at++)
        {
            var radius = (at > 0 ? Math.Abs(beside[at - 1]) : 0) + (at < beside.Length ? Math.Abs(beside[at]) : 0);
            (low, high) = (Math.Min(low, diagonal[at] - radius), Math.Max(high, diagonal[at] + radius));
        }
        var span = Math.Max(high - low, double.Epsilon);
        for (var turn = 0; turn < Halvings && high > low; turn++)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high) break;
            if (AllBelow(middle, diagonal, beside)) high = middle;
            else low = middle;
        }
        // A little above the greatest, all pivots are negative and elimination needs no exchange of rows.
        return (high, Inverse(high + (span * 1e-15) + double.Epsilon, diagonal, beside));
    }

    private static bool AllBelow(double value, ReadOnlySpan<double> diagonal, ReadOnlySpan<double> beside)
    {
        var pivot = diagonal[0] - value;
        for (var at = 1; at < diagonal.Length && pivot < 0; at++) pivot = diagonal[at] - value - (beside[at - 1] * beside[at - 1] / pivot);
        return pivot < 0;
    }

    private static double[] Inverse(double shift, ReadOnlySpan<double> diagonal, ReadOnlySpan<double> beside)
    {
        var n = diagonal.Length;
        var (vector, pivots) = (new double[n], new double[n]);
        Array.Fill(vector, 1);
        for (var at = 0; at < n; at++)
        {
            pivots[at] = diagonal[at] - shift - (at > 0 ? beside[at - 1] * beside[at - 1] / pivots[at - 1] : 0);
            if (pivots[at] > -1e-300) pivots[at] = -1e-300;
        }
        for (var turn = 0; turn < Turns; turn++)
        {
            for (var at = 1; at < n; at++) vector[at] -= beside[at - 1] / pivots[at - 1] * vector[at - 1];
            vector[n - 1] /= pivots[n - 1];
            for (var at = n - 2; at >= 0; at--) vector[at] = (vector[at] - (beside[at] * vector[at + 1])) / pivots[at];
            var most = 0.0;
            foreach (var one in vector) most = Math.Max(most, Math.Abs(one));
            var length = 0.0;
            foreach (var one in vector) length += one / most * (one / most);
            for (var at = 0; at < n; at++) vector[at] = vector[at] / most / Math.Sqrt(length);
        }
        return vector;
    }
}
