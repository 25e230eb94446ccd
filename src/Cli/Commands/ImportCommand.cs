using System.CommandLine;
using Plumbline.Core;
using Plumbline.Exchange.Receiving;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline import FILE…</c>: reports and attachments; each file is an act of its own, so that one bad file stops no other.</summary>
internal static class ImportCommand
{
    private const long MostBytes = 64L << 20;

    public static Command Make()
    {
        var files = new Argument<FileInfo[]>("FILE") { Description = "txt, md, html or docx: numbered paragraphs become items; any other file is kept whole", Arity = ArgumentArity.OneOrMore };
        var label = new Option<string?>("--label") { Description = "Label of the report, such as handling=C/A1/S2" };
        var origin = new Option<string?>("--origin") { Description = "Reference of where the information began" };
        var source = new Option<string?>("--source") { Description = "Reference number of the source; never a name" };
        var basis = new Option<string>("--basis") { Description = "Legal basis, by its code in the policy", DefaultValueFactory = _ => "police-task" };
        var custody = new Option<string>("--custody") { Description = "Was anyone deprived of liberty when it was said: no, yes or unknown", DefaultValueFactory = _ => "no" };
        custody.AcceptOnlyFromAmong("no", "yes", "unknown");
        var command = new Command("import", "Take in reports and other files") { files, label, origin, source, basis, custody };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            Label? own = Label.None;
            if (parsed.GetValue(label) is { } text && !Label.TryParse(text, out own))
                return Answer.Decline(json, new Refusal("label.unreadable", "Expected a label such as handling=C/A1/S2;h2."));
            var fields = new ReportFields
            {
                Label = own,
                Origin = parsed.GetValue(origin),
                Source = parsed.GetValue(source),
                LegalBasis = parsed.GetValue(basis)!,
                Custody = parsed.GetValue(custody)!,
            };
            var results = new List<(string File, Outcome<ReceivedDocument> Outcome)>();
            foreach (var file in parsed.GetValue(files)!) results.Add((file.Name, await One(desk, visitor, file, fields, ct)));
            Answer.Give(json, results.Select(result => Json(result.File, result.Outcome)), () => results.Select(result => Line(result.File, result.Outcome)));
            return results.Exists(result => result.Outcome is Outcome<ReceivedDocument>.Done) ? Answer.Done : Answer.Refused;
        }, makesHome: true);
        return command;
    }

    private static async Task<Outcome<ReceivedDocument>> One(Desk desk, Safeguards.Visitor visitor, FileInfo file, ReportFields fields, CancellationToken ct)
    {
        if (!file.Exists) return new Refusal("file.none", "There is no such file.");
        if (file.Length > MostBytes) return new Refusal("document.too-large", $"The file has {file.Length:N0} bytes; a report may have {MostBytes:N0}.");
        return await new ReceiveDocument(desk.Receive).Run(visitor, file.Name, await File.ReadAllBytesAsync(file.FullName, ct), fields, ct);
    }

    private static object Json(string file, Outcome<ReceivedDocument> outcome) => outcome is Outcome<ReceivedDocument>.Done { Value: var kept }
        ? new { file, kept.Format, kept.Title, report = kept.As.Report, items = kept.As.Items.Count, kept.As.Sha256, kept.Notes }
        : new { file, refused = outcome.Why.Code, outcome.Why.Detail };

    private static string Line(string file, Outcome<ReceivedDocument> outcome) => outcome is Outcome<ReceivedDocument>.Done { Value: var kept }
        ? string.Join("\n  ", [$"{file}: {kept.Format}, \"{kept.Title}\", {kept.As.Items.Count} items wait for grades", .. kept.Notes])
        : $"{file}: refused ({outcome.Why.Code}): {outcome.Why.Detail}";
}
