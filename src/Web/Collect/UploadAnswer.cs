using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.Core;
using Plumbline.Exchange;
using Plumbline.Exchange.Receiving;

namespace Plumbline.Web.Collect;

/// <summary>What became of one uploaded file, as the server tells the page.</summary>
/// <param name="Report">Id of the report; null when it was refused.</param>
/// <param name="Title">What it is called; the names of the files when it was refused.</param>
/// <param name="Items">Items that now wait for a grade.</param>
/// <param name="Notes">Guesses and losses of the reader, and rows that it rejected, with their line.</param>
/// <param name="List">What a list changed; null for a report.</param>
public sealed record UploadAnswer(string? Report, string? Title, string? Format, int Items, IReadOnlyList<UploadNote> Notes, Refusal? Refused, UploadedList? List = null)
{
    private const int MostNotes = 10;

    /// <summary>How it is written; Arabic as it is, for whoever looks at the traffic.</summary>
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What became of it.</summary>
    internal static UploadAnswer Of(ReceivedFiles received, PublicIds ids) => received.Outcome switch
    {
        Outcome<ReceivedContent>.Done { Value: ReceivedContent.Document { Report: var document } } =>
            new(ids.Show(PublicKind.Report, document.As.Report), document.Title, document.Format, document.As.Items.Count, [.. document.Notes.Select(note => new UploadNote(0, note))], null),
        Outcome<ReceivedContent>.Done { Value: ReceivedContent.List { Import: var list } } =>
            new(ids.Show(PublicKind.Report, list.Report), $"{list.List} · {list.Version}", list.Format, 0, [.. Said(list)], null, new(list.Added, list.Changed, list.Unchanged, list.Rejected, list.Withdrawn)),
        _ => Declined(received.Outcome.Why) with { Title = string.Join(", ", received.Files) },
    };

    /// <summary>It was not.</summary>
    public static UploadAnswer Declined(Refusal why) => new(null, null, null, 0, [], why);

    /// <summary>Reads the answers, one for each report or version that was made of the files; anything else is a connection that broke, or a server that is ill.</summary>
    public static IReadOnlyList<UploadAnswer> Read(int status, string text)
    {
        if (status is 401 or 403) return [Declined(new("upload.signed-out", "The session has ended: sign in again and send the file again."))];
        if (status != 200) return [Declined(new("upload.broken", "The connection broke before the file had arrived whole. Nothing was kept: send it again."))];
        return JsonSerializer.Deserialize<UploadAnswer[]>(text, Json)!;
    }

    private static IEnumerable<UploadNote> Said(ImportedList list)
    {
        if (list.Fault is { } fault) yield return new UploadNote(fault.Line, ReaderNote.Of($"fault.{fault.Code}", ("reason", fault.Reason)));
        foreach (var note in list.Notes.Take(MostNotes)) yield return new UploadNote(note.Line, note.Said);
        if (list.NoteCount > MostNotes) yield return new UploadNote(0, ReaderNote.Of("more", ("count", (list.NoteCount - MostNotes).ToString(CultureInfo.InvariantCulture))));
    }
}

/// <summary>A note of the reader.</summary>
/// <param name="Line">Where, from 1; 0 for the whole file.</param>
public sealed record UploadNote(long Line, ReaderNote Said);

/// <summary>Notes in the language of the page.</summary>
internal static class NoteWords
{
    /// <summary>The sentence of a note with its line.</summary>
    public static string Note(this Captions captions, UploadNote note)
    {
        var text = captions.Say($"reader.{note.Said.Code}", [.. note.Said.Values.Select(value => (value.Name, (object?)value.Text))]);
        return note.Line == 0 ? text : captions.Say("reader.line", ("line", note.Line), ("said", text));
    }
}

/// <summary>How many entries of a list were added, changed, unchanged, rejected and withdrawn.</summary>
public sealed record UploadedList(long Added, long Changed, long Unchanged, long Rejected, long Withdrawn);
