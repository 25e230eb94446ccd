namespace Plumbline.Networks.Communities;

/// <summary>How sure a membership is: whether other runs, which chance alone tells apart, put a vertex into the same company.</summary>
internal static class CommunityStability
{
    /// <summary>For each vertex the mean, over the runs but the chosen, of |A ∩ B| / |A ∪ B|, where A and B are its communities in the chosen run and in the other.</summary>
    /// <remarks>O(n) time a run. Jaccard 1901; the use of many runs after Lancichinetti and Fortunato, "Consensus clustering in complex networks", Scientific Reports 2, 2012.</remarks>
    public static double[] Of(int[][] runs, int chosen)
    {
        var labels = runs[chosen];
        var n = labels.Length;
        var (sizes, members) = Grouped(labels);
        var (stability, shared, touched) = (new double[n], new int[n], new int[n]);
        for (var run = 0; run < runs.Length; run++)
        {
            if (run == chosen) continue;
            var other = runs[run];
            var otherSizes = new int[n];
            foreach (var label in other) otherSizes[label]++;
            for (var start = 0; start < n;)
            {
                var size = sizes[labels[members[start]]];
                var group = members.AsSpan(start, size);
                var count = 0;
                foreach (var member in group)
                    if (shared[other[member]]++ == 0) touched[count++] = other[member];
                foreach (var member in group) stability[member] += shared[other[member]] / (double)(size + otherSizes[other[member]] - shared[other[member]]);
                for (var at = 0; at < count; at++) shared[touched[at]] = 0;
                start += size;
            }
        }
        for (var vertex = 0; vertex < n; vertex++) stability[vertex] /= runs.Length - 1;
        return stability;
    }

    private static (int[] Sizes, int[] Members) Grouped(int[] labels)
    {
        var (starts, sizes, members) = (new int[labels.Length + 1], new int[labels.Length], new int[labels.Length]);
        foreach (var label in labels)
        {
            sizes[label]++;
            starts[label + 1]++;
        }
        for (var label = 0; label < labels.Length; label++) starts[label + 1] += starts[label];
        for (var vertex = 0; vertex < labels.Length; vertex++) members[starts[labels[vertex]]++] = vertex;
        return (sizes, members);
    }
}
