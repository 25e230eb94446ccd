namespace Plumbline.Networks.Measures;

public sealed partial class VertexMeasures
{
    /// <summary>What can be said of the graph as a whole, by name; NaN where there is nothing to say.</summary>
    /// <param name="withDistances">Whether diameter and average path length are wanted, which take a walk from every vertex.</param>
    public IReadOnlyList<(string Measure, double Value)> Summary(bool withDistances)
    {
        double n = graph.VertexCount, pairs = graph.IsDirected ? n * (n - 1) : n * (n - 1) / 2;
        var (sum, counted) = (0.0, 0);
        foreach (var share in Corners.Clustering(joined))
            if (!double.IsNaN(share)) (sum, counted) = (sum + share, counted + 1);
        var isolates = 0;
        for (var vertex = joined.VertexCount - 1; vertex >= 0 && joined.Out(vertex).IsEmpty; vertex--) isolates++;   // hubs first, so these are the last
        return
        [
            ("n", n),
            ("m", graph.TieCount),
            ("directed", graph.IsDirected ? 1 : 0),
            ("density", pairs == 0 ? double.NaN : graph.TieCount / pairs),
            ("components", Parts.Sizes.Length),
            ("largest_component", Parts.Sizes.DefaultIfEmpty(0).Max()),
            ("isolates", isolates),
            ("max_core", Cores.DefaultIfEmpty(0).Max()),
            ("global_clustering", Corners.Transitivity(joined)),
            ("avg_local_clustering_deg2plus", counted == 0 ? double.NaN : sum / counted),
            ("degree_assortativity", Assortativity.ByDegree(graph, ct)),
            ("articulation_points", Hinges.IsCut.Count(cut => cut)),
            ("bridges", Hinges.Bridges.Length),
            ("triangles", Corners.Count),
            .. withDistances ? [("diameter", (double)Far.Diameter), ("average_path_length", Far.AveragePath)] : Array.Empty<(string, double)>(),
        ];
    }
}
