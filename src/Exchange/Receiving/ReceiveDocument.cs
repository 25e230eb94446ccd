using System.Buffers;
using Plumbline.Core;
using Plumbline.Exchange.Documents;
using Plumbline.Intelligence;
using Plumbline.Safeguards;

namespace Plumbline.Exchange.Receiving;

/// <summary>What was made of one document.</summary>
/// <param name="Format"><c>txt</c>, <c>md</c>, <c>html</c>, <c>docx</c> or <c>attachment</c>.</param>
/// <param name="Notes">Guesses and losses of the reader; to be looked at by a person.</param>
public sealed record ReceivedDocument(ReceivedAs As, string Format, string Title, IReadOnlyList<ReaderNote> Notes);

/// <summary>Receives a document as a report: its numbered paragraphs become items, its head fills sender, number and date; any other file is kept whole as an attachment.</summary>
public sealed class ReceiveDocument(ReceiveReport receive)
{
    // Letters that Sorani has and Arabic has not.
    private static readonly SearchValues<char> SoraniLetters = SearchValues.Create("ەێۆڕڵڤ");

    /// <summary>Reads and receives.</summary>
    /// <param name="template">Fields that hold for the whole report: label, origin, source, legal basis, custody. What the letter's head says fills what is left empty.</param>
    public async Task<Outcome<ReceivedDocument>> Run(Visitor visitor, string name, ReadOnlyMemory<byte> bytes, ReportFields template, CancellationToken ct)
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        var read = DocumentFormats.Read(name, stream, null, ct);
        if (read is Outcome<DocumentText>.Done { Value: var text }) return await Receive(visitor, name, bytes, text, template, ct);
        return read.Why.Code == "document.attachment" ? await Attach(visitor, name, bytes, template, ct) : read.Why;
    }

    private async Task<Outcome<ReceivedDocument>> Receive(Visitor visitor, string name, ReadOnlyMemory<byte> bytes, DocumentText text, ReportFields template, CancellationToken ct)
    {
        var language = Language(text.Text);
        // The letterhead is part of the report, not information to be graded.
        var numbered = text.Items.Where(item => item.Number is not null).ToArray();
        var items = (numbered.Length > 0 ? numbered : text.Items).Select((item, n) =>
        {
            var wording = text.Text.Substring(item.Start, item.Length);
            return new ReceivedItem(n + 1, wording, item.Start, item.Start + item.Length, Language(wording));
        }).ToArray();
        var title = template.Title ?? Field(text, DocumentFieldKind.Subject) ?? text.Title ?? name;
        var report = With(template, new ReceivedReport(new ReceivedFile(name, MediaType(text.Format), bytes), title, "report", language, text.Text, items)
        {
            Sender = Field(text, DocumentFieldKind.Sender),
            LetterNumber = Field(text, DocumentFieldKind.Number),
            LetterDate = Field(text, DocumentFieldKind.Date),
        });
        return (await receive.Run(visitor, report, ct)).Then<ReceivedDocument>(kept => new ReceivedDocument(kept, text.Format, title, text.Notes));
    }

    private async Task<Outcome<ReceivedDocument>> Attach(Visitor visitor, string name, ReadOnlyMemory<byte> bytes, ReportFields template, CancellationToken ct)
    {
        var report = With(template, new ReceivedReport(new ReceivedFile(name, "application/octet-stream", bytes), template.Title ?? name, "attachment", "", "", []));
        return (await receive.Run(visitor, report, ct)).Then<ReceivedDocument>(kept => new ReceivedDocument(kept, "attachment", report.Title, [ReaderNote.Of("document.no-text")]));
    }

    // What a person says of the whole report goes before what its head says.
    private static ReceivedReport With(ReportFields said, ReceivedReport report) => report with
    {
        Sender = said.Sender ?? report.Sender,
        LetterNumber = said.LetterNumber ?? report.LetterNumber,
        LetterDate = said.LetterDate ?? report.LetterDate,
        Label = said.Label,
        LegalBasis = said.LegalBasis,
        Origin = said.Origin,
        Source = said.Source,
        Custody = said.Custody,
    };

    private static string? Field(DocumentText text, DocumentFieldKind kind) => text.Fields.FirstOrDefault(field => field.Kind == kind)?.Value;

    private static string Language(string text) => Scripts.Of(text) != "Arab" ? "en" : text.AsSpan().ContainsAny(SoraniLetters) ? "ckb" : "ar";

    private static string MediaType(string format) => format switch
    {
        "html" => "text/html",
        "md" => "text/markdown",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "text/plain",
    };
}

/// <summary>What a person says of a whole report when it is received.</summary>
public sealed record ReportFields
{
    /// <summary>What it is called; null takes the letter's subject, its heading, or the name of the file.</summary>
    public string? Title { get; init; }

    /// <summary>Who sent it; null takes what the letter says.</summary>
    public string? Sender { get; init; }

    /// <summary>Number of the letter; null takes what the letter says.</summary>
    public string? LetterNumber { get; init; }

    /// <summary>Date of the letter; null takes what the letter says.</summary>
    public string? LetterDate { get; init; }

    /// <summary>The sender's label.</summary>
    public Label Label { get; init; } = Label.None;

    /// <summary>Code of a legal basis of the policy.</summary>
    public string LegalBasis { get; init; } = "police-task";

    /// <summary>Reference of the origin.</summary>
    public string? Origin { get; init; }

    /// <summary>Reference number of the source; never a name.</summary>
    public string? Source { get; init; }

    /// <summary>Whether anyone was deprived of liberty when it was said: <c>no</c>, <c>yes</c> or <c>unknown</c>.</summary>
    public string Custody { get; init; } = "no";
}
