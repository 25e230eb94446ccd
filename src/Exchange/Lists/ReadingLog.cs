namespace Plumbline.Exchange.Lists;

/// <summary>What a reading has to say besides its rows.</summary>
internal sealed class ReadingLog(ListLimits limits)
{
    private readonly List<ReadingNote> notes = [];

    public ListLimits Limits { get; } = limits;

    public IReadOnlyList<ReadingNote> Notes => notes;

    public long NoteCount { get; private set; }

    public ListFault? Fault { get; set; }

    /// <summary>The file being read and the line reached, for faults that come without a place.</summary>
    public (string File, long Line) Place { get; set; } = ("", 0);

    public void Note(string file, long line, ReaderNote said)
    {
        NoteCount++;
        if (notes.Count < Limits.Notes) notes.Add(new ReadingNote(file, line, said));
    }
}
