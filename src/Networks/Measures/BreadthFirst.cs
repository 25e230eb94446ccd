using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures;

/// <summary>How many ties each vertex is away from one of them.</summary>
public static unsafe class BreadthFirst
{
    // Downwards while the frontier has few arcs, upwards from the unmet while it has many.
    private const int Up = 14;
    private const int Down = 18;

    /// <summary>Walks in breadth along the ties.</summary>
    /// <param name="graph">Directed ones are walked from source to target.</param>
    /// <param name="source">The vertex inside where the walk begins.</param>
    /// <param name="ct">Checked once a level.</param>
    /// <returns>n distances by vertex inside; -1 where it does not come.</returns>
    /// <remarks>O(n + m) at most, mostly far less; 9 n bytes. Beamer, Asanović and Patterson, "Direction-optimizing breadth-first search", SC 2012.</remarks>
    public static int[] Depths(GraphSnapshot graph, int source, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)source, (uint)graph.VertexCount);
        var n = graph.VertexCount;
        var depths = new int[n];
        Array.Fill(depths, -1);
        depths[source] = 0;
        var walk = new Walk(graph, depths, new int[n], (long)graph.Targets.Length - graph.Out(source).Length);
        walk.Queue[0] = source;
        for (int from = 0, to = 1, level = 1; from < to; level++)
        {
            ct.ThrowIfCancellationRequested();
            var arcs = 0L;
            for (var at = from; at < to; at++) arcs += graph.Out(walk.Queue[at]).Length;
            var isUpwards = arcs > walk.Unexplored / Up && to - from > n / (Down * 8);
            (from, to) = (to, isUpwards ? walk.FromBelow(from, to, level) : walk.FromAbove(from, to, level));
        }
        return depths;
    }

    private sealed class Walk(GraphSnapshot graph, int[] depths, int[] queue, long unexplored)
    {
        public int[] Queue { get; } = queue;

        public long Unexplored { get; private set; } = unexplored;

        private ulong[]? bits;

        public int FromAbove(int from, int to, int level)
        {
            unchecked
            {
                var end = to;
                fixed (int* depth = depths, next = Queue)
                {
                    for (var at = from; at < to; at++)
                        foreach (var other in graph.Out(next[at]))
                        {
                            if (depth[other] >= 0) continue;
                            depth[other] = level;
                            next[end++] = other;
                            Unexplored -= graph.Out(other).Length;
                        }
                }
                return end;
            }
        }

        public int FromBelow(int from, int to, int level)
        {
            unchecked
            {
                var (end, left) = (to, Unexplored);
                // The frontier as bits: it stays in the cache where the depths would not.
                bits ??= new ulong[(depths.Length + 63) / 64];
                Array.Clear(bits);
                for (var at = from; at < to; at++) bits[Queue[at] >> 6] |= 1UL << Queue[at];
                fixed (int* depth = depths, next = Queue)
                fixed (ulong* frontier = bits)
                {
                    for (var vertex = 0; vertex < depths.Length; vertex++)
                    {
                        if (depth[vertex] >= 0) continue;
                        foreach (var other in graph.In(vertex))
                        {
                            if ((frontier[other >> 6] >> other & 1) == 0) continue;
                            depth[vertex] = level;
                            next[end++] = vertex;
                            left -= graph.Out(vertex).Length;
                            break;
                        }
                    }
                }
                Unexplored = left;
                return end;
            }
        }
    }
}
