using System.Text;

namespace Plumbline.Exchange.Lists.Sources;

/// <summary>Which encoding a file is read in, and why.</summary>
/// <param name="Name">IANA name, such as <c>utf-8</c> or <c>windows-1256</c>.</param>
/// <param name="Mark">Bytes of the byte order mark to skip: 0, 2 or 3.</param>
/// <param name="Note">Said where it had to be guessed; null where the bytes say it.</param>
public sealed record EncodingGuess(string Name, int Mark, ReaderNote? Note)
{
    private const string Arabic = "windows-1256";
    private const string Western = "windows-1252";

    /// <summary>Guesses from the first bytes: byte order mark, UTF-16 by its zeros, valid UTF-8, else Arabic or Western Windows bytes.</summary>
    /// <param name="head">The first bytes; may end within a character.</param>
    /// <param name="declared">The encoding the file says it has (XML declaration, HTML meta); null if it says none.</param>
    public static EncodingGuess Of(ReadOnlySpan<byte> head, string? declared = null)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return new EncodingGuess("utf-8", 3, null);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return new EncodingGuess("utf-16", 2, null);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return new EncodingGuess("utf-16BE", 2, null);
        if (head.Length >= 4 && head[0] != 0 && head[1] == 0 && head[3] == 0) return new EncodingGuess("utf-16", 0, ReaderNote.Of("encoding.zeros"));
        if (head.Length >= 4 && head[0] == 0 && head[1] != 0 && head[2] == 0) return new EncodingGuess("utf-16BE", 0, ReaderNote.Of("encoding.zeros"));
        var known = TextEncodings.SingleByte(declared);
        if (!head.ContainsAnyInRange((byte)0x80, (byte)0xFF)) return new EncodingGuess(known ?? "utf-8", 0, Contradiction(declared, known ?? "utf-8"));
        if (IsUtf8(head)) return new EncodingGuess("utf-8", 0, Contradiction(declared, "utf-8"));
        if (known is not null) return new EncodingGuess(known, 0, null);
        var guess = LooksArabic(head) ? Arabic : Western;
        return new EncodingGuess(guess, 0, ReaderNote.Of(guess == Arabic ? "encoding.arabic" : "encoding.western"));
    }

    private static ReaderNote? Contradiction(string? declared, string used)
    {
        if (declared is null || declared.Equals(used, StringComparison.OrdinalIgnoreCase)) return null;
        return declared.Equals("us-ascii", StringComparison.OrdinalIgnoreCase) ? null : ReaderNote.Of("encoding.declared", ("declared", TextEncodings.Printable(declared)), ("used", used));
    }

    /// <summary>Valid UTF-8, but for a character cut off at the end.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> head)
    {
        while (!head.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(head, out _, out var length);
            if (status == System.Buffers.OperationStatus.NeedMoreData) return true;
            if (status != System.Buffers.OperationStatus.Done) return false;
            head = head[length..];
        }

        return true;
    }

    /// <summary>Arabic words are runs of high bytes; Western words have single ones between ASCII letters.</summary>
    private static bool LooksArabic(ReadOnlySpan<byte> head)
    {
        var (runs, mixed) = (0, 0);
        for (var at = 1; at < head.Length; at++)
        {
            var (before, here) = (head[at - 1], head[at]);
            if (IsHighLetter(here) && IsHighLetter(before)) runs++;
            else if ((IsHighLetter(here) && char.IsAsciiLetter((char)before)) || (IsHighLetter(before) && char.IsAsciiLetter((char)here))) mixed++;
        }

        return runs > mixed;
    }

    // 0x81 … are the Persian letters of Windows-1256; the quotation marks 0x91–0x94 and dashes are in both code pages.
    private static bool IsHighLetter(byte letter) => letter >= 0xC0 || letter is 0x81 or 0x8D or 0x8E or 0x90 or 0x98 or 0x9A or 0x9F or 0xAA;
}
