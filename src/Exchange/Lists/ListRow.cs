namespace Plumbline.Exchange.Lists;

/// <summary>What a reader hands out for each record of a file: an entry, or why there is none.</summary>
public abstract record ListRow
{
    private ListRow() { }

    /// <summary>The record was read.</summary>
    public sealed record Read(ListEntry Entry) : ListRow;

    /// <summary>The record could not be read; reading goes on behind it.</summary>
    public sealed record Refused(Reject Reject) : ListRow;
}

/// <summary>A record that could not be read: goes to the reject file, so that nothing is lost.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">First line of the record, from 1.</param>
/// <param name="Field">Column or element at fault; empty if it is the record as a whole.</param>
/// <param name="Reason">One English sentence.</param>
/// <param name="Raw">The record as it stands, at most <see cref="RawLength"/> characters of it.</param>
public sealed record Reject(string File, long Line, string Field, string Reason, string Raw)
{
    /// <summary>Longest <see cref="Raw"/>, in characters.</summary>
    public const int RawLength = 2_000;
}

/// <summary>Where and why a file could not be read further; what came before it stands.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Line, from 1; 0 if unknown.</param>
/// <param name="Column">Column, from 1; 0 if unknown.</param>
/// <param name="Code">Stable: <c>truncated</c>, <c>malformed</c>, <c>forbidden</c>, <c>limit</c>, <c>empty</c>, <c>unreadable</c>.</param>
/// <param name="Reason">One English sentence: what is wrong and what to do.</param>
public sealed record ListFault(string File, long Line, long Column, string Code, string Reason);

/// <summary>What the reader did at a place of a file.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Line, from 1; 0 for the whole file.</param>
/// <param name="Said">What it did.</param>
public sealed record ReadingNote(string File, long Line, ReaderNote Said);
