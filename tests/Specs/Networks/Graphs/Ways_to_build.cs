using CsCheck;
using Plumbline.Core;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures;

namespace Plumbline.Specs.Networks.Graphs;

public sealed class Ways_to_build
{
    [Fact]
    public void Give_the_same_graph_with_columns_or_without_on_any_number_of_threads() =>
        Gen.Select(Gen.Int[1, 400], Gen.UInt[0, 1000], Gen.Bool).Sample((n, seed, isLarge) =>
        {
            // A simple congruential row of pairs; large ones go to several threads and rarely repeat a pair.
            var (rows, vertices, state) = (isLarge ? 70_000 : 3 * n, isLarge ? 1_000_000 : n, seed);
            int Draw() => (int)((state = unchecked((state * 1664525) + 1013904223)) >> 8) % vertices;
            var (sources, targets) = (new int[rows], new int[rows]);
            for (var row = 0; row < rows; row++) (sources[row], targets[row]) = (Draw(), Draw());
            using var plain = Build(vertices, sources, targets, [], new Effort(3));
            using var columns = Build(vertices, sources, targets, new double[rows], Effort.Single);
            using var inPlace = InPlace(vertices, sources, targets, new Effort(2));
            foreach (var graph in new[] { plain, inPlace })
            {
                Assert.True(graph.Offsets.SequenceEqual(columns.Offsets));
                Assert.True(graph.Targets.SequenceEqual(columns.Targets));
                Assert.Equal((columns.TieCount, columns.LeftOut), (graph.TieCount, graph.LeftOut));
            }
            var depths = BreadthFirst.Depths(plain, 0, default);
            for (var vertex = 0; vertex < plain.VertexCount; vertex++)
                foreach (var other in plain.Out(vertex)) Assert.True(depths[vertex] < 0 ? depths[other] < 0 : Math.Abs(depths[vertex] - depths[other]) <= 1 && depths[other] >= 0);
        }, iter: 30);

    [Fact]
    public void In_the_memory_of_the_pairs_name_an_end_that_is_outside()
    {
        using var pairs = new PairBlock(3);
        int[] ends = [0, 1, 1, 2, 2, 3];
        ends.CopyTo(pairs.Ends);
        var why = Assert.IsType<Outcome<GraphSnapshot>.Refused>(GraphBuilder.Build(3, pairs, Effort.Single, default)).Why;
        Assert.Equal(("graph.end", "Tie 2 names a vertex outside 0 to 2."), (why.Code, why.Detail));
        using var graph = Assert.IsType<Outcome<GraphSnapshot>.Done>(GraphBuilder.Build(4, pairs, Effort.Single, default)).Value;
        Assert.Equal(3, graph.TieCount);
        Assert.Throws<ObjectDisposedException>(() => pairs.Ends.Length);
    }

    private static GraphSnapshot InPlace(int n, int[] sources, int[] targets, Effort effort)
    {
        using var pairs = new PairBlock(sources.Length);
        for (var row = 0; row < sources.Length; row++) (pairs.Ends[2 * row], pairs.Ends[(2 * row) + 1]) = (sources[row], targets[row]);
        return Assert.IsType<Outcome<GraphSnapshot>.Done>(GraphBuilder.Build(n, pairs, effort, default)).Value;
    }

    private static GraphSnapshot Build(int n, int[] sources, int[] targets, double[] weights, Effort effort) => Assert.IsType<Outcome<GraphSnapshot>.Done>(
        GraphBuilder.Build(n, false, new() { Source = sources, Target = targets, Weight = weights }, Repeats.First, effort, default)).Value;
}
