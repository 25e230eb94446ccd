using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using Plumbline.Core;
using Plumbline.Networks.Charts;
using Plumbline.Networks.Disruption;
using Plumbline.Networks.Snapshots;
using Plumbline.Register;
using Plumbline.Register.Questions;

namespace Plumbline.Web.Api;

/// <summary>A chart to keep.</summary>
/// <param name="Content">What was drawn: <c>{"format":1,"positions":{"E-…":[x,y]},"ties":["E-…"],…}</c>; what you do not see is not kept.</param>
public sealed record NewChartForm([property: Required, StringLength(120)] string Title, [property: Required] JsonElement Content);

/// <summary>The next version of a chart.</summary>
/// <param name="Seen">Number of the version that was changed.</param>
/// <param name="Title">A new title; left out, the old one.</param>
public sealed record ChartVersionForm(long Seen, [property: Required] JsonElement Content, [property: StringLength(120)] string? Title = null);

/// <summary>Items by id.</summary>
public sealed record ChartItemsForm([property: MaxLength(10_000)] IReadOnlyList<string>? Items = null);

/// <summary>Which measures; left out, all.</summary>
/// <param name="KinReason">Why ties of kinship are counted; left out, they are not.</param>
/// <param name="Filter">Which ties count; left out, all but those of kinship.</param>
/// <param name="Whole">Whether the ties told in the whole case count, drawn or not; without a case, every tie that the caller sees.</param>
public sealed record MeasureForm([property: MaxLength(20)] IReadOnlyList<string>? Measures = null, [property: StringLength(400)] string? KinReason = null, TieFilterForm? Filter = null, bool Whole = false);

/// <summary>Which ties count.</summary>
/// <param name="Types">Names of link types; left out, all.</param>
/// <param name="GradeAtLeast">0 confirmed to 4 suspected false.</param>
/// <param name="From">A tie that ended before does not count.</param>
/// <param name="To">A tie that began after does not count.</param>
/// <param name="Undated">Whether ties without dates count where days are given.</param>
public sealed record TieFilterForm([property: MaxLength(100)] IReadOnlyList<string>? Types = null, [property: Range(0, 4)] int? GradeAtLeast = null, DateOnly? From = null, DateOnly? To = null, bool Undated = false)
{
    internal static TieFilter Of(TieFilterForm? form, string? kinReason) => new() { Types = form?.Types, GradeAtLeast = form?.GradeAtLeast, From = form?.From?.DayNumber, To = form?.To?.DayNumber, Undated = form?.Undated ?? false, Kin = kinReason is not null };
}

/// <summary>How plans are played.</summary>
public sealed record PlansForm([property: Required, Length(1, 4)] IReadOnlyList<string> Strategies, [property: Range(1, 10)] int Removals = 2, [property: Required, StringLength(20)] string Recovery = "degree", [property: Range(0, 1)] double Chance = 0.5, [property: Range(1, 60)] int Steps = 20, [property: StringLength(400)] string? KinReason = null, TieFilterForm? Filter = null)
{
    internal PlanQuestion Question() => new(Strategies, Removals, Recovery, Chance, Steps) { Filter = TieFilterForm.Of(Filter, KinReason), KinReason = KinReason ?? "" };
}

/// <summary>A plan to keep.</summary>
public sealed record KeepPlanForm([property: Required, StringLength(120)] string Title, [property: Required, Length(1, 50)] IReadOnlyList<string> Persons, [property: Required, StringLength(2000)] string Harm, [property: Required, StringLength(2000)] string Legality, [property: Required] PlansForm Assumptions);

/// <summary>Whose neighbours are wanted, under which conditions.</summary>
/// <param name="GradeAtLeast">0 confirmed to 4 suspected false.</param>
/// <param name="Order">most-connected, least-connected, latest or sample.</param>
public sealed record ExpandForm([property: Required, Length(1, 10_000)] IReadOnlyList<string> Items, [property: MaxLength(10_000)] IReadOnlyList<string>? OnChart = null, [property: MaxLength(100)] IReadOnlyList<string>? TieTypes = null, [property: MaxLength(100)] IReadOnlyList<string>? ItemTypes = null,
    DateOnly? From = null, DateOnly? To = null, [property: Range(0, 4)] int? GradeAtLeast = null, [property: Range(1, 5000)] int Most = 500, [property: Required, StringLength(20)] string Order = "most-connected");

/// <summary>Between whom paths are wanted.</summary>
/// <param name="KinReason">Why ties of kinship are walked; left out, they are not.</param>
public sealed record PathForm([property: Required, StringLength(20)] string From, [property: Required, StringLength(20)] string To, [property: MaxLength(100)] IReadOnlyList<string>? TieTypes = null, [property: Range(0, 4)] int? GradeAtLeast = null, [property: Range(1, 10)] int Most = 6,
    bool Directed = false, bool DatesInOrder = false, bool AvoidHubs = false, [property: StringLength(400)] string? KinReason = null);

/// <summary>A chart in the list.</summary>
public sealed record ChartLine(string Id, string Title, long Version, long Items, string KeptBy, DateTimeOffset KeptAt);

/// <summary>What was kept.</summary>
public sealed record KeptAnswer(string Id, long Version, DateTimeOffset At);

/// <summary>An item of a chart.</summary>
/// <param name="Category">Of a person in the case worked in.</param>
/// <param name="HiddenNeighbours">Neighbours that you may see and that are not on the chart.</param>
/// <param name="State">current, changed or withdrawn.</param>
/// <param name="Records">The records that people judged to be one, this one included.</param>
public sealed record ChartItemAnswer(string Id, string Type, CaptionAnswer Caption, string? Category, int HiddenNeighbours, string State, IReadOnlyList<string> Records);

/// <summary>A tie of a chart.</summary>
/// <param name="Standing">confirmed, unconfirmed or tentative.</param>
/// <param name="Items">How many items told of it.</param>
public sealed record ChartTieAnswer(string Id, string Type, string Source, string Target, string? Best, string? Worst, string Standing, int Items, DateOnly? From, DateOnly? To, string State);

/// <summary>Items and the ties among them.</summary>
public sealed record PartAnswer(IReadOnlyList<ChartItemAnswer> Items, IReadOnlyList<ChartTieAnswer> Ties, int Total, int Taken, LabelAnswer Label)
{
    internal static PartAnswer Of(ChartPart part, PublicIds ids) => new(
        [.. part.Items.Select(item => new ChartItemAnswer(ids.Show(PublicKind.Entity, item.Key), item.Type.Name, CaptionAnswer.Of(Intelligence.EntityCaption.Of(item.Type, item.Naming)), item.Category, item.HiddenNeighbours, item.State.ToString().ToLowerInvariant(), [.. item.Records.Select(record => ids.Show(PublicKind.Entity, record))]))],
        [.. part.Ties.Select(tie => Tie(tie, ids))], part.Total, part.Taken, LabelAnswer.Of(part.Label, ids));

    private static ChartTieAnswer Tie(ChartTie one, PublicIds ids) => new(ids.Show(PublicKind.Entity, one.Tie.Link), one.Tie.Type.Name, ids.Show(PublicKind.Entity, one.Tie.Source), ids.Show(PublicKind.Entity, one.Tie.Target),
        one.Tie.Best?.ToString(), one.Tie.Worst?.ToString(), one.Tie.Standing.ToString().ToLowerInvariant(), one.Tie.Items, Day(one.Tie.From), Day(one.Tie.To), one.State.ToString().ToLowerInvariant());

    private static DateOnly? Day(long? number) => number is { } day ? DateOnly.FromDayNumber((int)day) : null;
}

/// <summary>A position of a location.</summary>
/// <param name="Latitude">Degrees north (WGS 84).</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Accuracy">How far off it may be, in metres; null where nobody said.</param>
/// <param name="Contested">Whether items give another position too.</param>
public sealed record PositionAnswer(string Place, string Type, CaptionAnswer Caption, double Latitude, double Longitude, double? Accuracy, string? Grade, bool Contested);

/// <summary>That an item stands at a location.</summary>
/// <param name="By">The link that says so; null where the item is the location.</param>
public sealed record StandAnswer(string Item, string Place, string? By, string? Type, DateOnly? From, DateOnly? To, string? Standing);

/// <summary>Where items stand.</summary>
public sealed record MapAnswer(IReadOnlyList<PositionAnswer> Positions, IReadOnlyList<StandAnswer> Stands, LabelAnswer Label)
{
    internal static MapAnswer Of(ChartMap map, PublicIds ids) => new(
        [.. map.Points.Select(point => new PositionAnswer(ids.Show(PublicKind.Entity, point.Place), point.Type.Name, CaptionAnswer.Of(Intelligence.EntityCaption.Of(point.Type, point.Naming)), point.Latitude, point.Longitude, point.Accuracy, point.Grade?.ToString(), point.Contested))],
        [.. map.Stands.Select(stand => new StandAnswer(ids.Show(PublicKind.Entity, stand.Item), ids.Show(PublicKind.Entity, stand.Place), stand.By is { } tie ? ids.Show(PublicKind.Entity, tie.Link) : null, stand.By?.Type.Name,
            Day(stand.By?.From), Day(stand.By?.To), stand.By?.Standing.ToString().ToLowerInvariant()))], LabelAnswer.Of(map.Label, ids));

    private static DateOnly? Day(long? number) => number is { } day ? DateOnly.FromDayNumber((int)day) : null;
}

/// <summary>A chart.</summary>
public sealed record ChartAnswer(string Id, string Title, long Version, PartAnswer Part, JsonElement Content)
{
    internal static ChartAnswer Of(ChartView view, PublicIds ids) => new(ids.Show(PublicKind.Chart, view.Row.Key), view.Row.Title, view.Number, PartAnswer.Of(view.Part, ids), JsonElement.Parse(view.Content.ToString()));
}

/// <summary>What lies between two versions, as far as you see it.</summary>
/// <param name="Earlier">Number of the earlier version; 0 where there was no chart yet.</param>
/// <param name="Learnt">What the register came to know between two days; null between versions.</param>
public sealed record DifferenceAnswer(long Earlier, long Later, IReadOnlyList<string> ItemsAdded, IReadOnlyList<string> ItemsGone, IReadOnlyList<string> TiesAdded, IReadOnlyList<string> TiesGone, LearntAnswer? Learnt)
{
    internal static DifferenceAnswer Of(ChartDifference one, PublicIds ids)
    {
        return new(one.Earlier, one.Later, Ids(one.ItemsAdded), Ids(one.ItemsGone), Ids(one.TiesAdded), Ids(one.TiesGone), one.Learnt is { } learnt ? new(Ids(learnt.Ties), Ids(learnt.Items), Ids(learnt.Withdrawn)) : null);

        IReadOnlyList<string> Ids(IReadOnlyList<long> keys) => [.. keys.Select(key => ids.Show(PublicKind.Entity, key))];
    }
}

/// <summary>What the register came to know between two days of what stands on a chart.</summary>
/// <param name="Ties">Ties first told of in between.</param>
/// <param name="Items">Items of which something was told.</param>
/// <param name="Withdrawn">Items of which something was withdrawn.</param>
public sealed record LearntAnswer(IReadOnlyList<string> Ties, IReadOnlyList<string> Items, IReadOnlyList<string> Withdrawn);

/// <summary>Which chart to put on top, and what the new one is called.</summary>
public sealed record CombineForm([property: Required, StringLength(20)] string Other, [property: Required, StringLength(120)] string Title);

/// <summary>Records that could be one, one of each pair at least among those asked about.</summary>
/// <param name="Total">How many pairs there are, of what you may see.</param>
public sealed record DuplicatesAnswer(IReadOnlyList<DuplicateAnswer> Pairs, int Total);

/// <summary>Two records that could be one; nothing is joined unless a person says so.</summary>
/// <param name="Verdict">candidate or incomplete (a short name and nothing else).</param>
public sealed record DuplicateAnswer(string One, string Other, double Probability, string Verdict);

/// <summary>How many neighbours of a kind there are.</summary>
public sealed record NeighbourGroup(string TieType, string ItemType, int Count);

/// <summary>Neighbours, counted.</summary>
public sealed record NeighboursCounted(int Total, IReadOnlyList<NeighbourGroup> Groups);

/// <summary>Shared neighbours, and of which they are.</summary>
public sealed record SharedAnswer(PartAnswer Part, IReadOnlyDictionary<string, IReadOnlyList<string>> Joins);

/// <summary>A path.</summary>
/// <param name="Weakest">The worst grade among its ties; null where one is not graded.</param>
public sealed record PathAnswer(IReadOnlyList<string> Items, IReadOnlyList<string> Ties, string? Weakest);

/// <summary>Paths found.</summary>
public sealed record PathsAnswer(IReadOnlyList<PathAnswer> Paths, PartAnswer Part, double Total)
{
    internal static PathsAnswer Of(ChartPaths found, PublicIds ids) => new([.. found.Paths.Select(path => new PathAnswer([.. path.Entities.Select(key => ids.Show(PublicKind.Entity, key))], [.. path.Ties.Select(tie => ids.Show(PublicKind.Entity, tie.Link))], path.Weakest?.ToString()))], PartAnswer.Of(found.Part, ids), found.Total);
}

/// <summary>A value with its interval; null where there is none.</summary>
public sealed record MeasuredAnswer(double? Value, double? Low, double? High, double? MeanLow, double? MeanHigh);

/// <summary>One measure, by item.</summary>
public sealed record OneMeasureAnswer(string Name, IReadOnlyDictionary<string, MeasuredAnswer> Values);

/// <summary>Measures with what they rest on.</summary>
/// <param name="Notice">Stands on every copy.</param>
public sealed record MeasuresAnswer(IReadOnlyList<OneMeasureAnswer> Measures, int Items, int Ties, int Worlds, bool Exact, string Tables, string? KinReason, string Notice)
{
    internal static MeasuresAnswer Of(ChartMeasures found, PublicIds ids) => new([.. found.Measures.Select(one => new OneMeasureAnswer(one.Name, one.Values.ToDictionary(value => ids.Show(PublicKind.Entity, value.Key),
        value => new MeasuredAnswer(Known(value.Value.Value), Known(value.Value.Low), Known(value.Value.High), Known(value.Value.MeanLow), Known(value.Value.MeanHigh)))))], found.Items, found.Ties, found.Worlds, found.Exact, found.Tables, found.KinReason, Exchange.Charts.ExportChart.Notice);

    private static double? Known(double value) => double.IsNaN(value) ? null : value;
}

/// <summary>A number over many runs.</summary>
public sealed record SpreadAnswer(double Mean, double Low, double High)
{
    internal static SpreadAnswer Of(Spread spread) => new(spread.Mean, spread.Low, spread.High);
}

/// <summary>A step of a plan.</summary>
public sealed record PlanStepAnswer(SpreadAnswer Alone, SpreadAnswer Recovered, SpreadAnswer Efficiency);

/// <summary>A plan, played.</summary>
public sealed record PlayedAnswer(string Strategy, IReadOnlyList<string> Removed, IReadOnlyList<PlanStepAnswer> Steps);

/// <summary>Plans side by side.</summary>
public sealed record ComparisonAnswer(IReadOnlyList<PlayedAnswer> Plans, IReadOnlyList<string> Eligible, int Items, int Ties, int Runs, string? KinReason, string Notice)
{
    internal static ComparisonAnswer Of(PlanComparison found, PublicIds ids) => new([.. found.Plans.Select(plan => new PlayedAnswer(plan.Strategy, [.. plan.Removed.Select(key => ids.Show(PublicKind.Entity, key))],
        [.. plan.Steps.Select(step => new PlanStepAnswer(SpreadAnswer.Of(step.Alone), SpreadAnswer.Of(step.Recovered), SpreadAnswer.Of(step.Efficiency)))]))], [.. found.Eligible.Select(key => ids.Show(PublicKind.Entity, key))], found.Items, found.Ties, found.Runs, found.KinReason, Exchange.Charts.ExportChart.Notice);
}

/// <summary>A plan that was kept.</summary>
/// <param name="Assumptions">How it was played: the strategies, the recovery, which ties counted and why kinship did.</param>
public sealed record PlanAnswer(string Title, IReadOnlyList<string> Persons, JsonElement Assumptions, string Harm, string Legality, string KeptBy, DateTimeOffset KeptAt)
{
    internal static PlanAnswer Of(PlanRow row, PublicIds ids) => new(row.Title, [.. row.Persons.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(key => ids.Show(PublicKind.Entity, long.Parse(key, CultureInfo.InvariantCulture)))], JsonElement.Parse(row.Assumptions), row.Harm, row.Legality, row.KeptByName, Clock.FromMicros(row.KeptAt));
}
