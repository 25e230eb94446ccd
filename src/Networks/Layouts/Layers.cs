using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Layouts;

/// <summary>In which layer each vertex of a part stands.</summary>
internal static class Layers
{
    /// <summary>Undirected: as many ties from the nearest root. Directed: after everybody whose ties lead to it, but for ties that would close a circle.</summary>
    /// <param name="roots">By number in the input.</param>
    /// <returns>Layers from 0, without gaps.</returns>
    public static int[] Of(GraphSnapshot graph, Part part, int[] roots, CancellationToken ct)
    {
        var local = new Dictionary<int, int>(part.Count);
        for (var one = 0; one < part.Count; one++) local[part.Vertices[one]] = one;
        var chosen = new List<int>();
        foreach (var root in roots)
            if (local.TryGetValue(graph.Inside(root), out var one) && !chosen.Contains(one)) chosen.Add(one);
        return graph.IsDirected ? Longest(graph, part, local, chosen, ct) : Nearest(part, chosen.Count == 0 ? [0] : chosen);
    }

    private static int[] Nearest(Part part, List<int> roots)
    {
        var (far, queue) = (new int[part.Count], new int[part.Count]);
        Array.Fill(far, -1);
        var end = 0;
        foreach (var root in roots) (far[root], queue[end++]) = (0, root);
        for (var at = 0; at < end; at++)
            foreach (var next in part.Neighbours(queue[at]))
            {
                if (far[next] >= 0) continue;
                far[next] = far[queue[at]] + 1;
                queue[end++] = next;
            }
        return far;
    }

    private static int[] Longest(GraphSnapshot graph, Part part, Dictionary<int, int> local, List<int> roots, CancellationToken ct)
    {
        var order = Finished(graph, part, local, roots, ct);
        var place = new int[part.Count];
        for (var at = 0; at < order.Length; at++) place[order[at]] = at;
        // Ties against the order would close a circle: they are read the other way round.
        var layer = new int[part.Count];
        foreach (var one in order)
        {
            ct.ThrowIfCancellationRequested();
            foreach (var other in part.Neighbours(one))
                if (place[other] > place[one]) layer[other] = Math.Max(layer[other], layer[one] + 1);
        }
        // Whoever no tie leads to stands right above the first whom it leads to, roots apart.
        foreach (var one in order)
        {
            if (layer[one] != 0 || roots.Contains(one)) continue;
            var next = int.MaxValue;
            foreach (var other in part.Neighbours(one)) next = Math.Min(next, layer[other]);
            if (next is > 1 and < int.MaxValue) layer[one] = next - 1;
        }
        return layer;
    }

    /// <summary>An order in which ties lead onwards, roots first, but for those that close a circle in a walk in depth from the roots, then the sources, then the rest.</summary>
    private static int[] Finished(GraphSnapshot graph, Part part, Dictionary<int, int> local, List<int> roots, CancellationToken ct)
    {
        var all = Enumerable.Range(0, part.Count);
        var begins = roots.Concat(all.Where(one => graph.In(part.Vertices[one]).IsEmpty)).Concat(all);
        var (order, filled, met, next) = (new int[part.Count], part.Count, new bool[part.Count], new int[part.Count]);
        var path = new Stack<int>();
        foreach (var begin in begins)
        {
            if (met[begin]) continue;
            met[begin] = true;
            path.Push(begin);
            while (path.TryPeek(out var one))
            {
                ct.ThrowIfCancellationRequested();
                var row = graph.Out(part.Vertices[one]);
                if (next[one] == row.Length)
                {
                    order[--filled] = path.Pop();
                    continue;
                }
                var other = local[row[next[one]++]];
                if (met[other]) continue;
                met[other] = true;
                path.Push(other);
            }
        }
        return [.. roots, .. order.Where(one => !roots.Contains(one))];
    }
}
