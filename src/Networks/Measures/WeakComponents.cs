using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures;

/// <summary>Weak components: the largest sets of vertices that ties connect, whichever way they lead.</summary>
/// <param name="Labels">For each vertex inside the number of its component; components are numbered from 0 in the order of their first vertex.</param>
/// <param name="Sizes">For each component how many vertices it has; they add up to n.</param>
public sealed record WeakComponents(int[] Labels, int[] Sizes)
{
    private const int Stride = 0xFFF;

    /// <summary>Finds them by walking in breadth. O(n + m) time, 4 n bytes beside the answer.</summary>
    /// <exception cref="OperationCanceledException">Checked every 4,096 vertices.</exception>
    public static WeakComponents Of(GraphSnapshot graph, CancellationToken ct)
    {
        var labels = new int[graph.VertexCount];
        Array.Fill(labels, -1);
        var queue = new int[graph.VertexCount];
        var sizes = new List<int>();
        for (var start = 0; start < labels.Length; start++)
        {
            if (labels[start] >= 0) continue;
            labels[start] = sizes.Count;
            queue[0] = start;
            var reached = 1;
            for (var next = 0; next < reached; next++)
            {
                if ((next & Stride) == 0) ct.ThrowIfCancellationRequested();
                reached = Enter(graph.Out(queue[next]), labels, sizes.Count, queue, reached);
                if (graph.IsDirected) reached = Enter(graph.In(queue[next]), labels, sizes.Count, queue, reached);
            }
            sizes.Add(reached);
        }
        return new(labels, [.. sizes]);
    }

    private static int Enter(ReadOnlySpan<int> neighbours, int[] labels, int label, int[] queue, int reached)
    {
        foreach (var neighbour in neighbours)
        {
            if (labels[neighbour] >= 0) continue;
            labels[neighbour] = label;
            queue[reached++] = neighbour;
        }
        return reached;
    }
}
