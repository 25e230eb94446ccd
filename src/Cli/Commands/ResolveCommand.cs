using System.CommandLine;
using System.Globalization;
using Plumbline.Cli.Screening;
using Plumbline.Core;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline resolve A.csv [B.csv]</c>: which records are of one person, without labels.</summary>
internal static class ResolveCommand
{
    private const int MostTold = 20;

    public static Command Make()
    {
        var files = new Argument<string[]>("FILES") { Description = "One CSV to deduplicate, or two to link", Arity = new ArgumentArity(1, 2) };
        var id = new Option<string>("--id") { Description = "Column that names a record", Required = true };
        var map = new Option<string>("--map") { Description = "Fields and their columns: name=given_name+surname,birth_date=…,document=…,place=…", Required = true };
        var command = new Command("resolve", "Find records of one person, in one file or between two; writes id_a,id_b,probability") { files, id, map };
        command.Computes(async (parsed, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var paths = parsed.GetValue(files)!;
            if (paths.FirstOrDefault(path => !File.Exists(path)) is { } missing) return EngineRun.Declined(json, new Refusal("file.none", $"There is no file {missing}."));
            var mapped = MappedField.ReadAll(parsed.GetValue(map)!);
            if (mapped is not Outcome<IReadOnlyList<MappedField>>.Done { Value: var fields }) return EngineRun.Declined(json, mapped.Why);
            var records = new Records(fields);
            foreach (var path in paths)
                if (records.Add(path, parsed.GetValue(id)!) is { } why) return EngineRun.Declined(json, why);
            foreach (var row in records.Unreadable.Take(MostTold)) await Console.Error.WriteLineAsync(row);
            if (records.Unreadable.Count > MostTold) await Console.Error.WriteLineAsync($"… and {records.Unreadable.Count - MostTold} more that cannot be read.");
            var resolver = new Resolver(fields, records, paths.Length == 2);
            var pairs = resolver.Run(ct);
            await using var output = PlainFiles.Out();
            await output.WriteLineAsync("id_a,id_b,probability");
            foreach (var pair in pairs)
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Cell(records.Ids[pair.A])},{Cell(records.Ids[pair.B])},{pair.Probability:F6}"));
            await Console.Error.WriteLineAsync($"{records.Ids.Count:N0} records, {resolver.Compared:N0} pairs compared, {pairs.Count:N0} decided. A suggestion: nothing is merged.");
            return new EngineRun(Answer.Done, records.Ids.Count, "resolve");
        });
        return command;
    }

    private static string Cell(string text) => text.AsSpan().IndexOfAny(",\"\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
