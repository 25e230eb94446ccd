using CsCheck;
using Plumbline.Core;
using Plumbline.Networks.Graphs;

namespace Plumbline.Specs.Networks.Graphs;

public sealed class A_graph_snapshot
{
    private const int Vertices = 20;

    private static readonly Gen<(int Source, int Target, int Weight)[]> Ties =
        Gen.Select(Gen.Int[0, Vertices - 1], Gen.Int[0, Vertices - 1], Gen.Int[0, 9]).Array[0, 60];

    [Fact]
    public void Holds_the_distinct_pairs_of_its_input_and_counts_what_it_left_out() => Gen.Select(Ties, Gen.Bool).Sample((ties, directed) =>
    {
        using var graph = Build(ties, directed);
        var pairs = ties.Where(tie => tie.Source != tie.Target).Select(tie => Pair(tie, directed)).ToList();
        var found = Enumerable.Range(0, Vertices)
            .SelectMany(vertex => graph.Out(vertex).ToArray().Select(other => (graph.Outside(vertex), graph.Outside(other))))
            .Where(pair => directed || pair.Item1 < pair.Item2);
        Assert.Equal(pairs.Distinct().Order(), found.Order());
        Assert.Equal(ties.Length, graph.TieCount + graph.LeftOut.Loops + graph.LeftOut.Repeats);
        Assert.Equal(ties.Length - pairs.Count, graph.LeftOut.Loops);
    });

    [Fact]
    public void Has_rising_neighbours_and_hubs_first() => Gen.Select(Ties, Gen.Bool).Sample((ties, directed) =>
    {
        using var graph = Build(ties, directed);
        var last = int.MaxValue;
        for (var vertex = 0; vertex < Vertices; vertex++)
        {
            Assert.Equal(graph.Out(vertex).ToArray().Order().Distinct(), graph.Out(vertex).ToArray());
            Assert.Equal(graph.In(vertex).ToArray().Order().Distinct(), graph.In(vertex).ToArray());
            var degree = graph.Out(vertex).Length + (directed ? graph.In(vertex).Length : 0);
            Assert.True(degree <= last);
            last = degree;
        }
    });

    [Fact]
    public void Keeps_the_columns_of_a_tie_beside_both_its_ends() => Gen.Select(Ties, Gen.Bool).Sample((ties, directed) =>
    {
        using var graph = Build(ties, directed);
        var sums = ties.GroupBy(tie => Pair(tie, directed)).ToDictionary(rows => rows.Key, rows => rows.Sum(tie => (double)tie.Weight));
        var firsts = ties.Index().GroupBy(row => Pair(row.Item, directed)).ToDictionary(rows => rows.Key, rows => (long)rows.First().Index);
        for (var vertex = 0; vertex < Vertices; vertex++)
        {
            for (var at = 0; at < graph.Out(vertex).Length; at++) Holds(graph.OutTies(vertex)[at], vertex, graph.Out(vertex)[at]);
            for (var at = 0; at < graph.In(vertex).Length; at++) Holds(graph.InTies(vertex)[at], graph.In(vertex)[at], vertex);
        }

        void Holds(int tie, int source, int target)
        {
            var pair = Pair((graph.Outside(source), graph.Outside(target), 0), directed);
            Assert.Equal(sums[pair], graph.Weights[tie]);
            Assert.Equal(firsts[pair], graph.Statements[tie]);
        }
    });

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void May_be_empty(int vertices)
    {
        using var graph = Done(GraphBuilder.Build(vertices, false, new() { Source = [], Target = [] }, Repeats.Add, default));
        Assert.Equal((vertices, 0), (graph.VertexCount, graph.TieCount));
    }

    [Theory]
    [InlineData(0, 2, 1.0, 0.5f, "graph.end")]
    [InlineData(-1, 1, 1.0, 0.5f, "graph.end")]
    [InlineData(0, 1, -1.0, 0.5f, "graph.weight")]
    [InlineData(0, 1, double.NaN, 0.5f, "graph.weight")]
    [InlineData(0, 1, double.PositiveInfinity, 0.5f, "graph.weight")]
    [InlineData(0, 1, 1.0, 1.5f, "graph.probability")]
    [InlineData(0, 1, 1.0, float.NaN, "graph.probability")]
    public void Is_not_made_of_what_cannot_be_a_tie(int source, int target, double weight, float probability, string code)
    {
        var columns = new TieColumns { Source = [source], Target = [target], Weight = [weight], Probability = [probability] };
        Assert.Equal(code, GraphBuilder.Build(2, false, columns, Repeats.Add, default).Why.Code);
    }

    [Fact]
    public void Is_not_made_of_columns_of_different_lengths() =>
        Assert.Equal("graph.columns", GraphBuilder.Build(2, false, new() { Source = [0], Target = [] }, Repeats.Add, default).Why.Code);

    [Fact]
    public void Takes_at_most_twenty_bytes_a_tie_with_a_hub_of_two_million()
    {
        const int leaves = 2_000_000;
        var columns = new TieColumns { Source = new int[leaves], Target = Enumerable.Range(1, leaves).ToArray() };
        using var graph = Done(GraphBuilder.Build(leaves + 1, false, columns, Repeats.Add, default));
        Assert.Equal(leaves, graph.Out(0).Length);
        Assert.True((graph.Bytes - 8L * graph.VertexCount) / (double)leaves <= 20, $"{graph.Bytes} bytes");
    }

    [Fact]
    public void Stops_when_it_is_told_to() => Assert.ThrowsAny<OperationCanceledException>(() =>
        GraphBuilder.Build(2, false, new() { Source = [0], Target = [1] }, Repeats.Add, new CancellationToken(true)));

    private static (int, int) Pair((int Source, int Target, int Weight) tie, bool directed) =>
        directed || tie.Source < tie.Target ? (tie.Source, tie.Target) : (tie.Target, tie.Source);

    private static GraphSnapshot Build((int Source, int Target, int Weight)[] ties, bool directed) => Done(GraphBuilder.Build(Vertices, directed, new()
    {
        Source = ties.Select(tie => tie.Source).ToArray(),
        Target = ties.Select(tie => tie.Target).ToArray(),
        Weight = ties.Select(tie => (double)tie.Weight).ToArray(),
        Statement = Enumerable.Range(0, ties.Length).Select(row => (long)row).ToArray(),
    }, Repeats.Add, default));

    private static GraphSnapshot Done(Outcome<GraphSnapshot> built) => Assert.IsType<Outcome<GraphSnapshot>.Done>(built).Value;
}
