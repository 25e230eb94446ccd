using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Layouts;

/// <summary>Places whoever has the greatest value in the middle and the others on rings around it, by falling value; on a ring each near its neighbours further in.</summary>
internal static class OnRings
{
    public static void Place(GraphSnapshot graph, LayoutRequest request, Sheet sheet, CancellationToken ct)
    {
        var free = sheet.Free();
        var (middle, gap) = (sheet.Middle(free), OnCircle.Room(request));
        Array.Sort(free, (one, other) => Value(one) != Value(other) ? Value(other).CompareTo(Value(one)) : sheet.Outside(one).CompareTo(sheet.Outside(other)));
        var turns = new double[sheet.Count];
        Array.Fill(turns, double.NaN);
        for (var (from, ring) = (0, 0); from < free.Length; ring++)
        {
            ct.ThrowIfCancellationRequested();
            var room = ring == 0 ? 1 : (int)(2 * Math.PI * ring);
            var members = free.AsSpan(from, Math.Min(room, free.Length - from));
            Turn(graph, members, turns);
            for (var at = 0; at < members.Length; at++)
            {
                var turn = turns[members[at]] = 2 * Math.PI * at / members.Length;
                (sheet.X[members[at]], sheet.Y[members[at]]) = (middle.X + (ring * gap * Math.Sin(turn)), middle.Y - (ring * gap * Math.Cos(turn)));
            }
            from += members.Length;
        }

        double Value(int vertex)
        {
            if (request.Values.Length == 0) return graph.Out(vertex).Length + (graph.IsDirected ? graph.In(vertex).Length : 0);
            var value = request.Values[sheet.Outside(vertex)];
            return double.IsNaN(value) ? double.NegativeInfinity : value;
        }
    }

    /// <summary>Orders the members of a ring by the mean direction of their neighbours further in; those without any come last.</summary>
    private static void Turn(GraphSnapshot graph, Span<int> members, double[] turns)
    {
        var wishes = new double[members.Length];
        for (var at = 0; at < wishes.Length; at++)
        {
            var (x, y) = (0.0, 0.0);
            foreach (var other in graph.Out(members[at])) Toward(other);
            if (graph.IsDirected)
                foreach (var other in graph.In(members[at])) Toward(other);
            wishes[at] = Math.Abs(x) + Math.Abs(y) < 1e-9 ? 7 : Math.Atan2(x, y) is < 0 and var turn ? turn + (2 * Math.PI) : Math.Atan2(x, y);

            void Toward(int other)
            {
                if (!double.IsNaN(turns[other])) (x, y) = (x + Math.Sin(turns[other]), y + Math.Cos(turns[other]));
            }
        }
        // Stable, so that equal wishes keep the order of the values.
        int[] order = [.. Enumerable.Range(0, wishes.Length).OrderBy(at => wishes[at])];
        int[] sorted = new int[order.Length];
        for (var at = 0; at < order.Length; at++) sorted[at] = members[order[at]];
        sorted.CopyTo(members);
    }
}
