namespace Plumbline.Core;

/// <summary>Numbers and codes without what people put between their letters and digits.</summary>
internal static class Compact
{
    /// <summary>Letters and digits of the normalised text, in lower case; digits in ASCII.</summary>
    public static string Lower(string text)
    {
        var key = TextNormalisation.Key(text);
        return key.All(char.IsLetterOrDigit) ? key : string.Concat(key.Where(char.IsLetterOrDigit));
    }

    /// <summary>The same in capitals, for codes in Latin letters.</summary>
    public static string Upper(string text) => Lower(text).ToUpperInvariant();

    /// <summary>Single blanks instead of any white space, direction marks and other invisible characters taken off.</summary>
    public static string Squeeze(string text) => string.Join(' ',
        string.Concat(text.Where(letter => char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.Format || letter is '\u200C' or '\u200D'))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Only ASCII letters and digits.</summary>
    public static bool IsAscii(string text) => text.Length > 0 && text.All(char.IsAsciiLetterOrDigit);

    /// <summary>Only ASCII digits.</summary>
    public static bool IsDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
