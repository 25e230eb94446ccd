using System.Text.Json.Nodes;
using Plumbline.Core;
using Plumbline.Intelligence;

namespace Plumbline.Exchange.Export;

/// <summary>What of an entity may leave. Pure.</summary>
/// <param name="Outcomes">Legal outcomes whose items may leave.</param>
/// <param name="Own">Its own statements that leave.</param>
/// <param name="Links">Its links of which both ends leave, with the statements that do.</param>
/// <param name="Kept">What stays, by rule.</param>
internal sealed record LeavingEntity(EntityRef Entity, IReadOnlyList<LeavingOutcome> Outcomes, IReadOnlyList<CitedStatement> Own, IReadOnlyList<LeavingLink> Links, IReadOnlyList<LeftOut> Kept)
{
    public IEnumerable<CitedStatement> Statements => Own.Concat(Links.SelectMany(link => link.Statements));

    public Label Label => Label.Combine(Statements.Select(view => view.Label).Concat(Outcomes.Select(one => one.Label)));

    public static LeavingEntity Of(EntityPicture picture, DateOnly today)
    {
        List<string> kept = [];
        List<CitedStatement> own = [.. picture.Groups.SelectMany(group => group.Statements).Where(May)];
        List<LeavingLink> links = [];
        foreach (var link in picture.Links)
        {
            List<CitedStatement> ends = [.. link.Ends.Where(May)];
            List<CitedStatement> values = [.. link.Values.SelectMany(group => group.Statements).Where(May)];
            if (ends.Select(end => end.Property.Id).Distinct().Count() == 2) links.Add(new LeavingLink(link, [.. ends, .. values]));
            else kept.AddRange(ends.Concat(values).Select(_ => "link-incomplete"));
        }
        List<LeavingOutcome> outcomes = [];
        foreach (var outcome in picture.Person?.Outcomes ?? [])
        {
            var label = picture.Person!.OutcomeLabels[outcome.Key];
            if (ReleaseRules.WhyNot(label, today) is { } rule) kept.Add(rule);
            else outcomes.Add(new LeavingOutcome(outcome.Outcome, outcome.DateText, outcome.Court, label));
        }
        // The caption is made from what leaves: a name that stays must not leave as a title.
        var caption = EntityCaption.Of(picture.Type, own.Select(view => view.Row));
        return new LeavingEntity(new EntityRef(picture.Key, picture.Type, caption, picture.Person?.Category), outcomes, own, links, ReleaseRules.Count(kept));

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
        ["outcomes"] = new JsonArray([.. Outcomes.Select(one => new JsonObject { ["outcome"] = one.Outcome, ["date"] = one.Date, ["court"] = one.Court, ["label"] = rows.Label(one.Label) })]),
        ["statements"] = new JsonArray([.. Own.Select(rows.Json)]),
        ["links"] = new JsonArray([.. Links.Select(link => new JsonObject
        {
            ["id"] = rows.Id(PublicKind.Entity, link.Link.Key),
            ["type"] = link.Link.Type.Name,
            ["direction"] = link.Link.Outgoing ? "out" : "in",
            ["other"] = new JsonObject { ["id"] = rows.Id(PublicKind.Entity, link.Link.Other.Key), ["type"] = link.Link.Other.Type.Name },
            ["statements"] = new JsonArray([.. link.Statements.Select(rows.Json)]),
        })]),
    };

    public IReadOnlyList<IReadOnlyList<string?>> Rows(ExportRows rows) =>
        [.. Own.Select(view => rows.Row(Entity, null, view)), .. Links.SelectMany(link => link.Statements.Select(view => rows.Row(Entity, link.Link, view)))];
}

/// <summary>A link that leaves. The other end leaves by its id and type alone: its name has statements, labels and rules of its own.</summary>
internal sealed record LeavingLink(LinkView Link, IReadOnlyList<CitedStatement> Statements);

/// <summary>A legal outcome that leaves.</summary>
internal sealed record LeavingOutcome(string Outcome, string Date, string? Court, Label Label);
