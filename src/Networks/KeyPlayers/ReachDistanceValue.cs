using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.KeyPlayers;

/// <summary>Distance-weighted reach: the mean, over those outside a set, of 1 / distance from the nearest of it along the ties' direction; 0 for whom it does not reach.</summary>
internal sealed class ReachDistanceValue : ISetValue
{
    private readonly float[] near;   // 1/distance, by source and target; whole fractions of small numbers, so floats keep them apart
    private readonly double[] best;
    private readonly int n;

    public ReachDistanceValue(GraphSnapshot graph, CancellationToken ct)
    {
        n = graph.VertexCount;
        near = new float[checked(n * n)];
        best = new double[n];
        var (steps, queue) = (new int[n], new int[n]);
        for (var source = 0; source < n; source++)
        {
            ct.ThrowIfCancellationRequested();
            Array.Fill(steps, -1);
            (steps[source], queue[0]) = (0, source);
            var reached = 1;
            for (var next = 0; next < reached; next++)
                foreach (var other in graph.Out(queue[next]))
                {
                    if (steps[other] >= 0) continue;
                    steps[other] = steps[queue[next]] + 1;
                    queue[reached++] = other;
                }
            for (var target = 0; target < n; target++) near[(source * n) + target] = steps[target] switch { < 0 => 0, 0 => 1, var distance => 1f / distance };
        }
    }

    public long Cost(int k) => (long)n * (k + 1);

    public double Of(ReadOnlySpan<int> set) => n == set.Length ? 0 : (Sum(set) - set.Length) / (n - set.Length);

    /// <summary>Diminishing returns, as of reach.</summary>
    public double Bound(int k, ReadOnlySpan<int> allowed, ReadOnlySpan<int> met)
    {
        var whole = Sum(met);
        var adds = new double[allowed.Length];
        for (var at = 0; at < adds.Length; at++)
            for (var target = 0; target < n; target++) adds[at] += Math.Max(0, Exact(near[(allowed[at] * n) + target]) - best[target]);
        Array.Sort(adds);
        for (var at = 1; at <= Math.Min(k, adds.Length); at++) whole += adds[^at];
        return n == k ? 0 : Math.Min(1, (whole - k) / (n - k));
    }

    // 1 / distance again, to the last digit of a double.
    private static double Exact(float share) => share == 0 ? 0 : 1 / Math.Round(1.0 / share);

    private double Sum(ReadOnlySpan<int> set)
    {
        Array.Clear(best);
        foreach (var vertex in set)
        {
            var row = near.AsSpan(vertex * n, n);
            for (var target = 0; target < n; target++) best[target] = Math.Max(best[target], row[target]);
        }
        var sum = 0.0;
        for (var target = 0; target < n; target++)
        {
            best[target] = Exact((float)best[target]);
            sum += best[target];
        }
        return sum;
    }
}
