using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures;

/// <summary>The equations of PageRank of a directed graph in what each vertex hands along one tie (its share divided by its degree), and the rounds that solve them.</summary>
internal sealed class RankSystem
{
    private const int Blocks = 8;
    private const int ChunksInBlock = 16;

    private readonly GraphSnapshot graph;
    private readonly bool weighted;
    private readonly double damping;
    private readonly double anew;
    private readonly Effort effort;
    private readonly int[] cuts;
    private readonly double[] handed;
    private readonly double[] next;
    private readonly double[] leads;
    private readonly double[] over;
    private readonly double[] changes;

    public RankSystem(GraphSnapshot graph, bool weighted, double damping, Effort effort)
    {
        (this.graph, this.weighted, this.damping, this.effort) = (graph, weighted, damping, effort);
        var n = graph.VertexCount;
        anew = (1 - damping) / n;
        (handed, next, leads, over) = (new double[n], new double[n], new double[n], new double[n]);
        for (var vertex = 0; vertex < n; vertex++)
        {
            leads[vertex] = weighted ? Weighing.Out(graph, vertex) : graph.Out(vertex).Length;
            over[vertex] = leads[vertex] > 0 ? 1 / leads[vertex] : 0;
            handed[vertex] = anew * over[vertex];
        }
        cuts = Chunks.ByArcs(InOffsets(), Blocks * ChunksInBlock);
        changes = new double[cuts.Length];
    }

    /// <summary>Solves each block once.</summary>
    /// <returns>By how much all shares together changed.</returns>
    public double Round(CancellationToken ct)
    {
        for (var first = 0; first < cuts.Length - 1; first += ChunksInBlock)
        {
            var (from, count) = (first, Math.Min(ChunksInBlock, cuts.Length - 1 - first));
            Chunks.Run(count, effort, chunk => Solve(from + chunk), ct);
            var block = cuts[first]..cuts[first + count];
            next.AsSpan(block).CopyTo(handed.AsSpan(block));
        }
        var change = 0.0;
        foreach (var part in changes) change += part;
        return change;
    }

    /// <summary>The share of every vertex; they are in proportion, and add up to 1 but for what dead ends lose.</summary>
    public double[] Shares(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var shares = new double[graph.VertexCount];
        for (var vertex = 0; vertex < shares.Length; vertex++) shares[vertex] = anew + (damping * Gather(vertex));
        return shares;
    }

    private void Solve(int chunk)
    {
        var change = 0.0;
        for (var vertex = cuts[chunk]; vertex < cuts[chunk + 1]; vertex++)
        {
            var hands = (anew + (damping * Gather(vertex))) * over[vertex];
            change += Math.Abs(hands - handed[vertex]) * leads[vertex];
            next[vertex] = hands;
        }
        changes[chunk] = change;
    }

    private double Gather(int vertex) =>
        weighted ? GatheredValues.Weighted(graph.In(vertex), graph.InTies(vertex), graph.Weights, handed) : GatheredValues.Plain(graph.In(vertex), handed);

    private long[] InOffsets()
    {
        var offsets = new long[graph.VertexCount + 1];
        for (var vertex = 0; vertex < graph.VertexCount; vertex++) offsets[vertex + 1] = offsets[vertex] + graph.In(vertex).Length;
        return offsets;
    }
}
