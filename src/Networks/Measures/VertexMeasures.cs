using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures;

/// <summary>The measures of the vertices of one graph by name, each taken when it is first asked for.</summary>
/// <param name="graph">As its ties lead.</param>
/// <param name="joined">The same vertices and ties without direction; the same snapshot where the graph has none. Both stay their owner's.</param>
/// <param name="effort">With how many threads; it is told of each measure anew.</param>
/// <param name="ct">Passed to every measure.</param>
public sealed partial class VertexMeasures(GraphSnapshot graph, GraphSnapshot joined, Effort effort, CancellationToken ct)
{
    private Distances? distances;
    private Triangles? triangles;
    private WeakComponents? parts;
    private Blocks? blocks;
    private int[]? cores;
    private Hits? hits;

    /// <summary>How good approximate betweenness must be.</summary>
    public ApproximationGoal Approximation { get; init; } = new(0.01, 0.9, 1);

    /// <summary>Approximate betweenness, once it was asked for.</summary>
    public ApproximateBetweenness? Approximated { get; private set; }

    /// <summary>How many pairs betweenness is about: ordered ones where directed.</summary>
    public double Pairs => (double)graph.VertexCount * (graph.VertexCount - 1) / (graph.IsDirected ? 1 : 2);

    /// <summary>The name of every measure, in the order in which they are usually shown.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "degree", "in_degree", "out_degree", "strength", "closeness", "harmonic", "betweenness", "betweenness_invw", "eigenvector", "hub", "authority",
        "pagerank", "pagerank_w", "core", "clustering", "constraint", "constraint_w", "component_size", "strong_component_size", "articulation",
        "betweenness_approx", "betweenness_low", "betweenness_high",
    ];

    /// <summary>Those that are taken where none is named: weighted ones only of graphs with weights, those of direction only of directed graphs.</summary>
    public static IReadOnlyList<string> Usual(bool directed, bool weighted) =>
    [
        .. Columns.Where(name => name switch
        {
            "strength" or "betweenness_invw" or "pagerank_w" => weighted,
            "in_degree" or "out_degree" or "hub" or "authority" or "strong_component_size" => directed,
            "eigenvector" => !directed,
            "harmonic" or "constraint_w" or "betweenness_approx" or "betweenness_low" or "betweenness_high" => false,
            _ => true,
        }),
    ];

    /// <summary>Whether a measure counts ties by their weight.</summary>
    public static bool NeedsWeights(string name) => name is "strength" or "betweenness_invw" or "pagerank_w" or "constraint_w";

    /// <summary>One measure of all vertices.</summary>
    /// <param name="name">One of <see cref="Columns"/>.</param>
    /// <returns>n numbers by the vertices' numbers outside; NaN where a vertex has none.</returns>
    /// <remarks>Eigenvector, core, clustering, constraint and cut vertices are those of the ties without direction.</remarks>
    public double[] Of(string name) => name switch
    {
        "degree" => Each(graph, vertex => graph.Out(vertex).Length + (graph.IsDirected ? graph.In(vertex).Length : 0)),
        "in_degree" => Each(graph, vertex => graph.In(vertex).Length),
        "out_degree" => Each(graph, vertex => graph.Out(vertex).Length),
        "strength" => Each(graph, vertex => Weighing.Out(graph, vertex) + (graph.IsDirected ? Weighing.In(graph, vertex) : 0)),
        "closeness" => graph.ToOutside<double>(Far.Closeness()),
        "harmonic" => graph.ToOutside<double>(Far.Harmonic),
        "betweenness" => graph.ToOutside<double>(Betweenness.Of(graph, false, effort, ct).AtVertex),
        "betweenness_approx" => OfPairs(Drawn.Share),
        "betweenness_low" => OfPairs(Drawn.Low),
        "betweenness_high" => OfPairs(Drawn.High),
        "betweenness_invw" => graph.ToOutside<double>(WeightedBetweenness.Of(graph, effort, ct)),
        "eigenvector" => joined.ToOutside<double>(Eigenvector.Of(joined, false, effort, ct)),
        "hub" => graph.ToOutside<double>(HubsAndAuthorities.Hubs),
        "authority" => graph.ToOutside<double>(HubsAndAuthorities.Authorities),
        "pagerank" => graph.ToOutside<double>(PageRank.Of(graph, false, PageRank.UsualDamping, effort, ct)),
        "pagerank_w" => graph.ToOutside<double>(PageRank.Of(graph, true, PageRank.UsualDamping, effort, ct)),
        "core" => Each(joined, vertex => Cores[vertex]),
        "clustering" => joined.ToOutside<double>(Corners.Clustering(joined)),
        "constraint" => joined.ToOutside<double>(Constraint.Of(joined, false, effort, ct)),
        "constraint_w" => joined.ToOutside<double>(Constraint.Of(joined, true, effort, ct)),
        "component_size" => Each(graph, vertex => Parts.Sizes[Parts.Labels[vertex]]),
        "strong_component_size" => StrongSizes(),
        "articulation" => Each(joined, vertex => Hinges.IsCut[vertex] ? 1 : 0),
        _ => throw new ArgumentException($"There is no measure \"{name}\".", nameof(name)),
    };

    private Distances Far => distances ??= Distances.Of(graph, effort, ct);

    private Triangles Corners => triangles ??= Triangles.Of(joined, effort, ct);

    private WeakComponents Parts => parts ??= WeakComponents.Of(graph, effort, ct);

    private Blocks Hinges => blocks ??= Blocks.Of(joined, ct);

    private int[] Cores => cores ??= CoreNumbers.Of(joined, ct);

    private Hits HubsAndAuthorities => hits ??= Hits.Of(graph, false, effort, ct);

    private ApproximateBetweenness Drawn => Approximated ??= ApproximateBetweenness.Of(graph, Approximation.Error, Approximation.Confidence, Approximation.Seed, effort, ct);

    private double[] OfPairs(double[] shares)
    {
        var values = graph.ToOutside<double>(shares);
        for (var vertex = 0; vertex < values.Length; vertex++) values[vertex] *= Pairs;
        return values;
    }

    private static double[] Each(GraphSnapshot of, Func<int, double> value)
    {
        var values = new double[of.VertexCount];
        for (var vertex = 0; vertex < values.Length; vertex++) values[of.Outside(vertex)] = value(vertex);
        return values;
    }

    private double[] StrongSizes()
    {
        var strong = StrongComponents.Of(graph, ct);
        return Each(graph, vertex => strong.Sizes[strong.Labels[vertex]]);
    }
}

/// <summary>How good an approximation must be.</summary>
/// <param name="Error">How far a value may be off, as a share of all pairs; in (0, 1).</param>
/// <param name="Confidence">The chance that no vertex's value is farther off; in (0, 1).</param>
/// <param name="Seed">Where chance begins.</param>
public sealed record ApproximationGoal(double Error, double Confidence, ulong Seed);
