using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures;

/// <summary>Triangles: three vertices of which each two are tied; and how far the neighbours of a vertex know each other.</summary>
/// <param name="AtVertex">For each vertex inside the triangles that it is a corner of.</param>
/// <param name="Count">How many there are.</param>
public sealed unsafe record Triangles(long[] AtVertex, long Count)
{
    private const int Ranges = 256;
    private const int FewArcs = 1 << 18;   // below this a thread takes longer to begin than the count
    private const int Stride = 0xFF;
    private const int Near = 8;
    private const int Far = 16;

    /// <summary>As <see cref="Of(GraphSnapshot, Effort, CancellationToken)"/>, on one thread.</summary>
    public static Triangles Of(GraphSnapshot graph, CancellationToken ct) => Of(graph, Effort.Single, ct);

    /// <summary>Counts each triangle once, from its corner in the middle: marks the neighbours of higher degree, and looks there for those that its neighbours of lower degree have before it.</summary>
    /// <param name="graph">Undirected.</param>
    /// <param name="ct">Checked every 256 vertices.</param>
    /// <exception cref="ArgumentException">The graph is directed.</exception>
    /// <remarks>O(m^1.5) time, as each vertex has at most the square root of 2 m neighbours that stand before it, and each pair of those is looked at once; 12 n bytes a thread. Chiba and Nishizeki, "Arboricity and subgraph listing algorithms", SIAM Journal on Computing 14(1), 1985;
    /// Ortmann and Brandes, "Triangle listing algorithms: back from the diversion", ALENEX 2014.</remarks>
    public static Triangles Of(GraphSnapshot graph, Effort effort, CancellationToken ct)
    {
        if (graph.IsDirected) throw new ArgumentException("Triangles are counted in undirected graphs.", nameof(graph));
        var n = graph.VertexCount;
        var cuts = Chunks.ByArcs(graph.Offsets, Ranges);
        var all = new long[n];
        var count = 0L;
        if (graph.Targets.Length < FewArcs) effort = effort with { Threads = 1 };
        // Hubs come first and cost most: ranges are taken from there, so that the threads end together.
        Chunks.Run(cuts.Length - 1, effort, () => new Seen(n, sum => Add(all, sum, ref count)), (seen, chunk) => Gather(graph, cuts[chunk], cuts[chunk + 1], seen, ct), ct);
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

    private static void Add(long[] all, Seen seen, ref long count)
    {
        // Whole numbers: the order in which threads come here does not matter.
        lock (all)
        {
            for (var vertex = 0; vertex < all.Length; vertex++) all[vertex] += seen.At[vertex];
            count += seen.Count;
        }
    }

    // Compiled once and well: a count of a small graph is over before it would be compiled a second time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gather(GraphSnapshot graph, int begin, int end, Seen seen, CancellationToken ct)
    {
        unchecked
        {
            fixed (long* offsets = graph.Offsets, at = seen.At)
            fixed (int* targets = graph.Targets, marks = seen.Marks)
            {
                for (var middle = begin; middle < end; middle++)
                {
                    if ((middle & Stride) == 0) ct.ThrowIfCancellationRequested();
                    int* row = targets + offsets[middle], last = targets + offsets[middle + 1], lower = row;
                    // Hubs come first inside: neighbours of a lower number have its degree or more.
                    while (lower < last && *lower < middle) *(marks + *lower++) = int.MinValue;
                    if (lower != row)
                    {
                        var found = 0L;
                        for (var leaf = lower; leaf < last; leaf++)
                        {
                            // Rows of leaves lie anywhere: fetched ahead, one does not wait for each.
                            if (Sse.IsSupported && leaf + Far < last) Sse.Prefetch0(offsets + leaf[Far]);
                            if (Sse.IsSupported && leaf + Near < last)
                            {
                                Sse.Prefetch0(targets + offsets[leaf[Near]]);
                                Sse.Prefetch0(at + leaf[Near]);
                            }
                            var before = 0;
                            // The middle itself stands in the row of its neighbour: there it ends.
                            for (var top = targets + offsets[*leaf]; *top != middle; top++)
                            {
                                // Added rather than asked: whether it is marked cannot be foretold, and a wrong guess costs more than the sum. The sign is the mark, the rest the count.
                                int* mark = marks + *top;
                                var isMarked = *mark >> 31;
                                *mark -= isMarked;
                                before -= isMarked;
                            }
                            at[*leaf] += before;
                            found += before;
                        }
                        at[middle] += found;
                        seen.Count += found;
                    }
                    for (var top = row; top < lower; top++)
                    {
                        at[*top] += marks[*top] & int.MaxValue;
                        marks[*top] = 0;
                    }
                }
            }
        }
    }

    /// <summary>What one thread counted.</summary>
    private sealed class Seen(int n, Action<Seen> done) : IDisposable
    {
        /// <summary>Negative where a neighbour of the vertex in the middle stands, with how many triangles it is in beside; else 0.</summary>
        public int[] Marks { get; } = new int[n];

        public long[] At { get; } = new long[n];

        public long Count { get; set; }

        public void Dispose() => done(this);
    }
}
