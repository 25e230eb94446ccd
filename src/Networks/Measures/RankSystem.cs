using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures;

/// <summary>The equations of PageRank in what each vertex hands along one tie (its share divided by its degree), and the rounds that solve them.</summary>
internal sealed unsafe class RankSystem
{
    private const int Blocks = 8;
    private const int ChunksInBlock = 16;

    private readonly GraphSnapshot graph;
    private readonly bool weighted;
    private readonly double damping;
    private readonly double anew;
    private readonly Effort effort;
    private readonly int solved;
    private readonly int[] cuts;
    private readonly double[] handed;
    private readonly double[] next;
    private readonly double[] leads;
    private readonly double[] given;
    private readonly double[] over;
    private readonly double[] changes;
    private readonly int[] rowEnds;

    public RankSystem(GraphSnapshot graph, bool weighted, double damping, Effort effort)
    {
        (this.graph, this.weighted, this.damping, this.effort) = (graph, weighted, damping, effort);
        var n = graph.VertexCount;
        anew = (1 - damping) / n;
        solved = n;
        // Undirected, vertices inside stand by falling degree: those of one tie or none are the last.
        if (IsPlain) while (solved > 0 && graph.Out(solved - 1).Length < 2) solved--;
        (handed, next, leads, given, over, rowEnds) = (new double[solved], new double[solved], new double[solved], new double[solved], new double[solved], new int[solved]);
        for (var vertex = 0; vertex < solved; vertex++) Set(vertex);
        cuts = Chunks.ByArcs(graph.IsDirected ? InOffsets() : graph.Offsets[..(solved + 1)], Blocks * ChunksInBlock);
        changes = new double[cuts.Length];
    }

    private bool IsPlain => !weighted && !graph.IsDirected;

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
        for (var vertex = 0; vertex < shares.Length; vertex++)
        {
            if (!IsPlain) shares[vertex] = anew + (damping * Gather(vertex));
            else if (vertex < solved) shares[vertex] = handed[vertex] * leads[vertex];
            else if (graph.Out(vertex).IsEmpty) shares[vertex] = anew;
            else if (graph.Out(vertex)[0] is var only && only < solved) shares[vertex] = anew + (damping * handed[only]);
            else shares[vertex] = anew / (1 - damping);   // two that have only each other
        }
        return shares;
    }

    private void Set(int vertex)
    {
        var row = graph.In(vertex);
        rowEnds[vertex] = row.Length;
        leads[vertex] = weighted ? Weighing.Out(graph, vertex) : graph.Out(vertex).Length;
        given[vertex] = anew;
        over[vertex] = leads[vertex] > 0 ? 1 / leads[vertex] : 0;
        if (IsPlain)
        {
            // A neighbour of one tie hands over all it has: its own beginning, and what it was handed from here.
            var only = row.BinarySearch(solved) is var place && place < 0 ? ~place : place;
            var leaves = row.Length - only;
            rowEnds[vertex] = only;
            given[vertex] = anew * (1 + (damping * leaves));
            over[vertex] = 1 / (row.Length - (damping * damping * leaves));
        }
        handed[vertex] = given[vertex] * over[vertex];
    }

    private void Solve(int chunk)
    {
        var change = 0.0;
        for (var vertex = cuts[chunk]; vertex < cuts[chunk + 1]; vertex++)
        {
            var hands = (given[vertex] + (damping * Gather(vertex))) * over[vertex];
            change += Math.Abs(hands - handed[vertex]) * leads[vertex];
            next[vertex] = hands;
        }
        changes[chunk] = change;
    }

    private double Gather(int vertex)
    {
        unchecked
        {
            fixed (double* value = handed)
            fixed (int* row = graph.In(vertex))
            {
                if (weighted) return Weighted(vertex, row, value);
                var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0);
                int* at = row, end = row + rowEnds[vertex];
                for (; at + 3 < end; at += 4)
                {
                    a += value[at[0]];
                    b += value[at[1]];
                    c += value[at[2]];
                    d += value[at[3]];
                }
                for (; at < end; at++) a += value[*at];
                return a + b + (c + d);
            }
        }
    }

    private double Weighted(int vertex, int* row, double* value)
    {
        var sum = 0.0;
        var ties = graph.InTies(vertex);
        for (var at = 0; at < ties.Length; at++) sum += graph.Weights[ties[at]] * value[row[at]];
        return sum;
    }

    private long[] InOffsets()
    {
        var offsets = new long[graph.VertexCount + 1];
        for (var vertex = 0; vertex < graph.VertexCount; vertex++) offsets[vertex + 1] = offsets[vertex] + graph.In(vertex).Length;
        return offsets;
    }
}
