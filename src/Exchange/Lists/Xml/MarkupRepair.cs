using System.Globalization;

namespace Plumbline.Exchange.Lists.Xml;

/// <summary>Text of an XML file on its way to the parser: a bare ampersand is escaped and a control character blanked, visibly; a run
/// without a tag that is too long stops the reading before anybody holds it.</summary>
/// <remarks>Copies of the UN list are known to have lost the escaping of "&amp;" in names; refusing the whole list for that would
/// leave the unit without it. Anything that looks like an entity (<c>&amp;name;</c>) is left for the parser to refuse.</remarks>
internal sealed class MarkupRepair(SniffedFile file, TextReader text, ReadingLog log) : TextReader
{
    private const int LongestEntity = 12;
    private readonly MarkupState state = new();
    private readonly char[] source = new char[1 << 14];
    private readonly Queue<char> ready = new();
    private int at;
    private int filled;
    private long line = 1;
    private long column;
    private int run;

    public override int Peek() => Ready() ? ready.Peek() : -1;

    public override int Read() => Ready() ? ready.Dequeue() : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        var got = 0;
        while (got < count && Ready()) buffer[index + got++] = ready.Dequeue();
        return got;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) text.Dispose();
        base.Dispose(disposing);
    }

    private bool Ready()
    {
        if (ready.Count > 0) return true;
        if (!Fill(1)) return false;
        var letter = source[at++];
        Count(letter);
        state.Take(letter);
        if (letter == '&' && !state.IsVerbatim && !IsReference()) Escape();
        else if (letter < ' ' && letter is not ('\t' or '\n' or '\r') || letter is '\uFFFE' or '\uFFFF') Blank(letter);
        else ready.Enqueue(letter);
        return true;
    }

    private void Count(char letter)
    {
        if (letter == '\n')
        {
            line++;
            column = 0;
        }
        else column++;

        run = letter is '<' or '>' ? 0 : run + 1;
        log.Place = (file.Name, line);
        if (run > log.Limits.RecordChars)
            throw new ReadingStopped("limit", $"More than {log.Limits.RecordChars:N0} characters without a tag; reading stopped here.", line, column);
    }

    private void Escape()
    {
        log.Note(file.Name, line, ReaderNote.Of("repair.ampersand", ("column", column.ToString(CultureInfo.InvariantCulture))));
        foreach (var letter in "&amp;") ready.Enqueue(letter);
    }

    private void Blank(char letter)
    {
        log.Note(file.Name, line, ReaderNote.Of("repair.control", ("character", $"U+{(int)letter:X4}"), ("column", column.ToString(CultureInfo.InvariantCulture))));
        ready.Enqueue(' ');
    }

    /// <summary>Whether what follows the ampersand is an entity or character reference.</summary>
    private bool IsReference()
    {
        for (var length = 1; length <= LongestEntity && Fill(length); length++)
        {
            var letter = source[at + length - 1];
            if (letter == ';') return length > 1;
            if (!char.IsAsciiLetterOrDigit(letter) && !(letter == '#' && length == 1)) return false;
        }

        return false;
    }

    /// <summary>Whether that many characters can be looked at.</summary>
    private bool Fill(int ahead)
    {
        while (filled - at < ahead)
        {
            if (at > 0)
            {
                source.AsSpan(at, filled - at).CopyTo(source);
                (at, filled) = (0, filled - at);
            }

            var got = text.Read(source, filled, source.Length - filled);
            if (got == 0) return false;
            filled += got;
        }

        return true;
    }
}
