using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures;

/// <summary>Core numbers: the greatest k for which a vertex lies in a part of the graph where all have k neighbours or more.</summary>
public static class CoreNumbers
{
    private const int Stride = 0xFFF;

    /// <summary>Peels the vertex of least degree again and again.</summary>
    /// <param name="graph">Undirected.</param>
    /// <param name="ct">Checked every 4,096 vertices.</param>
    /// <returns>n numbers, by vertex inside; 0 where isolated.</returns>
    /// <exception cref="ArgumentException">The graph is directed.</exception>
    /// <remarks>O(n + m) time, 12 n bytes. Batagelj and Zaversnik, "An O(m) algorithm for cores decomposition of networks", 2003, arXiv:cs/0310049.</remarks>
    public static int[] Of(GraphSnapshot graph, CancellationToken ct)
    {
        if (graph.IsDirected) throw new ArgumentException("Core numbers are of undirected graphs.", nameof(graph));
        var n = graph.VertexCount;
        var (left, order, place) = (new int[n], new int[n], new int[n]);
        for (var vertex = 0; vertex < n; vertex++) left[vertex] = graph.Out(vertex).Length;
        var starts = Sort(left, order, place);
        for (var at = 0; at < n; at++)
        {
            if ((at & Stride) == 0) ct.ThrowIfCancellationRequested();
            var peeled = order[at];
            foreach (var neighbour in graph.Out(peeled))
            {
                if (left[neighbour] <= left[peeled]) continue;
                // One less: it changes places with the first of its own degree, and that degree begins one later.
                var first = starts[left[neighbour]]++;
                var (here, other) = (place[neighbour], order[first]);
                (order[first], order[here]) = (neighbour, other);
                (place[neighbour], place[other]) = (first, here);
                left[neighbour]--;
            }
        }
        return left;
    }

    private static int[] Sort(int[] degrees, int[] order, int[] place)
    {
        var greatest = 0;
        foreach (var degree in degrees) greatest = Math.Max(greatest, degree);
        var starts = new int[greatest + 2];
        foreach (var degree in degrees) starts[degree + 1]++;
        for (var degree = 0; degree <= greatest; degree++) starts[degree + 1] += starts[degree];
        var next = (int[])starts.Clone();
        for (var vertex = 0; vertex < degrees.Length; vertex++)
        {
            place[vertex] = next[degrees[vertex]]++;
            order[place[vertex]] = vertex;
        }
        return starts;
    }
}
