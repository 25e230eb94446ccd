using Plumbline.Core;
using Plumbline.Networks.Snapshots;
using Plumbline.Register;
using Plumbline.Safeguards;

namespace Plumbline.Networks.Charts;

/// <summary>Which neighbours are wanted.</summary>
public sealed record ExpandConditions
{
    /// <summary>Which ties count; kin ties do here unless they are left out.</summary>
    public TieFilter Filter { get; init; } = new() { Kin = true };

    /// <summary>Names of the types of neighbours; a type counts with those that inherit from it. Null for all.</summary>
    public IReadOnlyCollection<string>? ItemTypes { get; init; }

    /// <summary>How many at most, 1 to 5,000.</summary>
    public int Most { get; init; } = 500;

    /// <summary><c>most-connected</c>, <c>least-connected</c>, <c>latest</c> or <c>sample</c>.</summary>
    public string Order { get; init; } = "most-connected";
}

/// <summary>How many neighbours of a kind there are.</summary>
public sealed record NeighbourCount(EntityType TieType, EntityType ItemType, int Count);

/// <summary>Neighbours that are not on the chart, counted before any is fetched.</summary>
/// <param name="Total">Distinct neighbours; one that stands by two kinds of ties is counted in both groups and once here.</param>
public sealed record NeighbourCounts(int Total, IReadOnlyList<NeighbourCount> Groups);

/// <summary>Neighbours that several share.</summary>
/// <param name="Part">Those taken, 5,000 at most, those that join the most first; its total says how many there are.</param>
/// <param name="Joins">By neighbour, which of those asked about it stands beside.</param>
public sealed record SharedNeighbours(ChartPart Part, IReadOnlyDictionary<long, IReadOnlyList<long>> Joins);

/// <summary>Tells who stands beside whom, as far as the reader may see: a tie is there only if the link, its two end statements and both ends are.</summary>
public sealed class ExpandOnChart(Gate gate, Labels labels)
{
    private const int MostAsked = 10_000;
    private const int MostTaken = 5_000;
    private const int MostNamed = 50;

    /// <summary>The orders in which neighbours can be taken.</summary>
    public static IReadOnlyList<string> Orders { get; } = ["most-connected", "least-connected", "latest", "sample"];

    /// <summary>Begins a chart: these entities with the ties among them.</summary>
    public Task<Outcome<ChartPart>> Begin(Visitor visitor, IReadOnlyCollection<long> entities, CancellationToken ct) => Asked<ChartPart>(visitor, entities, "begin", async reader =>
    {
        var part = await new ReadItems(reader, labels).Of(entities, [], null, ct);
        return part.Items.Count == 0 ? (NoSuch, 0) : (part, part.Items.Count);
    }, ct);

    /// <summary>These entities as they are now, with the ties between them and what is on the chart: after people judged or marked something.</summary>
    public Task<Outcome<ChartPart>> Again(Visitor visitor, IReadOnlyCollection<long> entities, IReadOnlyCollection<long> onChart, CancellationToken ct) => Asked<ChartPart>(visitor, entities, "again", async reader =>
    {
        var part = await new ReadItems(reader, labels).Of(entities, onChart, null, ct);
        return (part, part.Items.Count);
    }, ct);

    /// <summary>How many neighbours there are beside those on the chart.</summary>
    public Task<Outcome<NeighbourCounts>> Counts(Visitor visitor, IReadOnlyCollection<long> entities, IReadOnlyCollection<long> onChart, CancellationToken ct) => Asked<NeighbourCounts>(visitor, entities, "count", async reader =>
    {
        var near = await Near(reader, entities, onChart, new() { Kin = true }, null, ct);
        var groups = near.Beside.SelectMany(one => one.Value.Select(tie => (Other: one.Key, tie.Type))).Distinct().GroupBy(one => (Tie: one.Type, Item: near.Types[one.Other]))
            .Select(group => new NeighbourCount(group.Key.Tie, group.Key.Item, group.Count())).OrderByDescending(group => group.Count).ThenBy(group => group.TieType.Name, StringComparer.Ordinal).ThenBy(group => group.ItemType.Name, StringComparer.Ordinal);
        return (new NeighbourCounts(near.Beside.Count, [.. groups]), near.Beside.Count);
    }, ct);

    /// <summary>Fetches neighbours, and the ties between them and all that is on the chart then.</summary>
    public Task<Outcome<ChartPart>> Expand(Visitor visitor, IReadOnlyCollection<long> entities, IReadOnlyCollection<long> onChart, ExpandConditions conditions, CancellationToken ct) => Asked<ChartPart>(visitor, entities, Words(conditions), async reader =>
    {
        if (conditions.Most is < 1 or > MostTaken || !Orders.Contains(conditions.Order)) return (new Refusal("chart.conditions", $"Ask for 1 to {MostTaken} neighbours, in one of the orders {string.Join(", ", Orders)}."), 0);
        var near = await Near(reader, entities, onChart, conditions.Filter, conditions.ItemTypes, ct);
        var chosen = await Choose(reader, near, conditions, ct);
        var part = await new ReadItems(reader, labels).Of(chosen, [.. entities, .. onChart], null, ct);
        return (part with { Total = near.Beside.Count, Taken = part.Items.Count }, part.Items.Count);
    }, ct);

    /// <summary>Ties among entities, with the entities as they are now.</summary>
    public Task<Outcome<ChartPart>> Among(Visitor visitor, IReadOnlyCollection<long> entities, CancellationToken ct) => Asked<ChartPart>(visitor, entities, "ties", async reader =>
    {
        var part = await new ReadItems(reader, labels).Of(entities, [], null, ct);
        return (part, part.Ties.Count);
    }, ct);

    /// <summary>Neighbours of at least two of these: who links these phones.</summary>
    public Task<Outcome<SharedNeighbours>> Common(Visitor visitor, IReadOnlyCollection<long> entities, IReadOnlyCollection<long> onChart, CancellationToken ct) => Asked<SharedNeighbours>(visitor, entities, "common", async reader =>
    {
        var near = await Near(reader, entities, [], TieFilter.Usual, null, ct);
        if (near.Asked.Count < 2) return (new Refusal("chart.two", "Choose at least two."), 0);
        var asked = near.Asked.ToHashSet();
        var joins = near.Beside.ToDictionary(one => one.Key, one => (IReadOnlyList<long>)[.. one.Value.Select(tie => tie.OtherThan(one.Key)).Where(asked.Contains).Distinct().Order()]);
        var found = joins.Where(one => one.Value.Count > 1).OrderByDescending(one => one.Value.Count).ThenBy(one => one.Key).ToList();
        var shared = found.Take(MostTaken).ToDictionary();
        var part = await new ReadItems(reader, labels).Of([.. shared.Keys], [.. entities, .. onChart], null, ct);
        return (new SharedNeighbours(part with { Total = found.Count, Taken = part.Items.Count }, shared), shared.Count);
    }, ct);

    private static Refusal NoSuch { get; } = new("entity.unknown", "There is no such entity.");

    private static string Words(ExpandConditions conditions) => $"expand {string.Join('+', conditions.Filter.Types ?? ["all"])} to {string.Join('+', conditions.ItemTypes ?? ["all"])}, grade {conditions.Filter.GradeAtLeast?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "any"}, {conditions.Order}, at most {conditions.Most}";

    private async Task<Outcome<T>> Asked<T>(Visitor visitor, IReadOnlyCollection<long> entities, string content, Func<Reader, Task<(Outcome<T> Answer, int Count)>> answer, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ExpandChart, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (entities.Count is 0 or > MostAsked) return await gate.Refuse(reader, Actions.ExpandChart, new("chart.entities", $"Choose 1 to {MostAsked} items."), ct);
        var (found, count) = await answer(reader);
        if (found is Outcome<T>.Refused { Reason: var why }) return await gate.Refuse(reader, Actions.ExpandChart, why, ct);
        await gate.Record(reader, Actions.ExpandChart, string.Join(',', entities.Take(MostNamed).Select(key => $"entity:{key}")), count, content, ct);
        return found;
    }

    private sealed record Nearby(IReadOnlyDictionary<long, List<VisibleTie>> Beside, IReadOnlyDictionary<long, EntityType> Types, IReadOnlyList<long> Asked);

    private static async Task<Nearby> Near(Reader reader, IReadOnlyCollection<long> entities, IReadOnlyCollection<long> onChart, TieFilter filter, IReadOnlyCollection<string>? itemTypes, CancellationToken ct)
    {
        var same = await SameRecords.Of(reader, [.. entities, .. onChart], ct);
        var asked = same.Leads(entities);
        var there = asked.Concat(onChart.Select(same.Lead)).ToHashSet();
        var around = await new ReadTies(reader).OfRecords(same.Whole(asked), ct);
        var beside = new Dictionary<long, List<VisibleTie>>();
        foreach (var tie in around.Ties.Where(filter.Takes))
            foreach (var other in (long[])[tie.Source, tie.Target])
                if (!there.Contains(other) && (itemTypes is null || itemTypes.Any(around.Types[other].Is)))
                {
                    if (!beside.TryGetValue(other, out var told)) beside[other] = told = [];
                    told.Add(tie);
                }
        return new(beside, around.Types, asked);
    }

    private static async Task<IReadOnlyList<long>> Choose(Reader reader, Nearby near, ExpandConditions conditions, CancellationToken ct)
    {
        if (near.Beside.Count <= conditions.Most) return [.. near.Beside.Keys.Order()];
        if (conditions.Order == "latest") return [.. near.Beside.OrderByDescending(one => one.Value.Max(tie => tie.To ?? long.MinValue)).ThenBy(one => one.Key).Take(conditions.Most).Select(one => one.Key)];
        // A sample that is the same each time: every so manyth by key.
        if (conditions.Order == "sample") return [.. near.Beside.Keys.Order().Where((_, at) => (long)at * conditions.Most / near.Beside.Count != (long)(at - 1) * conditions.Most / near.Beside.Count || at == 0).Take(conditions.Most)];
        var ties = (await new ReadTies(reader).At([.. near.Beside.Keys], ct)).Ties;
        var degrees = ties.SelectMany(tie => (long[])[tie.Source, tie.Target]).Where(near.Beside.ContainsKey).CountBy(key => key).ToDictionary();
        var sign = conditions.Order == "most-connected" ? -1 : 1;
        return [.. near.Beside.Keys.OrderBy(key => sign * degrees.GetValueOrDefault(key)).ThenBy(key => key).Take(conditions.Most)];
    }
}
