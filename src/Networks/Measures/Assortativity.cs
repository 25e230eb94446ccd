using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures;

/// <summary>Assortativity: whether ties join vertices that are alike.</summary>
public static class Assortativity
{
    /// <summary>The correlation of the degrees at the two ends of a tie (of the out-degree at its source and the in-degree at its target, where directed).</summary>
    /// <returns>A number in [-1, 1]; NaN where all ends have the same degree or there is no tie.</returns>
    /// <remarks>O(n + m). Newman, "Mixing patterns in networks", Physical Review E 67, 026126, 2003.</remarks>
    public static double ByDegree(GraphSnapshot graph, CancellationToken ct)
    {
        var (arcs, ends, others, products, endSquares, otherSquares) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var vertex = 0; vertex < graph.VertexCount; vertex++)
        {
            if ((vertex & 0xFFF) == 0) ct.ThrowIfCancellationRequested();
            double degree = graph.Out(vertex).Length;
            foreach (var target in graph.Out(vertex))
            {
                double other = graph.In(target).Length;
                (arcs, ends, others, products) = (arcs + 1, ends + degree, others + other, products + (degree * other));
                (endSquares, otherSquares) = (endSquares + (degree * degree), otherSquares + (other * other));
            }
        }
        var spread = Math.Sqrt((arcs * endSquares) - (ends * ends)) * Math.Sqrt((arcs * otherSquares) - (others * others));
        return spread > 0 ? ((arcs * products) - (ends * others)) / spread : double.NaN;
    }

    /// <summary>By how much ties within groups exceed what chance would give, as a share of the most they could.</summary>
    /// <param name="graph">Directed or not.</param>
    /// <param name="group">By vertex inside the number of its group, from 0.</param>
    /// <param name="ct">Checked every 4,096 vertices.</param>
    /// <returns>A number in [-1, 1], 1 where no tie leaves its group; NaN where there is one group or no tie.</returns>
    /// <remarks>O(n + m). Newman, as above, equation 2.</remarks>
    public static double ByGroup(GraphSnapshot graph, ReadOnlySpan<int> group, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(group.Length, graph.VertexCount);
        var groups = 0;
        foreach (var one in group) groups = Math.Max(groups, one + 1);
        var (from, to) = (new double[groups], new double[groups]);
        var (within, arcs) = (0.0, (double)graph.Targets.Length);
        for (var vertex = 0; vertex < graph.VertexCount; vertex++)
        {
            if ((vertex & 0xFFF) == 0) ct.ThrowIfCancellationRequested();
            from[group[vertex]] += graph.Out(vertex).Length;
            to[group[vertex]] += graph.In(vertex).Length;
            foreach (var target in graph.Out(vertex)) within += group[target] == group[vertex] ? 1 : 0;
        }
        var chance = 0.0;
        for (var one = 0; one < groups; one++) chance += from[one] / arcs * (to[one] / arcs);
        return arcs > 0 && chance < 1 ? ((within / arcs) - chance) / (1 - chance) : double.NaN;
    }
}
