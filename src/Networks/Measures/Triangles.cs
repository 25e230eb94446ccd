using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures;

/// <summary>Triangles: three vertices of which each two are tied; and how far the neighbours of a vertex know each other.</summary>
/// <param name="AtVertex">For each vertex inside the triangles that it is a corner of.</param>
/// <param name="Count">How many there are.</param>
public sealed unsafe record Triangles(long[] AtVertex, long Count)
{
    private const int Ranges = 256;

    /// <summary>As <see cref="Of(GraphSnapshot, Effort, CancellationToken)"/>, on one thread.</summary>
    public static Triangles Of(GraphSnapshot graph, CancellationToken ct) => Of(graph, Effort.Single, ct);

    /// <summary>Counts each triangle once, from its corner of least degree, by marking that corner's neighbours of higher degree.</summary>
    /// <param name="graph">Undirected.</param>
    /// <param name="ct">Checked at every vertex.</param>
    /// <exception cref="ArgumentException">The graph is directed.</exception>
    /// <remarks>O(m^1.5) time, as each vertex has at most the square root of 2 m neighbours that stand before it; 9 n bytes a thread. Chiba and Nishizeki, "Arboricity and subgraph listing algorithms", SIAM Journal on Computing 14(1), 1985.</remarks>
    public static Triangles Of(GraphSnapshot graph, Effort effort, CancellationToken ct)
    {
        if (graph.IsDirected) throw new ArgumentException("Triangles are counted in undirected graphs.", nameof(graph));
        var n = graph.VertexCount;
        var ends = Ends(graph);
        var cuts = Chunks.ByArcs(graph.Offsets, Ranges);
        var all = new long[n];
        var count = 0L;
        // Hubs come first and cost most: ranges are taken from there, so that the threads end together.
        Chunks.Run(cuts.Length - 1, effort, () => new Marks(n, sum => Add(all, sum, ref count)), (marks, chunk) =>
        {
            for (var corner = cuts[chunk]; corner < cuts[chunk + 1]; corner++)
            {
                ct.ThrowIfCancellationRequested();
                marks.Count += Corner(graph, ends, corner, marks);
            }
        }, ct);
        return new(all, count);
    }

    /// <summary>Local clustering: of the pairs of a vertex's neighbours, the share that are tied.</summary>
    /// <returns>n shares in [0, 1], by vertex inside; NaN where there are fewer than two neighbours.</returns>
    /// <remarks>Watts and Strogatz, "Collective dynamics of small-world networks", Nature 393, 1998.</remarks>
    public double[] Clustering(GraphSnapshot graph)
    {
        var shares = new double[AtVertex.Length];
        for (var vertex = 0; vertex < shares.Length; vertex++)
        {
            var degree = (double)graph.Out(vertex).Length;
            shares[vertex] = degree < 2 ? double.NaN : AtVertex[vertex] / (degree * (degree - 1) / 2);
        }
        return shares;
    }

    /// <summary>Global clustering: of the paths of two ties, the share whose ends are tied. In [0, 1]; NaN where there is no such path.</summary>
    public double Transitivity(GraphSnapshot graph)
    {
        var paths = 0.0;
        for (var vertex = 0; vertex < AtVertex.Length; vertex++)
        {
            var degree = (double)graph.Out(vertex).Length;
            paths += degree * (degree - 1) / 2;
        }
        return paths == 0 ? double.NaN : 3.0 * Count / paths;
    }

    private static void Add(long[] all, Marks marks, ref long count)
    {
        // Whole numbers: the order in which threads come here does not matter.
        lock (all)
        {
            for (var vertex = 0; vertex < all.Length; vertex++) all[vertex] += marks.At[vertex];
            count += marks.Count;
        }
    }

    /// <summary>By vertex, where its neighbours of a lower number end: hubs come first inside, so those have its degree or more.</summary>
    private static long[] Ends(GraphSnapshot graph)
    {
        var ends = new long[graph.VertexCount];
        for (var vertex = 0; vertex < ends.Length; vertex++) ends[vertex] = graph.Offsets[vertex] + ~graph.Out(vertex).BinarySearch(vertex);
        return ends;
    }

    private static long Corner(GraphSnapshot graph, long[] ends, int corner, Marks marks)
    {
        unchecked
        {
            fixed (long* offsets = graph.Offsets, end = ends, at = marks.At)
            fixed (int* targets = graph.Targets)
            fixed (bool* marked = marks.Marked)
            {
                int* from = targets + offsets[corner], to = targets + end[corner];
                var count = 0L;
                if (to - from < 2) return 0;
                for (var second = from; second < to; second++) marked[*second] = true;
                for (var second = from + 1; second < to; second++)
                {
                    var found = 0L;
                    int* last = targets + end[*second];
                    for (var third = targets + offsets[*second]; third < last; third++)
                    {
                        if (!marked[*third]) continue;
                        found++;
                        at[*third]++;
                    }
                    at[*second] += found;
                    count += found;
                }
                at[corner] += count;
                for (var second = from; second < to; second++) marked[*second] = false;
                return count;
            }
        }
    }

    private sealed class Marks(int n, Action<Marks> done) : IDisposable
    {
        public bool[] Marked { get; } = new bool[n];

        public long[] At { get; } = new long[n];

        public long Count { get; set; }

        public void Dispose() => done(this);
    }
}
