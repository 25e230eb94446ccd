using System.CommandLine;
using System.Globalization;
using Plumbline.Core;
using Plumbline.Screening.Matching;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline names score | compare</c>: how alike names are, across scripts.</summary>
internal static class NamesCommand
{
    private const int Chunk = 20_000;
    private const int MostTold = 20;
    private const float Unread = -1;

    public static Command Make() => new("names", "Compare names across scripts: a score with its reasons, never a verdict") { Score(), Compare() };

    private static Command Score()
    {
        var file = new Argument<string>("PAIRS") { Description = "TSV with a header: id (optional), name_a, name_b; .gz is read" };
        var command = new Command("score", "Score pairs of names; writes id and score, 0 to 1, a row a pair") { file };
        command.Computes(async (parsed, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            if (!File.Exists(parsed.GetValue(file))) return EngineRun.Declined(json, new Refusal("file.none", $"There is no file {parsed.GetValue(file)}."));
            using var lines = PlainFiles.Read(parsed.GetValue(file)!);
            var header = (await lines.ReadLineAsync(ct))?.TrimStart('\uFEFF').Split('\t') ?? [];
            var (id, a, b) = (Array.IndexOf(header, "id"), Array.IndexOf(header, "name_a"), Array.IndexOf(header, "name_b"));
            if (a < 0 || b < 0) return EngineRun.Declined(json, new Refusal("names.columns", "The first line names the columns name_a and name_b, parted by tabs."));
            await using var output = PlainFiles.Out();
            await output.WriteLineAsync("id\tscore");
            var rows = await Scored(lines, output, id, a, b, ct);
            await Console.Error.WriteLineAsync($"engine {NameMatcher.Version}");
            return new EngineRun(Answer.Done, rows, "names score");
        });
        return command;
    }

    // A chunk is scored on all cores and written in order; a row that cannot be read scores 0 and standard error says why, so that rows stay in step.
    private static async Task<long> Scored(StreamReader lines, StreamWriter output, int id, int a, int b, CancellationToken ct)
    {
        var (done, unread) = (0L, 0L);
        var rows = new List<string[]>(Chunk);
        for (var more = true; more;)
        {
            rows.Clear();
            while (rows.Count < Chunk && (more = await lines.ReadLineAsync(ct) is { } line && Keep(line))) ;
            var scores = new float[rows.Count];
            Parallel.For(0, (rows.Count + 255) / 256, new ParallelOptions { CancellationToken = ct }, () => new NameMatcher(), (part, _, matcher) =>
            {
                for (var n = part * 256; n < Math.Min(rows.Count, (part + 1) * 256); n++) scores[n] = One(matcher, rows[n].ElementAtOrDefault(a) ?? "", rows[n].ElementAtOrDefault(b) ?? "");
                return matcher;
            }, _ => { });
            for (var n = 0; n < rows.Count; n++)
            {
                var named = id >= 0 ? rows[n].ElementAtOrDefault(id) : (done + n + 1).ToString(CultureInfo.InvariantCulture);
                if (scores[n] == Unread && unread++ < MostTold) await Console.Error.WriteLineAsync($"{named}: {Why(rows[n].ElementAtOrDefault(a) ?? "", rows[n].ElementAtOrDefault(b) ?? "")} Score 0.");
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{named}\t{Math.Max(0, scores[n]):F6}"));
            }
            done += rows.Count;

            bool Keep(string text)
            {
                rows.Add(text.Split('\t'));
                return true;
            }
        }
        if (unread > MostTold) await Console.Error.WriteLineAsync($"{unread:N0} rows could not be read in all; each has score 0.");
        return done;
    }

    private static string? Why(string a, string b) => (NameMatcher.Preparer.Prepare(a) is Outcome<PreparedName>.Refused one ? one.Reason : NameMatcher.Preparer.Prepare(b) is Outcome<PreparedName>.Refused other ? other.Reason : null)?.Detail;

    private static float One(NameMatcher matcher, string a, string b) =>
        NameMatcher.Preparer.Prepare(a) is Outcome<PreparedName>.Done { Value: var one } && NameMatcher.Preparer.Prepare(b) is Outcome<PreparedName>.Done { Value: var other } ? matcher.Compare(one, other) : Unread;

    private static Command Compare()
    {
        var a = new Argument<string>("A") { Description = "A name" };
        var b = new Argument<string>("B") { Description = "Another name, in any script" };
        var command = new Command("compare", "Compare two names and show why") { a, b };
        command.Computes((parsed, _) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var (one, other) = (NameMatcher.Preparer.Prepare(parsed.GetValue(a)!), NameMatcher.Preparer.Prepare(parsed.GetValue(b)!));
            if (one is not Outcome<PreparedName>.Done { Value: var first }) return Task.FromResult(EngineRun.Declined(json, one.Why));
            if (other is not Outcome<PreparedName>.Done { Value: var second }) return Task.FromResult(EngineRun.Declined(json, other.Why));
            var why = new NameMatcher().Explain(first, second);
            return Task.FromResult(new EngineRun(Answer.Give(json, Json(why), () => Lines(why)), 1, "names compare"));
        });
        return command;
    }

    private static object Json(NameExplanation why) => new
    {
        score = Math.Round(why.Score, 6),
        version = why.Version,
        contradicts = why.Contradicts,
        met = why.Met.Select(part => new { part.A, part.B, role = Role(part.Role), similarity = Math.Round(part.Similarity, 4), weight = Math.Round(part.Weight, 3), part.Letters }),
        onlyInA = why.OnlyInA.Select(part => new { part.Text, role = Role(part.Role), weight = Math.Round(part.Weight, 3) }),
        onlyInB = why.OnlyInB.Select(part => new { part.Text, role = Role(part.Role), weight = Math.Round(part.Weight, 3) }),
    };

    private static IEnumerable<string> Lines(NameExplanation why) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"score {why.Score:F3}   ({why.Version}; by the names alone, a candidate and never a verdict)"),
        .. why.Met.Select(part => string.Create(CultureInfo.InvariantCulture, $"  {Isolated(part.A)} = {Isolated(part.B)}   {part.Similarity:F2}, tells {part.Weight:F2}{(part.Letters.Length > 0 ? "   " + Isolated(part.Letters) : "")}")),
        .. why.OnlyInA.Select(part => $"  only in the first: {Isolated(part.Text)} ({Role(part.Role)})"),
        .. why.OnlyInB.Select(part => $"  only in the second: {Isolated(part.Text)} ({Role(part.Role)})"),
        .. why.Contradicts ? (string[])["  Each side has a part that the other does not explain: that speaks against."] : [],
    ];

    private static string Role(PartRole role) => role.ToString().ToLowerInvariant();

    // First strong isolate: a part keeps its own direction inside the line.
    private static string Isolated(string text) => $"\u2068{text}\u2069";
}
