using Plumbline.Core;
using Plumbline.Networks.Snapshots;
using Plumbline.Networks.Uncertainty;
using Plumbline.Register;
using Plumbline.Safeguards;

namespace Plumbline.Networks.Charts;

/// <summary>What is measured.</summary>
/// <param name="Names">Some of <see cref="MeasureChart.Names"/>.</param>
public sealed record MeasureQuestion(IReadOnlyList<string> Names)
{
    /// <summary>Which ties count; kin ties need a reason.</summary>
    public TieFilter Filter { get; init; } = TieFilter.Usual;

    /// <summary>Why kin ties count; kept in the log and printed.</summary>
    public string KinReason { get; init; } = "";

    /// <summary>Whether the ties told in the whole case count, drawn or not (without a case, every tie that the reader sees); the items asked about are still the only ones told of.</summary>
    public bool Whole { get; init; }

    /// <summary>Where chance begins.</summary>
    public ulong Seed { get; init; } = 1;
}

/// <summary>A value with its interval.</summary>
/// <param name="Value">With every tie taken as there; NaN where an item has none, such as the closeness of one that reaches nobody.</param>
/// <param name="Low">The least over the three tables of assumed presence: of the number of ties, the nearness and the chance to be a cut the expectation, else the 5th percentile; NaN where none was taken.</param>
/// <param name="High">The greatest: the expectation or the 95th percentile; NaN where none was taken.</param>
/// <param name="MeanLow">The least expectation over the three tables; NaN where none was taken.</param>
/// <param name="MeanHigh">The greatest expectation.</param>
public readonly record struct MeasuredValue(double Value, double Low, double High, double MeanLow, double MeanHigh);

/// <summary>One measure of the items on a chart: a position in the records, not a person's importance. Shown, never stored.</summary>
/// <param name="Values">By entity.</param>
public sealed record ChartMeasure(string Name, IReadOnlyDictionary<long, MeasuredValue> Values);

/// <summary>Measures with what they rest on.</summary>
/// <param name="Items">How many stood in the network measured.</param>
/// <param name="Ties">Pairs that were counted.</param>
/// <param name="Worlds">Worlds gone through for each table; 0 where the chart is too large for intervals.</param>
/// <param name="Exact">Whether these were all the worlds there are.</param>
/// <param name="Tables">Version of the assumed presence.</param>
/// <param name="KinReason">Why kin ties were counted; null where they were not.</param>
public sealed record ChartMeasures(IReadOnlyList<ChartMeasure> Measures, int Items, int Ties, int Worlds, bool Exact, string Tables, string? KinReason);

/// <summary>Measures the visible ties among the items of a chart, with intervals over possible worlds. Nothing is stored.</summary>
public sealed class MeasureChart(Gate gate)
{
    private const int MostItems = 10_000;

    // Those whose effort grows with the ties alone; the others grow with items times ties.
    private static readonly string[] ForLarge = ["degree", "articulation", "eigenvector", "pagerank", "core", "clustering"];

    /// <summary>What can be measured.</summary>
    public static IReadOnlyList<string> Names => ChartMeasuring.Names;

    /// <summary>Of which of them an interval over possible worlds is told.</summary>
    public static IReadOnlyList<string> WithInterval => ChartMeasuring.WithInterval;

    /// <summary>Takes measures of these entities.</summary>
    public async Task<Outcome<ChartMeasures>> Run(Visitor visitor, long? chart, IReadOnlyCollection<long> entities, MeasureQuestion question, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.MeasureChart, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (WhyNot(entities, question) is { } why) return await gate.Refuse(reader, Actions.MeasureChart, why, ct);
        var read = new ReadTies(reader);
        var existing = await new Register.Questions.EntityRows(reader).Existing(entities, waiting: false, ct);
        var same = await SameRecords.Of(reader, entities, ct);
        var asked = same.Leads(existing.Select(row => row.Key));
        using var graph = question.Whole ? VisibleGraph.Of(asked, await read.Whole(ct), question.Filter, directed: false, ct)
            : VisibleGraph.Of(asked, (await read.Among(entities, ct)).Ties, question.Filter, directed: false, ct);
        if (graph.Entities.Length > MostItems && question.Names.FirstOrDefault(name => !ForLarge.Contains(name)) is { } slow)
            return await gate.Refuse(reader, Actions.MeasureChart, new("chart.measure-large", $"The network has {graph.Entities.Length} items; {slow} is measured of at most {MostItems}. Ask for some of {string.Join(", ", ForLarge)}."), ct);
        var taken = new ChartMeasuring(graph, question.Seed, ct);
        var over = ChartWorlds.Of(graph, taken, question, ct);
        var measures = question.Names.Distinct().Select(name => new ChartMeasure(name, Values(graph, asked, taken.Of(name), over.Ranges.GetValueOrDefault(name)))).ToList();
        await gate.Record(reader, Actions.MeasureChart, chart is { } key ? $"chart:{key}" : "", graph.Entities.Length, $"{string.Join(", ", question.Names)}; {AssumedPresence.Version}{(question.Whole ? "; whole case" : "")}{(question.Filter.Kin ? $"; kin: {question.KinReason.Trim()}" : "")}", ct);
        return new ChartMeasures(measures, graph.Entities.Length, graph.Graph.TieCount, over.Worlds, over.Exact, AssumedPresence.Version, question.Filter.Kin ? question.KinReason.Trim() : null);
    }

    private static Refusal? WhyNot(IReadOnlyCollection<long> entities, MeasureQuestion question) =>
        entities.Count is 0 or > MostItems ? new("chart.entities", $"Choose 1 to {MostItems} items.")
        : question.Names.Count == 0 || question.Names.Any(name => !Names.Contains(name)) ? new("chart.measure", $"Ask for some of {string.Join(", ", Names)}.")
        : question.Filter.Kin ? KinRule.WhyNot(question.KinReason) : null;

    private static Dictionary<long, MeasuredValue> Values(VisibleGraph graph, IReadOnlyList<long> asked, double[] values, ChartRange[]? ranges)
    {
        var found = new Dictionary<long, MeasuredValue>(asked.Count);
        foreach (var entity in asked)
        {
            var at = graph.Number(entity);
            var range = ranges?[at] ?? ChartRange.None;
            found[entity] = new(values[at], range.Low, range.High, range.MeanLow, range.MeanHigh);
        }
        return found;
    }
}
