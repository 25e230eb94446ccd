using System.Security.Cryptography;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Intelligence;

/// <summary>Takes in a report: the bytes whole and hashed, the numbered items ungraded in the grading queue.</summary>
public sealed class ReceiveReport(Gate gate, Labels labels, TimeProvider clock)
{
    /// <summary>Receives; refuses a file that is already held in a report that this officer sees.</summary>
    public Task<Outcome<ReceivedAs>> Run(Visitor visitor, ReceivedReport report, CancellationToken ct) => Run(visitor, Actions.ReceiveReport, report, ct);

    internal async Task<Outcome<ReceivedAs>> Run(Visitor visitor, string action, ReceivedReport report, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, action, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(report.File.Bytes.Span));
        if (!TextNormalisation.IsClean(report.Text)) return await gate.Refuse(reader, action, new("report.unclean", "The text holds a NUL or half a character: save it again as UTF-8."), ct);
        if (gate.Policy.LegalBases.All(basis => basis.Code != report.LegalBasis)) return await gate.Refuse(reader, action, new("report.no-basis", "Name a legal basis of the policy."), ct);
        if ((await new ReportRows(reader).Holding(sha256, ct)) is [var held, ..])
            return await gate.Refuse(reader, action, new("report.held", $"This file is already held, as \"{held.Title}\"."), ct);
        return await gate.Perform(reader, action, async writer =>
        {
            var kept = await Keep(writer, reader.Standing, report, sha256, ct);
            return new Written<ReceivedAs>(kept, $"report:{kept.Report}", kept.Items.Count, $"sha256 {sha256}");
        }, ct);
    }

    private async Task<ReceivedAs> Keep(Writer writer, Standing standing, ReceivedReport report, string sha256, CancellationToken ct)
    {
        var records = new ReportRecords(writer, clock.Micros());
        var file = await records.File(sha256, report.File.Name, report.File.MediaType, report.File.Bytes, standing.Officer, ct);
        var label = await labels.Intern(writer, report.Label, ct);
        var origin = report.Origin is { } reference ? await records.Origin(reference, ct) : (long?)null;
        var date = report.DateOfInformation ?? default;
        var key = await records.Report(new NewReport(file, report.Title, report.Kind, report.Sender, report.LetterNumber, report.LetterDate, standing.Officer, standing.Case,
            report.LegalBasis, report.Language, report.Text, label, origin, report.Source, null, null, await gate.IsPersonal(ct) ? 1 : 0), ct);
        var items = await records.Items(key, [.. report.Items.Select(item => new NewItem(item.Number, item.Text, item.From, item.To, "statement", "fact",
            report.DateOfInformation?.ToString(), date.Earliest, date.Latest, origin, report.Source, item.Language, report.Custody, label, "ungraded", label, null, null))], ct);
        return new ReceivedAs(key, items, sha256);
    }
}
