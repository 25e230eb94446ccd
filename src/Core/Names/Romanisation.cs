using System.Globalization;
using System.Text;

namespace Plumbline.Core;

/// <summary>A generated Latin form of a name in Arabic or Cyrillic letters, so that a colleague who does not read the script can say it. Never recorded, compared or exported.</summary>
/// <remarks>
/// After BGN/PCGN (tables in <c>data/names/romanisation</c>), letter by letter: short vowels are not written in Arabic letters, so they show only in words that everybody
/// knows; two persons' forms may agree where their names differ. Whoever shows it says that it is generated.
/// </remarks>
public static class Romanisation
{
    private const string KurdishLetters = "ەێۆڕڵڤھ";
    private const string PersianLetters = "پچژگیک";
    private const string UkrainianLetters = "іїєґІЇЄҐ";
    private const string SunLetters = "تثدذرزسشصضطظلن";

    private static readonly Dictionary<string, RomanisationTable> Tables =
        new[] { "ar", "ckb", "fa", "ru", "uk" }.ToDictionary(language => language, language => new RomanisationTable(language), StringComparer.Ordinal);

    /// <summary>The Latin form; null where the text is in no script that has a table, Latin included.</summary>
    /// <param name="text">A name as recorded.</param>
    /// <param name="language"><c>ar</c>, <c>ckb</c>, <c>fa</c>, <c>ru</c> or <c>uk</c> where it is known; else the letters tell.</param>
    public static string? Of(string text, string? language = null)
    {
        if (TableOf(text, language) is not { } chosen) return null;
        var table = Tables[chosen];
        // Only marks that are vowel signs or joiners go: й and أ are letters of their own.
        var clean = new string([.. text.Normalize(NormalizationForm.FormC).Where(letter => letter is not ('\u0640' or >= '\u064B' and <= '\u0652' or >= '\u200C' and <= '\u200F' or >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069'))]);
        return string.Join(' ', clean.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => chosen is "ru" or "uk" ? Cyrillic(word, table, chosen) : Cursive(word, table, chosen)));
    }

    private static string? TableOf(string text, string? language) => Scripts.Of(text) switch
    {
        "Arab" => language is "ar" or "ckb" or "fa" ? language
            : text.Any(letter => KurdishLetters.Contains(letter)) ? "ckb" : text.Any(letter => PersianLetters.Contains(letter)) ? "fa" : "ar",
        "Cyrl" => language is "ru" or "uk" ? language : text.Any(letter => UkrainianLetters.Contains(letter)) ? "uk" : "ru",
        _ => null,
    };

    private static string Cursive(string word, RomanisationTable table, string language)
    {
        if (table.Words.TryGetValue(word, out var known)) return known;
        if (language == "ar" && word.Length > 3 && word.StartsWith("ال", StringComparison.Ordinal))
        {
            // The article's l becomes the letter that follows where that is one of the "sun letters".
            var rest = Cursive(word[2..], table, language);
            var article = SunLetters.Contains(word[2]) ? "a" + table.Letters[word[2].ToString()] : "al";
            return $"{char.ToUpperInvariant(article[0])}{article[1..]}-{rest}";
        }
        if (language == "ar" && word.Length > 4 && word.StartsWith("عبدال", StringComparison.Ordinal)) return $"ʻAbd {Cursive(word[3..], table, language)}";
        return Capital(Letters(word, table));
    }

    private static string Letters(string word, RomanisationTable table)
    {
        var latin = new StringBuilder();
        for (var at = 0; at < word.Length; at++)
        {
            if (at + 1 < word.Length && table.Pairs.TryGetValue(word.Substring(at, 2), out var pair))
            {
                latin.Append(pair);
                at++;
                continue;
            }
            var letter = word[at].ToString();
            if (!table.Letters.TryGetValue(letter, out var plain)) latin.Append(Other(word[at]));
            else latin.Append(IsVowel(word, at, table) ? table.Long[letter] : plain);
        }
        return latin.ToString();
    }

    // A letter that can be either is a vowel after a consonant, unless a vowel follows.
    private static bool IsVowel(string word, int at, RomanisationTable table) =>
        table.Long.ContainsKey(word[at].ToString()) && at > 0 && !IsCarrier(word[at - 1], table) && (at + 1 == word.Length || !IsCarrier(word[at + 1], table));

    private static bool IsCarrier(char letter, RomanisationTable table) => letter is 'ا' or 'آ' or 'ى' or 'ە' or 'ێ' or 'ۆ' || table.Long.ContainsKey(letter.ToString());

    private static string Cyrillic(string word, RomanisationTable table, string language)
    {
        var latin = new StringBuilder();
        var lower = word.ToLowerInvariant();
        for (var at = 0; at < lower.Length; at++)
        {
            if (at + 1 < lower.Length && table.Pairs.TryGetValue(lower.Substring(at, 2), out var pair))
            {
                latin.Append(pair);
                at++;
                continue;
            }
            var letter = lower[at].ToString();
            var begins = at == 0 || lower[at - 1] == '-' || (language == "ru" && "аеёиоуыэюяйъь".Contains(lower[at - 1]));
            if (begins && table.Long.TryGetValue(letter, out var first)) latin.Append(first);
            else latin.Append(table.Letters.TryGetValue(letter, out var plain) ? plain : Other(word[at]));
        }
        return string.Join('-', latin.ToString().Split('-').Select(Capital));
    }

    // Digits become the digits that everybody reads; a letter of another script stays, so that nothing is passed over in silence.
    private static string Other(char letter) => char.IsDigit(letter) ? CharUnicodeInfo.GetDigitValue(letter).ToString(CultureInfo.InvariantCulture) : letter.ToString();

    private static string Capital(string word)
    {
        var first = word.TakeWhile(letter => letter is 'ʻ' or 'ʼ').Count();
        return first >= word.Length ? word : $"{word[..first]}{char.ToUpperInvariant(word[first])}{word[(first + 1)..]}";
    }
}
