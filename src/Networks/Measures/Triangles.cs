using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures;

/// <summary>Triangles: three vertices of which each two are tied; and how far the neighbours of a vertex know each other.</summary>
/// <param name="AtVertex">For each vertex inside the triangles that it is a corner of.</param>
/// <param name="Count">How many there are.</param>
public sealed record Triangles(long[] AtVertex, long Count)
{
    /// <summary>Counts each triangle once, from its corner of least degree, by marking that corner's neighbours of higher degree.</summary>
    /// <param name="graph">Undirected.</param>
    /// <param name="ct">Checked at every vertex.</param>
    /// <exception cref="ArgumentException">The graph is directed.</exception>
    /// <remarks>O(m^1.5) time, as each vertex has at most the square root of 2 m neighbours that stand before it. Chiba and Nishizeki, "Arboricity and subgraph listing algorithms", SIAM Journal on Computing 14(1), 1985.</remarks>
    public static Triangles Of(GraphSnapshot graph, CancellationToken ct)
    {
        if (graph.IsDirected) throw new ArgumentException("Triangles are counted in undirected graphs.", nameof(graph));
        var at = new long[graph.VertexCount];
        var marked = new bool[graph.VertexCount];
        var count = 0L;
        for (var corner = 0; corner < at.Length; corner++)
        {
            ct.ThrowIfCancellationRequested();
            var higher = Before(graph.Out(corner), corner);
            foreach (var second in higher) marked[second] = true;
            foreach (var second in higher)
                foreach (var third in Before(graph.Out(second), second))
                {
                    if (!marked[third]) continue;
                    count++;
                    at[corner]++;
                    at[second]++;
                    at[third]++;
                }
            foreach (var second in higher) marked[second] = false;
        }
        return new(at, count);
    }

    /// <summary>Local clustering: of the pairs of a vertex's neighbours, the share that are tied.</summary>
    /// <returns>n shares in [0, 1], by vertex inside; NaN where there are fewer than two neighbours.</returns>
    /// <remarks>Watts and Strogatz, "Collective dynamics of small-world networks", Nature 393, 1998.</remarks>
    public double[] Clustering(GraphSnapshot graph)
    {
        var shares = new double[AtVertex.Length];
        for (var vertex = 0; vertex < shares.Length; vertex++)
        {
            var degree = (double)graph.Out(vertex).Length;
            shares[vertex] = degree < 2 ? double.NaN : AtVertex[vertex] / (degree * (degree - 1) / 2);
        }
        return shares;
    }

    /// <summary>The neighbours that stand before a vertex: hubs come first inside, so these have its degree or more.</summary>
    private static ReadOnlySpan<int> Before(ReadOnlySpan<int> rising, int vertex)
    {
        var place = rising.BinarySearch(vertex);
        return rising[..~place];
    }
}
