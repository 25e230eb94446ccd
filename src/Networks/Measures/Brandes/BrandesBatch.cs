using System.Runtime.CompilerServices;
using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures.Brandes;

/// <summary>Brandes's dependencies of eight sources at a time: the number of shortest paths and the dependency of a vertex are lines of eight doubles.</summary>
/// <remarks>
/// Level by level, either the frontier pushes its lines along its arcs or each vertex that some lane has not met pulls those of its neighbours, whichever
/// crosses fewer arcs; a vertex outside the frontier holds a line of zeros, so that pulling needs no branch. The way back is the same product on
/// (reach + dependency) / paths. About 300 bytes a vertex.
/// </remarks>
internal sealed unsafe class BrandesBatch<TLine> : IDisposable
    where TLine : struct, ILine<TLine>
{
    public const int Lanes = 8;

    private readonly KernelGraph graph;
    private readonly AlignedArray<double>[] lines;
    private readonly AlignedArray<int>[] lists;
    private readonly AlignedArray<byte>[] masks;
    private readonly double* paths;
    private readonly double* dependency;
    private readonly double* front;
    private readonly double* spare;
    private readonly byte* met;
    private readonly byte* lanes;
    private readonly int* open;
    private readonly int* order;
    private readonly int* outStarts;
    private readonly int* outList;
    private readonly int* inStarts;
    private readonly int* inList;
    private readonly double* reaches;
    private readonly List<int> levels = [];
    private readonly List<int> touched = [];
    private int openCount;

    public BrandesBatch(KernelGraph graph)
    {
        this.graph = graph;
        var n = graph.Count;
        lines = [new(n * Lanes), new(n * Lanes), new(n * Lanes), new(n * Lanes)];
        lists = [new(n), new(n * Lanes)];
        masks = [new(n), new(n * Lanes)];
        paths = lines[0].Start;
        dependency = lines[1].Start;
        front = lines[2].Start;
        spare = lines[3].Start;
        open = lists[0].Start;
        order = lists[1].Start;
        met = masks[0].Start;
        lanes = masks[1].Start;
        outStarts = graph.OutStarts;
        outList = graph.OutList;
        inStarts = graph.InStarts;
        inList = graph.InList;
        reaches = graph.Reach;
    }

    /// <summary>Adds the dependencies of these sources, at most eight, times their reach, to each vertex's sum (and each arc's, where asked).</summary>
    /// <returns>False where the paths were too many for a double: then nothing was added, and the sources must be taken one by one.</returns>
    public bool Add(ReadOnlySpan<int> sources, double* atVertex, double* atArc, CancellationToken ct)
    {
        Begin(sources);
        var reach = stackalloc double[Lanes];
        for (var lane = 0; lane < Lanes; lane++) reach[lane] = lane < sources.Length ? reaches[sources[lane]] : 0;
        while (Forward())
            ct.ThrowIfCancellationRequested();
        var sound = Sound();
        if (sound) Backward(TLine.Load(reach), atVertex, atArc);
        return sound;
    }

    public void Dispose()
    {
        foreach (var line in lines) line.Dispose();
        foreach (var list in lists) list.Dispose();
        foreach (var mask in masks) mask.Dispose();
    }

    private void Begin(ReadOnlySpan<int> sources)
    {
        for (var at = 0; at < 3; at++) lines[at].Span.Clear();
        // Lanes without a source count as met everywhere, so that nobody waits for them.
        masks[0].Span.Fill(unchecked((byte)(0xFF << sources.Length)));
        levels.Clear();
        levels.Add(0);
        for (var lane = 0; lane < sources.Length; lane++)
        {
            var at = sources[lane];
            paths[(at * Lanes) + lane] = 1;
            front[(at * Lanes) + lane] = 1;
            met[at] |= (byte)(1 << lane);
            (order[lane], lanes[lane]) = (at, (byte)(1 << lane));
        }
        levels.Add(sources.Length);
        openCount = 0;
        for (var vertex = 0; vertex < graph.Count; vertex++) open[openCount++] = vertex;
    }

    /// <summary>Meets the next level; false where there is none.</summary>
    private bool Forward()
    {
        unchecked
        {
            var (from, to) = (levels[^2], levels[^1]);
            var (pushed, pulled, kept) = (0L, 0L, 0);
            for (var at = from; at < to; at++) pushed += outStarts[order[at] + 1] - outStarts[order[at]];
            for (var at = 0; at < openCount; at++)
            {
                var vertex = open[at];
                if (met[vertex] == 0xFF) continue;
                open[kept++] = vertex;
                pulled += inStarts[vertex + 1] - inStarts[vertex];
            }
            openCount = kept;
            // To push reads and writes a line for each arc, where to pull only reads.
            var end = 2 * pushed < pulled ? Push(from, to) : Pull(to);
            for (var at = from; at < to; at++) TLine.Store(TLine.Zero, front + ((long)order[at] * Lanes));
            for (var at = to; at < end; at++)
            {
                var (vertex, found) = (order[at], lanes[at]);
                met[vertex] |= found;
                TLine.Store(TLine.Keep(TLine.Load(paths + ((long)vertex * Lanes)), found), front + ((long)vertex * Lanes));
            }
            if (end > to) levels.Add(end);
            return end > to;
        }
    }

    private int Pull(int to)
    {
        unchecked
        {
            var end = to;
            for (var at = 0; at < openCount; at++)
            {
                var vertex = open[at];
                var line = Gather(front, inList + inStarts[vertex], inList + inStarts[vertex + 1]);
                var found = TLine.Positive(line) & ~met[vertex];
                if (found != 0) end = Found(vertex, line, found, end);
            }
            return end;
        }
    }

    private int Push(int from, int to)
    {
        unchecked
        {
            var end = to;
            for (var at = from; at < to; at++)
            {
                var vertex = order[at];
                var line = TLine.Load(front + ((long)vertex * Lanes));
                for (var arc = outList + outStarts[vertex]; arc < outList + outStarts[vertex + 1]; arc++)
                {
                    // Lanes without a source are met, so a vertex that none waits for is full.
                    if (met[*arc] == 0xFF) continue;
                    var other = spare + ((long)*arc * Lanes);
                    var before = TLine.Load(other);
                    if (TLine.Positive(before) == 0) touched.Add(*arc);
                    TLine.Store(TLine.Add(before, line), other);
                }
            }
            foreach (var vertex in touched)
            {
                var line = TLine.Load(spare + ((long)vertex * Lanes));
                TLine.Store(TLine.Zero, spare + ((long)vertex * Lanes));
                var found = TLine.Positive(line) & ~met[vertex];
                if (found != 0) end = Found(vertex, line, found, end);
            }
            touched.Clear();
            return end;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Found(int vertex, TLine line, int found, int end)
    {
        unchecked
        {
            var mine = paths + ((long)vertex * Lanes);
            TLine.Store(TLine.Add(TLine.Load(mine), TLine.Keep(line, found)), mine);
            (order[end], lanes[end]) = (vertex, (byte)found);
            return end + 1;
        }
    }

    private bool Sound()
    {
        // Infinity stays in the sum, wherever it was met.
        var sum = 0.0;
        foreach (var count in lines[0].Span) sum += count;
        lines[2].Span.Clear();
        return double.IsFinite(sum);
    }

    private void Backward(TLine reach, double* atVertex, double* atArc)
    {
        unchecked
        {
            for (var level = levels.Count - 2; level > 0; level--)
            {
                var (from, to, before) = (levels[level], levels[level + 1], levels[level - 1]);
                for (var at = from; at < to; at++)
                {
                    var vertex = order[at];
                    var kept = TLine.Keep(TLine.Load(dependency + ((long)vertex * Lanes)), lanes[at]);
                    atVertex[vertex] += TLine.Sum(TLine.Multiply(kept, reach));
                    var share = TLine.Divide(TLine.Add(TLine.All(reaches[vertex]), kept), TLine.Load(paths + ((long)vertex * Lanes)));
                    TLine.Store(TLine.Keep(share, lanes[at]), front + ((long)vertex * Lanes));
                }
                if (atArc != null) Shares(before, from, reach, atArc);
                else if (level > 1) Return(before, from, to);   // what the sources themselves depend on is asked by nobody
                for (var at = from; at < to; at++) TLine.Store(TLine.Zero, front + ((long)order[at] * Lanes));
            }
        }
    }

    /// <summary>The dependencies of one level from the shares of the next.</summary>
    private void Return(int before, int from, int to)
    {
        unchecked
        {
            var (pulled, pushed) = (0L, 0L);
            for (var at = before; at < from; at++) pulled += outStarts[order[at] + 1] - outStarts[order[at]];
            for (var at = from; at < to; at++) pushed += inStarts[order[at] + 1] - inStarts[order[at]];
            var push = 2 * pushed < pulled;
            if (push)
            {
                for (var at = from; at < to; at++)
                {
                    var vertex = order[at];
                    var line = TLine.Load(front + ((long)vertex * Lanes));
                    for (var arc = inList + inStarts[vertex]; arc < inList + inStarts[vertex + 1]; arc++)
                        TLine.Store(TLine.Add(TLine.Load(spare + ((long)*arc * Lanes)), line), spare + ((long)*arc * Lanes));
                }
            }
            for (var at = before; at < from; at++)
            {
                var vertex = order[at];
                var line = push ? TLine.Load(spare + ((long)vertex * Lanes)) : Gather(front, outList + outStarts[vertex], outList + outStarts[vertex + 1]);
                var mine = TLine.Keep(TLine.Multiply(TLine.Load(paths + ((long)vertex * Lanes)), line), lanes[at]);
                TLine.Store(TLine.Add(TLine.Load(dependency + ((long)vertex * Lanes)), mine), dependency + ((long)vertex * Lanes));
            }
            if (!push) return;
            for (var at = from; at < to; at++)
                for (var arc = inList + inStarts[order[at]]; arc < inList + inStarts[order[at] + 1]; arc++)
                    TLine.Store(TLine.Zero, spare + ((long)*arc * Lanes));
        }
    }

    /// <summary>As <see cref="Return"/>, always pulling, and each arc is told what it carries.</summary>
    private void Shares(int before, int from, TLine reach, double* atArc)
    {
        unchecked
        {
            for (var at = before; at < from; at++)
            {
                var vertex = order[at];
                var mine = TLine.Keep(TLine.Load(paths + ((long)vertex * Lanes)), lanes[at]);
                var asked = TLine.Multiply(mine, reach);
                var sum = TLine.Zero;
                for (var arc = outStarts[vertex]; arc < outStarts[vertex + 1]; arc++)
                {
                    var line = TLine.Load(front + ((long)outList[arc] * Lanes));
                    sum = TLine.Add(sum, line);
                    atArc[arc] += TLine.Sum(TLine.Multiply(asked, line));
                }
                TLine.Store(TLine.Add(TLine.Load(dependency + ((long)vertex * Lanes)), TLine.Multiply(mine, sum)), dependency + ((long)vertex * Lanes));
            }
        }
    }

    // Two sums by turns: one chain of additions would wait for itself.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLine Gather(double* lines, int* from, int* to)
    {
        unchecked
        {
            var (even, odd) = (TLine.Zero, TLine.Zero);
            for (; from + 1 < to; from += 2)
            {
                even = TLine.Add(even, TLine.Load(lines + ((long)from[0] * Lanes)));
                odd = TLine.Add(odd, TLine.Load(lines + ((long)from[1] * Lanes)));
            }
            if (from < to) even = TLine.Add(even, TLine.Load(lines + ((long)from[0] * Lanes)));
            return TLine.Add(even, odd);
        }
    }
}
