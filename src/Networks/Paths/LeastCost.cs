using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Paths;

/// <summary>Least costs from one vertex, by Dijkstra's method; scratch memory kept between searches.</summary>
internal sealed class LeastCost(GraphSnapshot graph, PathRules rules, Func<int, double> cost)
{
    private const int Stride = 0xFFF;
    private readonly double[] least = new double[graph.VertexCount];
    private readonly int[] before = new int[graph.VertexCount];
    private readonly PriorityQueue<int, (double Cost, int Number)> queue = new();

    public double this[int vertex] => least[vertex];

    /// <summary>Finds least costs until the goal is settled, or everywhere where the goal is -1. Costs of infinity are not walked.</summary>
    /// <param name="from">Inside.</param>
    /// <param name="to">Inside, or -1.</param>
    /// <param name="shut">Vertices not to enter; may be empty.</param>
    /// <param name="shutFirst">Vertices not to go to from the start.</param>
    /// <param name="ct">Checked every 4,096 vertices.</param>
    public void Search(int from, int to, bool[] shut, HashSet<int>? shutFirst, CancellationToken ct)
    {
        Array.Fill(least, double.PositiveInfinity);
        queue.Clear();
        (least[from], before[from]) = (0, -1);
        queue.Enqueue(from, (0, graph.Outside(from)));
        for (var count = 0; queue.TryDequeue(out var vertex, out var priority); count = (count + 1) & Stride)
        {
            if (count == 0) ct.ThrowIfCancellationRequested();
            if (priority.Cost > least[vertex]) continue;
            if (vertex == to) return;
            if (vertex != from && !rules.Opens(graph, vertex)) continue;
            var ends = graph.Out(vertex);
            var ties = graph.OutTies(vertex);
            for (var at = 0; at < ends.Length; at++)
            {
                var end = ends[at];
                if ((shut.Length > 0 && shut[end]) || (vertex == from && shutFirst?.Contains(end) == true)) continue;
                var reached = least[vertex] + cost(ties.IsEmpty ? -1 : ties[at]);
                if (!(reached < least[end])) continue;
                (least[end], before[end]) = (reached, vertex);
                queue.Enqueue(end, (reached, graph.Outside(end)));
            }
        }
    }

    /// <summary>The way to a vertex, from the start; null where it was not reached.</summary>
    public int[]? Way(int to)
    {
        if (double.IsPositiveInfinity(least[to])) return null;
        var way = new List<int>();
        for (var at = to; at >= 0; at = before[at]) way.Add(at);
        way.Reverse();
        return [.. way];
    }
}
