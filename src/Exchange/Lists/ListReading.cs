using System.Xml;

namespace Plumbline.Exchange.Lists;

/// <summary>A version of a list being read: its header, its rows once, and afterwards how it ended.</summary>
/// <remarks>Bad bytes never throw: a broken record is a <see cref="ListRow.Refused"/>, a broken file a <see cref="Fault"/>.</remarks>
public sealed class ListReading
{
    private readonly ReadingLog log;
    private readonly IEnumerable<ListRow> source;
    private bool taken;

    internal ListReading(ListHeader header, ReadingLog log, IEnumerable<ListRow> source) =>
        (Header, this.log, this.source) = (header, log, source);

    /// <summary>Which list and version.</summary>
    public ListHeader Header { get; }

    /// <summary>Entries handed out so far.</summary>
    public long Entries { get; private set; }

    /// <summary>Rejects handed out so far.</summary>
    public long Rejected { get; private set; }

    /// <summary>Why the file could not be read to its end; null while it could.</summary>
    public ListFault? Fault => log.Fault;

    /// <summary>Read to its end without a fault. False before that.</summary>
    public bool Complete { get; private set; }

    /// <summary>Whether entries that are missing here may be withdrawn: complete and without a reject.</summary>
    public bool MayWithdraw => Complete && Rejected == 0;

    /// <summary>Repairs, guesses and oddities, the first <see cref="ListLimits.Notes"/> of them.</summary>
    public IReadOnlyList<ReadingNote> Notes => log.Notes;

    /// <summary>How many notes there were in all.</summary>
    public long NoteCount => log.NoteCount;

    /// <summary>The rows, in file order; can be taken once.</summary>
    /// <exception cref="InvalidOperationException">Taken before.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public IEnumerable<ListRow> Rows()
    {
        if (taken) throw new InvalidOperationException("A list is read once: open it again.");
        taken = true;
        return Guarded();
    }

    private IEnumerable<ListRow> Guarded()
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        using var rows = source.GetEnumerator();
        while (Next(rows) is { } row)
        {
            if (row is ListRow.Read read)
            {
                Entries++;
                yield return Unique(read, keys);
            }
            else
            {
                Rejected++;
                yield return row;
            }
        }

        Complete = log.Fault is null;
    }

    private ListRow? Next(IEnumerator<ListRow> rows)
    {
        try
        {
            return rows.MoveNext() ? rows.Current : null;
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            log.Fault = ReadingFaults.Of(fault, log.Place.File, log.Place.Line);
            return null;
        }
    }

    /// <summary>A list may carry one reference twice; the second entry is kept under a key of its own.</summary>
    private ListRow.Read Unique(ListRow.Read row, HashSet<string> keys)
    {
        var entry = row.Entry;
        if (keys.Add(entry.Key)) return row;
        var number = 2;
        while (!keys.Add($"{entry.Key}-{number}")) number++;
        log.Note(log.Place.File, entry.Line, ReaderNote.Of("key.repeated", ("key", entry.Key), ("kept", $"{entry.Key}-{number}")));
        return new ListRow.Read(entry with { Key = $"{entry.Key}-{number}" });
    }
}
