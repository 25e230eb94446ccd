using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures;

/// <summary>Weak components: the largest sets of vertices that ties connect, whichever way they lead.</summary>
/// <param name="Labels">For each vertex inside the number of its component; components are numbered from 0 in the order of their first vertex.</param>
/// <param name="Sizes">For each component how many vertices it has; they add up to n.</param>
public sealed unsafe record WeakComponents(int[] Labels, int[] Sizes)
{
    private const int Rounds = 2;
    private const int Ranges = 64;
    private const int Samples = 1024;
    private const int Stride = 0xFFF;

    /// <summary>As <see cref="Of(GraphSnapshot, Effort, CancellationToken)"/>, on one thread.</summary>
    public static WeakComponents Of(GraphSnapshot graph, CancellationToken ct) => Of(graph, Effort.Single, ct);

    /// <summary>Joins each vertex with its first two neighbours, then the rest, but for what is already in the greatest component found so far.</summary>
    /// <exception cref="OperationCanceledException">Checked every 4,096 vertices.</exception>
    /// <remarks>About O(n + m) time, 4 n bytes. Sutton, Ben-Nun and Barak, "Optimizing parallel graph connectivity computation via subgraph sampling", IPDPS 2018.</remarks>
    public static WeakComponents Of(GraphSnapshot graph, Effort effort, CancellationToken ct)
    {
        var n = graph.VertexCount;
        var parents = new int[n];
        for (var vertex = 0; vertex < n; vertex++) parents[vertex] = vertex;
        var cuts = Chunks.ByArcs(graph.Offsets, Ranges);
        var quiet = effort with { Progress = null };
        for (var round = 0; round < Rounds; round++)
        {
            var position = round;
            Chunks.Run(cuts.Length - 1, quiet, chunk => Link(graph, parents, cuts[chunk], cuts[chunk + 1], position, ct), ct);
        }
        Flatten(parents);
        var greatest = Greatest(parents);
        Chunks.Run(cuts.Length - 1, quiet, chunk => Rest(graph, parents, cuts[chunk], cuts[chunk + 1], greatest, ct), ct);
        Flatten(parents);
        return Numbered(parents);
    }

    private static void Link(GraphSnapshot graph, int[] parents, int from, int to, int position, CancellationToken ct)
    {
        fixed (int* parent = parents)
        fixed (int* targets = graph.Targets)
        fixed (long* offsets = graph.Offsets)
        {
            for (var vertex = from; vertex < to; vertex++)
            {
                if ((vertex & Stride) == 0) ct.ThrowIfCancellationRequested();
                if (offsets[vertex] + position < offsets[vertex + 1]) Join(parent, vertex, targets[offsets[vertex] + position]);
            }
        }
    }

    private static void Rest(GraphSnapshot graph, int[] parents, int from, int to, int greatest, CancellationToken ct)
    {
        fixed (int* parent = parents)
        {
            for (var vertex = from; vertex < to; vertex++)
            {
                if ((vertex & Stride) == 0) ct.ThrowIfCancellationRequested();
                if (Root(parent, vertex) == greatest && !graph.IsDirected) continue;
                var row = graph.Out(vertex);
                for (var at = Math.Min(Rounds, row.Length); at < row.Length; at++) Join(parent, vertex, row[at]);
            }
        }
    }

    // A parent is never greater than its child, so a root is the least of its set whoever joined first.
    private static void Join(int* parent, int a, int b)
    {
        unchecked
        {
            var (one, other) = (Volatile.Read(ref parent[a]), Volatile.Read(ref parent[b]));
            while (one != other)
            {
                var (high, low) = one > other ? (one, other) : (other, one);
                var above = Volatile.Read(ref parent[high]);
                if (above == low || (above == high && Interlocked.CompareExchange(ref parent[high], low, high) == high)) return;
                (one, other) = (Volatile.Read(ref parent[Volatile.Read(ref parent[high])]), Volatile.Read(ref parent[low]));
            }
        }
    }

    private static int Root(int* parent, int vertex)
    {
        var at = vertex;
        for (var above = Volatile.Read(ref parent[at]); above != at; above = Volatile.Read(ref parent[at])) at = above;
        return at;
    }

    private static void Flatten(int[] parents)
    {
        // From the least upwards: whatever stands above has been flattened already.
        for (var vertex = 0; vertex < parents.Length; vertex++) parents[vertex] = parents[parents[vertex]];
    }

    private static int Greatest(int[] parents)
    {
        var counts = new Dictionary<int, int>();
        var step = Math.Max(1, parents.Length / Samples);
        for (var vertex = 0; vertex < parents.Length; vertex += step) counts[parents[vertex]] = counts.GetValueOrDefault(parents[vertex]) + 1;
        return counts.Count == 0 ? -1 : counts.OrderByDescending(one => one.Value).ThenBy(one => one.Key).First().Key;
    }

    private static WeakComponents Numbered(int[] parents)
    {
        var sizes = new List<int>();
        for (var vertex = 0; vertex < parents.Length; vertex++)
        {
            // A root comes before the others of its set, and by then its place holds the number.
            var root = parents[vertex];
            if (root == vertex)
            {
                parents[vertex] = sizes.Count;
                sizes.Add(1);
            }
            else
            {
                parents[vertex] = parents[root];
                sizes[parents[vertex]]++;
            }
        }
        return new(parents, [.. sizes]);
    }
}
