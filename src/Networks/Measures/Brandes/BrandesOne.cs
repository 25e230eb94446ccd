using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures.Brandes;

/// <summary>Brandes's dependencies of one source at a time: for long thin graphs, whose levels are too small to share, and for more paths than a double can count.</summary>
internal sealed unsafe class BrandesOne : IDisposable
{
    // Where a level's path counts pass this, all of it is divided by it; only quotients of neighbouring levels are ever used.
    private const double TooMany = 3.2733906078961419e150;   // 2^500
    private const int Stride = 0xFFFF;

    private readonly KernelGraph graph;
    private readonly AlignedArray<double> paths;
    private readonly AlignedArray<double> dependency;
    private readonly AlignedArray<int> depth;
    private readonly AlignedArray<int> order;
    private readonly List<int> levels = [];
    private readonly List<double> divided = [];

    public BrandesOne(KernelGraph graph)
    {
        this.graph = graph;
        (paths, dependency, depth, order) = (new(graph.Count), new(graph.Count), new(graph.Count), new(graph.Count));
        depth.Span.Fill(-1);
    }

    /// <summary>Adds the dependencies of a source, times its reach, to each vertex's sum (and each arc's, where asked).</summary>
    public void Add(int source, double* atVertex, double* atArc, CancellationToken ct)
    {
        var reached = Forward(source, ct);
        Backward(source, atVertex, atArc);
        for (var at = 0; at < reached; at++) depth.Start[order.Start[at]] = -1;
    }

    /// <summary>How many levels a source sees.</summary>
    public int Levels(int source, CancellationToken ct)
    {
        var reached = Forward(source, ct);
        for (var at = 0; at < reached; at++) depth.Start[order.Start[at]] = -1;
        return levels.Count - 1;
    }

    public void Dispose()
    {
        paths.Dispose();
        dependency.Dispose();
        depth.Dispose();
        order.Dispose();
    }

    private int Forward(int source, CancellationToken ct)
    {
        unchecked
        {
            double* paths = this.paths.Start, dependency = this.dependency.Start;
            int* depth = this.depth.Start, order = this.order.Start, starts = graph.OutStarts, list = graph.OutList;
            (paths[source], dependency[source], depth[source], order[0]) = (1, 0, 0, source);
            levels.Clear();
            levels.Add(0);
            divided.Clear();
            divided.Add(1);
            var reached = 1;
            for (var (from, level) = (0, 1); from < reached; level++)
            {
                var to = reached;
                levels.Add(to);
                for (; from < to; from++)
                {
                    if ((from & Stride) == 0) ct.ThrowIfCancellationRequested();
                    var vertex = order[from];
                    for (var arc = starts[vertex]; arc < starts[vertex + 1]; arc++)
                    {
                        var other = list[arc];
                        if (depth[other] < 0) (depth[other], paths[other], dependency[other], order[reached++]) = (level, 0, 0, other);
                        if (depth[other] == level) paths[other] += paths[vertex];
                    }
                }
                divided.Add(Divide(to, reached));
            }
            return reached;
        }
    }

    private double Divide(int from, int to)
    {
        var most = 0.0;
        for (var at = from; at < to; at++) most = Math.Max(most, paths.Start[order.Start[at]]);
        if (most < TooMany) return 1;
        for (var at = from; at < to; at++)
        {
            var count = paths.Start + order.Start[at];
            *count = Math.Max(*count / TooMany, double.Epsilon);
        }
        return TooMany;
    }

    private void Backward(int source, double* atVertex, double* atArc)
    {
        unchecked
        {
            double* paths = this.paths.Start, dependency = this.dependency.Start;
            int* depth = this.depth.Start, order = this.order.Start;
            var own = graph.Reach[source];
            for (var level = levels.Count - 2; level >= 0; level--)
            {
                // A vertex adds up what the next level owes it: each vertex is written by itself alone, arcs included.
                var scale = level + 1 < divided.Count ? 1 / divided[level + 1] : 1;
                for (var at = levels[level]; at < levels[level + 1]; at++)
                {
                    var vertex = order[at];
                    var sum = 0.0;
                    for (var arc = graph.OutStarts[vertex]; arc < graph.OutStarts[vertex + 1]; arc++)
                    {
                        var next = graph.OutList[arc];
                        if (depth[next] != level + 1) continue;
                        var owed = (graph.Reach[next] + dependency[next]) * (paths[vertex] * scale / paths[next]);
                        sum += owed;
                        if (atArc != null) atArc[arc] += own * owed;
                    }
                    dependency[vertex] = sum;
                    if (level > 0) atVertex[vertex] += own * sum;
                }
            }
        }
    }
}
