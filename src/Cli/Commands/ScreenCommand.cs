using System.CommandLine;
using System.Globalization;
using Plumbline.Cli.Screening;
using Plumbline.Core;
using Plumbline.Exchange.People;
using Plumbline.Screening.Matching;
using Plumbline.Screening.Watchlists;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline screen QUERIES --against LIST…</c>: who on the lists could be meant, with what speaks for and against; a candidate, never a hit.</summary>
internal static class ScreenCommand
{
    private const int Chunk = 20_000, Told = 1_000;   // people that are screened together, and after how many of them it is told

    public static Command Make()
    {
        var queries = new Argument<string>("QUERIES") { Description = "CSV or TSV with a header: id or query_id, name; optional birth_date, nationality, sex, document, mother_name, birth_place" };
        var against = new Option<string[]>("--against") { Description = "List files that import reads, or TSV entity_id, kind, name", Required = true, AllowMultipleArgumentsPerToken = true };
        var top = new Option<int>("--top") { Description = "Rows a query at most", DefaultValueFactory = _ => 10 };
        var threshold = new Option<double>("--threshold") { Description = "From which score on a row is more than weak", DefaultValueFactory = _ => Screener.DefaultThreshold };
        var explain = new Option<bool>("--explain") { Description = "Add a column that says part against part, and what else agrees or contradicts" };
        top.Validators.Add(given => { if (given.GetValueOrDefault<int>() < 1) given.AddError("--top is at least 1."); });
        threshold.Validators.Add(given => { if (given.GetValueOrDefault<double>() is not (>= 0 and <= 1)) given.AddError("--threshold is a score, from 0 to 1."); });
        var command = new Command("screen", "Screen names against lists: candidates with reasons, never a verdict") { queries, against, top, threshold, explain };
        command.Computes(async (parsed, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            if (!File.Exists(parsed.GetValue(queries))) return EngineRun.Declined(json, new Refusal("file.none", $"There is no file {parsed.GetValue(queries)}."));
            var read = ScreenedList.Read(parsed.GetValue(against)!, ct);
            if (read is not Outcome<ScreenedList>.Done { Value: var list }) return EngineRun.Declined(json, read.Why);
            foreach (var reject in list.Rejected.Take(20)) await Console.Error.WriteLineAsync(reject);
            if (list.Rejected.Count > 20) await Console.Error.WriteLineAsync($"… and {list.Rejected.Count - 20} more that cannot be read.");
            using var table = new PlainTable(() => PlainFiles.Read(parsed.GetValue(queries)!));
            if (PeopleTable.WhyNot(table) is { } why) return EngineRun.Declined(json, why);
            var work = new Work(list.Entries, parsed.GetValue(top), (float)parsed.GetValue(threshold), parsed.GetValue(explain));
            await using var output = PlainFiles.Out();
            await output.WriteLineAsync(parsed.GetValue(explain) ? "query_id\trank\tentity_id\tscore\tverdict\twhy" : "query_id\trank\tentity_id\tscore\tverdict");
            var rows = 0L;
            foreach (var chunk in PeopleTable.Read(table).Chunk(Chunk)) rows += await work.Run(chunk, output, ct);
            if (!Console.IsErrorRedirected) await Console.Error.WriteLineAsync();
            await Console.Error.WriteLineAsync($"engine {NameMatcher.Version}");
            return new EngineRun(Answer.Done, rows, "screen");
        });
        return command;
    }

    private sealed class Work(ListedNames list, int top, float threshold, bool explain)
    {
        private long done;

        // A chunk on all cores, written in order.
        public async Task<long> Run(PersonAsked[] queries, StreamWriter output, CancellationToken ct)
        {
            var lines = new string[queries.Length];
            var prepared = Array.ConvertAll(queries, query => query.Problem is { } problem ? problem : NameMatcher.Preparer.Prepare(query.Name));
            var whys = Array.ConvertAll(prepared, one => one is Outcome<PreparedName>.Done ? null : one.Why);
            var names = Array.ConvertAll(prepared, one => (one as Outcome<PreparedName>.Done)?.Value);
            BatchScreen.Run(list.Index, names, () => new NameMatcher(), (n, rows, matcher) => lines[n] = Lines(queries[n], names[n]!, rows, matcher), Tell, ct);
            for (var n = 0; n < queries.Length; n++)
            {
                if (whys[n] is { } why) await Console.Error.WriteLineAsync($"{queries[n].Id}: {why.Detail}");
                await output.WriteAsync(lines[n]);
            }
            return queries.Length;
        }

        // To a person who waits at a terminal.
        private void Tell(int more)
        {
            var now = Interlocked.Add(ref done, more);
            if (!Console.IsErrorRedirected && now / Told != (now - more) / Told) Console.Error.Write($"\r{now:N0} screened");
        }

        private string Lines(PersonAsked query, PreparedName name, Func<Func<int, float>?, IReadOnlyList<ScreenRow>> screened, NameMatcher matcher)
        {
            var known = query.Particulars();
            var rows = list.WithBearers(screened(ParticularEvidence.Adjust(known, list.Of, matcher)), name, known, matcher);
            var text = new System.Text.StringBuilder();
            for (var rank = 0; rank < Math.Min(top, rows.Count); rank++)
            {
                var evidence = ParticularEvidence.Of(known, list.Of(rows[rank].Entity), matcher);
                var verdict = Screener.Verdict(name, rows[rank], rows, threshold, ParticularEvidence.Agrees(evidence), list.IsWeak(rows[rank].Name));
                text.Append(CultureInfo.InvariantCulture, $"{query.Id}\t{rank + 1}\t{list.Entries[rows[rank].Entity].Key}\t{rows[rank].Score:F6}\t{KeptForm.Word(verdict)}");
                if (explain) text.Append('\t').Append(Why(matcher.Explain(name, list.Names[rows[rank].Name].Name), evidence, verdict));
                text.Append('\n');
            }
            return text.ToString();
        }

        private static string Why(NameExplanation why, IEnumerable<(string What, EvidenceLevel Level, float Odds)> evidence, ScreenVerdict verdict) => string.Join("; ",
            (string[])[.. why.Met.Select(part => string.Create(CultureInfo.InvariantCulture, $"\u2068{part.A}\u2069=\u2068{part.B}\u2069 {part.Similarity:F2}")),
            .. why.OnlyInA.Select(part => $"only in query: \u2068{part.Text}\u2069"), .. why.OnlyInB.Select(part => $"only in list: \u2068{part.Text}\u2069"),
            .. evidence.Where(one => one.Level != EvidenceLevel.Silent).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.What} {one.Level.ToString().ToLowerInvariant()} {one.Odds:+0.0;-0.0;0}")),
            .. verdict == ScreenVerdict.Incomplete ? (string[])["needs a birth date, document or mother's name that agrees"] : verdict == ScreenVerdict.TooCommon ? ["too common: add a discriminator"] : []]);

    }
}
