using System.CommandLine;
using Plumbline.Core;
using Plumbline.Exchange.Charts;
using Plumbline.Exchange.Export;
using Plumbline.Networks.Charts;
using Plumbline.Register;
using Plumbline.Register.Questions;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline chart list | open | new | expand | path | measure | places | plans | combine | difference | duplicates | export</c>: who stands beside whom, as you may see it.</summary>
internal static class ChartCommand
{
    public static Command Make() => new("chart", "Charts: neighbours, paths, measures with intervals, plans, copies") { List(), Open(), New(), ChartAsking.Expand(), ChartAsking.Path(), ChartAsking.Measure(), ChartAsking.Places(), ChartAsking.Plans(), ChartTogether.Combine(), ChartTogether.Difference(), ChartTogether.Duplicates(), Export() };

    private static Command List()
    {
        var command = new Command("list", "Show the charts of the case worked in, and your own without a case");
        command.Does(async (parsed, desk, visitor, ct) => await desk.Use<OpenChart>().All(visitor, ct) switch
        {
            Outcome<IReadOnlyList<ChartRow>>.Done { Value: var rows } => Answer.Give(parsed.GetValue(CommandLine.Json), rows.Select(row => new { chart = desk.Home.Ids.Show(PublicKind.Chart, row.Key), row.Title, row.Version, items = row.Members, by = row.KeptByName, at = Clock.FromMicros(row.KeptAt) }),
                () => rows.Count == 0 ? ["No chart here. Begin one with: plumbline chart new TITLE E-…"] : rows.Select(row => $"{desk.Home.Ids.Show(PublicKind.Chart, row.Key)}  {row.Title}  version {row.Version}, {row.Members} items; {row.KeptByName}, {Clock.FromMicros(row.KeptAt):yyyy-MM-dd HH:mm}")),
            var refused => Answer.Decline(parsed.GetValue(CommandLine.Json), refused.Why),
        });
        return command;
    }

    private static Command Open()
    {
        var (id, version) = (Id(), new Option<long?>("--version") { Description = "Number of the version; else the newest" });
        var command = new Command("open", "Show a chart: items, ties, what changed since it was drawn") { id, version };
        command.Does(async (parsed, desk, visitor, ct) => await desk.Use<OpenChart>().Run(visitor, Key(parsed.GetValue(id)!, desk), parsed.GetValue(version), ct) switch
        {
            Outcome<ChartView>.Done { Value: var view } => Answer.Give(parsed.GetValue(CommandLine.Json), new { chart = parsed.GetValue(id), view.Row.Title, version = view.Number, part = ChartAsking.Json(view.Part, desk.Home.Ids), label = view.Label.Outside(desk.Home.Ids) },
                () => [$"{view.Row.Title}   version {view.Number}   {view.Label.ShortCode}", .. ChartAsking.Lines(view.Part, desk.Home.Ids)]),
            var refused => Answer.Decline(parsed.GetValue(CommandLine.Json), refused.Why),
        });
        return command;
    }

    private static Command New()
    {
        var (title, entities) = (new Argument<string>("TITLE") { Description = "By which colleagues find it" }, new Argument<string[]>("ENTITY") { Description = "E-… of what stands on it" });
        var command = new Command("new", "Keep a chart of these entities, side by side") { title, entities };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var read = desk.Home.Ids.ReadKeys(parsed.GetValue(entities)!, PublicKind.Entity);
            if (read is not Outcome<IReadOnlyList<long>>.Done { Value: var keys }) return Answer.Decline(json, read.Why);
            var begun = await desk.Use<ExpandOnChart>().Begin(visitor, [.. keys], ct);
            if (begun is not Outcome<ChartPart>.Done { Value: var part }) return Answer.Decline(json, begun.Why);
            var content = ChartContent.Of(ChartAsking.OnARing(part), [.. part.Ties.Select(tie => tie.Tie.Link)], desk.Home.Ids).ToString();
            var kept = await desk.Use<KeepChart>().New(visitor, parsed.GetValue(title)!, content, ct);
            return kept is Outcome<KeptChart>.Done { Value: var done }
                ? Answer.Give(json, new { chart = desk.Home.Ids.Show(PublicKind.Chart, done.Key), done.Version, items = part.Items.Count }, () => [$"{desk.Home.Ids.Show(PublicKind.Chart, done.Key)}: {part.Items.Count} items, {part.Ties.Count} ties."])
                : Answer.Decline(json, kept.Why);
        });
        return command;
    }

    private static Command Export()
    {
        var id = Id();
        var format = new Option<string>("--format") { Description = "svg, graphml, csv or json", DefaultValueFactory = _ => "svg" };
        var file = new Option<FileInfo?>("--out") { Description = "Where to; without it, a name is made in this folder" };
        var language = new Option<string>("--language") { Description = "en, ar or ckb: the words of types", DefaultValueFactory = _ => "en" };
        var why = new Option<string?>("--reason") { Description = "What it is for; kept in the log and printed" };
        var command = new Command("export", "Let a copy out: with banner, sources, who took it and what for") { id, format, file, language, why };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var made = await desk.Use<ExportChart>().File(visitor, Key(parsed.GetValue(id)!, desk), parsed.GetValue(format)!, parsed.GetValue(why) ?? "", parsed.GetValue(language)!, ct);
            if (made is not Outcome<ExportedFile>.Done { Value: var copy }) return Answer.Decline(json, made.Why);
            var path = parsed.GetValue(file)?.FullName ?? Path.GetFullPath(copy.Name);
            await File.WriteAllBytesAsync(path, copy.Bytes, ct);
            return Answer.Give(json, new { file = path, copy.Sha256 }, () => [$"{path}  sha256 {copy.Sha256}"]);
        });
        return command;
    }

    private static Argument<string> Id() => new("CHART") { Description = "H-…" };

    internal static long Key(string id, Desk desk) => desk.Home.Ids.ReadKey(id, PublicKind.Chart) is Outcome<long>.Done { Value: var key } ? key : -1;
}
