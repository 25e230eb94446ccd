using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Layouts;

/// <summary>Places everybody on one circle: groups together, and within one whoever a walk in depth meets next.</summary>
internal static class OnCircle
{
    public static void Place(GraphSnapshot graph, LayoutRequest request, Sheet sheet, CancellationToken ct)
    {
        var free = sheet.Free();
        var (middle, met) = (sheet.Middle(free), Met(graph, ct));
        Array.Sort(free, (one, other) => Group(one) != Group(other) ? Group(one).CompareTo(Group(other)) : met[one].CompareTo(met[other]));
        var radius = free.Length < 2 ? 0 : Math.Max(request.Length / 2.0, free.Length * Room(request) / (2 * Math.PI));
        for (var at = 0; at < free.Length; at++)
        {
            var turn = 2 * Math.PI * at / free.Length;
            (sheet.X[free[at]], sheet.Y[free[at]]) = (middle.X + (radius * Math.Sin(turn)), middle.Y - (radius * Math.Cos(turn)));
        }

        int Group(int vertex) => request.Groups.Length == 0 ? 0 : request.Groups[sheet.Outside(vertex)];
    }

    /// <summary>How much of a line each takes: a length, or what is drawn with a tenth around it.</summary>
    internal static double Room(LayoutRequest request)
    {
        var room = (double)request.Length;
        foreach (var size in request.Sizes) room = Math.Max(room, 1.1 * Math.Max(size.X, size.Y));
        return room;
    }

    private static int[] Met(GraphSnapshot graph, CancellationToken ct)
    {
        var (met, count, path) = (new int[graph.VertexCount], 0, new Stack<int>());
        Array.Fill(met, -1);
        for (var begin = 0; begin < met.Length; begin++)
        {
            if ((begin & 0xFFF) == 0) ct.ThrowIfCancellationRequested();
            path.Push(begin);
            while (path.TryPop(out var vertex))
            {
                if (met[vertex] >= 0) continue;
                met[vertex] = count++;
                var row = graph.Out(vertex);
                // The neighbour of fewest ties first: it ends soon, and the next is still near.
                foreach (var other in row)
                    if (met[other] < 0) path.Push(other);
                if (!graph.IsDirected) continue;
                foreach (var other in graph.In(vertex))
                    if (met[other] < 0) path.Push(other);
            }
        }
        return met;
    }
}
