namespace Plumbline.Screening.Matching;

/// <summary>Tells text that was read in the wrong encoding, such as Ù…Ø­Ù…Ø¯ for محمد.</summary>
internal static class Mojibake
{
    private const int Enough = 3;

    /// <summary>UTF-8 read as a one-byte page: a lead byte of a script's range beside a continuation byte, again and again; or what could not be read at all.</summary>
    public static bool Is(string text)
    {
        var pairs = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\uFFFD') return true;
            if (IsWesternLead(text[at]) && at + 1 < text.Length && IsWesternTail(text[at + 1])) pairs++;
        }
        return pairs >= Enough || HasWordOfPairs(text);
    }

    private static bool IsWesternLead(char letter) => letter is 'Ã' or 'Ð' or 'Ñ' or 'Ø' or 'Ù' or 'Û' or 'Ú';

    // Letters that follow a capital in real words are none; continuation bytes show as signs, or as letters that seldom do.
    private static bool IsWesternTail(char letter) => letter is > '\u007F' and not ('Ã' or 'É') and not (>= 'à' and <= 'ÿ');

    // The Arabic and the Cyrillic page show a lead byte as a letter of their own: every other letter of a word is one, and what stands between is none of the plain alphabet.
    private static bool HasWordOfPairs(string text)
    {
        var from = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && text[at] != ' ') continue;
            if (IsPairs(text.AsSpan(from, at - from))) return true;
            from = at + 1;
        }
        return false;
    }

    private static bool IsPairs(ReadOnlySpan<char> word)
    {
        if (word.Length < 2 * Enough || word.Length % 2 != 0) return false;
        for (var at = 0; at < word.Length; at += 2)
        {
            var isArabic = word[at] is 'ط' or 'ظ' or 'ع' or 'غ' && word[at + 1] is not (>= 'ء' and <= 'ي');
            var isCyrillic = word[at] is 'Р' or 'С' && word[at + 1] is not (>= 'А' and <= 'я') and not (>= '\0' and <= '\u007F');
            if (!isArabic && !isCyrillic) return false;
        }
        return true;
    }
}
