using System.Buffers;
using System.Text;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Ckb;
using Lucene.Net.Tartarus.Snowball.Ext;
using Plumbline.Core;

namespace Plumbline.Register.Search;

/// <summary>Stems words for recall, each by the rules of its language. Not safe for several threads.</summary>
internal sealed class Stems
{
    public const string Arabic = "ar";
    public const string Sorani = "ckb";
    public const string English = "en";

    private static readonly SearchValues<char> SoraniLetters = SearchValues.Create("ێۆڕڵەھ");
    private readonly ArabicStemmer arabic = new();
    private readonly SoraniNormalizer soraniSpelling = new();
    private readonly SoraniStemmer sorani = new();
    private readonly EnglishStemmer english = new();

    /// <summary>The languages that have stems: also the names of the index fields.</summary>
    public static IReadOnlyList<string> Languages { get; } = [Arabic, Sorani, English];

    /// <summary>The language that words in Arabic script are taken for: as stated, else Sorani if it has Sorani's letters.</summary>
    public static string? ScriptLanguage(string text, string? stated) => stated switch
    {
        Arabic or Sorani => stated,
        null or English or "" => text.AsSpan(0, Math.Min(text.Length, 4096)).ContainsAny(SoraniLetters) ? Sorani : Arabic,
        _ => null,   // Persian, Urdu, Kurmanji …: no stems rather than wrong ones
    };

    /// <summary>The language whose rules a word of a text falls under; null for none.</summary>
    /// <param name="token">The word.</param>
    /// <param name="scriptLanguage">Of the text's words in Arabic script.</param>
    /// <param name="stated">Of the text as a whole, if known.</param>
    public static string? LanguageOf(Token token, string? scriptLanguage, string? stated) => token.HasDigit ? null : token.Key[0] switch
    {
        >= 'a' and <= 'z' => stated is null or "" or English or Arabic or Sorani ? English : null,
        >= '\u0620' and <= '\u06FF' => scriptLanguage,
        _ => null,
    };

    /// <summary>The stem of a word, normalised; the word's own key where the rules take nothing away.</summary>
    /// <param name="key">The word's key.</param>
    /// <param name="written">The word as written: Sorani is stemmed before its letters are folded.</param>
    /// <param name="language">One of <see cref="Languages"/>.</param>
    public string Of(string key, ReadOnlySpan<char> written, string language)
    {
        switch (language)
        {
            case English:
                english.SetCurrent(key);
                english.Stem();
                return english.Current;
            case Arabic:
                var letters = key.ToCharArray();
                return new string(letters, 0, arabic.Stem(letters, letters.Length));
            default:
                if (!TextNormalisation.IsClean(written.ToString())) return key;
                letters = written.ToString().Normalize(NormalizationForm.FormKC).ToCharArray();
                var length = soraniSpelling.Normalize(letters, letters.Length);
                var stem = TextNormalisation.Key(new string(letters, 0, sorani.Stem(letters, length)));
                return stem.Length == 0 || stem.Contains(' ') ? key : stem;
        }
    }
}
