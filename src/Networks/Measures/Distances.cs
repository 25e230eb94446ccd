using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures;

/// <summary>How near each vertex is to the others that it reaches, counted in ties along the shortest paths.</summary>
/// <param name="Sums">By vertex inside, the sum of its distances to all that it reaches.</param>
/// <param name="Reached">By vertex inside, how many others it reaches.</param>
/// <param name="Harmonic">By vertex inside, the sum of 1 / distance to all others, 0 for those it does not reach; 0 to n - 1.</param>
/// <param name="Diameter">The longest shortest path; 0 where there is no tie.</param>
public sealed record Distances(long[] Sums, int[] Reached, double[] Harmonic, int Diameter)
{
    private const int MostChunks = 32;

    /// <summary>Average length of the shortest paths between vertices that have one; NaN where none have.</summary>
    public double AveragePath
    {
        get
        {
            var (sum, pairs) = (0.0, 0.0);
            for (var vertex = 0; vertex < Sums.Length; vertex++) (sum, pairs) = (sum + Sums[vertex], pairs + Reached[vertex]);
            return pairs == 0 ? double.NaN : sum / pairs;
        }
    }

    /// <summary>Closeness inside what a vertex reaches: how many others it reaches divided by the sum of its distances to them, in (0, 1].</summary>
    /// <returns>By vertex inside; NaN where it reaches nobody.</returns>
    /// <remarks>Values of components of different size cannot be compared; <see cref="Harmonic"/> can. Freeman, "Centrality in social networks", Social Networks 1(3), 1978.</remarks>
    public double[] Closeness()
    {
        var values = new double[Sums.Length];
        for (var vertex = 0; vertex < values.Length; vertex++) values[vertex] = Sums[vertex] == 0 ? double.NaN : (double)Reached[vertex] / Sums[vertex];
        return values;
    }

    /// <summary>Walks in breadth towards 256 vertices at a time, a bit for each.</summary>
    /// <param name="graph">Directed ones are walked along their ties; need not be connected.</param>
    /// <param name="ct">Checked once a level.</param>
    /// <remarks>O(n m / 256 * levels) operations at most; about 110 n bytes a thread and 20 n for each of up to 32 sums. Then et al., "The more the merrier: efficient multi-source graph traversal", PVLDB 8(4), 2014.</remarks>
    public static Distances Of(GraphSnapshot graph, Effort effort, CancellationToken ct)
    {
        var n = graph.VertexCount;
        var order = new ByComponent(WeakComponents.Of(graph, effort with { Progress = null }, ct));
        var batches = (n + ManyWalks.Width - 1) / ManyWalks.Width;
        var chunks = (int)Math.Min(batches, Math.Clamp((1L << 28) / Math.Max(1, 20L * n), 4, MostChunks));
        var parts = new DistanceSums[chunks];
        Chunks.Run(chunks, effort, () => new ManyWalks(graph, order), (walks, chunk) =>
        {
            parts[chunk] = new(n);
            for (var batch = chunk; batch < batches; batch += chunks) walks.Add(batch * ManyWalks.Width, Math.Min(n, (batch + 1) * ManyWalks.Width), parts[chunk], ct);
        }, ct);
        var whole = new DistanceSums(n);
        foreach (var part in parts) whole.Add(part);
        return new(whole.Sums, whole.Reached, whole.Harmonic, whole.Longest);
    }
}
