namespace Plumbline.Networks.Graphs;

/// <summary>Compressed rows with rising neighbours, by two counting passes: bucket by the far end, then read the buckets in order into the near ends.</summary>
internal static class Rows
{
    public static Adjacency Sorted(int vertices, ReadOnlySpan<int> near, ReadOnlySpan<int> far, bool bothWays, bool withTies, CancellationToken ct)
    {
        var offsets = new AlignedArray<long>(vertices + 1);
        var arcs = bothWays ? checked(2 * near.Length) : near.Length;
        var (nearStarts, farStarts) = (Starts(vertices, near, far, bothWays), Starts(vertices, far, near, bothWays));
        for (var vertex = 0; vertex <= vertices; vertex++) offsets.Span[vertex] = nearStarts[vertex];
        var (buckets, pairs) = (new int[arcs], new int[arcs]);
        for (var pair = 0; pair < near.Length; pair++)
        {
            Put(farStarts[far[pair]]++, near[pair], pair);
            if (bothWays) Put(farStarts[near[pair]]++, far[pair], pair);
        }
        ct.ThrowIfCancellationRequested();
        var neighbours = new AlignedArray<int>(arcs);
        var ties = withTies ? new AlignedArray<int>(arcs) : null;
        var list = neighbours.Span;
        var beside = ties is null ? [] : ties.Span;
        var read = 0;
        for (var vertex = 0; vertex < vertices; vertex++)
            for (; read < farStarts[vertex]; read++)   // filled, a bucket's start has become its end
            {
                var at = nearStarts[buckets[read]]++;
                list[at] = vertex;
                if (withTies) beside[at] = pairs[read];
            }
        return new(offsets, neighbours, ties);

        void Put(int at, int vertex, int pair) => (buckets[at], pairs[at]) = (vertex, pair);
    }

    private static int[] Starts(int vertices, ReadOnlySpan<int> ends, ReadOnlySpan<int> others, bool bothWays)
    {
        var starts = new int[vertices + 1];
        foreach (var end in ends) starts[end + 1]++;
        if (bothWays)
            foreach (var other in others) starts[other + 1]++;
        for (var vertex = 0; vertex < vertices; vertex++) starts[vertex + 1] += starts[vertex];
        return starts;
    }
}
