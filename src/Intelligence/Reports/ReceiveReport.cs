using System.Security.Cryptography;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;

namespace Plumbline.Intelligence;

/// <summary>Takes in a report: the bytes whole and hashed, the numbered items ungraded in the grading queue.</summary>
public sealed class ReceiveReport(Gate gate, Labels labels, TimeProvider clock)
{
    private const int ChunkBytes = 1 << 20;

    /// <summary>Receives; refuses a file that is already held in a report that this officer sees.</summary>
    public async Task<Outcome<ReceivedAs>> Run(Visitor visitor, ReceivedReport report, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReceiveReport, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(report.File.Bytes.Span));
        if (!TextNormalisation.IsClean(report.Text)) return await gate.Refuse(reader, Actions.ReceiveReport, new("report.unclean", "The text holds a NUL or half a character: save it again as UTF-8."), ct);
        if (gate.Policy.LegalBases.All(basis => basis.Code != report.LegalBasis)) return await gate.Refuse(reader, Actions.ReceiveReport, new("report.no-basis", "Name a legal basis of the policy."), ct);
        if ((await new ReportRows(reader).Holding(sha256, ct)) is [var held, ..])
            return await gate.Refuse(reader, Actions.ReceiveReport, new("report.held", $"This file is already held, as \"{held.Title}\"."), ct);
        return await gate.Perform(reader, Actions.ReceiveReport, async writer =>
        {
            var kept = await Keep(writer, reader.Standing, report, sha256, ct);
            return new Written<ReceivedAs>(kept, $"report:{kept.Report}", kept.Items.Count, $"sha256 {sha256}");
        }, ct);
    }

    private async Task<ReceivedAs> Keep(Writer writer, Standing standing, ReceivedReport report, string sha256, CancellationToken ct)
    {
        var now = clock.Micros();
        var file = await KeepFile(writer, report.File, sha256, standing.Officer, now, ct);
        var label = await labels.Intern(writer, report.Label, ct);
        var origin = report.Origin is { } reference ? await Origin(writer, reference, ct) : (long?)null;
        var key = await writer.TakeKeys("report", 1, ct);
        await writer.Execute("""
            insert into report (key, file, title, kind, sender, letter_number, letter_date, received_at, received_by, case_key, legal_basis, language, text, label, origin, source, current_label)
            values (@key, @file, @Title, @Kind, @Sender, @LetterNumber, @LetterDate, @now, @Officer, @Case, @LegalBasis, @Language, @Text, @label, @origin, @Source, @label)
            """, new { key, file, report.Title, report.Kind, report.Sender, report.LetterNumber, report.LetterDate, now, standing.Officer, standing.Case, report.LegalBasis, report.Language, report.Text, label, origin, report.Source }, ct);
        var first = report.Items.Count == 0 ? 0 : await writer.TakeKeys("item", report.Items.Count, ct);
        var date = report.DateOfInformation ?? default;
        await writer.Execute("""
            insert into item (key, report, number, text, span_from, span_to, kind, nature, date_text, date_from, date_to, origin, source, language, custody, label, state, current_label)
            values (@key, @report, @Number, @Text, @From, @To, 'statement', 'fact', @dateText, @Earliest, @Latest, @origin, @Source, @Language, @Custody, @label, 'ungraded', @label)
            """, report.Items.Select((item, n) => new
        {
            key = first + n, report = key, item.Number, item.Text, item.From, item.To, dateText = report.DateOfInformation?.ToString(),
            date.Earliest, date.Latest, origin, report.Source, item.Language, report.Custody, label,
        }).ToArray(), ct);
        return new ReceivedAs(key, [.. Enumerable.Range(0, report.Items.Count).Select(n => first + n)], sha256);
    }

    private static async Task<long> KeepFile(Writer writer, ReceivedFile file, string sha256, long officer, long now, CancellationToken ct)
    {
        if (await writer.One<long?>("select key from file where sha256 = @sha256", new { sha256 }, ct) is { } held) return held;
        var key = await writer.TakeKeys("file", 1, ct);
        await writer.Execute("insert into file (key, sha256, length, media_type, name, received_at, received_by) values (@key, @sha256, @length, @MediaType, @Name, @now, @officer)",
            new { key, sha256, length = (long)file.Bytes.Length, file.MediaType, file.Name, now, officer }, ct);
        for (var (n, at) = (0, 0); at < file.Bytes.Length; n++, at += ChunkBytes)
            await writer.Execute("insert into file_chunk (file, n, data) values (@key, @n, @data)",
                new { key, n, data = file.Bytes.Slice(at, Math.Min(ChunkBytes, file.Bytes.Length - at)).ToArray() }, ct);
        return key;
    }

    private static async Task<long> Origin(Writer writer, string reference, CancellationToken ct)
    {
        if (await writer.One<long?>("select key from origin where reference = @reference", new { reference }, ct) is { } known) return known;
        var key = await writer.TakeKeys("origin", 1, ct);
        await writer.Execute("insert into origin (key, reference, description) values (@key, @reference, '')", new { key, reference }, ct);
        return key;
    }
}
