using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plumbline.Core;
using Plumbline.Networks.Charts;
using Plumbline.Networks.Snapshots;
using Plumbline.Register;
using Plumbline.Screening.Identity;
using Plumbline.Web.Accounts;

namespace Plumbline.Web.Api;

/// <summary>Charts: who stands beside whom, paths, measures with intervals, plans.</summary>
internal static class ChartsApi
{
    private const int MostPairs = 200;

    public static void MapCharts(this RouteGroupBuilder api)
    {
        var charts = api.MapGroup("/charts").WithTags("Charts");
        charts.MapGet("/", All).Is("ListCharts", "Charts of the case worked in, and your own without a case, the last kept first");
        charts.MapPost("/", Add).Is("AddChart", "Keeps a new chart");
        charts.MapGet("/{chart}", Show).Is("ShowChart", "A chart as you see it now, with marks of what changed");
        charts.MapPost("/{chart}/versions", Next).Is("KeepChart", "Keeps the next version; refused when a colleague was faster");
        charts.MapGet("/{chart}/difference", Difference).Is("CompareChartVersions", "What was added and what went between two versions");
        charts.MapGet("/{chart}/difference/days", Days).Is("CompareChartDays", "What was added and what went between the ends of two days, and what the register learnt in between");
        charts.MapPost("/{chart}/combine", Combine).Is("CombineCharts", "Keeps this chart and another as a new one; items are matched by record, and keep the places of this");
        charts.MapPost("/{chart}/accept", Accept).Is("AcceptChartChanges", "Takes note of what changed: its marks go");
        charts.MapPost("/{chart}/measures", Measure).Is("MeasureChart", "Measures of the ties on it, with intervals; nothing is kept");
        charts.MapPost("/{chart}/plans/compare", Compare).Is("ComparePlans", "Thinks plans of disruption through, with recovery; only suspects and convicted of the case stand in them");
        charts.MapGet("/{chart}/plans", Plans).Is("ListPlans", "Plans kept with it");
        charts.MapPost("/{chart}/plans", KeepPlan).Is("KeepPlan", "Keeps a plan with its harm and its law; no order of persons is kept");
        var graph = api.MapGroup("/graph").WithTags("Charts");
        graph.MapPost("/neighbours/count", Count).Is("CountNeighbours", "Counts neighbours by type, before any is fetched");
        graph.MapPost("/neighbours", Expand).Is("ExpandNeighbours", "Neighbours under conditions, with the ties among them");
        graph.MapPost("/common", Common).Is("CommonNeighbours", "Neighbours of at least two");
        graph.MapPost("/positions", Positions).Is("FindPositions", "Where items stand: a location by its own coordinates, anything else by a tie that says that it lives, was or is there; never by an origin");
        graph.MapPost("/duplicates", Duplicates).Is("FindDuplicates", "Records that could be one, at least one of each pair among those given; for people to judge");
        graph.MapPost("/paths", Paths).Is("FindPaths", "All shortest paths between two, each with its weakest grade");
    }

    private static async Task<Answer<IReadOnlyList<ChartLine>>> All(Caller caller, OpenChart open, PublicIds ids, CancellationToken ct) => (await open.All(caller.Visitor, ct)).Then(rows =>
        new Outcome<IReadOnlyList<ChartLine>>.Done([.. rows.Select(row => new ChartLine(ids.Show(PublicKind.Chart, row.Key), row.Title, row.Version, row.Members, row.KeptByName, Clock.FromMicros(row.KeptAt)))]));

    private static async Task<Answer<KeptAnswer>> Add(NewChartForm form, Caller caller, KeepChart keep, PublicIds ids, CancellationToken ct) => Kept(await keep.New(caller.Visitor, form.Title, form.Content.GetRawText(), ct), ids);

    private static async Task<Answer<KeptAnswer>> Next(string chart, ChartVersionForm form, Caller caller, KeepChart keep, PublicIds ids, CancellationToken ct) =>
        Kept(await keep.Next(caller.Visitor, ids.Key(PublicKind.Chart, chart), form.Seen, form.Title, form.Content.GetRawText(), ct), ids);

    private static async Task<Answer<ChartAnswer>> Show(string chart, Caller caller, OpenChart open, PublicIds ids, CancellationToken ct, long? version = null) =>
        (await open.Run(caller.Visitor, ids.Key(PublicKind.Chart, chart), version, ct)).Then<ChartAnswer>(view => ChartAnswer.Of(view, ids));

    private static async Task<Answer<DifferenceAnswer>> Difference(string chart, long earlier, long later, Caller caller, CompareChart compare, PublicIds ids, CancellationToken ct) =>
        (await compare.Versions(caller.Visitor, ids.Key(PublicKind.Chart, chart), earlier, later, ct)).Then<DifferenceAnswer>(one => DifferenceAnswer.Of(one, ids));

    private static async Task<Answer<DifferenceAnswer>> Days(string chart, DateOnly from, DateOnly to, Caller caller, CompareChart compare, PublicIds ids, CancellationToken ct) =>
        (await compare.Days(caller.Visitor, ids.Key(PublicKind.Chart, chart), from, to, ct)).Then<DifferenceAnswer>(one => DifferenceAnswer.Of(one, ids));

    private static async Task<Answer<KeptAnswer>> Combine(string chart, CombineForm form, Caller caller, CombineCharts combine, PublicIds ids, CancellationToken ct) =>
        Kept(await combine.Keep(caller.Visitor, ids.Key(PublicKind.Chart, chart), ids.Key(PublicKind.Chart, form.Other), form.Title, ct), ids);

    private static async Task<Answer<DuplicatesAnswer>> Duplicates(ChartItemsForm form, Caller caller, ReviewIdentities review, PublicIds ids, CancellationToken ct) =>
        (await review.Near(caller.Visitor, Keys(form.Items ?? [], ids), MostPairs, ct)).Then<DuplicatesAnswer>(found => new DuplicatesAnswer(
            [.. found.Pairs.Select(pair => new DuplicateAnswer(ids.Show(PublicKind.Entity, pair.One.Key), ids.Show(PublicKind.Entity, pair.Other.Key), pair.Probability, pair.Verdict))], found.Total));

    private static async Task<Answer<Counted>> Accept(string chart, ChartItemsForm form, Caller caller, KeepChart keep, PublicIds ids, CancellationToken ct) =>
        (await keep.Accept(caller.Visitor, ids.Key(PublicKind.Chart, chart), form.Items is null ? null : Keys(form.Items, ids), ct)).Then<Counted>(count => new Counted((int)count));

    private static async Task<Answer<MeasuresAnswer>> Measure(string chart, MeasureForm form, Caller caller, OpenChart open, MeasureChart measure, PublicIds ids, CancellationToken ct)
    {
        var key = ids.Key(PublicKind.Chart, chart);
        var seen = await open.Run(caller.Visitor, key, null, ct);
        if (seen is not Outcome<ChartView>.Done { Value: var view }) return seen.Why;
        var question = new MeasureQuestion(form.Measures ?? MeasureChart.Names) { Filter = TieFilterForm.Of(form.Filter, form.KinReason), KinReason = form.KinReason ?? "", Whole = form.Whole };
        return (await measure.Run(caller.Visitor, key, [.. view.Content.Positions.Keys], question, ct)).Then<MeasuresAnswer>(found => MeasuresAnswer.Of(found, ids));
    }

    private static async Task<Answer<ComparisonAnswer>> Compare(string chart, PlansForm form, Caller caller, OpenChart open, ComparePlans plans, PublicIds ids, CancellationToken ct)
    {
        var key = ids.Key(PublicKind.Chart, chart);
        var seen = await open.Run(caller.Visitor, key, null, ct);
        if (seen is not Outcome<ChartView>.Done { Value: var view }) return seen.Why;
        return (await plans.Run(caller.Visitor, key, [.. view.Content.Positions.Keys], form.Question(), ct)).Then<ComparisonAnswer>(found => ComparisonAnswer.Of(found, ids));
    }

    private static async Task<Answer<IReadOnlyList<PlanAnswer>>> Plans(string chart, Caller caller, ComparePlans plans, PublicIds ids, CancellationToken ct) =>
        (await plans.Kept(caller.Visitor, ids.Key(PublicKind.Chart, chart), ct)).Then(rows => new Outcome<IReadOnlyList<PlanAnswer>>.Done([.. rows.Select(row => PlanAnswer.Of(row, ids))]));

    private static async Task<Answer<Counted>> KeepPlan(string chart, KeepPlanForm form, Caller caller, ComparePlans plans, PublicIds ids, CancellationToken ct) =>
        (await plans.Keep(caller.Visitor, ids.Key(PublicKind.Chart, chart), new PlanForm(form.Title, Keys(form.Persons, ids), form.Harm, form.Legality, form.Assumptions.Question()), ct)).Then<Counted>(_ => new Counted(1));

    private static async Task<Answer<NeighboursCounted>> Count(ChartItemsForm form, Caller caller, ExpandOnChart expand, PublicIds ids, CancellationToken ct) => (await expand.Counts(caller.Visitor, Keys(form.Items ?? [], ids), [], ct)).Then<NeighboursCounted>(counts =>
        new NeighboursCounted(counts.Total, [.. counts.Groups.Select(group => new NeighbourGroup(group.TieType.Name, group.ItemType.Name, group.Count))]));

    private static async Task<Answer<PartAnswer>> Expand(ExpandForm form, Caller caller, ExpandOnChart expand, PublicIds ids, CancellationToken ct) => (await expand.Expand(caller.Visitor, Keys(form.Items, ids), Keys(form.OnChart ?? [], ids), new ExpandConditions
    {
        Filter = new TieFilter { Types = form.TieTypes, Kin = true, GradeAtLeast = form.GradeAtLeast, From = form.From?.DayNumber, To = form.To?.DayNumber },
        ItemTypes = form.ItemTypes,
        Most = form.Most,
        Order = form.Order,
    }, ct)).Then<PartAnswer>(part => PartAnswer.Of(part, ids));

    private static async Task<Answer<SharedAnswer>> Common(ChartItemsForm form, Caller caller, ExpandOnChart expand, PublicIds ids, CancellationToken ct) => (await expand.Common(caller.Visitor, Keys(form.Items ?? [], ids), [], ct)).Then<SharedAnswer>(shared =>
        new SharedAnswer(PartAnswer.Of(shared.Part, ids), shared.Joins.ToDictionary(one => ids.Show(PublicKind.Entity, one.Key), one => Ids(one.Value, ids))));

    private static async Task<Answer<MapAnswer>> Positions(ChartItemsForm form, Caller caller, MapChart map, PublicIds ids, CancellationToken ct) =>
        (await map.Run(caller.Visitor, null, Keys(form.Items ?? [], ids), ct)).Then<MapAnswer>(found => MapAnswer.Of(found, ids));

    private static async Task<Answer<PathsAnswer>> Paths(PathForm form, Caller caller, FindPathOnChart paths, PublicIds ids, CancellationToken ct) => (await paths.Run(caller.Visitor, ids.Key(PublicKind.Entity, form.From), ids.Key(PublicKind.Entity, form.To), [], new PathConditions
    {
        Filter = new TieFilter { Types = form.TieTypes, Kin = form.KinReason is not null, GradeAtLeast = form.GradeAtLeast },
        KinReason = form.KinReason ?? "",
        Directed = form.Directed,
        DatesInOrder = form.DatesInOrder,
        AvoidHubs = form.AvoidHubs,
        Most = form.Most,
    }, ct)).Then<PathsAnswer>(found => PathsAnswer.Of(found, ids));

    private static Outcome<KeptAnswer> Kept(Outcome<KeptChart> kept, PublicIds ids) => kept.Then<KeptAnswer>(done => new KeptAnswer(ids.Show(PublicKind.Chart, done.Key), done.Version, done.At));

    private static long[] Keys(IReadOnlyList<string> given, PublicIds ids) => [.. given.Select(id => ids.Key(PublicKind.Entity, id)).Distinct()];

    private static IReadOnlyList<string> Ids(IReadOnlyList<long> keys, PublicIds ids) => [.. keys.Select(key => ids.Show(PublicKind.Entity, key))];
}
