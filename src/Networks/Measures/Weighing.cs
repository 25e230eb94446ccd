using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures;

/// <summary>Whether ties can be weighed as asked.</summary>
internal static class Weighing
{
    public static void Check(GraphSnapshot graph, bool weighted)
    {
        if (weighted && graph.TieCount > 0 && graph.Weights.IsEmpty) throw new ArgumentException("The graph has no weights.", nameof(graph));
    }

    public static double Out(GraphSnapshot graph, int vertex) => Sum(graph.Weights, graph.OutTies(vertex));

    public static double In(GraphSnapshot graph, int vertex) => Sum(graph.Weights, graph.InTies(vertex));

    private static double Sum(ReadOnlySpan<double> weights, ReadOnlySpan<int> ties)
    {
        var sum = 0.0;
        foreach (var tie in ties) sum += weights[tie];
        return sum;
    }
}
