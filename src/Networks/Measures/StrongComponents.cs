using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures;

/// <summary>Strong components: the largest sets of vertices of which each is reached from each other along the direction of the ties.</summary>
/// <param name="Labels">For each vertex inside the number of its component; a component is numbered before those that lead to it.</param>
/// <param name="Sizes">For each component how many vertices it has; they add up to n.</param>
public sealed record StrongComponents(int[] Labels, int[] Sizes)
{
    private const int Stride = 0xFFF;

    /// <summary>Finds them in one walk in depth, with a stack of its own.</summary>
    /// <param name="graph">Undirected ones give the weak components.</param>
    /// <param name="ct">Checked every 4,096 steps.</param>
    /// <remarks>O(n + m) time, 20 n bytes. Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1(2), 1972.</remarks>
    public static StrongComponents Of(GraphSnapshot graph, CancellationToken ct)
    {
        var n = graph.VertexCount;
        var (labels, met, low, place) = (new int[n], new int[n], new int[n], new int[n]);   // met 0: not yet
        Array.Fill(labels, -1);
        var (path, open, sizes) = (new Stack<int>(), new Stack<int>(), new List<int>());
        var (count, steps) = (0, 0);
        for (var start = 0; start < n; start++)
        {
            if (met[start] == 0) Enter(start);
            while (path.TryPeek(out var vertex))
            {
                if ((steps++ & Stride) == 0) ct.ThrowIfCancellationRequested();
                var row = graph.Out(vertex);
                if (place[vertex] == row.Length) Leave(path.Pop());
                else if (met[row[place[vertex]]] == 0) Enter(row[place[vertex]]);   // and once more when it has been left
                else if (labels[row[place[vertex]++]] is var label && label < 0) low[vertex] = Math.Min(low[vertex], low[row[place[vertex] - 1]]);
            }
        }
        return new(labels, [.. sizes]);

        void Enter(int vertex)
        {
            low[vertex] = met[vertex] = ++count;
            path.Push(vertex);
            open.Push(vertex);
        }

        void Leave(int vertex)
        {
            if (low[vertex] != met[vertex]) return;
            sizes.Add(0);
            for (var other = -1; other != vertex; sizes[^1]++)
            {
                other = open.Pop();
                labels[other] = sizes.Count - 1;
            }
        }
    }
}
