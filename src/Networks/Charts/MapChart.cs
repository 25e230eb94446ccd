using System.Globalization;
using Plumbline.Core;
using Plumbline.Networks.Snapshots;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;

namespace Plumbline.Networks.Charts;

/// <summary>Tells where items of a chart stand: a location by its own coordinates, anything else by a tie that says that it lives, was or is there. Never by where somebody was born,
/// comes from or belongs to: an origin is no place at which anybody stands (docs/decisions/0036). Which items are asked about is chosen on the chart; a place chooses nobody.</summary>
public sealed class MapChart(Gate gate, Labels labels)
{
    private const int MostAsked = 10_000;
    private const int MostNamed = 50;

    /// <summary>Names of the types of ties by which an item stands at the location to which they lead.</summary>
    public static IReadOnlyList<string> StandsBy { get; } = ["residence", "presence", "located_at"];

    private static EntityType Location { get; } = Schema.Builtin["location"];

    /// <summary>The positions of these entities.</summary>
    /// <param name="chart">The chart on which they are drawn; null for one that is not kept.</param>
    /// <returns>Refused with <c>chart.entities</c> for none or more than 10,000.</returns>
    public async Task<Outcome<ChartMap>> Run(Visitor visitor, long? chart, IReadOnlyCollection<long> entities, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ExpandChart, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (entities.Count is 0 or > MostAsked) return await gate.Refuse(reader, Actions.ExpandChart, new("chart.entities", $"Choose 1 to {MostAsked} items."), ct);
        var existing = await new EntityRows(reader).Existing(entities, waiting: false, ct);
        var same = await SameRecords.Of(reader, entities, ct);
        var asked = same.Leads(existing.Select(row => row.Key)).ToHashSet();
        var around = await new ReadTies(reader).At(entities, ct);
        List<MapStand> stands = [.. around.Ties.Where(tie => StandsBy.Contains(tie.Type.Name) && asked.Contains(tie.Source) && around.Types[tie.Target].Is(Location.Name)).Select(tie => new MapStand(tie.Source, tie.Target, tie)),
            .. same.Leads(existing.Where(row => Schema.Builtin.Find(row.Type)?.Is(Location.Name) == true).Select(row => row.Key)).Select(key => new MapStand(key, key, null))];
        var points = await Points(reader, [.. stands.Select(stand => stand.Place).Distinct().Order()], ct);
        var known = points.Select(point => point.Place).ToHashSet();
        stands = [.. stands.Where(stand => known.Contains(stand.Place)).OrderBy(stand => stand.Item).ThenBy(stand => stand.Place).ThenBy(stand => stand.By?.Link ?? 0)];
        var told = await labels.Union(stands.SelectMany(stand => stand.By?.Ends ?? []).Select(end => end.Label), ct);
        var named = chart is { } key ? $"chart:{key}" : string.Join(',', entities.Take(MostNamed).Select(one => $"entity:{one}"));
        await gate.Record(reader, Actions.ExpandChart, named, stands.Count, "map", ct);
        return new ChartMap(points, stands, Label.Combine([told, .. points.Select(point => point.Label)]));
    }

    private async Task<IReadOnlyList<MapPoint>> Points(Reader reader, IReadOnlyList<long> places, CancellationToken ct)
    {
        if (places.Count == 0) return [];
        var same = await SameRecords.Of(reader, places, ct);
        var statements = (await new StatementRows(reader).About(same.Whole(places), ct)).Where(row => row.IsLive).ToLookup(row => same.Lead(row.Entity));
        var (coordinates, accuracy) = (Location.Find("coordinates")!.Id, Location.Find("accuracy")!.Id);
        var points = new List<MapPoint>();
        foreach (var place in places)
        {
            List<StatementRow> about = [.. statements[place]];
            var positions = about.Where(row => row.Property == coordinates).GroupBy(row => row.ValueKey, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
            if (positions.Count == 0) continue;
            // The name of the record that leads, where it has one.
            var naming = about.Where(row => row.Entity == place).ToList();
            var label = (await labels.Union(about.Select(row => row.CurrentLabel), ct)).Combine(await labels.Union(same.Judgements(place).Select(row => row.CurrentLabel), ct));
            var off = about.Where(row => row.Property == accuracy).Select(row => double.Parse(row.ValueKey!, CultureInfo.InvariantCulture)).Where(metres => metres > 0).DefaultIfEmpty(double.NaN).Max();
            foreach (var position in positions)
            {
                var (latitude, longitude) = CoordinatesType.Degrees(new PropertyValue("", position.Key!));
                var grade = position.Select(row => row.CurrentGrade).OfType<long>().Select(Grade.FromCode).MinBy(TieGrades.Order);
                points.Add(new(place, Schema.Builtin[about[0].Type], naming.Count > 0 ? naming : about, latitude, longitude, double.IsNaN(off) ? null : off, grade, label, positions.Count > 1));
            }
        }
        return points;
    }
}
