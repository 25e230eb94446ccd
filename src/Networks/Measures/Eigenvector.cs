using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures;

/// <summary>Eigenvector centrality: a vertex is as central as its neighbours together, and the greatest is 1.</summary>
public static class Eigenvector
{
    /// <summary>The vector of the greatest eigenvalue of the (unweighted, or weighted) adjacency matrix.</summary>
    /// <param name="graph">Undirected. Of several components only the one with the greatest eigenvalue has values; where two have the same, the values are a mixture and say nothing.</param>
    /// <param name="weighted">Whether ties count by their weight.</param>
    /// <returns>n numbers in [0, 1] by vertex inside; all 0 where there is no tie.</returns>
    /// <exception cref="ArgumentException">The graph is directed, or weights are asked of one that has none.</exception>
    /// <remarks>O(40 (n + m)) a restart, 330 n bytes. Bonacich, "Factoring and weighting approaches to status scores and clique identification", Journal of Mathematical Sociology 2(1), 1972.</remarks>
    public static double[] Of(GraphSnapshot graph, bool weighted, Effort effort, CancellationToken ct)
    {
        if (graph.IsDirected) throw new ArgumentException("Of a directed graph HITS is taken.", nameof(graph));
        Weighing.Check(graph, weighted);
        var products = new Products(graph, weighted, effort);
        return Of(graph.VertexCount, vertex => graph.Out(vertex).Length, (from, to) => products.Gather(from, to, inwards: false, ct), ct);
    }

    internal static double[] Of(int n, Func<int, double> start, Action<double[], double[]> apply, CancellationToken ct)
    {
        var vector = new double[n];
        for (var vertex = 0; vertex < n; vertex++) vector[vertex] = start(vertex);
        if (!Array.Exists(vector, one => one > 0)) return vector;
        Lanczos.Greatest(vector, apply, ct);
        var most = 0.0;
        foreach (var one in vector) most = Math.Abs(one) > Math.Abs(most) ? one : most;
        // Rounding leaves traces where the true value is nought.
        for (var vertex = 0; vertex < n; vertex++) vector[vertex] = Math.Max(0, vector[vertex] / most);
        return vector;
    }
}
