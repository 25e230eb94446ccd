namespace Plumbline.Screening.Matching;

/// <summary>The letters of a part as small numbers: 1 to 63 in each script, so that a cost table is 64 by 64.</summary>
/// <remarks>Latin digraphs that stand for one sound are one symbol; so are three compounds that names are built with (Abd-, -al-Din, Abu-).</remarks>
internal static class Symbols
{
    public const int Count = 64;

    /// <summary>The longest part that is compared letter by letter; the rest is cut off.</summary>
    public const int Longest = 24;

    /// <summary>The longest name that is compared as a whole, its parts run together.</summary>
    public const int LongestWhole = 64;

    public const byte Sh = 27, Kh = 28, Th = 29, Ch = 30, Gh = 31, Dh = 32, Zh = 33, Ts = 34, Ou = 35, Oo = 36, Ee = 37, Ai = 38, Ei = 39, Au = 40, Ph = 41, Ck = 42;
    public const byte Ea = 43, Ie = 44, Eu = 45, Oe = 46, Oi = 47, Qu = 48, Cz = 49, Sz = 50, Sch = 51, LastE = 52;
    public const byte Abd = 60, Din = 61, Abu = 62;

    private const string ArabicLetters = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةءىپچژگڤەۆێۇٹڈڑںےھ";

    /// <summary>The Arabic letter behind a symbol, for the explanation.</summary>
    public static string Show(PartScript script, byte symbol) => symbol switch
    {
        Abd => script == PartScript.Arabic ? "عبد" : "abd-",
        Din => script == PartScript.Arabic ? "الدين" : "-din",
        Abu => script == PartScript.Arabic ? "ابو" : "abu-",
        _ when script == PartScript.Arabic => symbol <= ArabicLetters.Length ? ArabicLetters[symbol - 1].ToString() : "?",
        <= 26 => ((char)('a' + symbol - 1)).ToString(),
        _ => Digraph(symbol),
    };

    public static byte OfArabic(char letter)
    {
        var at = ArabicLetters.IndexOf(letter);
        return at < 0 ? (byte)0 : (byte)(at + 1);
    }

    /// <summary>Writes the symbols of Latin letters; returns how many.</summary>
    public static int Latin(ReadOnlySpan<char> letters, Span<byte> symbols)
    {
        var count = 0;
        for (var at = 0; at < letters.Length && count < symbols.Length; at++)
        {
            var letter = letters[at];
            var next = at + 1 < letters.Length ? letters[at + 1] : '\0';
            var pair = Pair(letter, next);
            if (letter == 's' && next == 'c' && at + 2 < letters.Length && letters[at + 2] == 'h')
            {
                symbols[count++] = Sch;
                at += 2;
            }
            else if (letter == 'w' && next == 'h' && at == 0)
            {
                // Heard as w alone.
                symbols[count++] = 'w' - 'a' + 1;
                at++;
            }
            else if (letter == 'e' && next == '\0' && at > 0)
            {
                // At the end of English and French names it is not heard.
                symbols[count++] = LastE;
            }
            else if (pair != 0)
            {
                symbols[count++] = pair;
                at++;
            }
            else if (letter is >= 'a' and <= 'z')
            {
                symbols[count++] = (byte)(letter - 'a' + 1);
            }
            // A doubled letter sounds as one.
            if (count > 1 && symbols[count - 1] == symbols[count - 2]) count--;
        }
        return count;
    }

    /// <summary>The letter with which a Latin symbol begins, as a symbol: an initial stands for a name that begins with two letters for one sound, too.</summary>
    public static byte FirstLetter(byte symbol) => symbol is > 26 and < Abd ? (byte)(Digraph(symbol)[0] - 'a' + 1) : symbol;

    private static byte Pair(char letter, char next) => (letter, next) switch
    {
        ('s', 'h') => Sh,
        ('k', 'h') => Kh,
        ('t', 'h') => Th,
        ('c', 'h') => Ch,
        ('g', 'h') => Gh,
        ('d', 'h') => Dh,
        ('z', 'h') => Zh,
        ('t', 's') => Ts,
        ('o', 'u') => Ou,
        ('o', 'o') => Oo,
        ('e', 'e') => Ee,
        ('a', 'i') or ('a', 'y') => Ai,
        ('e', 'i') or ('e', 'y') => Ei,
        ('a', 'u') => Au,
        ('p', 'h') => Ph,
        ('c', 'k') => Ck,
        ('e', 'a') => Ea,
        ('i', 'e') => Ie,
        ('e', 'u') => Eu,
        ('o', 'e') => Oe,
        ('o', 'i') or ('o', 'y') => Oi,
        ('q', 'u') => Qu,
        ('c', 'z') => Cz,
        ('s', 'z') => Sz,
        _ => 0,
    };

    private static string Digraph(byte symbol) => symbol switch
    {
        Sh => "sh",
        Kh => "kh",
        Th => "th",
        Ch => "ch",
        Gh => "gh",
        Dh => "dh",
        Zh => "zh",
        Ts => "ts",
        Ou => "ou",
        Oo => "oo",
        Ee => "ee",
        Ai => "ai",
        Ei => "ei",
        Au => "au",
        Ph => "ph",
        Ck => "ck",
        Ea => "ea",
        Ie => "ie",
        Eu => "eu",
        Oe => "oe",
        Oi => "oi",
        Qu => "qu",
        Cz => "cz",
        Sz => "sz",
        Sch => "sch",
        LastE => "e",
        _ => "?",
    };
}
