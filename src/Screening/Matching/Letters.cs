using System.Globalization;
using System.Text;

namespace Plumbline.Screening.Matching;

/// <summary>Folds a name letter by letter: lower case, no marks, no invisible characters, one form a letter, other alphabets brought to Latin or Arabic.</summary>
internal static class Letters
{
    private static readonly Dictionary<char, string> Latin = Table(
        "ß ss æ ae œ oe ø o đ d ð d ł l þ th ħ h ı i ə e ŋ ng ſ s ƒ f ɣ gh ʃ sh "
        // Cyrillic
        + "а a б b в v г g ґ g д d е e ё e є ie ж zh з z и i і i ї i й y к k л l м m н n о o п p р r с s т t у u ў u ф f х kh ц ts ч ch ш sh щ sh ъ  ы y ь  э e ю yu я ya "
        + "ђ dj ј y љ lj њ nj ћ c џ dzh ѓ g ќ k ѕ dz ә a ғ gh қ q ң n ө o ұ u ү u һ h җ j ҳ h ҷ j ӣ i ӯ u "
        // Greek
        + "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ kh ψ ps ω o "
        // Armenian
        + "ա a բ b գ g դ d ե e զ z է e ը y թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n շ sh ո o չ ch պ p ջ j ռ r ս s վ v տ t ր r ց ts ւ v փ p ք k օ o ֆ f և ev "
        // Georgian
        + "ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q შ sh ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h ");

    private static readonly Dictionary<char, string> Arabic = Table(
        "ٱ ا آ ا أ ا إ ا ى ي ی ي ې ي ۍ ي ک ك ڪ ك ھ ه ہ ه ۀ ه ة ه ۃ ه ڕ ر ڵ ل ۇ و ۈ و ۅ و ؤ و ئ ي ڭ ك ڎ د ݘ چ ۋ و "
        + "א ا ב ب ג ج ד د ה ه ו و ז ز ח ح ט ط י ي כ ك ך ك ל ل מ م ם م נ ن ן ن ס س ע ع פ ف ף ف צ ص ץ ص ק ق ר ر ש ش ת ت ");

    /// <summary>Folds a name; blanks and signs that part words become one blank, apostrophes go.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="folded">Receives the letters: a to z, Arabic letters, digits, blanks, and letters of scripts without a table as they are. Upper case marks a Cyrillic origin no longer: see <paramref name="scripts"/>.</param>
    /// <param name="scripts">The script of each folded letter.</param>
    /// <param name="origins">Where in the text each folded letter came from.</param>
    public static void Fold(string text, List<char> folded, List<PartScript> scripts, List<int> origins)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var letter = char.ToLowerInvariant(text[at]);
            // Sorani writes a carrier before an initial vowel; nobody else begins a word with it.
            if (letter == 'ئ' && at + 1 < text.Length && (folded.Count == 0 || folded[^1] == ' ')) continue;
            if (at + 1 < text.Length && GreekPair(letter, char.ToLowerInvariant(text[at + 1])) is { } sound)
            {
                Add(sound, PartScript.Latin, at);
                at++;
                continue;
            }
            if (letter is >= 'a' and <= 'z') Add(letter, PartScript.Latin, at);
            else if (letter is >= '0' and <= '9') Digit(letter, at);
            else if (letter is ' ') Blank(at);
            else if (letter < 128) Sign(letter, at);
            else Beyond(text[at], letter, at);
        }

        // A digit between two Latin letters is a letter that was misread, or written so on purpose.
        void Digit(char digit, int at)
        {
            var seems = at > 0 && at + 1 < text.Length && char.IsAsciiLetter(text[at - 1]) && char.IsAsciiLetter(text[at + 1]) ? "oi?eas?tbg"[digit - '0'] : '?';
            if (seems == '?') Add(digit, PartScript.Number, at);
            else Add(seems, PartScript.Latin, at);
        }

        void Beyond(char original, char letter, int at)
        {
            if (Arabic.TryGetValue(letter, out var arabic)) Put(arabic, PartScript.Arabic, at);
            else if (Symbols.OfArabic(letter) != 0) Add(letter, PartScript.Arabic, at);
            else if (Latin.TryGetValue(letter, out var latin)) Put(latin, letter is >= '\u0400' and <= '\u052F' ? PartScript.Cyrillic : PartScript.Latin, at);
            else if (letter is 'ç') Put("ch", PartScript.Latin, at);
            else if (letter is 'ş' or 'š' or 'ș') Put("sh", PartScript.Latin, at);
            else if (letter is 'č') Put("ch", PartScript.Latin, at);
            else if (letter is 'ž') Put("zh", PartScript.Latin, at);
            else Rest(original, at);
        }

        void Rest(char original, int at)
        {
            switch (CharUnicodeInfo.GetUnicodeCategory(original))
            {
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.ModifierLetter when original != '\u200C':
                    return;
                case UnicodeCategory.DecimalDigitNumber:
                    Add((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(original)), PartScript.Number, at);
                    return;
                case UnicodeCategory.Surrogate:
                    return;
            }
            if (!char.IsLetter(original))
            {
                Sign(original, at);
                return;
            }
            var parts = original.ToString().Normalize(NormalizationForm.FormKD);
            if (parts.Length == 1 && parts[0] == original)
            {
                Add(char.ToLowerInvariant(original), PartScript.Other, at);
                return;
            }
            foreach (var part in parts)
            {
                var lower = char.ToLowerInvariant(part);
                if (lower is >= 'a' and <= 'z') Add(lower, PartScript.Latin, at);
                else if (part != original && lower >= 128) Beyond(part, lower, at);
            }
        }

        void Put(string letters, PartScript script, int at)
        {
            foreach (var one in letters) Add(one, script, at);
        }

        void Add(char letter, PartScript script, int at)
        {
            folded.Add(letter);
            scripts.Add(script);
            origins.Add(at);
        }

        void Blank(int at)
        {
            if (folded.Count > 0 && folded[^1] != ' ') Add(' ', PartScript.Other, at);
        }

        // What stands inside a word goes; everything else parts words.
        void Sign(char sign, int at)
        {
            if (sign is '\'' or '`' or '’' or '‘' or 'ʼ' or 'ʿ' or 'ʾ' or '´' or '"' or '“' or '”' or '\u0640') return;
            Blank(at);
        }
    }

    // Two Greek letters that write one foreign sound.
    private static char? GreekPair(char letter, char next) => (letter, next) switch
    {
        ('μ', 'π') => 'b',
        ('ν', 'τ') => 'd',
        ('γ', 'κ') or ('γ', 'γ') => 'g',
        ('τ', 'ζ') => 'j',
        ('ο', 'υ') or ('ο', 'ύ') => 'u',
        ('ε', 'ι') or ('ο', 'ι') or ('ε', 'ί') or ('ο', 'ί') => 'i',
        ('α', 'ι') or ('α', 'ί') => 'e',
        _ => null,
    };

    private static Dictionary<char, string> Table(string pairs)
    {
        var table = new Dictionary<char, string>();
        var words = pairs.Split(' ');
        for (var at = 0; at + 1 < words.Length; at += 2) if (words[at].Length == 1) table[words[at][0]] = words[at + 1];
        return table;
    }
}
