using System.Text.Json.Nodes;
using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;

namespace Plumbline.Exchange.Export;

/// <summary>What of an entity may leave. Pure.</summary>
/// <param name="Outcomes">Legal outcomes whose items may leave.</param>
/// <param name="Own">Its own statements that leave.</param>
/// <param name="Links">Its links of which both ends leave, with the statements that do.</param>
/// <param name="Kept">What stays, by rule.</param>
internal sealed record LeavingEntity(EntityRef Entity, IReadOnlyList<LeavingOutcome> Outcomes, IReadOnlyList<CitedStatement> Own, IReadOnlyList<LeavingLink> Links, IReadOnlyList<LeftOut> Kept)
{
    public IEnumerable<CitedStatement> Statements => Own.Concat(Links.SelectMany(link => link.Statements));

    /// <summary>The records of it that leave, where people judged several to be one; each statement names its own.</summary>
    public IReadOnlyList<long> Records { get; init; } = [];

    /// <summary>The union of the labels of the judgements by which they are one.</summary>
    public Label Joining { get; init; } = Label.None;

    public Label Label => Label.Combine(Statements.Select(view => view.Label).Concat(Outcomes.Select(one => one.Label)).Append(Joining));

    /// <summary>Of the records that are joined, those leave that judgements which may leave join with it.</summary>
    /// <param name="judged">The labels of the picture's judgements by their keys.</param>
    public static LeavingEntity Of(EntityPicture picture, IReadOnlyDictionary<long, Label> judged, DateOnly today)
    {
        var ties = picture.Judgements.Where(row => row is { IsLive: true, Verdict: "same" }).ToList();
        var leaving = ties.Where(row => ReleaseRules.WhyNot(judged[row.Key], today) is null).ToList();
        var members = Components.Reach(Components.Near(IdentityRows.Same(leaving)), picture.Key);
        List<string> kept = [.. ties.Except(leaving).Select(row => ReleaseRules.WhyNot(judged[row.Key], today)!)];
        List<CitedStatement> own = [.. picture.Groups.SelectMany(group => group.Statements).Where(view => members.Contains(view.Row.Entity) && May(view))];
        List<LeavingLink> links = [];
        foreach (var link in picture.Links.Where(link => picture.Type.IsLink || members.Contains(link.Record)))
        {
            List<CitedStatement> ends = [.. link.Ends.Where(May)];
            List<CitedStatement> values = [.. link.Values.SelectMany(group => group.Statements).Where(May)];
            if (ends.Select(end => end.Property.Id).Distinct().Count() == 2) links.Add(new LeavingLink(link, [.. ends, .. values]));
            else kept.AddRange(ends.Concat(values).Select(_ => "link-incomplete"));
        }
        List<LeavingOutcome> outcomes = [];
        foreach (var outcome in (picture.Person?.Outcomes ?? []).Where(row => members.Contains(row.Person)))
        {
            var label = picture.Person!.OutcomeLabels[outcome.Key];
            if (ReleaseRules.WhyNot(label, today) is { } rule) kept.Add(rule);
            else outcomes.Add(new LeavingOutcome(outcome.Outcome, outcome.DateText, outcome.Court, label));
        }
        // The caption is made from what leaves: a name that stays must not leave as a title.
        var led = EntityCaption.Of(picture.Type, own.Where(view => view.Row.Entity == (picture.Lead ?? picture.Key)).Select(view => view.Row));
        var caption = led.IsNone ? EntityCaption.Of(picture.Type, own.Select(view => view.Row)) : led;
        var category = picture.Person is { } person ? PersonStatus.Of([.. person.Categories.Where(row => members.Contains(row.Person))], []).Category : null;
        return new LeavingEntity(new EntityRef(picture.Key, picture.Type, caption, category), outcomes, own, links, ReleaseRules.Count(kept))
        {
            Records = members.Count > 1 ? [.. members.Order()] : [],
            Joining = Label.Combine(leaving.Where(row => members.Contains(row.Entity)).Select(row => judged[row.Key])),
        };

        bool May(CitedStatement view)
        {
            if (ReleaseRules.WhyNot(view, today) is not { } rule) return true;
            kept.Add(rule);
            return false;
        }
    }

    public JsonObject Json(ExportRows rows) => new()
    {
        ["id"] = rows.Id(PublicKind.Entity, Entity.Key),
        ["type"] = Entity.Type.Name,
        ["caption"] = new JsonObject { ["arabic"] = Entity.Caption.Arabic, ["latin"] = Entity.Caption.Latin, ["other"] = Entity.Caption.Neutral },
        ["category"] = Entity.Category,
        ["records"] = Records.Count == 0 ? null : new JsonArray([.. Records.Select(record => JsonValue.Create(rows.Id(PublicKind.Entity, record)))]),
        ["outcomes"] = new JsonArray([.. Outcomes.Select(one => new JsonObject { ["outcome"] = one.Outcome, ["date"] = one.Date, ["court"] = one.Court, ["label"] = rows.Label(one.Label) })]),
        ["statements"] = new JsonArray([.. Own.Select(view => Json(rows, view))]),
        ["links"] = new JsonArray([.. Links.Select(link => new JsonObject
        {
            ["id"] = rows.Id(PublicKind.Entity, link.Link.Key),
            ["type"] = link.Link.Type.Name,
            ["direction"] = link.Link.Outgoing ? "out" : "in",
            ["record"] = Records.Count == 0 ? null : rows.Id(PublicKind.Entity, link.Link.Record),
            ["other"] = new JsonObject { ["id"] = rows.Id(PublicKind.Entity, link.Link.Other.Key), ["type"] = link.Link.Other.Type.Name },
            ["statements"] = new JsonArray([.. link.Statements.Select(rows.Json)]),
        })]),
    };

    private JsonObject Json(ExportRows rows, CitedStatement view)
    {
        var made = rows.Json(view);
        if (Records.Count > 0) made["record"] = rows.Id(PublicKind.Entity, view.Row.Entity);
        return made;
    }

    public IReadOnlyList<IReadOnlyList<string?>> Rows(ExportRows rows) =>
        [.. Own.Select(view => rows.Row(Entity, null, view)), .. Links.SelectMany(link => link.Statements.Select(view => rows.Row(Entity, link.Link, view)))];
}

/// <summary>A link that leaves. The other end leaves by its id and type alone: its name has statements, labels and rules of its own.</summary>
internal sealed record LeavingLink(LinkView Link, IReadOnlyList<CitedStatement> Statements);

/// <summary>A legal outcome that leaves.</summary>
internal sealed record LeavingOutcome(string Outcome, string Date, string? Court, Label Label);
