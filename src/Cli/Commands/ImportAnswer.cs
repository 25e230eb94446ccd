using Plumbline.Core;
using Plumbline.Exchange.Lists;
using Plumbline.Exchange.Receiving;

namespace Plumbline.Cli.Commands;

/// <summary>How an import tells what it did, to machines and to people.</summary>
internal static class ImportAnswer
{
    private const int MostNotes = 10;

    public static object Json(ReceivedFiles result) => result.Outcome switch
    {
        Outcome<ReceivedContent>.Done { Value: ReceivedContent.List { Import: var list } } => new
        {
            file = Name(result),
            list.Format,
            list.List,
            list.Version,
            list.Report,
            list.Entries,
            list.Added,
            list.Changed,
            list.Unchanged,
            list.Rejected,
            list.Withdrawn,
            list.Entities,
            list.Statements,
            list.Complete,
            list.Fault,
            notes = list.Notes.Select(note => new { note.File, note.Line, note.Said.Code, note.Said.Text }),
            list.NoteCount,
            list.RejectsFile,
        },
        Outcome<ReceivedContent>.Done { Value: ReceivedContent.Document { Report: var kept } } => new { file = Name(result), kept.Format, kept.Title, report = kept.As.Report, items = kept.As.Items.Count, kept.As.Sha256, notes = kept.Notes.Select(note => note.Text) },
        _ => new { file = Name(result), refused = result.Outcome.Why.Code, result.Outcome.Why.Detail },
    };

    public static string Line(ReceivedFiles result) => result.Outcome switch
    {
        Outcome<ReceivedContent>.Done { Value: ReceivedContent.List { Import: var list } } => string.Join("\n  ", [$"{Name(result)}: {list.List}, version {list.Version}", .. Lines(list)]),
        Outcome<ReceivedContent>.Done { Value: ReceivedContent.Document { Report: var kept } } =>
            string.Join("\n  ", [$"{Name(result)}: {kept.Format}, \"{kept.Title}\", {kept.As.Items.Count} items wait for grades", .. kept.Notes.Select(note => note.Text)]),
        _ => $"{Name(result)}: refused ({result.Outcome.Why.Code}): {result.Outcome.Why.Detail}",
    };

    private static IEnumerable<string> Lines(ImportedList list)
    {
        yield return $"{list.Entries:N0} entries: {list.Added:N0} added, {list.Changed:N0} changed, {list.Unchanged:N0} unchanged, {list.Rejected:N0} rejected; {list.Withdrawn:N0} withdrawn";
        yield return $"{list.Entities:N0} entities, {list.Statements:N0} statements";
        if (list.Fault is { } fault) yield return $"Not read to its end: {fault.File}, line {fault.Line}: {fault.Reason} What came before is in; nothing was withdrawn.";
        if (list.RejectsFile is { } file) yield return $"What could not be read, with line and reason: {file}";
        foreach (var note in list.Notes.Take(MostNotes)) yield return Note(note);
        if (list.NoteCount > MostNotes) yield return $"and {list.NoteCount - MostNotes:N0} more notes (--json has the first {list.Notes.Count:N0} of all)";
    }

    private static string Note(ReadingNote note) => note.Line == 0 ? $"{note.File}: {note.Said.Text}" : $"{note.File}, line {note.Line}: {note.Said.Text}";

    private static string Name(ReceivedFiles result) => string.Join(", ", result.Files);
}
