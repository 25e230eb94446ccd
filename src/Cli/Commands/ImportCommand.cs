using System.CommandLine;
using System.Globalization;
using Plumbline.Core;
using Plumbline.Exchange.Lists;
using Plumbline.Exchange.Receiving;
using Plumbline.Register;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline import FILE…</c>: lists, reports and attachments; each file, or version of a list, is taken in by itself, so that one bad file stops no other.</summary>
internal static class ImportCommand
{
    public static Command Make()
    {
        var files = new Argument<FileInfo[]>("FILE")
        {
            Description = "A published list (UN, OFAC, EU, UK, US; .gz too), a report (txt, md, html, docx: numbered paragraphs become items), or any other file, which is kept whole",
            Arity = ArgumentArity.OneOrMore,
        };
        var label = new Option<string?>("--label") { Description = "Label of the report, such as handling=C/A1/S2" };
        var origin = new Option<string?>("--origin") { Description = "Reference of where the information began" };
        var source = new Option<string?>("--source") { Description = "Reference number of the source; never a name" };
        var basis = new Option<string>("--basis") { Description = "Legal basis, by its code in the policy", DefaultValueFactory = _ => "police-task" };
        var custody = new Option<string>("--custody") { Description = "Was anyone deprived of liberty when it was said: no, yes or unknown", DefaultValueFactory = _ => "no" };
        custody.AcceptOnlyFromAmong("no", "yes", "unknown");
        var acceptLosses = new Option<bool>("--accept-losses") { Description = "Take in a list that lacks more than one in twenty of the entries held" };
        var listDate = new Option<string?>("--list-date") { Description = "Day of a list that states none, as YYYY-MM-DD" };
        var command = new Command("import", "Take in lists, reports and other files") { files, label, origin, source, basis, custody, acceptLosses, listDate };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            Label? own = Label.None;
            if (parsed.GetValue(label) is { } text && !Label.TryParse(text, out own))
                return Answer.Decline(json, new Refusal("label.unreadable", "Expected a label such as handling=C/A1/S2;h2."));
            DateOnly? date = null;
            if (parsed.GetValue(listDate) is { } said)
            {
                if (!DateOnly.TryParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return Answer.Decline(json, new Refusal("date.unreadable", "Expected a day such as 2026-03-14."));
                date = day;
            }
            var fields = new ReportFields
            {
                Label = own,
                Origin = parsed.GetValue(origin),
                Source = parsed.GetValue(source),
                LegalBasis = parsed.GetValue(basis)!,
                Custody = parsed.GetValue(custody)!,
            };
            var given = parsed.GetValue(files)!;
            var results = new List<ReceivedFiles>(given.Where(file => !file.Exists).Select(file => new ReceivedFiles([file.Name], new Refusal("file.none", "There is no such file."))));
            var code = Answer.Done;
            try
            {
                var there = given.Where(file => file.Exists).Select(file => ListFile.At(file.FullName) with { Date = date }).ToArray();
                await foreach (var result in desk.ReceiveFiles.Run(visitor, there, fields, parsed.GetValue(acceptLosses) ? parsed.GetValue(CommandLine.Reason) ?? "" : null, ct)) results.Add(result);
            }
            catch (Exception fault) when (StoreFaults.InWords(fault) is { } words)
            {
                // What went in before is told all the same.
                results.Add(new ReceivedFiles([], new Refusal("store.fault", words)));
                code = Answer.Fault;
            }
            Answer.Give(json, results.Select(ImportAnswer.Json), () => results.Select(ImportAnswer.Line));
            return code != Answer.Done || results.Exists(result => result.Outcome is Outcome<ReceivedContent>.Done) ? code : Answer.Refused;
        }, makesHome: true);
        return command;
    }
}
