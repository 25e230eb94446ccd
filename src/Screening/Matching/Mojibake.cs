namespace Plumbline.Screening.Matching;

/// <summary>Tells text that was read in the wrong encoding, such as Ù…Ø­Ù…Ø¯ for محمد.</summary>
internal static class Mojibake
{
    private const int Enough = 3;

    /// <summary>UTF-8 read as a Western or Arabic one-byte page: a lead byte of a script's range beside a continuation byte, again and again; or what could not be read at all.</summary>
    public static bool Is(string text)
    {
        var pairs = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\uFFFD') return true;
            if (at + 1 < text.Length && text[at] is 'Ã' or 'Ð' or 'Ñ' or 'Ø' or 'Ù' or 'Û' or 'Ú' && !char.IsAsciiLetterOrDigit(Next(text, at)) && Next(text, at) is > '\u007F' and not ('Ã' or 'É') && !IsPlainLetter(Next(text, at))) pairs++;
        }
        return pairs >= Enough;
    }

    private static char Next(string text, int at) => at + 1 < text.Length ? text[at + 1] : ' ';

    // Letters that follow a capital in real words; continuation bytes show as signs, or as letters that seldom do.
    private static bool IsPlainLetter(char letter) => letter is >= 'à' and <= 'ÿ';
}
