namespace Plumbline.Networks.Graphs;

/// <summary>The rows of an input in the order of their pairs, so that repeats stand side by side. Two stable counting sorts.</summary>
internal static class DistinctPairs
{
    /// <returns>The row numbers without loops, by (source, target), equal pairs in the order of the input. Undirected pairs are read smaller end first.</returns>
    public static int[] InOrder(int vertices, bool directed, in TieColumns ties, CancellationToken ct)
    {
        var rows = new int[ties.Source.Length];
        var count = 0;
        for (var row = 0; row < rows.Length; row++)
            if (ties.Source[row] != ties.Target[row]) rows[count++] = row;
        var byTarget = Sort(rows.AsSpan(0, count), vertices, directed, ties, second: true);
        ct.ThrowIfCancellationRequested();
        return Sort(byTarget, vertices, directed, ties, second: false);
    }

    public static (int First, int Second) Pair(bool directed, in TieColumns ties, int row)
    {
        var (source, target) = (ties.Source[row], ties.Target[row]);
        return directed || source < target ? (source, target) : (target, source);
    }

    private static int[] Sort(ReadOnlySpan<int> rows, int vertices, bool directed, in TieColumns ties, bool second)
    {
        var starts = new int[vertices + 1];
        foreach (var row in rows) starts[Key(row, directed, ties, second) + 1]++;
        for (var key = 0; key < vertices; key++) starts[key + 1] += starts[key];
        var sorted = new int[rows.Length];
        foreach (var row in rows) sorted[starts[Key(row, directed, ties, second)]++] = row;
        return sorted;
    }

    private static int Key(int row, bool directed, in TieColumns ties, bool second)
    {
        var (first, other) = Pair(directed, ties, row);
        return second ? other : first;
    }
}
