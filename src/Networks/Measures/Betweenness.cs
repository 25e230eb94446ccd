using System.Runtime.Intrinsics;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures.Brandes;

namespace Plumbline.Networks.Measures;

/// <summary>How the kernel of betweenness walks; all agree to the last digits.</summary>
public enum BetweennessKernel
{
    /// <summary>The fastest for this graph on this machine.</summary>
    Fastest,

    /// <summary>Eight sources in one register of 512 bits.</summary>
    Lines512,

    /// <summary>Eight sources in two registers of 256 bits.</summary>
    Lines256,

    /// <summary>One source at a time.</summary>
    OneByOne,
}

/// <summary>Betweenness: how many pairs of others have their shortest paths through a vertex or a tie, each pair shared among its shortest paths.</summary>
/// <param name="AtVertex">n numbers by vertex inside, 0 to (n-1)(n-2)/2 undirected (unordered pairs), twice that directed. Not normalised.</param>
/// <param name="AtArc">By position in <see cref="GraphSnapshot.Targets"/>, both arcs of an undirected tie alike; empty where not asked for.</param>
public sealed unsafe record Betweenness(double[] AtVertex, double[] AtArc)
{
    private const int Thin = 64;
    private const int Probes = 4;

    /// <summary>Exact betweenness along unweighted ties.</summary>
    /// <param name="graph">Need not be connected.</param>
    /// <param name="withTies">Whether that of the ties is wanted too.</param>
    /// <exception cref="OperationCanceledException">Checked once a level of each source or batch of eight.</exception>
    /// <remarks>
    /// O(n m) time; about 300 n bytes a thread and 8 n (8 m more with ties) for each of up to 32 sums. Brandes, "A faster algorithm for betweenness centrality",
    /// Journal of Mathematical Sociology 25(2), 2001; sources in batches after Buluç and Gilbert, "The Combinatorial BLAS", 2011; hanging trees folded after
    /// Baglioni et al., "Fast exact computation of betweenness centrality in social networks", ASONAM 2012.
    /// </remarks>
    public static Betweenness Of(GraphSnapshot graph, bool withTies, Effort effort, CancellationToken ct) =>
        Of(graph, withTies, BetweennessKernel.Fastest, effort, ct);

    /// <summary>As <see cref="Of(GraphSnapshot, bool, Effort, CancellationToken)"/>, with a kernel of one's choice.</summary>
    public static Betweenness Of(GraphSnapshot graph, bool withTies, BetweennessKernel kernel, Effort effort, CancellationToken ct)
    {
        using var walked = KernelGraph.Of(graph, withTies, ct);
        if (kernel == BetweennessKernel.Fastest) kernel = Fastest(walked, ct);
        var (vertices, arcs) = kernel switch
        {
            BetweennessKernel.Lines512 => InBatches<Line512>(walked, withTies, effort, ct),
            BetweennessKernel.Lines256 => InBatches<Line256>(walked, withTies, effort, ct),
            _ => Run(walked, withTies, 1, effort, () => new BrandesOne(walked), (one, sources, v, a) => one.Add(sources[0], v, a, ct), ct),
        };
        return Whole(graph, walked, vertices, arcs);
    }

    private static BetweennessKernel Fastest(KernelGraph graph, CancellationToken ct)
    {
        using var probe = new BrandesOne(graph);
        var levels = 0;
        for (var at = 0; at < Math.Min(Probes, graph.Count); at++) levels = Math.Max(levels, probe.Levels((int)((long)at * graph.Count / Probes), ct));
        return levels > Thin ? BetweennessKernel.OneByOne : Vector512.IsHardwareAccelerated ? BetweennessKernel.Lines512 : BetweennessKernel.Lines256;
    }

    private delegate void Adding<TState>(TState state, ReadOnlySpan<int> sources, double* atVertex, double* atArc);

    private static (double[] Vertices, double[] Arcs) InBatches<TLine>(KernelGraph graph, bool withTies, Effort effort, CancellationToken ct)
        where TLine : struct, ILine<TLine> => Run(graph, withTies, BrandesBatch<TLine>.Lanes, effort, () => new BatchOrOne<TLine>(graph), (state, sources, v, a) => state.Add(sources, v, a, ct), ct);

    /// <summary>Each chunk of sources has a sum of its own, and the sums are added in the order of the chunks: the threads leave no trace.</summary>
    private static (double[] Vertices, double[] Arcs) Run<TState>(KernelGraph graph, bool withTies, int width, Effort effort, Func<TState> make, Adding<TState> add, CancellationToken ct)
        where TState : IDisposable
    {
        var batches = (graph.Count + width - 1) / width;
        var arcs = withTies ? graph.Arcs : 0;
        var chunks = (int)Math.Min(batches, Math.Clamp((1L << 28) / Math.Max(1, 8L * (graph.Count + arcs)), 4, 32));
        var (sums, ties) = (new double[chunks][], new double[chunks][]);
        Chunks.Run(chunks, effort, make, (state, chunk) =>
        {
            var sources = new int[width];
            (sums[chunk], ties[chunk]) = (new double[graph.Count], new double[arcs]);
            fixed (double* atVertex = sums[chunk], atArc = ties[chunk])
            {
                for (var batch = chunk; batch < batches; batch += chunks)
                {
                    var count = Math.Min(width, graph.Count - (batch * width));
                    for (var lane = 0; lane < count; lane++) sources[lane] = (batch * width) + lane;
                    ct.ThrowIfCancellationRequested();
                    add(state, sources.AsSpan(0, count), atVertex, atArc);
                }
            }
        }, ct);
        return (Added(sums, graph.Count), Added(ties, arcs));
    }

    private static double[] Added(double[][] sums, int length)
    {
        var all = new double[length];
        foreach (var sum in sums)
            for (var at = 0; at < length; at++) all[at] += sum[at];
        return all;
    }

    private static Betweenness Whole(GraphSnapshot graph, KernelGraph walked, double[] vertices, double[] arcs)
    {
        // Undirected, each pair was walked from both its ends.
        var share = graph.IsDirected ? 1 : 0.5;
        for (var at = 0; at < vertices.Length; at++) walked.AtVertex[walked.Vertex[at]] += share * vertices[at];
        for (var at = 0; at < arcs.Length; at++) walked.AtArc[walked.Arc[at]] = arcs[at];
        if (!graph.IsDirected && arcs.Length > 0) Join(graph, walked);
        return new(walked.AtVertex, walked.AtArc);
    }

    /// <summary>Half of what the two arcs of a tie carry together.</summary>
    private static void Join(GraphSnapshot graph, KernelGraph walked)
    {
        foreach (var at in walked.Arc)
        {
            var target = graph.Targets[at];
            var source = Source(graph.Offsets, at);
            if (source > target) continue;
            var back = (int)graph.Offsets[target] + graph.Out(target).BinarySearch(source);
            walked.AtArc[at] = walked.AtArc[back] = (walked.AtArc[at] + walked.AtArc[back]) / 2;
        }
    }

    private static int Source(ReadOnlySpan<long> offsets, int arc)
    {
        var place = offsets.BinarySearch((long)arc);
        if (place < 0) return ~place - 1;
        while (offsets[place + 1] == arc) place++;   // vertices without arcs begin where the next one does
        return place;
    }
}
