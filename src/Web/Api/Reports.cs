using Plumbline.Core;
using Plumbline.Exchange.Receiving;
using Plumbline.Intelligence;
using Plumbline.Register;
using Plumbline.Register.Questions;

namespace Plumbline.Web.Api;

/// <summary>A report as received.</summary>
/// <param name="Kind"><c>report</c>, <c>note</c>, <c>attachment</c> or <c>list</c>.</param>
/// <param name="Sha256">Of the file as it came in, in hexadecimal.</param>
public sealed record ReportAnswer(string Id, string Title, string Kind, string? Sender, string? LetterNumber, string? LetterDate, DateTimeOffset ReceivedAt, string ReceivedBy,
    string LegalBasis, string Language, LabelAnswer Label, string? List, string? ListVersion, string Sha256)
{
    internal static ReportAnswer Of(ReportRow row, Label label, PublicIds ids) => new(ids.Show(PublicKind.Report, row.Key), row.Title, row.Kind, row.Sender, row.LetterNumber, row.LetterDate,
        Clock.FromMicros(row.ReceivedAt), ids.Show(PublicKind.Officer, row.ReceivedBy), row.LegalBasis, row.Language, LabelAnswer.Of(label, ids), row.List, row.ListVersion, row.Sha256);
}

/// <summary>A report with the items that you may see.</summary>
/// <param name="Text">As read from the file; empty where none could be read.</param>
/// <param name="Gradings">How the items came by their grades, oldest first.</param>
public sealed record ReportWithItems(ReportAnswer Report, string Text, FileAnswer File, IReadOnlyList<ItemAnswer> Items, IReadOnlyList<GradingAnswer> Gradings)
{
    internal static ReportWithItems Of(ReportView view, PublicIds ids) => new(ReportAnswer.Of(view.Report, view.Label, ids), view.Report.Text, new(view.File.Name, view.File.MediaType, view.File.Length),
        [.. view.Items.Select(item => ItemAnswer.Of(item, view.Labels[item.CurrentLabel], ids))], [.. view.Gradings.Select(step => GradingAnswer.Of(step, ids))]);
}

/// <summary>A file as it came in.</summary>
/// <param name="Name">As the sender named it.</param>
/// <param name="Length">Bytes.</param>
public sealed record FileAnswer(string Name, string MediaType, long Length);

/// <summary>What became of a file.</summary>
/// <param name="Format">In which form it was read; <c>attachment</c> is kept whole and unread.</param>
/// <param name="Items">Ids of the items that now wait for a grade.</param>
/// <param name="Notes">Guesses and losses of the reader, to be looked at by a person.</param>
/// <param name="List">What a list changed; null for a report.</param>
public sealed record ReceivedAnswer(string Report, string Title, string Format, IReadOnlyList<string> Items, IReadOnlyList<string> Notes, ListChanges? List)
{
    private const int MostNotes = 100;

    internal static ReceivedAnswer Of(ReceivedContent content, PublicIds ids) => content switch
    {
        ReceivedContent.Document { Report: var document } => new(ids.Show(PublicKind.Report, document.As.Report), document.Title, document.Format,
            [.. document.As.Items.Select(key => ids.Show(PublicKind.Item, key))], [.. document.Notes.Select(note => note.Text)], null),
        ReceivedContent.List { Import: var list } => new(ids.Show(PublicKind.Report, list.Report), $"{list.List} · {list.Version}", list.Format, [],
            [.. list.Notes.Take(MostNotes).Select(note => note.Line == 0 ? note.Said.Text : $"line {note.Line}: {note.Said.Text}")],
            new(list.Added, list.Changed, list.Unchanged, list.Rejected, list.Withdrawn, list.Fault is { } fault ? $"line {fault.Line}: {fault.Reason}" : null)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>How many entries of a list were added, changed, unchanged, rejected and withdrawn.</summary>
/// <param name="Fault">Why it was not read to its end; null when it was.</param>
public sealed record ListChanges(long Added, long Changed, long Unchanged, long Rejected, long Withdrawn, string? Fault);
