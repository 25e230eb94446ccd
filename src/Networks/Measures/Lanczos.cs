namespace Plumbline.Networks.Measures;

/// <summary>The greatest eigenvalue of a symmetric operator that has no negative entries, and its vector.</summary>
internal static class Lanczos
{
    private const int Steps = 40;
    private const int Restarts = 500;
    private const double Enough = 1e-13;

    /// <summary>Krylov spaces of 40 dimensions, fully orthogonalised, each begun with the best vector of the one before.</summary>
    /// <param name="start">Where to begin; not orthogonal to what is looked for. It becomes the vector, of length 1.</param>
    /// <param name="apply">Writes the operator's image of its first argument into its second.</param>
    /// <returns>The eigenvalue; 0 where the operator is zero.</returns>
    /// <remarks>Stops when the residual is 1e-13 of the eigenvalue. Lanczos 1950; Saad, "Numerical Methods for Large Eigenvalue Problems", 2011, chapter 6.</remarks>
    public static double Greatest(double[] start, Action<double[], double[]> apply, CancellationToken ct)
    {
        var n = start.Length;
        var steps = Math.Min(Steps, n);
        var basis = new double[steps + 1][];
        for (var at = 0; at < basis.Length; at++) basis[at] = new double[n];
        var (diagonal, beside) = (new double[steps], new double[steps]);
        var value = 0.0;
        for (var restart = 0; restart < Restarts; restart++)
        {
            Scale(start, 1 / Math.Sqrt(Dot(start, start)));
            start.CopyTo(basis[0], 0);
            var built = 0;
            for (; built < steps; built++)
            {
                ct.ThrowIfCancellationRequested();
                var next = basis[built + 1];
                apply(basis[built], next);
                diagonal[built] = Dot(basis[built], next);
                // Twice: what rounding leaves after the first time, the second takes away.
                for (var pass = 0; pass < 2; pass++)
                    for (var at = 0; at <= built; at++) Add(next, basis[at], -Dot(basis[at], next));
                beside[built] = Math.Sqrt(Dot(next, next));
                if (beside[built] <= Enough * Math.Max(1, Math.Abs(diagonal[0]))) break;
                Scale(next, 1 / beside[built]);
            }
            var size = Math.Min(built + 1, steps);
            var (best, mix) = Tridiagonal.Greatest(diagonal.AsSpan(0, size), beside.AsSpan(0, size - 1));
            value = best;
            Array.Clear(start);
            for (var at = 0; at < size; at++) Add(start, basis[at], mix[at]);
            if (built < steps || beside[size - 1] * Math.Abs(mix[size - 1]) <= Enough * Math.Abs(value)) break;
        }
        return value;
    }

    private static double Dot(double[] a, double[] b)
    {
        // Four sums by turns: the same order on every machine, and no chain that waits for itself.
        var (w, x, y, z) = (0.0, 0.0, 0.0, 0.0);
        var at = 0;
        for (; at + 3 < a.Length; at += 4) (w, x, y, z) = (w + (a[at] * b[at]), x + (a[at + 1] * b[at + 1]), y + (a[at + 2] * b[at + 2]), z + (a[at + 3] * b[at + 3]));
        for (; at < a.Length; at++) w += a[at] * b[at];
        return w + x + (y + z);
    }

    private static void Add(double[] to, double[] what, double times)
    {
        for (var at = 0; at < to.Length; at++) to[at] += times * what[at];
    }

    private static void Scale(double[] what, double times)
    {
        for (var at = 0; at < what.Length; at++) what[at] *= times;
    }
}
