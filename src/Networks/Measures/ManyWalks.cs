using System.Numerics;
using System.Runtime.Intrinsics;
using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures;

/// <summary>256 walks in breadth at once, each towards one vertex: a bit of a line says which of them have met a vertex.</summary>
internal sealed unsafe class ManyWalks : IDisposable
{
    public const int Width = 256;
    private const int Words = Width / 64;
    private const int Glance = 8;

    private readonly GraphSnapshot graph;
    private readonly ByComponent order;
    private readonly AlignedArray<ulong> met;
    private readonly AlignedArray<ulong> first;
    private readonly AlignedArray<ulong> second;
    private readonly int[] open;
    private int[] active;
    private int[] arriving;

    public ManyWalks(GraphSnapshot graph, ByComponent order)
    {
        (this.graph, this.order) = (graph, order);
        var n = graph.VertexCount;
        (met, first, second) = (new(n * Words), new(n * Words), new(n * Words));
        (open, active, arriving) = (new int[n], new int[n], new int[n]);
    }

    /// <summary>Adds for every vertex its distances to the vertices at these places of the order.</summary>
    public void Add(int from, int to, DistanceSums sums, CancellationToken ct)
    {
        var components = (From: order.Labels[order.Vertices[from]], To: order.Labels[order.Vertices[to - 1]] + 1);
        var opened = Begin(components.From, components.To, from, to);
        var (front, next) = (first, second);
        var count = to - from;
        for (var level = 1; count > 0; level++)
        {
            ct.ThrowIfCancellationRequested();
            var found = Step(front.Start, next.Start, count, ref opened);
            for (var at = 0; at < found; at++)
            {
                var vertex = arriving[at];
                var bits = 0;
                for (var word = 0; word < Words; word++) bits += BitOperations.PopCount(next.Start[((long)vertex * Words) + word]);
                sums.Sums[vertex] += (long)level * bits;
                sums.Reached[vertex] += bits;
                sums.Harmonic[vertex] += bits / (double)level;
            }
            if (found > 0) sums.Longest = Math.Max(sums.Longest, level);
            Clear(front.Start, count);
            (front, next, count) = (next, front, found);
            (active, arriving) = (arriving, active);
        }
    }

    public void Dispose()
    {
        met.Dispose();
        first.Dispose();
        second.Dispose();
    }

    /// <summary>Each walk begins at its own vertex. A walk that cannot come to a component counts as having met it, so that all vertices can become full.</summary>
    private int Begin(int component, int end, int from, int to)
    {
        var opened = 0;
        for (; component < end; component++)
        {
            var (own, past) = (Math.Max(from, order.Starts[component]), Math.Min(to, order.Starts[component + 1]));
            Span<ulong> elsewhere = [~0UL, ~0UL, ~0UL, ~0UL];
            for (var at = own; at < past; at++) elsewhere[(at - from) / 64] &= ~(1UL << ((at - from) % 64));
            for (var at = order.Starts[component]; at < order.Starts[component + 1]; at++)
            {
                open[opened++] = order.Vertices[at];
                elsewhere.CopyTo(met.Span[(order.Vertices[at] * Words)..]);
            }
        }
        for (var at = from; at < to; at++)
        {
            var (vertex, word, bit) = ((long)order.Vertices[at], (at - from) / 64, 1UL << ((at - from) % 64));
            met.Start[(vertex * Words) + word] |= bit;
            first.Start[(vertex * Words) + word] |= bit;
            active[at - from] = order.Vertices[at];
        }
        return opened;
    }

    private int Step(ulong* front, ulong* next, int count, ref int opened)
    {
        unchecked
        {
            var seen = met.Start;
            var (kept, pulled, pushed) = (0, 0L, 0L);
            for (var at = 0; at < count; at++) pushed += graph.In(active[at]).Length;
            for (var at = 0; at < opened; at++)
            {
                var vertex = open[at];
                if (Vector256.EqualsAll(Vector256.Load(seen + ((long)vertex * Words)), Vector256<ulong>.AllBitsSet)) continue;
                open[kept++] = vertex;
                pulled += graph.Out(vertex).Length;
            }
            opened = kept;
            var found = pushed < pulled / 4 ? Push(front, next, count) : Pull(front, next, opened);
            for (var at = 0; at < found; at++)
            {
                var place = (long)arriving[at] * Words;
                (Vector256.Load(seen + place) | Vector256.Load(next + place)).Store(seen + place);
            }
            return found;
        }
    }

    private int Pull(ulong* front, ulong* next, int opened)
    {
        unchecked
        {
            var seen = met.Start;
            var found = 0;
            for (var at = 0; at < opened; at++)
            {
                var vertex = open[at];
                var had = Vector256.Load(seen + ((long)vertex * Words));
                var got = Vector256<ulong>.Zero;
                var row = graph.Out(vertex);
                for (var place = 0; place < row.Length; place += Glance)
                {
                    foreach (var other in row.Slice(place, Math.Min(Glance, row.Length - place))) got |= Vector256.Load(front + ((long)other * Words));
                    if (Vector256.EqualsAll(got | had, Vector256<ulong>.AllBitsSet)) break;
                }
                got = Vector256.AndNot(got, had);
                if (Vector256.EqualsAll(got, Vector256<ulong>.Zero)) continue;
                got.Store(next + ((long)vertex * Words));
                arriving[found++] = vertex;
            }
            return found;
        }
    }

    private int Push(ulong* front, ulong* next, int count)
    {
        unchecked
        {
            var seen = met.Start;
            var found = 0;
            for (var at = 0; at < count; at++)
            {
                var line = Vector256.Load(front + ((long)active[at] * Words));
                foreach (var other in graph.In(active[at]))
                {
                    var place = (long)other * Words;
                    var got = Vector256.AndNot(line, Vector256.Load(seen + place));
                    if (Vector256.EqualsAll(got, Vector256<ulong>.Zero)) continue;
                    var before = Vector256.Load(next + place);
                    if (Vector256.EqualsAll(before, Vector256<ulong>.Zero)) arriving[found++] = other;
                    (before | got).Store(next + place);
                }
            }
            return found;
        }
    }

    private void Clear(ulong* front, int count)
    {
        for (var at = 0; at < count; at++) Vector256<ulong>.Zero.Store(front + ((long)active[at] * Words));
    }
}
