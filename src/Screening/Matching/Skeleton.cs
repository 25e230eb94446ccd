namespace Plumbline.Screening.Matching;

/// <summary>The vowel-less key of a part: consonant classes that spellings and scripts of one name have in common.</summary>
internal static class Skeleton
{
    private const byte C = 3, D = 4, E = 5, I = 9, J = 10, T = 20, V = 22, Y = 25;
    private static readonly byte Jim = Symbols.OfArabic('ج');

    private const string LatinClasses = "-BKD-FGH-GKLMN-BKRST-F-H-Z";   // a to z; "-" has no class
    private const string ArabicClasses = "-BTSGHHDDRZSSSDTD-GFKKLMNH-----BSZGF----TDRN-H";   // in the order of Symbols

    /// <summary>The classes of a part's symbols, with A before an initial vowel; equal neighbours once.</summary>
    public static int Write(ReadOnlySpan<byte> symbols, PartScript script, Span<char> key)
    {
        var length = 0;
        for (var at = 0; at < symbols.Length; at++)
        {
            var letter = Class(symbols[at], script);
            if (letter == '-')
            {
                if (at == 0) key[length++] = 'A';
                continue;
            }
            if (length > 0 && key[length - 1] == letter) continue;
            key[length++] = letter;
        }
        return length;
    }

    /// <summary>The same with fewer classes, for what one language hears otherwise than another: no h, no vowel in front, hard and soft sounds together.</summary>
    /// <param name="hard">Whether ch is read as k, as in Chris, and not as in Charles; and jim as g, as in Cairo, or as the c of Turkish.</param>
    public static int WriteCoarse(ReadOnlySpan<byte> symbols, PartScript script, Span<char> key, bool hard)
    {
        var length = 0;
        for (var at = 0; at < symbols.Length; at++)
        {
            var symbol = symbols[at];
            var next = at + 1 < symbols.Length ? symbols[at + 1] : (byte)0;
            var letter = script == PartScript.Arabic ? (hard && symbol == Jim ? 'K' : Coarse(symbol, script))
                : symbol == Symbols.Ch ? (hard ? 'K' : 'S')
                : symbol == C && next is E or I or Y or Symbols.Ei or Symbols.Ee or Symbols.Ea or Symbols.Ie or Symbols.Eu or Symbols.LastE ? 'S'
                : (symbol == T && next == Symbols.Ch) || (symbol == D && next is Symbols.Zh or J) ? '-'
                : Coarse(symbol, script);
            if (letter == '-' || (length > 0 && key[length - 1] == letter)) continue;
            key[length++] = letter;
        }
        return length;
    }

    private static char Coarse(byte symbol, PartScript script)
    {
        if (script == PartScript.Arabic && symbol == Jim) return 'S';
        if (script != PartScript.Arabic && symbol == J) return 'S';
        if (script == PartScript.Arabic ? symbol == Symbols.OfArabic('ڤ') : symbol == V) return '-';
        if (script == PartScript.Arabic && symbol == Symbols.OfArabic('خ')) return 'K';
        if (script != PartScript.Arabic && symbol == Symbols.Kh) return 'K';
        return Class(symbol, script) switch
        {
            'G' => 'K',
            'D' => 'T',
            'Z' => 'S',
            'H' => '-',
            var other => other,
        };
    }

    /// <summary>FNV-1a over a key.</summary>
    public static uint Hash(ReadOnlySpan<char> key)
    {
        var hash = 2166136261u;
        foreach (var letter in key) hash = unchecked((hash ^ letter) * 16777619u);
        return hash;
    }

    private static char Class(byte symbol, PartScript script) => symbol switch
    {
        Symbols.Abd => '1',
        Symbols.Din => '2',
        Symbols.Abu => '3',
        _ when script == PartScript.Arabic => symbol <= ArabicClasses.Length ? ArabicClasses[symbol - 1] : '-',
        <= 26 => LatinClasses[symbol - 1],
        Symbols.Sh or Symbols.Ch or Symbols.Cz or Symbols.Sz or Symbols.Sch => 'S',
        Symbols.Kh => 'H',
        Symbols.Th => 'T',
        Symbols.Gh => 'G',
        Symbols.Dh => 'D',
        Symbols.Zh => 'Z',
        Symbols.Ts => 'S',
        Symbols.Ph => 'F',
        Symbols.Ck or Symbols.Qu => 'K',
        _ => '-',
    };
}
