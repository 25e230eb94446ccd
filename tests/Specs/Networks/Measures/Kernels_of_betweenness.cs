using CsCheck;
using Plumbline.Core;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures;

namespace Plumbline.Specs.Networks.Measures;

public sealed class Kernels_of_betweenness
{
    private const int Most = 24;

    private static readonly Gen<(int N, bool Directed, (int Source, int Target)[] Ties)> Graphs =
        Gen.Select(Gen.Int[1, Most], Gen.Bool, Gen.Select(Gen.Int[0, Most - 1], Gen.Int[0, Most - 1]).Array[0, 60],
            (n, directed, ties) => (n, directed, ties.Select(tie => (tie.Item1 % n, tie.Item2 % n)).ToArray()));

    [Fact]
    public void Agree_with_counting_all_shortest_paths() => Graphs.Sample(one =>
    {
        using var graph = Build(one.N, one.Directed, one.Ties);
        var (slowVertices, slowArcs) = Slow(graph);
        foreach (var kernel in Enum.GetValues<BetweennessKernel>())
            foreach (var threads in new[] { 1, 3 })
            {
                var found = Betweenness.Of(graph, true, kernel, new Effort(threads), default);
                for (var vertex = 0; vertex < one.N; vertex++) Assert.Equal(slowVertices[vertex], found.AtVertex[vertex], 1e-9);
                for (var arc = 0; arc < slowArcs.Length; arc++) Assert.Equal(slowArcs[arc], found.AtArc[arc], 1e-9);
                Assert.Equal(Bits(Betweenness.Of(graph, false, kernel, Effort.Single, default).AtVertex), Bits(Betweenness.Of(graph, false, kernel, new Effort(threads), default).AtVertex));
            }
    }, iter: 200);

    [Fact]
    public void Of_equal_lengths_agree_with_those_without() => Graphs.Sample(one =>
    {
        using var graph = Build(one.N, one.Directed, one.Ties, weight: 3);
        var plain = Betweenness.Of(graph, false, Effort.Single, default).AtVertex;
        var byLength = WeightedBetweenness.Of(graph, new Effort(2), default);
        for (var vertex = 0; vertex < one.N; vertex++) Assert.Equal(plain[vertex], byLength[vertex], 1e-9);
    }, iter: 200);

    [Fact]
    public void Count_more_paths_than_a_double_holds()
    {
        // Layers of sixteen, each tied to all of the next: every layer has sixteen times as many paths as the one before.
        const int wide = 16, layers = 261;
        var ties = Enumerable.Range(0, (layers - 1) * wide).SelectMany(vertex => Enumerable.Range(0, wide).Select(other => (vertex, (((vertex / wide) + 1) * wide) + other))).ToArray();
        using var graph = Build(wide * layers, false, ties);
        var one = Betweenness.Of(graph, false, BetweennessKernel.OneByOne, new Effort(2), default).AtVertex;
        var eight = Betweenness.Of(graph, false, BetweennessKernel.Lines256, new Effort(2), default).AtVertex;
        for (var vertex = 0; vertex < one.Length; vertex++) Assert.Equal(one[vertex], eight[vertex], 1e-9 * (1 + one[vertex]));
        // A layer in the middle shares what goes from 130 layers to 130 others, and a 32nd of each pair in the layers beside it.
        var across = 130.0 * wide * 130 * wide / wide;
        Assert.Equal(across + (2 * 120 / 32.0), one[graph.Inside(130 * wide)], 1e-6);
    }

    private static GraphSnapshot Build(int n, bool directed, (int Source, int Target)[] ties, double? weight = null) => Assert.IsType<Outcome<GraphSnapshot>.Done>(GraphBuilder.Build(n, directed, new()
    {
        Source = ties.Select(tie => tie.Source).ToArray(),
        Target = ties.Select(tie => tie.Target).ToArray(),
        Weight = weight is { } all ? Enumerable.Repeat(all, ties.Length).ToArray() : [],
    }, Repeats.First, default)).Value;

    private static long[] Bits(double[] values) => [.. values.Select(BitConverter.DoubleToInt64Bits)];

    /// <summary>By the definition: distances and numbers of paths between all pairs, then each pair asks each vertex and tie.</summary>
    private static (double[] Vertices, double[] Arcs) Slow(GraphSnapshot graph)
    {
        var n = graph.VertexCount;
        var (far, paths) = (new int[n, n], new double[n, n]);
        for (var source = 0; source < n; source++)
        {
            for (var other = 0; other < n; other++) far[source, other] = -1;
            (far[source, source], paths[source, source]) = (0, 1);
            var queue = new Queue<int>([source]);
            while (queue.TryDequeue(out var vertex))
                foreach (var next in graph.Out(vertex))
                {
                    if (far[source, next] < 0) queue.Enqueue(next);
                    if (far[source, next] < 0) far[source, next] = far[source, vertex] + 1;
                    if (far[source, next] == far[source, vertex] + 1) paths[source, next] += paths[source, vertex];
                }
        }
        var (vertices, arcs) = (new double[n], new double[graph.Targets.Length]);
        var share = graph.IsDirected ? 1 : 0.5;
        for (var source = 0; source < n; source++)
            for (var target = 0; target < n; target++)
            {
                if (source == target || far[source, target] < 0) continue;
                for (var vertex = 0; vertex < n; vertex++)
                {
                    if (far[source, vertex] < 0) continue;
                    if (vertex != source && vertex != target && far[vertex, target] >= 0 && far[source, vertex] + far[vertex, target] == far[source, target])
                        vertices[vertex] += share * paths[source, vertex] * paths[vertex, target] / paths[source, target];
                    for (var arc = (int)graph.Offsets[vertex]; arc < graph.Offsets[vertex + 1]; arc++)
                    {
                        var next = graph.Targets[arc];
                        if (far[next, target] < 0 || far[source, vertex] + 1 + far[next, target] != far[source, target]) continue;
                        arcs[arc] += share * paths[source, vertex] * paths[next, target] / paths[source, target];
                        if (graph.IsDirected) continue;
                        arcs[(int)graph.Offsets[next] + graph.Out(next).BinarySearch(vertex)] += share * paths[source, vertex] * paths[next, target] / paths[source, target];
                    }
                }
            }
        return (vertices, arcs);
    }
}
