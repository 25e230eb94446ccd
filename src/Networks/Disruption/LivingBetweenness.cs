namespace Plumbline.Networks.Disruption;

/// <summary>Betweenness among the living, unordered pairs, one source at a time. Brandes 2001; for small and changing graphs.</summary>
internal static class LivingBetweenness
{
    public static double[] Of(LivingGraph graph, CancellationToken ct)
    {
        var n = graph.Count;
        var (all, distances, paths, carried) = (new double[n], new int[n], new double[n], new double[n]);
        for (var source = 0; source < n; source++)
        {
            if (!graph.Lives(source) || graph.Degree(source) == 0) continue;
            ct.ThrowIfCancellationRequested();
            var order = graph.Walk(source, distances);
            foreach (var vertex in order) (paths[vertex], carried[vertex]) = (0, 0);
            paths[source] = 1;
            foreach (var vertex in order)
                foreach (var other in graph.Near(vertex))
                    if (graph.Lives(other) && distances[other] == distances[vertex] + 1) paths[other] += paths[vertex];
            for (var at = order.Length - 1; at > 0; at--)
            {
                var vertex = order[at];
                var share = (1 + carried[vertex]) / paths[vertex];
                foreach (var other in graph.Near(vertex))
                    if (graph.Lives(other) && distances[other] == distances[vertex] - 1) carried[other] += paths[other] * share;
                all[vertex] += carried[vertex];
            }
        }
        for (var vertex = 0; vertex < n; vertex++) all[vertex] /= 2;
        return all;
    }
}
