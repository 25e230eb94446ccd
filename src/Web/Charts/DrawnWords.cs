using System.Globalization;
using System.Text.Json;
using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Networks.Charts;
using Plumbline.Networks.Snapshots;
using Plumbline.Register;
using Plumbline.Web.Collate;
using Plumbline.Web.Parts;

namespace Plumbline.Web.Charts;

/// <summary>Charts in the reader's language and in the words of the drawing.</summary>
internal sealed class DrawnWords(PublicIds ids)
{
    private const int MostAttributes = 4;
    private const double ItemsForFullStrength = 4;

    private readonly Dictionary<Grade, DrawnGrade> grades = [];
    private readonly Dictionary<Label, DrawnLabel> handlings = [];

    private static string Language => Web.Language.Current.Code;

    public string Id(long key) => ids.Show(PublicKind.Entity, key);

    /// <summary>Keys of ids; what is none has the key that nothing has.</summary>
    public long[] Keys(IEnumerable<string>? given) => [.. (given ?? []).Select(id => ids.TryRead(id, out var kind, out var key) && kind == PublicKind.Entity ? key : -1).Where(key => key >= 0).Distinct()];

    public static DrawnHandling Handling(Label label) => label.Handling() is var view ? new(view.Text, view.Level) : null!;

    /// <summary>Every type that can stand on a chart.</summary>
    public static IReadOnlyList<DrawnType> Types() => [.. Schema.Builtin.Types.Where(type => !type.Abstract).Select(type => new DrawnType(type.Name, type.IsLink ? "tie" : "item",
        type.IsLink ? type.Link!.Label.In(Language) : type.Word(), type.Plural.In(Language), type.Icon(), type.Link?.Directed, type.IsLink ? type.Kin : null))];

    /// <summary>The steps of "grade at least", best first.</summary>
    public IReadOnlyList<DrawnGrade> Grades() => [.. Grade.All(GradingScheme.ThreeByFiveByTwo).Where(grade => grade.Source == '1' && TieGrades.Rank(grade) >= 0).DistinctBy(TieGrades.Rank).OrderBy(TieGrades.Rank)
        .Select(grade => new DrawnGrade(grade.Information.ToString(), TieGrades.Rank(grade), GradeMeanings.Of(grade).Information.In(Language)))];

    public DrawnGrade Of(Grade grade)
    {
        if (!grades.TryGetValue(grade, out var known)) grades[grade] = known = new(grade.ToString(), TieGrades.Rank(grade), grade.View().Meaning);
        return known;
    }

    public DrawnItem Of(ChartItem item)
    {
        var live = item.Statements.Where(row => row.WithdrawnAt is null).ToList();
        var caption = EntityCaption.Of(item.Type, live.Count > 0 ? item.Naming : item.Statements.Select(row => row with { WithdrawnAt = null }));
        var naming = EntityCaption.NamingProperties(item.Type);
        var values = from property in item.Type.Properties
                     where property.Featured && !property.Sensitive && !naming.Contains(property.Id) && !property.IsReference
                     let row = live.FirstOrDefault(row => row.Property == property.Id && row.Target is null)
                     where row is not null
                     select new DrawnValue(property.Label.In(Language), property.Type.Show(new PropertyValue(row.ValueText, row.ValueKey, Name: PersonName.TryDecode(row.ValueParts, out var parts) ? parts : null), Language));
        var dated = item.Type.Is("event") ? live.Where(row => row.ValueFrom is not null).ToList() : [];
        var person = item.Type.Is("person");
        string[] flags = [.. item.Child ? ["minor"] : Array.Empty<string>(), .. item.Category is "victim" or "witness" ? ["protected"] : Array.Empty<string>()];
        return new(Id(item.Key), item.Type.Name, caption.IsNone ? $"{item.Type.Word()} {Id(item.Key)}" : caption.In(Language), "auto", caption.Other(Language) ?? caption.Romanised, [.. values.Take(MostAttributes)],
            item.Best is { } best ? Of(best) : null, Of(item.Label), flags, person ? item.Child ? "child" : CollateViews.Category(item.Category ?? PersonStatus.NotYetCategorised) : null, item.HiddenNeighbours, State(item.State),
            dated.Count == 0 ? null : Dates(dated.Min(row => row.ValueFrom), dated.Max(row => row.ValueTo)), [.. dated.Select(row => Event(row.ValueFrom, row.ValueTo, null, row.RecordedAt)).OfType<DrawnEvent>()], item.Records.Count, [.. item.Records.Where(record => record != item.Key).Select(Id)]);
    }

    public DrawnTie Of(ChartTie one)
    {
        var tie = one.Tie;
        var grade = tie.Best is { } best ? new DrawnRange(Of(best), Of(tie.Worst!)) : null;
        var events = tie.Ends.DistinctBy(end => end.Item).Select(end => Event(end.ValidFrom, end.ValidTo, end.ValidText, end.RecordedAt)).OfType<DrawnEvent>();
        return new(Id(tie.Link), [Id(tie.Link)], Id(tie.Source), Id(tie.Target), tie.Type.Name, tie.Type.Link!.Directed, tie.Type.Link.Label.In(Language), "auto", grade, tie.Standing.ToString().ToLowerInvariant(),
            Math.Min(1, tie.Items / ItemsForFullStrength), Of(one.Label), State(one.State), tie.From is null && tie.To is null ? null : Dates(tie.From, tie.To), [.. events], tie.Type.Kin);
    }

    public DrawnAnswer Of(ChartPart part) => new() { Items = [.. part.Items.Select(Of)], Ties = [.. part.Ties.Select(Of)], Total = part.Total, Taken = part.Taken };

    public DrawnChart Of(string id, string title, long version, ChartPart part, ChartContent? content, int today) => new(id, title, version, Handling(part.Label), Day(today)!, Types(), [.. part.Items.Select(Of)], [.. part.Ties.Select(Of)],
        content is null ? null : JsonElement.Parse(content.ToString()), Grades());

    public DrawnPath Of(ChartPath path) => new([.. path.Entities.Select(Id)], [.. path.Ties.Select(tie => Id(tie.Link))], path.Weakest is { } weakest ? Of(weakest) : null);

    public DrawnMap Of(ChartMap map) => new(
        [.. map.Points.Select(point => new DrawnPoint(Id(point.Place), point.Type.Name, Name(point), point.Latitude, point.Longitude, point.Accuracy, point.Grade is { } grade ? Of(grade) : null, Of(point.Label), point.Contested))],
        [.. map.Stands.Select(stand => new DrawnStand(Id(stand.Item), Id(stand.Place), stand.By?.Type.Link!.Label.In(Language), stand.By is { } tie && (tie.From ?? tie.To) is not null ? Dates(tie.From, tie.To) : null,
            stand.By?.Standing.ToString().ToLowerInvariant(), stand.By?.Best is { } best ? new(Of(best), Of(stand.By.Worst!)) : null))]);

    private string Name(MapPoint point) => EntityCaption.Of(point.Type, point.Naming) is { IsNone: false } caption ? caption.In(Language) : $"{point.Type.Word()} {Id(point.Place)}";

    /// <summary>A day number as ISO writes it.</summary>
    public static string? Day(long? day) => day is { } known ? DateOnly.FromDayNumber((int)known).ToString("O", CultureInfo.InvariantCulture) : null;

    /// <summary>The first or last day that a partial ISO date can be; null for none.</summary>
    public static long? Day(string? text, bool last) => PartialDate.TryParse(text?.Split('T')[0], out var date) && !date.IsUnknown ? last ? date.Latest : date.Earliest : null;

    private DrawnLabel Of(Label label)
    {
        if (handlings.TryGetValue(label, out var known)) return known;
        var view = label.View();
        return handlings[label] = new(view.Code, view.Level, string.Join(" · ", view.Words));
    }

    private static DrawnDates Dates(long? from, long? to) => new(Day(from), Day(to));

    private static DrawnEvent? Event(long? from, long? to, string? caption, long learned) => (from ?? to) is { } at
        ? new(Day(at)!, to is { } until && until != at ? Day(until) : null, caption, Clock.FromMicros(learned).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)) : null;

    private static string State(ChartState state) => state.ToString().ToLowerInvariant();
}
