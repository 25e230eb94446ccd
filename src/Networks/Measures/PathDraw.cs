using Plumbline.Networks.Chance;
using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures;

/// <summary>Draws two vertices and one of the shortest paths between them, all alike likely, by walks in breadth from both ends.</summary>
internal sealed unsafe class PathDraw : IDisposable
{
    private readonly GraphSnapshot graph;
    private readonly int[] parts;
    private readonly AlignedArray<Mark> marks;
    private readonly Side near;
    private readonly Side far;
    private readonly List<(int From, int To)> meetings = [];
    private readonly List<int> inner = [];

    public PathDraw(GraphSnapshot graph, int[] parts)
    {
        (this.graph, this.parts, marks) = (graph, parts, new(graph.VertexCount));
        (near, far) = (new(1), new(-1));
    }

    /// <summary>The vertices between the ends of the path that belongs to this draw; none where no path joins them. Valid until the next call.</summary>
    public List<int> Inner(ulong seed, ulong stream, ulong draw)
    {
        var chance = SeededChance.Of(seed, (draw << 1) | stream);
        var n = graph.VertexCount;
        var source = chance.Below(n);
        var target = chance.Below(n - 1);
        if (target >= source) target++;
        inner.Clear();
        if (parts[source] != parts[target]) return inner;
        near.Begin(source, marks.Start);
        far.Begin(target, marks.Start);
        meetings.Clear();
        // Whichever side has fewer ties before it goes on, until a tie joins the two.
        while (meetings.Count == 0)
        {
            if (near.From == near.Reached.Count || far.From == far.Reached.Count) break;
            var (nearArcs, farArcs) = (Arcs(near, outwards: true), Arcs(far, outwards: false));
            if (nearArcs <= farArcs) Advance(near, outwards: true);
            else Advance(far, outwards: false);
        }
        if (meetings.Count > 0) Walk(ref chance);
        near.End(marks.Start);
        far.End(marks.Start);
        return inner;
    }

    public void Dispose() => marks.Dispose();

    private ReadOnlySpan<int> Row(int vertex, bool outwards) => outwards ? graph.Out(vertex) : graph.In(vertex);

    private long Arcs(Side side, bool outwards)
    {
        if (side.Arcs >= 0) return side.Arcs;
        var arcs = 0L;
        for (var at = side.From; at < side.Reached.Count; at++) arcs += Row(side.Reached[at], outwards).Length;
        return side.Arcs = arcs;
    }

    /// <summary>One level of one side: who is met for the first time is marked, and ties to the other side are kept.</summary>
    private void Advance(Side side, bool outwards)
    {
        unchecked
        {
            var mark = marks.Start;
            var (from, to, level) = (side.From, side.Reached.Count, side.Level + side.Sign);
            for (var at = from; at < to; at++)
            {
                var vertex = side.Reached[at];
                var paths = mark[vertex].Paths;
                foreach (var other in Row(vertex, outwards))
                {
                    var met = mark[other].Level;
                    if (met == 0)
                    {
                        (mark[other].Level, mark[other].Paths) = (level, paths);
                        side.Reached.Add(other);
                    }
                    else if (met == level) mark[other].Paths += paths;
                    else if ((met ^ level) < 0) meetings.Add(outwards ? (vertex, other) : (other, vertex));
                }
            }
            (side.From, side.Level, side.Arcs) = (to, level, -1);
        }
    }

    /// <summary>Chooses a tie between the sides by how many shortest paths it is on, and from its ends one of the ways to each.</summary>
    private void Walk(ref SeededChance chance)
    {
        var mark = marks.Start;
        var whole = 0.0;
        foreach (var (from, to) in meetings) whole += mark[from].Paths * mark[to].Paths;
        var (left, chosen) = (chance.NextUnit() * whole, meetings[^1]);
        foreach (var (from, to) in meetings)
        {
            left -= mark[from].Paths * mark[to].Paths;
            if (left >= 0) continue;
            chosen = (from, to);
            break;
        }
        Back(chosen.From, outwards: false, ref chance);
        Back(chosen.To, outwards: true, ref chance);
    }

    private void Back(int vertex, bool outwards, ref SeededChance chance)
    {
        var mark = marks.Start;
        while (Math.Abs(mark[vertex].Level) > 1)
        {
            inner.Add(vertex);
            var before = mark[vertex].Level - Math.Sign(mark[vertex].Level);
            var (left, last) = (chance.NextUnit() * mark[vertex].Paths, -1);
            foreach (var other in Row(vertex, outwards))
            {
                if (mark[other].Level != before) continue;
                last = other;
                left -= mark[other].Paths;
                if (left < 0) break;
            }
            vertex = last;
        }
    }

    /// <summary>How far from an end (1 at the end itself, negative on the far side, 0 unmet), and by how many shortest paths.</summary>
    private struct Mark
    {
        public int Level;
        public double Paths;
    }

    private sealed class Side(int sign)
    {
        public int Sign => sign;

        public List<int> Reached { get; } = [];

        public int From { get; set; }

        public int Level { get; set; }

        public long Arcs { get; set; }

        public void Begin(int vertex, Mark* marks)
        {
            Reached.Clear();
            Reached.Add(vertex);
            (From, Level, Arcs) = (0, sign, -1);
            (marks[vertex].Level, marks[vertex].Paths) = (sign, 1);
        }

        public void End(Mark* marks)
        {
            foreach (var vertex in Reached) marks[vertex] = default;
        }
    }
}
