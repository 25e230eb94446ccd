using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures.Brandes;

namespace Plumbline.Networks.Measures;

/// <summary>Betweenness where a strong tie is a short one: the length of a tie is 1 / weight.</summary>
public static class WeightedBetweenness
{
    private const int MostChunks = 32;

    /// <summary>Exact betweenness of the vertices along ties of length 1 / weight.</summary>
    /// <param name="graph">With weights; a tie of weight 0 is infinitely long, so no path takes it. Need not be connected.</param>
    /// <returns>n numbers by vertex inside, not normalised; unordered pairs where undirected.</returns>
    /// <exception cref="ArgumentException">The graph has no weights.</exception>
    /// <exception cref="OverflowException">A pair has more shortest paths than a double can count.</exception>
    /// <exception cref="OperationCanceledException">Checked once a source.</exception>
    /// <remarks>
    /// O(n (m + n log n)); 40 n bytes a thread and 8 n for each of up to 32 sums. Two lengths count as equal where they differ by less than 1e-10 of themselves, so
    /// that three ties of weight 3 are as long as one of weight 1. Brandes 2001, section 4.
    /// </remarks>
    public static double[] Of(GraphSnapshot graph, Effort effort, CancellationToken ct)
    {
        Weighing.Check(graph, weighted: true);
        var n = graph.VertexCount;
        var chunks = (int)Math.Min(n, Math.Clamp((1L << 28) / Math.Max(1, 8L * n), 4, MostChunks));
        var sums = new double[chunks][];
        Chunks.Run(chunks, effort, () => new BrandesByLength(graph), (walk, chunk) =>
        {
            sums[chunk] = new double[n];
            for (var source = chunk; source < n; source += chunks)
            {
                ct.ThrowIfCancellationRequested();
                walk.Add(source, sums[chunk]);
            }
        }, ct);
        var all = new double[n];
        foreach (var sum in sums)
            for (var vertex = 0; vertex < n; vertex++) all[vertex] += sum[vertex];
        // Undirected, each pair was walked from both its ends.
        for (var vertex = 0; vertex < n && !graph.IsDirected; vertex++) all[vertex] /= 2;
        return all;
    }
}
