using Plumbline.Exchange.Lists.Sources;

namespace Plumbline.Exchange.Documents;

/// <summary>Bytes of a text file as text.</summary>
internal static class DocumentEncoding
{
    /// <summary>The text; null if the bytes are none (many control bytes).</summary>
    public static string? Text(byte[] bytes, Action<ReaderNote> note, string? declared = null)
    {
        var guess = EncodingGuess.Of(bytes, declared);
        if (guess.Note is { } said) note(said);
        var text = TextEncodings.Of(guess, _ => note(ReaderNote.Of("encoding.stray"))).GetString(bytes.AsSpan(guess.Mark));
        var controls = text.AsSpan(0, Math.Min(text.Length, 8_192)).ToString().Count(letter => letter is < ' ' and not ('\n' or '\r' or '\t' or '\f' or '\u001A'));
        return controls > 8 ? null : text;
    }
}
