namespace Plumbline.Networks.Layouts;

/// <summary>Places everybody in rows and columns; each group begins a row. Cells where somebody fixed stands stay free.</summary>
internal static class OnGrid
{
    private const double Wide = 1.5;

    public static void Place(LayoutRequest request, Sheet sheet, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var free = sheet.Free();
        var (middle, gap) = (sheet.Middle(free), OnCircle.Room(request));
        // By group, within one by the input: the sort is stable.
        int[] order = [.. free.OrderBy(vertex => Group(request, sheet, vertex))];
        var columns = Math.Max(1, (int)Math.Ceiling(Math.Sqrt(order.Length * Wide)));
        var rows = 0;
        for (int from = 0, to; from < order.Length; from = to)
        {
            for (to = from; to < order.Length && Group(request, sheet, order[to]) == Group(request, sheet, order[from]);) to++;
            rows += (to - from + columns - 1) / columns;
        }
        var (startX, startY) = (middle.X - ((columns - 1) * gap / 2), middle.Y - ((rows - 1) * gap / 2));
        var taken = Taken(sheet, startX, startY, gap);
        Fill(order, vertex => Group(request, sheet, vertex), columns, (startX, startY), gap, taken, sheet);
    }

    /// <summary>Gives those who stand nowhere cells under everybody else.</summary>
    public static void Fill(LayoutRequest request, Sheet sheet)
    {
        int[] lost = [.. sheet.Free().Where(vertex => !sheet.IsPlaced[vertex])];
        if (lost.Length == 0) return;
        var (x, y, gap) = (0.0, 0.0, OnCircle.Room(request));
        var placed = Enumerable.Range(0, sheet.Count).Where(vertex => sheet.IsPlaced[vertex]).ToList();
        if (placed.Count > 0) (x, y) = (placed.Min(vertex => sheet.X[vertex]), placed.Max(vertex => sheet.Y[vertex]) + gap);
        Fill(lost, _ => 0, Math.Max(1, (int)Math.Ceiling(Math.Sqrt(lost.Length * Wide))), (x, y), gap, [], sheet);
    }

    private static void Fill(int[] order, Func<int, int> group, int columns, (double X, double Y) start, double gap, HashSet<(long Column, long Row)> taken, Sheet sheet)
    {
        var (column, row) = (0, 0);
        for (var at = 0; at < order.Length; at++)
        {
            if (at > 0 && column > 0 && group(order[at]) != group(order[at - 1])) (column, row) = (0, row + 1);
            if (column == columns) (column, row) = (0, row + 1);
            while (taken.Contains((column, row)))
                if (++column == columns) (column, row) = (0, row + 1);
            (sheet.X[order[at]], sheet.Y[order[at]]) = (start.X + (column * gap), start.Y + (row * gap));
            column++;
        }
    }

    /// <summary>The cells in which somebody fixed stands.</summary>
    private static HashSet<(long Column, long Row)> Taken(Sheet sheet, double startX, double startY, double gap)
    {
        var taken = new HashSet<(long Column, long Row)>();
        for (var vertex = 0; vertex < sheet.Count; vertex++)
        {
            if (!sheet.IsFixed[vertex]) continue;
            var (column, row) = ((sheet.X[vertex] - startX) / gap, (sheet.Y[vertex] - startY) / gap);
            if (Math.Abs(column) > 1e6 || Math.Abs(row) > 1e6) continue;
            foreach (var x in new[] { Math.Floor(column), Math.Ceiling(column) })
                foreach (var y in new[] { Math.Floor(row), Math.Ceiling(row) })
                    if (Math.Abs(x - column) < 0.9 && Math.Abs(y - row) < 0.9) taken.Add(((long)x, (long)y));
        }
        return taken;
    }

    private static int Group(LayoutRequest request, Sheet sheet, int vertex) => request.Groups.Length == 0 ? 0 : request.Groups[sheet.Outside(vertex)];
}
