using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.KeyPlayers;

/// <summary>The share of ties with an end in a set: what watching the set would see of the contacts.</summary>
internal sealed class MonitorValue(GraphSnapshot graph) : ISetValue
{
    private readonly bool[] chosen = new bool[graph.VertexCount];

    public long Cost(int k) => k * (2 + (2L * graph.TieCount / Math.Max(1, graph.VertexCount)));

    public double Of(ReadOnlySpan<int> set)
    {
        foreach (var vertex in set) chosen[vertex] = true;
        var seen = 0.0;
        foreach (var vertex in set) seen += Seen(vertex);
        foreach (var vertex in set) chosen[vertex] = false;
        return graph.TieCount == 0 ? 0 : seen / graph.TieCount;
    }

    /// <summary>Diminishing returns, as of reach.</summary>
    public double Bound(int k, ReadOnlySpan<int> allowed, ReadOnlySpan<int> met)
    {
        var now = Of(met) * graph.TieCount;
        foreach (var vertex in met) chosen[vertex] = true;
        var adds = new double[allowed.Length];
        for (var at = 0; at < adds.Length; at++)
        {
            if (chosen[allowed[at]]) continue;
            foreach (var other in graph.Out(allowed[at])) adds[at] += chosen[other] ? 0 : 1;
            if (graph.IsDirected) foreach (var other in graph.In(allowed[at])) adds[at] += chosen[other] ? 0 : 1;
        }
        foreach (var vertex in met) chosen[vertex] = false;
        Array.Sort(adds);
        for (var at = 1; at <= Math.Min(k, adds.Length); at++) now += adds[^at];
        return graph.TieCount == 0 ? 0 : Math.Min(1, now / graph.TieCount);
    }

    // A tie inside the set is seen from both ends: half from each. A directed one is among the ties out of one end and into the other.
    private double Seen(int vertex)
    {
        var seen = 0.0;
        foreach (var other in graph.Out(vertex)) seen += chosen[other] ? 0.5 : 1;
        if (graph.IsDirected) foreach (var other in graph.In(vertex)) seen += chosen[other] ? 0.5 : 1;
        return seen;
    }
}
