using System.Collections.Frozen;

namespace Plumbline.Core;

/// <summary>Letters that are written differently and meant alike, after decomposition and lower-casing.</summary>
internal static class LetterVariants
{
    private static readonly FrozenDictionary<int, string> Table = new (string Variants, string Letter)[]
    {
        ("ٱٲٳ", "ا"),                 // alef wasla and wavy hamza; أ إ آ lose their hamza as a mark
        ("ىیېےۍێ", "ي"),              // maqsura, Persian and Kurdish ya; ێ is ya with a small v, as ê is e with a hat
        ("ۆۅۇۈۉ", "و"),               // waw with marks
        ("ڕ", "ر"), ("ڵ", "ل"),       // Kurdish heavy r and l: the small v is left out on Arabic keyboards
        ("کڪګ", "ك"),                 // Persian and Kurdish kaf
        ("ەھہۃة", "ه"),               // Kurdish ae, knotted and goal heh, ta marbuta
        ("٫۔", "."), ("٬،", ","), ("؛", ";"), ("؟", "?"), ("٪", "%"),
        ("ß", "ss"), ("æ", "ae"), ("œ", "oe"), ("ø", "o"), ("đð", "d"), ("ł", "l"), ("þ", "th"), ("ħ", "h"), ("ıɪ", "i"), ("əǝ", "e"),
        ("ς", "σ"),
        ("ʿʾʻʼʹʽ", ""),               // transliterated ayn and hamza
        ("’‘‛′", "'"), ("“”„«»", "\""), ("‐‑‒–—―−", "-"),
    }.SelectMany(row => row.Variants.Select(variant => (variant, row.Letter))).ToFrozenDictionary(row => (int)row.variant, row => row.Letter);

    /// <summary>What a letter is folded into; null when it stands for itself.</summary>
    public static string? Find(int rune) => Table.GetValueOrDefault(rune);
}
