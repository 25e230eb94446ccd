using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Register;

namespace Plumbline.Cli;

/// <summary>An entity on the command line.</summary>
internal static class EntityAnswer
{
    public static object Json(PublicIds ids, EntityPicture picture) => new
    {
        id = ids.Show(PublicKind.Entity, picture.Key),
        type = picture.Type.Name,
        caption = new { arabic = picture.Caption.Arabic, latin = picture.Caption.Latin, other = picture.Caption.Neutral, romanised = picture.Caption.Romanised },
        category = picture.Person?.Category,
        child = picture.Person?.Child,
        records = picture.Records.Select(record => new { id = ids.Show(PublicKind.Entity, record.Key), caption = record.Caption.ToString(), lead = record.Key == picture.Lead }),
        judgements = picture.Judgements.Select(row => new { id = ids.Show(PublicKind.Judgement, row.Key), one = ids.Show(PublicKind.Entity, row.Entity), other = ids.Show(PublicKind.Entity, row.Other), row.Verdict, row.Reason, by = row.GivenByName, at = Clock.FromMicros(row.GivenAt), withdrawn = !row.IsLive }),
        outcomes = picture.Person?.Outcomes.Select(one => new { one.Outcome, date = one.DateText, one.Court }),
        properties = picture.Groups.Select(group => new
        {
            property = group.Property.Name,
            group.Conflict,
            values = group.Values.Select(value => new { value.Origins, statements = value.Statements.Select(view => Statement(ids, view)) }),
        }),
        links = picture.Links.Select(link => new
        {
            id = ids.Show(PublicKind.Entity, link.Key),
            type = link.Type.Name,
            direction = link.Outgoing ? "out" : "in",
            other = new { id = ids.Show(PublicKind.Entity, link.Other.Key), type = link.Other.Type.Name, caption = link.Other.Caption.ToString(), link.Other.Category },
            link.Validity,
            weakest = link.Weakest?.ToString(),
            best = link.Best?.ToString(),
            statements = link.Ends.Concat(link.Values.SelectMany(group => group.Statements)).Select(view => Statement(ids, view)),
        }),
        timeline = picture.Timeline.Select(entry => new { date = entry.DateText, kind = entry.Kind.ToString().ToLowerInvariant() }),
        history = picture.History.Select(entry => new { at = Clock.FromMicros(entry.At), what = entry.What.ToString().ToLowerInvariant(), by = entry.By?.Name, grade = entry.Grade?.ToString(), entry.Why }),
        label = picture.Label.ToString(),
        why = picture.Why,
    };

    public static IEnumerable<string> Lines(PublicIds ids, EntityPicture picture)
    {
        yield return $"{ids.Show(PublicKind.Entity, picture.Key)}  {picture.Type.Label.En}  {picture.Caption}  {picture.Caption.Other("en") ?? Generated(picture.Caption.Romanised)}   {picture.Label.ShortCode}".TrimEnd();
        if (picture.IsJoined) yield return $"  {picture.Records.Count} records: {string.Join(", ", picture.Records.Select(record => $"{record.Caption} ({ids.Show(PublicKind.Entity, record.Key)}{(record.Key == picture.Lead ? ", leads" : "")})"))}";
        foreach (var row in picture.Judgements.Where(row => row.IsLive)) yield return $"  {ids.Show(PublicKind.Judgement, row.Key)} {row.Verdict}: {ids.Show(PublicKind.Entity, row.Entity)} and {ids.Show(PublicKind.Entity, row.Other)}, {row.GivenByName}: {row.Reason}";
        if (picture.Person is { } person)
        {
            yield return $"  In this case: {person.Category}{(person.Child ? ", child" : "")}";
            foreach (var outcome in person.Outcomes) yield return $"  {outcome.DateText} {outcome.Outcome} {outcome.Court}".TrimEnd();
        }
        foreach (var group in picture.Groups)
        {
            yield return $"  {group.Property.Label.En}{(group.Conflict ? "  (these contradict one another)" : "")}";
            foreach (var view in group.Statements) yield return $"    {Mark(view)}{view.Row.ValueText}   {Source(view)}";
        }
        foreach (var link in picture.Links)
            yield return $"  {link.Reads.En} {link.Other.Caption} ({ids.Show(PublicKind.Entity, link.Other.Key)})  {string.Join(", ", link.Validity)}  {string.Join("; ", link.Ends.Select(Source).Distinct())}";
    }

    // Said each time, so that nobody takes it for a recorded spelling.
    private static string? Generated(string? romanised) => romanised is null ? null : $"≈ {romanised} (generated, not recorded)";

    private static object Statement(PublicIds ids, CitedStatement view) => new
    {
        id = ids.Show(PublicKind.Statement, view.Row.Key),
        record = ids.Show(PublicKind.Entity, view.Row.Entity),
        property = view.Property.Name,
        value = view.Row.Target is { } target ? ids.Show(PublicKind.Entity, target) : view.Row.ValueText,
        view.Row.Original,
        valid = view.Row.ValidText,
        view.Row.Nature,
        grade = view.Grade is { } grade ? new { scheme = grade.Scheme.Text(), code = grade.ToString() } : null,
        listing = view.IsListing ? $"{view.Item.List} {view.Item.ListVersion}" : null,
        label = view.Label.ToString(),
        item = ids.Show(PublicKind.Item, view.Item.Key),
        report = view.Item.ReportTitle,
        number = view.Item.Number,
        source = view.Item.Source,
        origin = view.Item.OriginReference,
        recordedAt = Clock.FromMicros(view.Row.RecordedAt),
        recordedBy = view.Officers.RecordedBy?.Name,
        withdrawn = view.Row.WithdrawnAt is { } at ? new { at = Clock.FromMicros(at), by = view.Officers.WithdrawnBy?.Name, why = view.Row.WithdrawnWhy } : null,
    };

    private static string Mark(CitedStatement view) => view.Row.WithdrawnAt is null ? "" : $"[withdrawn: {view.Row.WithdrawnWhy}] ";

    private static string Source(CitedStatement view) =>
        $"{(view.IsListing ? $"LIST · {view.Item.List} · {view.Item.ListVersion}" : view.Grade?.WithHandling(view.Label) ?? "ungraded")}  {view.Item.ReportTitle} · {view.Item.Number}";
}
