using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Plumbline.Core;
using Plumbline.Exchange.Lists;
using Plumbline.Exchange.Receiving;
using Plumbline.Intelligence;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;
using Plumbline.Web.Accounts;

namespace Plumbline.Web.Api;

/// <summary>A file and what is said of it as a whole. What the letter's head says fills what is left out.</summary>
public sealed record ReportForm
{
    /// <summary>The file, whole; at most 64 MiB.</summary>
    [Required]
    public required IFormFile File { get; init; }

    /// <summary>What it is called; left out, the letter's subject or the file's name.</summary>
    [StringLength(200)]
    public string? Title { get; init; }

    /// <summary>Who sent it.</summary>
    [StringLength(200)]
    public string? Sender { get; init; }

    /// <summary>Number of the letter (العدد).</summary>
    [StringLength(100)]
    public string? LetterNumber { get; init; }

    /// <summary>Date of the letter (التاريخ), perhaps partial: 2026-03-14, 2026-03 or 2026.</summary>
    [StringLength(40)]
    public string? LetterDate { get; init; }

    /// <summary>Canonical text of the sender's label, such as <c>handling=C/A1/S2;h2</c>; without cases.</summary>
    [StringLength(2000)]
    public string? Label { get; init; }

    /// <summary>Ids of the cases that a reader must all work in.</summary>
    public IReadOnlyList<string>? Cases { get; init; }

    /// <summary>Code of a legal basis of the policy; left out, police-task.</summary>
    [StringLength(40)]
    public string? LegalBasis { get; init; }

    /// <summary>Reference of the origin, which two items must not share to corroborate one another.</summary>
    [StringLength(100)]
    public string? Origin { get; init; }

    /// <summary>Reference number of the source; never a name.</summary>
    [StringLength(100)]
    public string? Source { get; init; }

    /// <summary>Whether anyone was deprived of liberty when it was said: no, yes or unknown; left out, no.</summary>
    [RegularExpression("no|yes|unknown")]
    public string? Custody { get; init; }

    /// <summary>Further files of the same version of a list, such as ALT and ADD beside SDN.</summary>
    public IReadOnlyList<IFormFile>? Parts { get; init; }

    /// <summary>Why a person who looked at the losses of a list accepts them; left out, a list that lost many entries is refused.</summary>
    [StringLength(500)]
    public string? LossesAccepted { get; init; }
}

/// <summary>A quick note.</summary>
/// <param name="Text">1 to 20,000 characters.</param>
public sealed record NoteForm([property: Required, StringLength(20_000)] string Text, LabelForm? Label = null);

/// <summary>A note that was kept.</summary>
/// <param name="Report">Id of the report that it became.</param>
/// <param name="Item">Id of its item, which waits for a grade.</param>
public sealed record NoteAnswer(string Report, string Item);

/// <summary>Reports come in, and go out as they came.</summary>
internal static class CollectApi
{
    private const int MostReports = 200;
    private const long MostBytes = 64L << 20;
    private const long MostFormBytes = MostBytes + (1L << 20);

    public static void MapCollect(this RouteGroupBuilder api)
    {
        var reports = api.MapGroup("/reports").WithTags("Collect");
        // In memory, never in a temporary file: what is received lies in the home and nowhere else. The origin is checked for all writes.
#pragma warning disable RDG003 // the one form with files: it is bound when the host starts
        reports.MapPost("/", Receive).Is("ReceiveReport", "Takes in a file: a report with its items, or a list with its entries").DisableAntiforgery().Accepts<ReportForm>("multipart/form-data")
            .WithMetadata(new RequestSizeLimitAttribute(MostFormBytes)).WithFormOptions(memoryBufferThreshold: (int)MostFormBytes, multipartBodyLengthLimit: MostBytes);
#pragma warning restore RDG003
        reports.MapGet("/", Lately).Is("ListReports", "Reports, the one received last first");
        reports.MapGet("/{id}", Show).Is("ShowReport", "One report with the items that you may see");
        reports.MapGet("/{id}/file", Take).Is("TakeReportFile", "The file of a report as it came in");
        reports.MapGet("/{id}/rejects", TakeRejects).Is("TakeRejects", "The records of a list that could not be read, tab-separated, with line, field and reason");
        api.MapPost("/notes", Note).WithTags("Collect").Is("WriteNote", "A quick note: one ungraded item");
    }

    private static async Task<Answer<ReceivedAnswer>> Receive([FromForm] ReportForm form, Caller caller, ReceiveFiles receive, Gate gate, PublicIds ids, CancellationToken ct)
    {
        var label = form.Label is null && form.Cases is null ? Label.None
            : await LabelForm.Read(new LabelForm(form.Label ?? Label.None.ToString(), form.Cases), caller.Visitor, gate, ids, ct);
        if (label is not Outcome<Label>.Done { Value: var sender }) return label.Why;
        if (form.LetterDate is { } date && !PartialDate.TryParse(date, out _)) return new Refusal("date.unreadable", "The date of the letter cannot be read: write 2026-03-14, 2026-03 or 2026.");
        var files = new List<ListFile>();
        foreach (var file in form.Parts?.Prepend(form.File) ?? [form.File]) files.Add(await Whole(file, ct));
        // One call, one answer: what would become several versions is not begun.
        if (files.Count > 1 && ListFormats.Sort(files).Count != 1) return new Refusal("list.parts-apart", "These files are not the parts of one version of a list: send each by itself.");
        var fields = new ReportFields
        {
            Title = form.Title,
            Sender = form.Sender,
            LetterNumber = form.LetterNumber,
            LetterDate = form.LetterDate,
            Label = sender,
            LegalBasis = form.LegalBasis ?? "police-task",
            Origin = form.Origin,
            Source = form.Source,
            Custody = form.Custody ?? "no",
        };
        await foreach (var received in receive.Run(caller.Visitor, files, fields, form.LossesAccepted, ct))
            return received.Outcome.Then<ReceivedAnswer>(content => ReceivedAnswer.Of(content, ids));
        return new Refusal("file.empty", "The file is empty.");
    }

    private static async Task<ListFile> Whole(IFormFile file, CancellationToken ct)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, ct);
        return ListFile.Of(Path.GetFileName(file.FileName) is { Length: > 0 } given ? given : "file", bytes);
    }

    private static async Task<Answer<Page<ReportAnswer>>> Lately(Caller caller, ViewReport view, Labels labels, PublicIds ids, CancellationToken ct,
        [StringLength(40)] string? after = null, [Range(1, MostReports)] int most = 50)
    {
        if (ids.Maybe(PublicKind.Report, after) is < 0) return Ids.NoSuchPart;
        var reports = await view.Lately(caller.Visitor, ids.Maybe(PublicKind.Report, after) ?? long.MaxValue, most, ct);
        if (reports is not Outcome<ReceivedReports>.Done { Value: var found }) return reports.Why;
        var shown = new List<ReportAnswer>();
        foreach (var row in found.Reports) shown.Add(ReportAnswer.Of(row, await labels.Of(row.CurrentLabel, ct), ids));
        return new Outcome<Page<ReportAnswer>>.Done(new(shown, found.Total, Page<ReportAnswer>.After(most, shown.Select(report => report.Id))));
    }

    private static async Task<Answer<ReportWithItems>> Show(string id, Caller caller, ViewReport view, PublicIds ids, CancellationToken ct) =>
        (await view.Run(caller.Visitor, ids.Key(PublicKind.Report, id), ct)).Then<ReportWithItems>(report => ReportWithItems.Of(report, ids));

    private static Download Take(string id, Caller caller, ViewReport view, PublicIds ids, CancellationToken ct) => new(async context =>
        await view.Take(caller.Visitor, ids.Key(PublicKind.Report, id), file => Download.Begin(context, file.Name, file.Length), ct) is Outcome<ReportFileRow>.Refused { Reason: var why } ? why : null);

    private static Download TakeRejects(string id, Caller caller, TakeRejects take, PublicIds ids, CancellationToken ct) => new(async context =>
        await take.Run(caller.Visitor, ids.Key(PublicKind.Report, id), (name, length) => Download.Begin(context, name, "text/tab-separated-values", length), ct) is Outcome<string>.Refused { Reason: var why } ? why : null);

    private static async Task<Answer<NoteAnswer>> Note(NoteForm form, Caller caller, WriteNote write, Gate gate, PublicIds ids, CancellationToken ct)
    {
        var label = form.Label is { } said ? await LabelForm.Read(said, caller.Visitor, gate, ids, ct) : Label.None;
        if (label is not Outcome<Label>.Done { Value: var own }) return label.Why;
        return (await write.Run(caller.Visitor, form.Text, own, ct)).Then<NoteAnswer>(kept => new NoteAnswer(ids.Show(PublicKind.Report, kept.Report), ids.Show(PublicKind.Item, kept.Items[0])));
    }
}
