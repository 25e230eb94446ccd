using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures;

/// <summary>What an undirected graph hangs together by: blocks (no single vertex parts them), the cut vertices between them, and bridges.</summary>
/// <param name="IsCut">By vertex inside, whether its removal leaves its component in more parts: an articulation point.</param>
/// <param name="Bridges">Ties whose removal does so, as pairs of vertices inside, the smaller first, in rising order.</param>
/// <param name="Starts">Where in <paramref name="Members"/> each block begins, and the end of the last.</param>
/// <param name="Members">The vertices inside of each block; a cut vertex is in several, an isolated one in none.</param>
public sealed record Blocks(bool[] IsCut, (int First, int Second)[] Bridges, int[] Starts, int[] Members)
{
    private const int Stride = 0xFFF;

    /// <summary>How many blocks there are; a bridge is one of two.</summary>
    public int Count => Starts.Length - 1;

    /// <summary>Finds all in one walk in depth, with a stack of its own.</summary>
    /// <param name="graph">Undirected.</param>
    /// <param name="ct">Checked every 4,096 steps.</param>
    /// <exception cref="ArgumentException">The graph is directed.</exception>
    /// <remarks>O(n + m) time, about 20 n bytes. Hopcroft and Tarjan, "Efficient algorithms for graph manipulation", Communications of the ACM 16(6), 1973.</remarks>
    public static Blocks Of(GraphSnapshot graph, CancellationToken ct)
    {
        if (graph.IsDirected) throw new ArgumentException("Blocks are of undirected graphs.", nameof(graph));
        var n = graph.VertexCount;
        var (met, low, place, cut) = (new int[n], new int[n], new int[n], new bool[n]);   // met 0: not yet
        var (path, open) = (new Stack<int>(), new Stack<int>());
        var (bridges, starts, members) = (new List<(int First, int Second)>(), new List<int> { 0 }, new List<int>());
        var (count, steps) = (0, 0);
        for (var start = 0; start < n; start++)
        {
            if (met[start] != 0) continue;
            var parts = 0;
            Enter(start);
            while (path.TryPop(out var vertex))
            {
                if ((steps++ & Stride) == 0) ct.ThrowIfCancellationRequested();
                var row = graph.Out(vertex);
                var parent = path.TryPeek(out var above) ? above : -1;
                if (place[vertex] < row.Length)
                {
                    var next = row[place[vertex]++];
                    path.Push(vertex);
                    if (met[next] == 0) Enter(next);
                    else if (next != parent) low[vertex] = Math.Min(low[vertex], met[next]);
                    continue;
                }
                if (parent < 0) continue;
                low[parent] = Math.Min(low[parent], low[vertex]);
                if (low[vertex] < met[parent]) continue;
                // Nothing below reaches above the parent: what is open down to here is a block.
                Close(vertex, parent);
                if (low[vertex] > met[parent]) bridges.Add((Math.Min(vertex, parent), Math.Max(vertex, parent)));
                if (parent == start) parts++;
                else cut[parent] = true;
            }
            cut[start] = parts > 1;
            open.Clear();
        }
        bridges.Sort();
        return new(cut, [.. bridges], [.. starts], [.. members]);

        void Enter(int vertex)
        {
            low[vertex] = met[vertex] = ++count;
            path.Push(vertex);
            open.Push(vertex);
        }

        void Close(int vertex, int parent)
        {
            for (var other = -1; other != vertex;)
            {
                other = open.Pop();
                members.Add(other);
            }
            members.Add(parent);
            starts.Add(members.Count);
        }
    }
}
