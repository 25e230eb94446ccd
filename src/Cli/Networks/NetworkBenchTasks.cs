using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures;

namespace Plumbline.Cli.Networks;

/// <summary>Something to be timed, and the number that shows that the work was done.</summary>
internal sealed record BenchTask(string Name, string Invariant, Func<GraphSnapshot, Effort, CancellationToken, double> Run)
{
    public static IReadOnlyList<BenchTask> All { get; } =
    [
        new("components", "components", (graph, effort, ct) => WeakComponents.Of(graph, effort, ct).Sizes.Length),
        new("core", "max_core", (graph, _, ct) => CoreNumbers.Of(graph, ct).DefaultIfEmpty(0).Max()),
        new("bfs", "reached_from_first", (graph, _, ct) => BreadthFirst.Depths(graph, graph.Inside(0), ct).Count(depth => depth >= 0)),
        new("pagerank", "max_pagerank", (graph, effort, ct) => PageRank.Of(graph, false, PageRank.UsualDamping, effort, ct).DefaultIfEmpty(0).Max()),
        new("eigenvector", "sum_eigenvector", (graph, effort, ct) => Eigenvector.Of(graph, false, effort, ct).Sum()),
        new("triangles", "triangles", (graph, effort, ct) => Triangles.Of(graph, effort, ct).Count),
        new("articulation", "articulation_points", (graph, _, ct) => Blocks.Of(graph, ct).IsCut.Count(cut => cut)),
        new("constraint", "sum_constraint", (graph, effort, ct) => Constraint.Of(graph, false, effort, ct).Where(double.IsFinite).Sum()),
        new("closeness", "sum_closeness", (graph, effort, ct) => Distances.Of(graph, effort, ct).Closeness().Where(double.IsFinite).Sum()),
        new("betweenness", "max_betweenness", (graph, effort, ct) => Betweenness.Of(graph, false, effort, ct).AtVertex.DefaultIfEmpty(0).Max()),
        new("edge_betweenness", "max_edge_betweenness", (graph, effort, ct) => Betweenness.Of(graph, true, effort, ct).AtArc.DefaultIfEmpty(0).Max()),
    ];
}
