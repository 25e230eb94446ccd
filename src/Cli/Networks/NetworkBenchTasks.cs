using Plumbline.Core;
using Plumbline.Networks.Communities;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Layouts;
using Plumbline.Networks.Measures;
using Plumbline.Networks.Uncertainty;

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
        new("betweenness_approx", "draws", (graph, effort, ct) => ApproximateBetweenness.Of(graph, 0.01, 0.9, 1, effort, ct).Draws),
        new("leiden", "modularity", (graph, effort, ct) => Leiden.Find(graph, LeidenChoice.Of(1) with { Rounds = 2 }, 1, effort, ct).Quality),
        new("worlds", "max_expected_betweenness", Worlds),
        new("layout_stress", "rounds", (graph, effort, ct) => GraphLayout.Place(graph, new(LayoutMethod.Stress), effort, ct).Rounds),
        new("layout_force", "rounds", (graph, effort, ct) => GraphLayout.Place(graph, new(LayoutMethod.Force), effort, ct).Rounds),
        new("stress_sparse", "times_full", SparseToFull),
        new("betweenness", "max_betweenness", (graph, effort, ct) => Betweenness.Of(graph, false, effort, ct).AtVertex.DefaultIfEmpty(0).Max()),
        new("edge_betweenness", "max_edge_betweenness", (graph, effort, ct) => Betweenness.Of(graph, true, effort, ct).AtArc.DefaultIfEmpty(0).Max()),
    ];

    /// <summary>A thousand worlds in which every tie is there with chance .8.</summary>
    private static double Worlds(GraphSnapshot graph, Effort effort, CancellationToken ct)
    {
        var (sources, targets) = (new List<int>(), new List<int>());
        for (var vertex = 0; vertex < graph.VertexCount; vertex++)
            foreach (var other in graph.Out(vertex))
                if (other > vertex)
                {
                    sources.Add(graph.Outside(vertex));
                    targets.Add(graph.Outside(other));
                }
        var ties = new TieColumns { Source = sources.ToArray(), Target = targets.ToArray(), Probability = Enumerable.Repeat(0.8f, sources.Count).ToArray() };
        using var uncertain = Done(GraphBuilder.Build(graph.VertexCount, false, ties, Repeats.First, ct));
        double[] presence = [.. Enumerable.Repeat(0.8, uncertain.TieCount)];
        return Done(PossibleWorlds.Measure(uncertain, new(presence, 1_000, 1), effort, ct)).Vertices.Max(vertex => vertex.Betweenness);
    }

    /// <summary>The stress of a layout by pivots as a multiple of that by all pairs; all pairs take n² numbers.</summary>
    private static double SparseToFull(GraphSnapshot graph, Effort effort, CancellationToken ct)
    {
        return Stress(null) / Stress(graph.VertexCount);

        double Stress(int? pivots)
        {
            var request = new LayoutRequest(LayoutMethod.Stress);
            return GraphLayout.Stress(graph, GraphLayout.Place(graph, pivots is { } all ? request with { Pivots = all } : request, effort, ct).Places, request.Length, ct);
        }
    }

    private static T Done<T>(Outcome<T> outcome) => outcome is Outcome<T>.Done { Value: var value } ? value : throw new InvalidOperationException(outcome.Why.Detail);
}
