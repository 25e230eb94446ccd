using System.CommandLine;
using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Register.Following;
using Plumbline.Register.Search;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline search TEXT</c>: items by their words, in every spelling of their script.</summary>
internal static class SearchCommand
{
    public static Command Make()
    {
        var text = new Argument<string>("TEXT") { Description = "Words, \"a phrase\", -not, begin*, like~ , one OR other" };
        var most = new Option<int>("--most") { Description = "How many to show", DefaultValueFactory = _ => 20 };
        var command = new Command("search", "Find items by their words, in every spelling of their script") { text, most };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var opened = await desk.Projections(ct);
            if (opened is not Outcome<Projections>.Done { Value: var projections }) return Answer.Decline(json, opened.Why);
            return await new FindItems(desk.Gate, projections.Search).Run(visitor, parsed.GetValue(text)!, parsed.GetValue(most), ct) switch
            {
                Outcome<FoundItems>.Done { Value: var found } => Show(json, found),
                var refused => Answer.Decline(json, refused.Why),
            };
        });
        return command;
    }

    private static int Show(bool json, FoundItems found) => Answer.Give(json, new
    {
        found.Total,
        items = found.Items.Select(one => new { one.Item.Key, one.Item.ReportTitle, one.Item.Number, one.Item.Text, why = one.Matches.Select(match => $"{match.Clause}: {match.By}") }),
    }, () =>
    [
        found.Total == 0 ? "Nothing that you may see matches." : $"{found.Total} found{(found.Items.Count < found.Total ? $", {found.Items.Count} shown" : "")}:",
        .. found.Items.Select(one => $"{one.Item.Key,6}  {one.Item.ReportTitle} · {one.Item.Number}  {Excerpt(one)}  ({string.Join("; ", one.Matches.Select(match => $"{match.Clause}: {match.By}"))})"),
    ]);

    private static string Excerpt(FoundItem one)
    {
        var part = Highlighter.Excerpt(one.Item.Text, one.Spans, 120);
        return one.Item.Text.Substring(part.Start, part.Length).ReplaceLineEndings(" ");
    }
}
