using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures.Brandes;

/// <summary>What the betweenness kernels walk on: compressed rows with 32-bit positions, and for how many vertices each stands.</summary>
/// <remarks>
/// Of an undirected graph the trees that hang on it are folded into the vertex they hang on: nothing but their root leads out of them, so their share
/// is a product of sizes (<see cref="AtVertex"/>, <see cref="AtArc"/>) and the root counts once for each vertex folded into it. A directed graph is taken whole.
/// </remarks>
internal sealed unsafe class KernelGraph : IDisposable
{
    private readonly AlignedArray<int> outStarts;
    private readonly AlignedArray<int> outList;
    private readonly AlignedArray<int> inStarts;
    private readonly AlignedArray<int> inList;
    private readonly AlignedArray<double> reach;

    private KernelGraph(int[] vertex, AlignedArray<int> outStarts, AlignedArray<int> outList, AlignedArray<int> inStarts, AlignedArray<int> inList, AlignedArray<double> reach, double[] atVertex, double[] atArc, int[] arc)
    {
        (Vertex, AtVertex, AtArc, Arc) = (vertex, atVertex, atArc, arc);
        (this.outStarts, this.outList, this.inStarts, this.inList, this.reach) = (outStarts, outList, inStarts, inList, reach);
    }

    public int Count => Vertex.Length;

    public int Arcs => outList.Length;

    public int* OutStarts => outStarts.Start;

    public int* OutList => outList.Start;

    public int* InStarts => inStarts.Start;

    public int* InList => inList.Start;

    /// <summary>How many vertices of the graph this one stands for, itself included.</summary>
    public double* Reach => reach.Start;

    /// <summary>The graph's vertex.</summary>
    public int[] Vertex { get; }

    /// <summary>By the graph's vertex: pairs that folded trees part, of which a vertex is on the only path.</summary>
    public double[] AtVertex { get; }

    /// <summary>By the graph's arc: the same of folded ties; empty where ties were not asked for.</summary>
    public double[] AtArc { get; }

    /// <summary>The graph's position of each arc here; empty where ties were not asked for.</summary>
    public int[] Arc { get; }

    public static KernelGraph Of(GraphSnapshot graph, bool withArcs, CancellationToken ct)
    {
        var atArc = withArcs ? new double[graph.Targets.Length] : [];
        var trees = graph.IsDirected ? HangingTrees.None(graph.VertexCount) : HangingTrees.Of(graph, atArc, ct);
        var place = new int[graph.VertexCount];
        var vertex = new List<int>();
        for (var at = 0; at < place.Length; at++)
        {
            place[at] = trees.Folded[at] ? -1 : vertex.Count;
            if (!trees.Folded[at]) vertex.Add(at);
        }
        int[] kept = [.. vertex];
        var reach = new AlignedArray<double>(kept.Length);
        for (var at = 0; at < kept.Length; at++) reach.Start[at] = trees.Reach[kept[at]];
        var (starts, list, arc) = Cut(graph, kept, place, inwards: false, withArcs);
        var (inStarts, inList, _) = graph.IsDirected ? Cut(graph, kept, place, inwards: true, withArcs: false) : (starts, list, arc);
        return new(kept, starts, list, inStarts, inList, reach, trees.AtVertex, atArc, arc);
    }

    public void Dispose()
    {
        outStarts.Dispose();
        outList.Dispose();
        inStarts.Dispose();
        inList.Dispose();
        reach.Dispose();
    }

    private static (AlignedArray<int> Starts, AlignedArray<int> List, int[] Arc) Cut(GraphSnapshot graph, int[] kept, int[] place, bool inwards, bool withArcs)
    {
        var starts = new AlignedArray<int>(kept.Length + 1);
        for (var at = 0; at < kept.Length; at++)
        {
            var degree = 0;
            foreach (var other in inwards ? graph.In(kept[at]) : graph.Out(kept[at])) degree += place[other] >= 0 ? 1 : 0;
            starts.Start[at + 1] = starts.Start[at] + degree;
        }
        var list = new AlignedArray<int>(starts.Start[kept.Length]);
        var arc = new int[withArcs ? list.Length : 0];
        for (var (at, next) = (0, 0); at < kept.Length; at++)
        {
            var row = inwards ? graph.In(kept[at]) : graph.Out(kept[at]);
            for (var position = 0; position < row.Length; position++)
            {
                if (place[row[position]] < 0) continue;
                if (withArcs) arc[next] = (int)graph.Offsets[kept[at]] + position;
                list.Start[next++] = place[row[position]];
            }
        }
        return (starts, list, arc);
    }
}
