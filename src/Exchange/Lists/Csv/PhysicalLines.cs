namespace Plumbline.Exchange.Lists.Csv;

/// <summary>A line of a file.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">Without its end; the first part only, if it was too long.</param>
/// <param name="TooLong">Longer than a record may be; the rest was skipped.</param>
/// <param name="Ended">A line end stood behind it; false for a last line that was perhaps cut off.</param>
internal sealed record PhysicalLine(long Number, string Text, bool TooLong, bool Ended);

/// <summary>Cuts a text into lines of bounded length; a longer one is skipped to its end, never held.</summary>
internal sealed class PhysicalLines(TextReader text, int longest)
{
    private readonly char[] buffer = new char[1 << 15];
    private readonly System.Text.StringBuilder line = new();
    private int at;
    private int filled;
    private long number;

    /// <summary>The next line; null at the end.</summary>
    public PhysicalLine? Next()
    {
        line.Clear();
        var (tooLong, any) = (false, false);
        while (Fill())
        {
            any = true;
            var rest = buffer.AsSpan(at, filled - at);
            var end = rest.IndexOfAny('\r', '\n');
            var piece = end < 0 ? rest : rest[..end];
            var room = Math.Min(piece.Length, longest - line.Length);
            line.Append(piece[..room]);
            tooLong |= room < piece.Length;
            at += piece.Length;
            if (end < 0) continue;
            SkipEnd();
            return new PhysicalLine(++number, line.ToString(), tooLong, Ended: true);
        }

        return any ? new PhysicalLine(++number, line.ToString(), tooLong, Ended: false) : null;
    }

    private void SkipEnd()
    {
        var first = buffer[at++];
        if (first == '\r' && Fill() && buffer[at] == '\n') at++;
    }

    private bool Fill()
    {
        if (at < filled) return true;
        (at, filled) = (0, text.Read(buffer, 0, buffer.Length));
        return filled > 0;
    }
}
