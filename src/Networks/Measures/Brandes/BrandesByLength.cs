using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures.Brandes;

/// <summary>Brandes's dependencies of one source along ties that have lengths: distances first, then paths and dependencies in the order of the distances.</summary>
/// <remarks>Which ties are on a shortest path is asked of the finished distances alone, so the way there and the way back cannot disagree.</remarks>
internal sealed class BrandesByLength
{
    private const double Alike = 1e-10;

    private readonly GraphSnapshot graph;
    private readonly double[] distance;
    private readonly double[] paths;
    private readonly double[] dependency;
    private readonly int[] rank;
    private readonly int[] settled;
    private readonly NearestFirst waiting;

    public BrandesByLength(GraphSnapshot graph)
    {
        this.graph = graph;
        var n = graph.VertexCount;
        (distance, paths, dependency, rank, settled) = (new double[n], new double[n], new double[n], new int[n], new int[n]);
        Array.Fill(distance, double.PositiveInfinity);
        Array.Fill(rank, int.MaxValue);
        waiting = new(distance);
    }

    public void Add(int source, double[] atVertex)
    {
        var reached = Settle(source);
        (paths[source], dependency[source]) = (1, 0);
        for (var at = 1; at < reached; at++) Count(settled[at]);
        for (var at = reached - 1; at > 0; at--)
        {
            Depend(settled[at]);
            atVertex[settled[at]] += dependency[settled[at]];
        }
        for (var at = 0; at < reached; at++) (distance[settled[at]], rank[settled[at]]) = (double.PositiveInfinity, int.MaxValue);
    }

    private int Settle(int source)
    {
        var reached = 0;
        distance[source] = 0;
        waiting.Put(source);
        while (waiting.TryTake(out var vertex))
        {
            rank[vertex] = reached;
            settled[reached++] = vertex;
            var row = graph.Out(vertex);
            var ties = graph.OutTies(vertex);
            for (var at = 0; at < row.Length; at++)
            {
                var far = distance[vertex] + (1 / graph.Weights[ties[at]]);
                if (!(far < distance[row[at]])) continue;
                distance[row[at]] = far;
                waiting.Put(row[at]);
            }
        }
        return reached;
    }

    private bool IsOnPath(int before, int after, double weight) =>
        rank[before] < rank[after] && Math.Abs(distance[before] + (1 / weight) - distance[after]) <= Alike * distance[after];

    private void Count(int vertex)
    {
        var row = graph.In(vertex);
        var ties = graph.InTies(vertex);
        var sum = 0.0;
        for (var at = 0; at < row.Length; at++)
            if (IsOnPath(row[at], vertex, graph.Weights[ties[at]])) sum += paths[row[at]];
        if (!double.IsFinite(sum)) throw new OverflowException("There are more shortest paths between two vertices than can be counted.");
        (paths[vertex], dependency[vertex]) = (sum, 0);
    }

    private void Depend(int vertex)
    {
        var row = graph.Out(vertex);
        var ties = graph.OutTies(vertex);
        var sum = 0.0;
        for (var at = 0; at < row.Length; at++)
        {
            var next = row[at];
            if (rank[next] != int.MaxValue && IsOnPath(vertex, next, graph.Weights[ties[at]])) sum += paths[vertex] / paths[next] * (1 + dependency[next]);
        }
        dependency[vertex] = sum;
    }
}
