namespace Plumbline.Screening.Matching;

/// <summary>The vowel-less key of a part: consonant classes that spellings and scripts of one name have in common.</summary>
internal static class Skeleton
{
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
        Symbols.Sh or Symbols.Ch => 'S',
        Symbols.Kh => 'H',
        Symbols.Th => 'T',
        Symbols.Gh => 'G',
        Symbols.Dh => 'D',
        Symbols.Zh => 'Z',
        Symbols.Ts => 'S',
        Symbols.Ph => 'F',
        Symbols.Ck => 'K',
        _ => '-',
    };
}
