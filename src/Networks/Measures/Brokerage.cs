using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures;

/// <summary>In which roles a vertex stands between two others that are not tied, by the groups that the three belong to. Counts by vertex inside.</summary>
/// <param name="Coordinator">All three of one group.</param>
/// <param name="Itinerant">The two others of one group, the vertex of another.</param>
/// <param name="Gatekeeper">From another group into its own.</param>
/// <param name="Representative">From its own group into another.</param>
/// <param name="Liaison">Three groups.</param>
public sealed record Brokerage(long[] Coordinator, long[] Itinerant, long[] Gatekeeper, long[] Representative, long[] Liaison)
{
    /// <summary>Counts the ordered pairs (a, c) with ties a to the vertex to c and none from a to c.</summary>
    /// <param name="graph">Undirected ties lead both ways, so each pair counts in both orders.</param>
    /// <param name="group">By vertex inside the number of its group.</param>
    /// <param name="ct">Checked at every vertex.</param>
    /// <remarks>O(sum of squared degrees times the logarithm of the degree). Gould and Fernandez, "Structures of mediation", Sociological Methodology 19, 1989.</remarks>
    public static Brokerage Of(GraphSnapshot graph, ReadOnlySpan<int> group, CancellationToken ct)
    {
        var n = graph.VertexCount;
        ArgumentOutOfRangeException.ThrowIfNotEqual(group.Length, n);
        var roles = new Brokerage(new long[n], new long[n], new long[n], new long[n], new long[n]);
        for (var vertex = 0; vertex < n; vertex++)
        {
            ct.ThrowIfCancellationRequested();
            foreach (var from in graph.In(vertex))
                foreach (var to in graph.Out(vertex))
                    if (from != to && graph.Out(from).BinarySearch(to) < 0) roles.Role(group[from], group[vertex], group[to])[vertex]++;
        }
        return roles;
    }

    private long[] Role(int from, int broker, int to) =>
        from == broker ? to == broker ? Coordinator : Representative : to == broker ? Gatekeeper : from == to ? Itinerant : Liaison;
}
