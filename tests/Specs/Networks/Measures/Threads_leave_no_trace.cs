using Plumbline.Core;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures;

namespace Plumbline.Specs.Networks.Measures;

public sealed class Threads_leave_no_trace
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void In_any_measure(bool directed)
    {
        const int n = 3000, rows = 80_000;
        var (sources, targets, weights, state) = (new int[rows], new int[rows], new double[rows], 7u);
        int Draw(int below) => (int)((state = unchecked((state * 1664525) + 1013904223)) >> 8) % below;
        for (var row = 0; row < rows; row++) (sources[row], targets[row], weights[row]) = (Draw(n), Math.Min(Draw(n), Draw(n)), 1 + Draw(5));
        var columns = new TieColumns { Source = sources, Target = targets, Weight = weights };
        using var graph = Assert.IsType<Outcome<GraphSnapshot>.Done>(GraphBuilder.Build(n, directed, columns, Repeats.Add, default)).Value;
        using var joined = Assert.IsType<Outcome<GraphSnapshot>.Done>(GraphBuilder.Build(n, false, columns, Repeats.Add, default)).Value;
        var (one, four) = (new VertexMeasures(graph, joined, Effort.Single, default), new VertexMeasures(graph, joined, new Effort(4), default));
        foreach (var name in VertexMeasures.Columns.Where(name => name != "betweenness_invw"))
            Assert.Equal(one.Of(name).Select(BitConverter.DoubleToInt64Bits), four.Of(name).Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal(1, one.Of("pagerank").Sum(), 1e-12);
        Assert.Equal(1, one.Of("pagerank_w").Sum(), 1e-12);
    }

    [Fact]
    public void And_any_measure_stops_when_it_is_told_to()
    {
        using var graph = Assert.IsType<Outcome<GraphSnapshot>.Done>(GraphBuilder.Build(3, false, new() { Source = [0, 1], Target = [1, 2], Weight = [1, 1] }, Repeats.Add, default)).Value;
        var stopped = new VertexMeasures(graph, graph, Effort.Single, new CancellationToken(true));
        foreach (var name in VertexMeasures.Columns.Where(name => name is not ("degree" or "in_degree" or "out_degree" or "strength")))
            Assert.ThrowsAny<OperationCanceledException>(() => stopped.Of(name));
    }
}
