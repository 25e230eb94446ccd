using System.CommandLine;
using Plumbline.Core;
using Plumbline.Exchange.Export;
using Plumbline.Intelligence;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline export ID | --search TEXT</c>: an entity or a search result, with its label, what was left out, and the head of the log.</summary>
internal static class ExportCommand
{
    public static Command Make()
    {
        var id = new Argument<string?>("ID") { Description = "E-… or entity:12", Arity = ArgumentArity.ZeroOrOne };
        var search = new Option<string?>("--search") { Description = "Export what a search finds instead" };
        var format = new Option<string>("--format") { Description = "json or csv", DefaultValueFactory = _ => "json" };
        var file = new Option<FileInfo?>("--out") { Description = "Where to; without it, a name is made in this folder" };
        var reason = new Option<string?>("--reason") { Description = "What it is for; kept in the log" };
        var command = new Command("export", "Export an entity or a search result to JSON or CSV") { id, search, format, file, reason };
        var options = new FindOptions(command);
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            if (!Enum.TryParse<ExportFormat>(parsed.GetValue(format), ignoreCase: true, out var form)) return Answer.Decline(json, new Refusal("export.format-unknown", "Expected json or csv."));
            if (parsed.GetValue(search) is { } text)
            {
                var asked = options.Read(parsed, text);
                if (asked is not Outcome<FindQuestion>.Done { Value: var question }) return Answer.Decline(json, asked.Why);
                return await desk.WithSearch(json, async () => await Keep(json, parsed.GetValue(file),
                    await desk.Use<ExportFound>().Run(visitor, question, form, parsed.GetValue(reason) ?? "", ct), ct), ct);
            }
            var read = desk.Home.Ids.ReadKey(parsed.GetValue(id) ?? "", PublicKind.Entity);
            return read is Outcome<long>.Done { Value: var entity }
                ? await Keep(json, parsed.GetValue(file), await desk.Use<ExportEntity>().Run(visitor, entity, form, parsed.GetValue(reason) ?? "", ct), ct)
                : Answer.Decline(json, read.Why);
        });
        return command;
    }

    private static async Task<int> Keep(bool json, FileInfo? to, Outcome<ExportedFile> outcome, CancellationToken ct)
    {
        if (outcome is not Outcome<ExportedFile>.Done { Value: var file }) return Answer.Decline(json, outcome.Why);
        var path = to?.FullName ?? Path.GetFullPath(file.Name);
        await File.WriteAllBytesAsync(path, file.Bytes, ct);
        return Answer.Give(json, new { file = path, file.Sha256, file.Loss }, () =>
        [
            $"{path}  sha256 {file.Sha256}",
            .. file.Loss.LeftOut.Select(left => $"  left out: {left.Count} · {left.Words}"),
            .. file.Loss.Format.Select(words => $"  {words}"),
        ]);
    }
}
