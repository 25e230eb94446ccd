using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures.Brandes;

/// <summary>The trees that hang on an undirected graph, folded from their leaves; of a component that is a tree nothing is left.</summary>
/// <param name="Folded">By vertex, whether it is gone.</param>
/// <param name="Reach">By vertex, how many vertices it stands for: itself and what was folded into it.</param>
/// <param name="AtVertex">By vertex, how many pairs have their only path through it because of what hangs on it.</param>
internal sealed record HangingTrees(bool[] Folded, double[] Reach, double[] AtVertex)
{
    private const int Stride = 0xFFF;

    public static HangingTrees None(int vertices)
    {
        var reach = new double[vertices];
        Array.Fill(reach, 1);
        return new(new bool[vertices], reach, new double[vertices]);
    }

    /// <param name="atArc">By arc, filled with the pairs that a folded tie parts; empty where nobody asks.</param>
    public static HangingTrees Of(GraphSnapshot graph, double[] atArc, CancellationToken ct)
    {
        var trees = None(graph.VertexCount);
        var (folded, reach, at) = (trees.Folded, trees.Reach, trees.AtVertex);
        var parts = WeakComponents.Of(graph, Effort.Single, ct);
        var left = new int[graph.VertexCount];
        var leaves = new Queue<int>();
        for (var vertex = 0; vertex < left.Length; vertex++)
        {
            left[vertex] = graph.Out(vertex).Length;
            if (left[vertex] == 0) folded[vertex] = true;
            if (left[vertex] == 1) leaves.Enqueue(vertex);
        }
        for (var count = 0; leaves.TryDequeue(out var leaf); count++)
        {
            if ((count & Stride) == 0) ct.ThrowIfCancellationRequested();
            folded[leaf] = true;
            if (left[leaf] == 0) continue;   // the last of its tree
            var row = graph.Out(leaf);
            var position = 0;
            while (folded[row[position]]) position++;
            var root = row[position];
            at[root] += (reach[root] - 1) * reach[leaf];
            reach[root] += reach[leaf];
            if (--left[root] == 1) leaves.Enqueue(root);
            if (atArc.Length == 0) continue;
            var pairs = reach[leaf] * (parts.Sizes[parts.Labels[leaf]] - reach[leaf]);
            atArc[graph.Offsets[leaf] + position] = pairs;
            atArc[graph.Offsets[root] + graph.Out(root).BinarySearch(leaf)] = pairs;
        }
        for (var vertex = 0; vertex < left.Length; vertex++) at[vertex] += (reach[vertex] - 1) * (parts.Sizes[parts.Labels[vertex]] - reach[vertex]);
        return trees;
    }
}
