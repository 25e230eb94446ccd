using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures;

/// <summary>Hubs point at good authorities, and authorities are pointed at by good hubs; the greatest of each is 1.</summary>
/// <param name="Hubs">n numbers in [0, 1] by vertex inside.</param>
/// <param name="Authorities">n numbers in [0, 1] by vertex inside.</param>
public sealed record Hits(double[] Hubs, double[] Authorities)
{
    /// <summary>The greatest singular vectors of the adjacency matrix.</summary>
    /// <param name="graph">Where undirected, hubs and authorities are the same. Of parts that share no tie only one has values.</param>
    /// <param name="weighted">Whether ties count by their weight.</param>
    /// <exception cref="ArgumentException">Weights are asked of a graph that has none.</exception>
    /// <remarks>As <see cref="Eigenvector"/>, with two products a step. Kleinberg, "Authoritative sources in a hyperlinked environment", Journal of the ACM 46(5), 1999.</remarks>
    public static Hits Of(GraphSnapshot graph, bool weighted, Effort effort, CancellationToken ct)
    {
        Weighing.Check(graph, weighted);
        var products = new Products(graph, weighted, effort);
        var between = new double[graph.VertexCount];
        var authorities = Eigenvector.Of(graph.VertexCount, vertex => graph.In(vertex).Length, (from, to) =>
        {
            products.Gather(from, between, inwards: false, ct);
            products.Gather(between, to, inwards: true, ct);
        }, ct);
        var hubs = new double[graph.VertexCount];
        products.Gather(authorities, hubs, inwards: false, ct);
        var most = 0.0;
        foreach (var hub in hubs) most = Math.Max(most, hub);
        for (var vertex = 0; vertex < hubs.Length && most > 0; vertex++) hubs[vertex] /= most;
        return new(hubs, authorities);
    }
}
