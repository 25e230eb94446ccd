using System.Text;

namespace Plumbline.Exchange.Lists.Sources;

/// <summary>The encodings that files are read in.</summary>
internal static class TextEncodings
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The encoding of a guess. UTF-8 never fails: a byte that is none is read as Windows-1252 and reported.</summary>
    public static Encoding Of(EncodingGuess guess, Action<long>? stray = null) => guess.Name switch
    {
        "utf-8" => Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new StrayBytes(Western, stray)),
        "utf-16" => Encoding.Unicode,
        "utf-16BE" => Encoding.BigEndianUnicode,
        var name => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.Latin1,
    };

    /// <summary>The name of a declared single-byte encoding that we can read; null for UTF-8, UTF-16, unknown and odd ones.</summary>
    public static string? SingleByte(string? declared)
    {
        if (declared is null || declared.Length > 40) return null;
        try
        {
            var found = CodePagesEncodingProvider.Instance.GetEncoding(declared);
            if (found is null && declared.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase)) return "windows-1252";
            return found is { IsSingleByte: true } ? found.WebName : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A declared name without what could play tricks in a message.</summary>
    public static string Printable(string declared) =>
        new([.. declared.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_').Take(40)]);
}
