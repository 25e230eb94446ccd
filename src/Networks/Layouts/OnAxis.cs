namespace Plumbline.Networks.Layouts;

/// <summary>Places everybody along x by its value, and in the first row in which it stands on nobody; groups have rows of their own. Whoever has no value stands in a column before the first.</summary>
internal static class OnAxis
{
    public static void Place(LayoutRequest request, Sheet sheet, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var free = sheet.Free();
        var (middle, gap) = (sheet.Middle(free), OnCircle.Room(request));
        double[] known = [.. free.Select(Value).Where(double.IsFinite)];
        var (least, most) = known.Length == 0 ? (0, 0) : (known.Min(), known.Max());
        // Wide enough that an even spread needs few rows.
        var width = gap * Math.Clamp(known.Length, 1, 40);
        int[] order = [.. free.OrderBy(Group).ThenBy(vertex => double.IsFinite(Value(vertex)) ? Value(vertex) : double.NegativeInfinity)];
        var rows = 0;
        for (int from = 0, to; from < order.Length; from = to)
        {
            for (to = from; to < order.Length && Group(order[to]) == Group(order[from]);) to++;
            rows = Lanes(order.AsSpan(from, to - from), rows);
        }
        foreach (var vertex in free) (sheet.X[vertex], sheet.Y[vertex]) = (sheet.X[vertex] + middle.X - (width / 2), sheet.Y[vertex] + middle.Y - (Math.Max(0, rows - 1) * gap / 2));

        int Lanes(ReadOnlySpan<int> members, int first)
        {
            // Rows by where they are free again, so that each member takes the first that is.
            var (ends, lost) = (new List<double>(), 0);
            foreach (var vertex in members)
            {
                if (!double.IsFinite(Value(vertex)))
                {
                    (sheet.X[vertex], sheet.Y[vertex]) = (-2 * gap, (first + lost++) * gap);
                    continue;
                }
                var x = most > least ? (Value(vertex) - least) / (most - least) * width : width / 2;
                var lane = ends.FindIndex(end => end <= x);
                if (lane < 0) ends.Add(0);
                lane = lane < 0 ? ends.Count - 1 : lane;
                ends[lane] = x + gap;
                (sheet.X[vertex], sheet.Y[vertex]) = (x, (first + lane) * gap);
            }
            return first + Math.Max(lost, ends.Count);
        }

        double Value(int vertex) => request.Values[sheet.Outside(vertex)];

        int Group(int vertex) => request.Groups.Length == 0 ? 0 : request.Groups[sheet.Outside(vertex)];
    }
}
