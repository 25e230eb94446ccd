using Plumbline.Core;
using Plumbline.Exchange.Lists;

namespace Plumbline.Exchange.Receiving;

/// <summary>A first look through a version, before anything is written: which entries it has, and what is wrong with it.</summary>
internal sealed record ListSurvey(ListHeader Header, IReadOnlySet<string> Keys, long Rejected, IReadOnlyList<ReadingNote> Notes, long NoteCount, ListFault? Fault, bool Complete, bool MayWithdraw)
{
    private const int MostEntries = 1_000_000;

    /// <summary>No published list comes near; the reject file can grow no larger than the list itself.</summary>
    public static ListLimits Limits { get; } = new() { FileBytes = 512L << 20 };

    /// <summary>What versions are compared by; most names begin with their authority.</summary>
    public string List => Header.List.StartsWith(Header.Authority.Split('-')[0], StringComparison.Ordinal) ? Header.List : $"{Header.Authority} {Header.List}";

    /// <summary>The list with its version, for people.</summary>
    public string Name => $"{List}, {(Header.Version.Length == 0 ? "undated" : Header.Version)}";

    /// <summary>Reads the version through; rejects go straight to their file, as there may be many.</summary>
    /// <returns>Refused when no entry can be read, with file, line and reason.</returns>
    public static Outcome<ListSurvey> Of(ListSet set, RejectFile bad, CancellationToken ct)
    {
        var reading = set.Read(Limits, ct);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        Reject? first = null;
        foreach (var row in reading.Rows())
        {
            if (row is ListRow.Read read) keys.Add(read.Entry.Key);
            else if (row is ListRow.Refused { Reject: var reject }) bad.Add(first is null ? first = reject : reject);
            if (keys.Count > MostEntries) return new Refusal("list.too-large", $"{set.Files[0].Name}: more than {MostEntries:N0} entries; this is no list.");
        }
        if (reading.Fault is { } fault) bad.AddFault(fault);
        if (keys.Count > 0) return new ListSurvey(reading.Header, keys, reading.Rejected, reading.Notes, reading.NoteCount, reading.Fault, reading.Complete, reading.MayWithdraw);
        return new Refusal("list.nothing", reading.Fault is { } broken ? Place(broken.File, broken.Line, broken.Column) + broken.Reason
            : first is not null ? $"{Place(first.File, first.Line, 0)}{(first.Field.Length == 0 ? "" : first.Field + ": ")}{first.Reason}"
            : $"{set.Files[0].Name}: the list has no entry.");
    }

    private static string Place(string file, long line, long column) => line == 0 ? $"{file}: " : column == 0 ? $"{file}, line {line}: " : $"{file}, line {line}, column {column}: ";
}
