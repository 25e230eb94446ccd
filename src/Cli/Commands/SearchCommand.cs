using System.CommandLine;
using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Register.Search;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline search TEXT</c>: items and entities by their words, in every spelling of their script.</summary>
internal static class SearchCommand
{
    public static Command Make()
    {
        var text = new Argument<string>("TEXT") { Description = "Words, \"a phrase\", -not, begin*, like~ , one OR other" };
        var command = new Command("search", "Find items and entities by their words, in every spelling of their script") { text };
        var options = new FindOptions(command);
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var asked = options.Read(parsed, parsed.GetValue(text)!);
            if (asked is not Outcome<FindQuestion>.Done { Value: var question }) return Answer.Decline(json, asked.Why);
            return await desk.WithSearch(json, async () => await desk.Use<Find>().Run(visitor, question, ct) switch
            {
                Outcome<Found>.Done { Value: var found } => Show(json, desk.Home.Ids, found),
                var refused => Answer.Decline(json, refused.Why),
            }, ct);
        });
        return command;
    }

    private static int Show(bool json, PublicIds ids, Found found) => Answer.Give(json, new
    {
        Total = found.ItemTotal,
        Reports = found.ReportTotal,
        items = found.Items.Select(one => new { one.Item.Key, id = ids.Show(PublicKind.Item, one.Item.Key), one.Item.ReportTitle, one.Item.Number, one.Item.Text, one.InReport, why = Why(one.Matches) }),
        found.EntityTotal,
        entities = found.Entities.Select(one => new
        {
            id = ids.Show(PublicKind.Entity, one.Entity.Key),
            type = one.Entity.Type.Name,
            arabic = one.Entity.Caption.Arabic,
            latin = one.Entity.Caption.Latin ?? one.Entity.Caption.Neutral,
            one.Entity.Category,
            property = one.Statement.Property.Name,
            value = one.Statement.Row.ValueText,
            one.Matching,
            why = Why(one.Matches),
            one.Records,
            lead = ids.Show(PublicKind.Entity, one.Lead.Key),
            also = one.Also.Select(other => new { id = ids.Show(PublicKind.Entity, other.Entity.Key), property = other.Statement.Property.Name, value = other.Statement.Row.ValueText, other.Matching, why = Why(other.Matches) }),
        }),
        cut = found.IsCut,
        hint = found.Hint?.Detail,
    }, () =>
    [
        .. found.Hint is { } hint ? [hint.Detail] : Array.Empty<string>(),
        found.ItemTotal + found.EntityTotal == 0 ? "Nothing that you may see matches." : $"{found.EntityTotal} entities, {found.ItemTotal} items in {found.ReportTotal} reports{(found.IsCut ? " (the first are shown)" : "")}:",
        .. found.Entities.SelectMany(one => one.All.Select(hit => $"{(hit == one ? "" : "  = ")}{ids.Show(PublicKind.Entity, hit.Entity.Key)}  {hit.Entity.Type.Label.En}  {(hit == one ? one.Lead : hit.Entity).Caption}{(hit == one && one.Records > 1 ? $" ({one.Records} records)" : "")}  {hit.Statement.Property.Label.En}: {hit.Statement.Row.ValueText}  ({string.Join("; ", Why(hit.Matches))})")),
        .. found.Items.Select(one => $"{ids.Show(PublicKind.Item, one.Item.Key)}  {one.Item.ReportTitle} · {one.Item.Number}  {Excerpt(one)}  ({string.Join("; ", Why(one.Matches))})"),
    ]);

    private static IEnumerable<string> Why(IEnumerable<SearchMatch> matches) => matches.Select(match => $"{match.Clause}: {match.By}");

    private static string Excerpt(FoundItem one)
    {
        var part = Highlighter.Excerpt(one.Item.Text, one.Spans, 120);
        return one.Item.Text.Substring(part.Start, part.Length).ReplaceLineEndings(" ");
    }
}
