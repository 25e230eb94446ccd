using Plumbline.Networks.Communities;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures;
using Plumbline.Networks.Snapshots;

namespace Plumbline.Networks.Charts;

/// <summary>The measures that mean something on a chart, of one graph; each is taken when it is first asked for. Pure.</summary>
internal sealed class ChartMeasuring(VisibleGraph graph, ulong seed, CancellationToken ct)
{
    private const int CommunityRuns = 20;

    private readonly Effort effort = new(Environment.ProcessorCount);
    private readonly VertexMeasures taken = new(graph.Graph, graph.Graph, new(Environment.ProcessorCount), ct);
    private CommunityDivision? communities;

    /// <summary>Ties of an item, how often it lies between others, how near it is to others, whether a part of the chart hangs on it; how well its neighbours are placed; how dense it is around it; to which group it belongs.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "degree", "betweenness", "harmonic", "articulation", "closeness", "eigenvector", "pagerank", "core", "clustering", "constraint", "community", "stability", "brokerage",
    ];

    /// <summary>Those that are taken again in every possible world. Of joins across groups the groups stay those of the whole chart: in each world there would be others.</summary>
    public static IReadOnlyList<string> InWorlds { get; } = ["closeness", "eigenvector", "pagerank", "core", "clustering", "constraint", "brokerage"];

    /// <summary>Those of which an interval over possible worlds is told. The number of a group is a name and no amount; its stability is a share over many beginnings already.</summary>
    public static IReadOnlyList<string> WithInterval { get; } = ["degree", "betweenness", "harmonic", "articulation", .. InWorlds];

    /// <summary>Measures of one world, by the graph's entities.</summary>
    /// <param name="names">Some of <see cref="InWorlds"/>.</param>
    public Func<GraphSnapshot, double[][]> InWorld(IReadOnlyList<string> names)
    {
        int[] group = names.Contains("brokerage") ? graph.Graph.ToOutside<int>(Communities.Labels) : [];
        return world =>
        {
            var measures = new VertexMeasures(world, world, Effort.Single, ct);
            return [.. names.Select(name => name == "brokerage" ? Brokered(world, group) : measures.Of(name))];
        };
    }

    /// <summary>One measure, by the graph's entities; NaN where an item has none.</summary>
    public double[] Of(string name) => name switch
    {
        // Groups are told by number from 1, the largest first.
        "community" => Outside(vertex => Communities.Labels[vertex] + 1),
        "stability" => Outside(vertex => Communities.Stability[vertex]),
        "brokerage" => Brokered(graph.Graph, graph.Graph.ToOutside<int>(Communities.Labels)),
        _ => taken.Of(name),
    };

    private CommunityDivision Communities => communities ??= Leiden.Find(graph.Graph, LeidenChoice.Of(seed), CommunityRuns, effort, ct);

    /// <summary>Pairs of others, not tied themselves, that an item joins across groups: all roles of Gould and Fernandez but that within one group. Each pair counts once.</summary>
    /// <param name="group">By the number outside.</param>
    private double[] Brokered(GraphSnapshot world, int[] group)
    {
        var roles = Brokerage.Of(world, [.. Enumerable.Range(0, world.VertexCount).Select(vertex => group[world.Outside(vertex)])], ct);
        var values = new double[world.VertexCount];
        for (var vertex = 0; vertex < values.Length; vertex++) values[world.Outside(vertex)] = (roles.Itinerant[vertex] + roles.Gatekeeper[vertex] + roles.Representative[vertex] + roles.Liaison[vertex]) / 2.0;
        return values;
    }

    private double[] Outside(Func<int, double> value)
    {
        var values = new double[graph.Entities.Length];
        for (var vertex = 0; vertex < values.Length; vertex++) values[graph.Graph.Outside(vertex)] = value(vertex);
        return values;
    }
}
