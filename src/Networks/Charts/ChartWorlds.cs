using Plumbline.Core;
using Plumbline.Networks.Measures;
using Plumbline.Networks.Snapshots;
using Plumbline.Networks.Uncertainty;

namespace Plumbline.Networks.Charts;

/// <summary>A measure of an item over possible worlds, the least and the greatest of three tables of assumed presence.</summary>
internal readonly record struct ChartRange(double Low, double High, double MeanLow, double MeanHigh)
{
    public static ChartRange None { get; } = new(double.NaN, double.NaN, double.NaN, double.NaN);
}

/// <summary>The measures of a chart over possible worlds. Pure.</summary>
/// <param name="Worlds">Gone through for each table; 0 where none were: nothing asked for has an interval, the chart is too large, or it has no ties.</param>
/// <param name="Ranges">By name, then by the graph's entities.</param>
internal sealed record ChartWorlds(int Worlds, bool Exact, IReadOnlyDictionary<string, ChartRange[]> Ranges)
{
    private const int Drawn = 512;
    private const int Largest = 500;
    private const int ExactUpTo = 9;

    private static ChartWorlds None { get; } = new(0, false, new Dictionary<string, ChartRange[]>());

    public static ChartWorlds Of(VisibleGraph graph, ChartMeasuring measuring, MeasureQuestion question, CancellationToken ct)
    {
        List<string> asked = [.. question.Names.Where(ChartMeasuring.WithInterval.Contains).Distinct()], inWorlds = [.. asked.Where(ChartMeasuring.InWorlds.Contains)];
        if (asked.Count == 0 || graph.Entities.Length > Largest || graph.Graph.TieCount == 0) return None;
        var tables = new List<Dictionary<string, OverWorlds[]>>();
        var (worlds, exact, effort) = (0, true, new Effort(Environment.ProcessorCount));
        foreach (var view in Enum.GetValues<PresenceView>())
        {
            var over = new Dictionary<string, OverWorlds[]>(StringComparer.Ordinal);
            var put = new WorldsQuestion(graph.Presence(view), Drawn, question.Seed, WithCuts: asked.Contains("articulation"), ExactUpTo: ExactUpTo);
            if (asked.Count > inWorlds.Count)
            {
                if (PossibleWorlds.Measure(graph.Graph, put, effort, ct) is not Outcome<WorldsAnswer>.Done { Value: var answer }) return None;
                (worlds, exact) = (answer.Worlds, exact && answer.Exact);
                foreach (var (name, of) in Known) over[name] = [.. answer.Vertices.Select(of)];
            }
            if (inWorlds.Count > 0)
            {
                if (MeasuresOverWorlds.Of(graph.Graph, put, measuring.InWorld(inWorlds), effort, ct) is not Outcome<MeasuredWorlds>.Done { Value: var measured }) return None;
                (worlds, exact) = (measured.Worlds, exact && measured.Exact);
                for (var at = 0; at < inWorlds.Count; at++) over[inWorlds[at]] = measured.Values[at];
            }
            tables.Add(over);
        }
        return new(worlds, exact, asked.ToDictionary(name => name, name => Enumerable.Range(0, graph.Entities.Length).Select(at => Span([.. tables.Select(table => table[name][at])])).ToArray(), StringComparer.Ordinal));
    }

    private static (string Name, Func<VertexOverWorlds, OverWorlds> Of)[] Known { get; } =
    [
        ("degree", vertex => new(vertex.Degree, vertex.Degree, vertex.Degree)),
        ("betweenness", vertex => new(vertex.Betweenness, vertex.BetweennessLow, vertex.BetweennessHigh)),
        ("harmonic", vertex => new(vertex.Harmonic, vertex.Harmonic, vertex.Harmonic)),
        ("articulation", vertex => new(vertex.IsCut, vertex.IsCut, vertex.IsCut)),
    ];

    // An item may have no value in any world of one table and some in another's.
    private static ChartRange Span(OverWorlds[] tables) => tables.Where(one => !double.IsNaN(one.Mean)).ToList() is { Count: > 0 } some
        ? new(some.Min(one => one.Low), some.Max(one => one.High), some.Min(one => one.Mean), some.Max(one => one.Mean)) : ChartRange.None;
}
