using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.KeyPlayers;

/// <summary>Fragmentation once a set is gone: F = 1 - sum s (s - 1) / (r (r - 1)), s the sizes of the components that remain, r how many vertices remain.</summary>
/// <remarks>Borgatti, "Identifying sets of key players in a social network", Computational &amp; Mathematical Organization Theory 12, 2006. Direction is ignored.</remarks>
internal sealed class FragmentValue(GraphSnapshot graph) : ISetValue
{
    private readonly int[] seen = new int[graph.VertexCount];
    private readonly int[] queue = new int[graph.VertexCount];
    private int round;

    public long Cost(int k) => graph.VertexCount + (2L * graph.TieCount);

    public double Of(ReadOnlySpan<int> set)
    {
        var n = seen.Length;
        round++;
        foreach (var vertex in set) seen[vertex] = round;
        var joined = 0.0;
        for (var start = 0; start < n; start++)
        {
            if (seen[start] == round) continue;
            seen[start] = round;
            queue[0] = start;
            var reached = 1;
            for (var next = 0; next < reached; next++)
            {
                reached = Enter(graph.Out(queue[next]), reached);
                if (graph.IsDirected) reached = Enter(graph.In(queue[next]), reached);
            }
            joined += reached * (reached - 1.0);
        }
        var rest = n - set.Length;
        return rest < 2 ? 0 : 1 - (joined / (rest * (rest - 1.0)));
    }

    /// <summary>s vertices have at most s (s - 1) / 2 ties, so ties that no k vertices can take away keep as many pairs joined.</summary>
    public double Bound(int k, ReadOnlySpan<int> allowed, ReadOnlySpan<int> met) => TiesLeft(graph, k, allowed);

    internal static double TiesLeft(GraphSnapshot graph, int k, ReadOnlySpan<int> allowed)
    {
        var degrees = new int[allowed.Length];
        for (var at = 0; at < degrees.Length; at++) degrees[at] = graph.Out(allowed[at]).Length + (graph.IsDirected ? graph.In(allowed[at]).Length : 0);
        Array.Sort(degrees);
        var left = (long)graph.TieCount;
        for (var at = 1; at <= Math.Min(k, degrees.Length); at++) left -= degrees[^at];
        if (graph.IsDirected) left /= 2;   // two ties may join one pair
        double rest = graph.VertexCount - k;
        return rest < 2 ? 0 : Math.Min(1, 1 - (2 * Math.Max(0, left) / (rest * (rest - 1))));
    }

    private int Enter(ReadOnlySpan<int> neighbours, int reached)
    {
        foreach (var neighbour in neighbours)
        {
            if (seen[neighbour] == round) continue;
            seen[neighbour] = round;
            queue[reached++] = neighbour;
        }
        return reached;
    }
}
