namespace Plumbline.Exchange.Lists.Sources;

/// <summary>Opens a sniffed file as text.</summary>
internal static class TextSource
{
    /// <summary>The text from its beginning, without byte order mark; guesses and stray bytes are noted.</summary>
    public static TextReader Open(SniffedFile file, ReadingLog log)
    {
        if (file.Encoding.Note is { } guess) log.Note(file.Name, 0, guess);
        var told = false;
        var encoding = TextEncodings.Of(file.Encoding, _ =>
        {
            if (told) return;
            told = true;
            log.Note(file.Name, log.Place.Line, ReaderNote.Of("encoding.stray"));
        });
        log.Place = (file.Name, 0);
        var bytes = BoundedBytes.Open(file.File, log.Limits);
        try
        {
            Span<byte> mark = stackalloc byte[3];
            if (file.Encoding.Mark > 0) bytes.ReadAtLeast(mark[..file.Encoding.Mark], file.Encoding.Mark, throwOnEndOfStream: false);
            return new StreamReader(bytes, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16);
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }
}
