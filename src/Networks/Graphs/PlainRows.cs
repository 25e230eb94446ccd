using Plumbline.Networks.Measures;

namespace Plumbline.Networks.Graphs;

/// <summary>The short way to an undirected graph without further columns: each end's range of vertices is filled by one thread, in the order of the input.</summary>
internal static unsafe class PlainRows
{
    private const int Few = 1 << 16;
    private const int Stride = 0xFFFFF;

    /// <returns>Null where a pair comes twice: then degrees were counted wrongly, and the longer way must be gone.</returns>
    public static GraphSnapshot? Of(int vertices, in TieColumns ties, Effort effort, CancellationToken ct)
    {
        var (degrees, loops) = (new int[vertices], 0);
        for (var row = 0; row < ties.Source.Length; row++)
        {
            if (ties.Source[row] == ties.Target[row])
            {
                loops++;
                continue;
            }
            degrees[ties.Source[row]]++;
            degrees[ties.Target[row]]++;
        }
        ct.ThrowIfCancellationRequested();
        var places = FallingDegree.Places(degrees);
        AlignedArray<int> inside = new(vertices), outside = new(vertices);
        for (var vertex = 0; vertex < vertices; vertex++) (inside.Start[vertex], outside.Start[places[vertex]]) = (places[vertex], vertex);
        var pairs = ties.Source.Length - loops;
        var offsets = new AlignedArray<long>(vertices + 1);
        for (var place = 0; place < vertices; place++) offsets.Start[place + 1] = offsets.Start[place] + degrees[outside.Start[place]];
        AlignedArray<int> neighbours = new(2 * pairs);
        var forward = new Adjacency(offsets, neighbours, null);
        using AlignedArray<int> buckets = new(2 * pairs);
        var cuts = Chunks.ByArcs(offsets.Span, ties.Source.Length < Few ? 1 : Math.Clamp(effort.Threads, 1, 8));
        fixed (int* source = ties.Source, target = ties.Target, place = places)
        {
            // Pointers to what stays pinned here until all threads are done.
            int* sources = source, targets = target, placed = place;
            var rows = ties.Source.Length;
            var repeated = new bool[cuts.Length - 1];
            Chunks.Run(cuts.Length - 1, effort with { Progress = null }, range => Bucket(sources, targets, placed, rows, offsets, buckets, cuts[range], cuts[range + 1], ct), ct);
            Chunks.Run(cuts.Length - 1, effort with { Progress = null }, range => repeated[range] = Sort(offsets, buckets, neighbours, cuts[range], cuts[range + 1], vertices, ct), ct);
            if (!Array.Exists(repeated, one => one))
                return new(false, pairs, forward, forward, TieColumnsKept.For(ties, pairs), inside, outside, new(loops, 0));
        }
        forward.Dispose();
        inside.Dispose();
        outside.Dispose();
        return null;
    }

    /// <summary>Puts each arc into the bucket of its far end, where that lies in this range.</summary>
    private static void Bucket(int* sources, int* targets, int* places, int rows, AlignedArray<long> offsets, AlignedArray<int> buckets, int from, int to, CancellationToken ct)
    {
        unchecked
        {
            var next = Begin(offsets, from, to);
            var width = (uint)(to - from);
            var into = buckets.Start;
            fixed (int* at = next)
            {
                for (var row = 0; row < rows; row++)
                {
                    if ((row & Stride) == 0) ct.ThrowIfCancellationRequested();
                    var (one, other) = (places[sources[row]], places[targets[row]]);
                    if (one == other) continue;
                    if ((uint)(one - from) < width) into[at[one - from]++] = other;
                    if ((uint)(other - from) < width) into[at[other - from]++] = one;
                }
            }
        }
    }

    /// <summary>Reads the buckets in rising order into the rows of this range, which so are sorted.</summary>
    /// <returns>Whether a row has a neighbour twice.</returns>
    private static bool Sort(AlignedArray<long> offsets, AlignedArray<int> buckets, AlignedArray<int> neighbours, int from, int to, int vertices, CancellationToken ct)
    {
        unchecked
        {
            var (next, width, isRepeated) = (Begin(offsets, from, to), (uint)(to - from), false);
            int* bucket = buckets.Start, row = neighbours.Start;
            var ends = offsets.Start;
            fixed (int* at = next)
            {
                for (var far = 0; far < vertices; far++)
                {
                    if ((far & 0xFFF) == 0) ct.ThrowIfCancellationRequested();
                    for (var read = ends[far]; read < ends[far + 1]; read++)
                    {
                        var near = (uint)(bucket[read] - from);
                        if (near >= width) continue;
                        var place = at[near]++;
                        isRepeated |= place > ends[near + from] && row[place - 1] == far;
                        row[place] = far;
                    }
                }
            }
            return isRepeated;
        }
    }

    private static int[] Begin(AlignedArray<long> offsets, int from, int to)
    {
        var next = new int[Math.Max(1, to - from)];
        for (var vertex = from; vertex < to; vertex++) next[vertex - from] = (int)offsets.Start[vertex];
        return next;
    }
}
