using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures;

/// <summary>Burt's constraint: how far all that a vertex has invested in leads back to the same neighbours; low where it bridges holes between others.</summary>
public static class Constraint
{
    private const int Ranges = 256;
    private const int FewArcs = 1 << 18;   // below this a thread takes longer to begin than to count

    /// <summary>The constraint of every vertex.</summary>
    /// <param name="graph">Undirected.</param>
    /// <param name="weighted">Whether a neighbour counts by the weight of the tie; else all alike.</param>
    /// <returns>n numbers by vertex inside, about 0 to 1.125; NaN where there is no tie (or none of any weight).</returns>
    /// <exception cref="ArgumentException">The graph is directed, or weights are asked of one that has none.</exception>
    /// <exception cref="OperationCanceledException">Checked at every vertex.</exception>
    /// <remarks>
    /// The sum over neighbours j of (p_ij + sum over third parties q of p_iq p_qj)^2, p_ij being the share of i's ties that go to j.
    /// O(sum over ties of the smaller degree times its logarithm); 17 n bytes a thread. Burt, "Structural Holes", 1992, chapter 2.
    /// </remarks>
    public static double[] Of(GraphSnapshot graph, bool weighted, Effort effort, CancellationToken ct)
    {
        if (graph.IsDirected) throw new ArgumentException("Constraint is of undirected graphs.", nameof(graph));
        Weighing.Check(graph, weighted);
        var n = graph.VertexCount;
        var (values, all) = (new double[n], new double[n]);
        for (var vertex = 0; vertex < n; vertex++) all[vertex] = weighted && !graph.Out(vertex).IsEmpty ? Weighing.Out(graph, vertex) : graph.Out(vertex).Length;
        var cuts = Chunks.ByArcs(graph.Offsets, Ranges);
        if (graph.Targets.Length < FewArcs) effort = effort with { Threads = 1 };
        Chunks.Run(cuts.Length - 1, effort, () => new Ego(graph, weighted, all), (ego, chunk) =>
        {
            for (var vertex = cuts[chunk]; vertex < cuts[chunk + 1]; vertex++)
            {
                ct.ThrowIfCancellationRequested();
                values[vertex] = ego.Constraint(vertex);
            }
        }, ct);
        return values;
    }

    private sealed class Ego(GraphSnapshot graph, bool weighted, double[] all)
    {
        private readonly bool[] isNeighbour = new bool[graph.VertexCount];
        private readonly double[] through = new double[graph.VertexCount];

        public double Constraint(int vertex)
        {
            if (all[vertex] == 0) return double.NaN;
            var row = graph.Out(vertex);
            foreach (var neighbour in row) isNeighbour[neighbour] = true;
            for (var at = 0; at < row.Length; at++) Through(row, row[at], Share(vertex, at));
            var sum = 0.0;
            for (var at = 0; at < row.Length; at++)
            {
                var invested = Share(vertex, at) + through[row[at]];
                sum += invested * invested;
                (isNeighbour[row[at]], through[row[at]]) = (false, 0);
            }
            return sum;
        }

        private double Share(int vertex, int at) => weighted ? graph.Weights[graph.OutTies(vertex)[at]] / all[vertex] : 1 / all[vertex];

        /// <summary>Adds what goes to each common neighbour through this third party, walking the shorter of the two rows.</summary>
        private void Through(ReadOnlySpan<int> row, int third, double share)
        {
            var theirs = graph.Out(third);
            if (share == 0 || all[third] == 0) return;
            if (theirs.Length <= 16L * row.Length)
            {
                for (var at = 0; at < theirs.Length; at++)
                    if (isNeighbour[theirs[at]]) through[theirs[at]] += share * Share(third, at);
                return;
            }
            foreach (var neighbour in row)
                if (theirs.BinarySearch(neighbour) is var at && at >= 0) through[neighbour] += share * Share(third, at);
        }
    }
}
