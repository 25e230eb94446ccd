using System.Runtime.CompilerServices;
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
        fixed (int* source = ties.Source, target = ties.Target) return Of(vertices, new(source, target, 1, ties.Source.Length), null, effort, ct);
    }

    /// <summary>As above; the rows are written over the pairs, so that these need no room of their own.</summary>
    /// <returns>Null where a pair comes twice: then the block holds its pairs again, in another order, loops as (0, 0).</returns>
    public static GraphSnapshot? Of(int vertices, PairBlock block, Effort effort, CancellationToken ct) =>
        Of(vertices, new(block.Memory.Start, block.Memory.Start + 1, 2, block.Rows), block, effort, ct);

    private static GraphSnapshot? Of(int vertices, Ends ends, PairBlock? block, Effort effort, CancellationToken ct)
    {
        var threads = ends.Rows < Few ? 1 : Math.Clamp(effort.Threads, 1, 8);
        var (degrees, loops) = Degrees(vertices, ends, threads, effort, ct);
        ct.ThrowIfCancellationRequested();
        var places = FallingDegree.Places(degrees);
        AlignedArray<int> inside = new(vertices), outside = new(vertices);
        for (var vertex = 0; vertex < vertices; vertex++) (inside.Start[vertex], outside.Start[places[vertex]]) = (places[vertex], vertex);
        var pairs = ends.Rows - loops;
        var offsets = new AlignedArray<long>(vertices + 1);
        for (var place = 0; place < vertices; place++) offsets.Start[place + 1] = offsets.Start[place] + degrees[outside.Start[place]];
        using var buckets = AlignedArray<int>.Unwritten(2 * pairs);
        var cuts = Chunks.ByArcs(offsets.Span, threads);
        Chunks.Run(cuts.Length - 1, effort with { Progress = null }, range => Bucket(ends, inside.Start, offsets, buckets, cuts[range], cuts[range + 1], ct), ct);
        var neighbours = block is null ? AlignedArray<int>.Unwritten(2 * pairs) : block.Memory;
        var repeated = new bool[cuts.Length - 1];
        Chunks.Run(cuts.Length - 1, effort with { Progress = null }, range => repeated[range] = Sort(offsets, buckets, neighbours, cuts[range], cuts[range + 1], vertices, ct), ct);
        if (!Array.Exists(repeated, one => one))
        {
            if (block is not null) neighbours = block.HandOver(2 * pairs);
            var forward = new Adjacency(offsets, neighbours, null);
            return new(false, pairs, forward, forward, TieColumnsKept.None, inside, outside, new(loops, 0));
        }
        if (block is null) neighbours.Dispose();
        else Restore(block, offsets, buckets, outside, vertices);
        offsets.Dispose();
        inside.Dispose();
        outside.Dispose();
        return null;
    }

    /// <summary>Each tie lies in the buckets of both its ends: of one it is the lesser.</summary>
    private static void Restore(PairBlock block, AlignedArray<long> offsets, AlignedArray<int> buckets, AlignedArray<int> outside, int vertices)
    {
        var pairs = block.Memory.Span;
        var at = 0;
        for (var far = 0; far < vertices; far++)
            for (var read = offsets.Start[far]; read < offsets.Start[far + 1]; read++)
                if (buckets.Start[read] < far) (pairs[at++], pairs[at++]) = (outside.Start[buckets.Start[read]], outside.Start[far]);
        pairs[at..].Clear();
    }

    /// <summary>Each thread counts a share of the rows; the counts are added.</summary>
    private static (int[] Degrees, int Loops) Degrees(int vertices, Ends ends, int threads, Effort effort, CancellationToken ct)
    {
        var (degrees, loops) = (new int[threads][], new int[threads]);
        Chunks.Run(threads, effort with { Progress = null }, part =>
        {
            degrees[part] = new int[vertices];
            loops[part] = Count(ends, (int)((long)ends.Rows * part / threads), (int)((long)ends.Rows * (part + 1) / threads), degrees[part]);
        }, ct);
        for (var part = 1; part < threads; part++)
        {
            for (var vertex = 0; vertex < vertices; vertex++) degrees[0][vertex] += degrees[part][vertex];
            loops[0] += loops[part];
        }
        return (degrees[0], loops[0]);
    }

    private static int Count(Ends ends, int from, int to, int[] degrees)
    {
        unchecked
        {
            var loops = 0;
            fixed (int* degree = degrees)
            {
                for (var row = from; row < to; row++)
                {
                    var (source, target) = ends[row];
                    if (source == target)
                    {
                        loops++;
                        continue;
                    }
                    degree[source]++;
                    degree[target]++;
                }
            }
            return loops;
        }
    }

    /// <summary>Puts each arc into the bucket of its far end, where that lies in this range.</summary>
    private static void Bucket(Ends ends, int* places, AlignedArray<long> offsets, AlignedArray<int> buckets, int from, int to, CancellationToken ct)
    {
        unchecked
        {
            var next = Begin(offsets, from, to);
            var width = (uint)(to - from);
            var into = buckets.Start;
            fixed (int* at = next)
            {
                for (var row = 0; row < ends.Rows; row++)
                {
                    if ((row & Stride) == 0) ct.ThrowIfCancellationRequested();
                    var (one, other) = ends[row];
                    (one, other) = (places[one], places[other]);
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

    /// <summary>Where the ends of the rows lie: in two columns, or in turn in one. Valid while what it points into is held.</summary>
    private readonly struct Ends(int* sources, int* targets, int step, int rows)
    {
        private readonly int* sources = sources;
        private readonly int* targets = targets;

        public int Rows { get; } = rows;

        public (int Source, int Target) this[int row]
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => (sources[(long)row * step], targets[(long)row * step]);
        }
    }
}
