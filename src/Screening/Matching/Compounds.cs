namespace Plumbline.Screening.Matching;

/// <summary>Compounds that are written together: Abd-, -al-Din and -allah, and the article in front.</summary>
internal static class Compounds
{
    private const int ShortestWithArticle = 5;
    private const WordKinds NoNames = WordKinds.Abd | WordKinds.Kunya | WordKinds.Connector | WordKinds.Article | WordKinds.Title | WordKinds.Legal;

    private static readonly string[] DinEndings =
    [
        .. from article in (string[])["ud", "ed", "ad", "od", "id"] from din in (string[])["dine", "deen", "dean", "dien", "din", "dyn"] orderby din.Length descending select article + din,
        // Geraldine is no compound, Nuraldin is.
        .. from article in (string[])["al", "el", "ul"] from din in (string[])["deen", "din"] orderby din.Length descending select article + din,
        "adeen", "edeen", "ideen", "udeen", "edine", "udine", "udin",
    ];

    /// <summary>What follows Abd- in one word: <c>rahman</c> of abdulrahman; null when it is no such compound.</summary>
    public static string? Abd(string word, PartScript script)
    {
        if (script == PartScript.Arabic) return word.Length > 4 && word.StartsWith("عبدال", StringComparison.Ordinal) ? word[5..] : word.Length > 5 && word.StartsWith("عبد", StringComparison.Ordinal) ? word[3..] : null;
        if (!word.StartsWith("abd", StringComparison.Ordinal) || word.Length < 6) return null;
        var at = 3;
        while (at < word.Length && word[at] is 'a' or 'e' or 'i' or 'o' or 'u') at++;
        if (at == 3 || at > 5) return null;
        if (at < word.Length && word[at] == 'l' && at + 1 < word.Length) at++;
        var rest = word[at..];
        return rest is "ah" or "lah" or "llah" or "la" or "lla" ? "lah" : rest.Length >= 3 ? rest : null;
    }

    /// <summary>The word after a separate Abd, without its article.</summary>
    public static string AfterAbd(string word, PartScript script) => script == PartScript.Arabic
        ? word.Length > 3 && word.StartsWith("ال", StringComparison.Ordinal) ? word[2..] : word
        : word is "allah" or "ullah" or "alla" or "llah" or "lah" ? "lah" : word.Length > 5 && (word.StartsWith("al", StringComparison.Ordinal) || word.StartsWith("el", StringComparison.Ordinal)) ? word[2..] : word;

    /// <summary>A word without -al-Din, and whether it had it.</summary>
    public static (string Stem, bool Closed) Din(string word, PartScript script)
    {
        if (script == PartScript.Arabic) return word.Length > 7 && word.EndsWith("الدين", StringComparison.Ordinal) ? (word[..^5], true) : (word, false);
        foreach (var ending in DinEndings)
            if (word.Length >= ending.Length + 3 && word.EndsWith(ending, StringComparison.Ordinal)) return (word[..^ending.Length], true);
        return (word, false);
    }

    /// <summary>The words, with God's name joined to the name before it: Nasr Allah is Nasrallah, and nobody is called Allah alone.</summary>
    public static List<NamePreparer.Word> WithAllah(List<NamePreparer.Word> words)
    {
        if (!words.Exists(word => Is(word, WordKinds.Allah))) return words;
        List<NamePreparer.Word> joined = [];
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (Is(word, WordKinds.Allah) && joined is [.., var before] && IsNameOf(before, word) && !(at + 1 < words.Count && Is(words[at + 1], WordKinds.AfterAllah)))
                joined[^1] = before with { Text = before.Text + word.Text, End = word.End };
            else joined.Add(word);
        }
        return joined;
    }

    private static bool Is(NamePreparer.Word word, WordKinds kind) => (WordLists.Of(word.Text) & kind) != 0;

    private static bool IsNameOf(NamePreparer.Word before, NamePreparer.Word allah) =>
        before.Script == allah.Script && before.IsFamily == allah.IsFamily && !before.IsOfRank && before.Text.Length > 1 && !Is(before, NoNames);

    /// <summary>How many symbols at the beginning may be the article.</summary>
    public static int Article(ReadOnlySpan<byte> symbols, PartScript script)
    {
        if (symbols.Length < ShortestWithArticle) return 0;
        if (script == PartScript.Arabic) return symbols[0] == 1 && symbols[1] == Symbols.OfArabic('ل') ? 2 : 0;
        return symbols[0] is 1 or 5 && symbols[1] == 12 && symbols.Length > ShortestWithArticle ? 2 : 0;
    }
}
