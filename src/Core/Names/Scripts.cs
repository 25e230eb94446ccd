namespace Plumbline.Core;

/// <summary>Writing systems by their ISO 15924 codes.</summary>
public static class Scripts
{
    /// <summary>The code of a text without a letter of a known script.</summary>
    public const string None = "Zyyy";

    private static readonly (int First, int Last, string Code)[] Ranges =
    [
        (0x0041, 0x005A, "Latn"), (0x0061, 0x007A, "Latn"), (0x00AA, 0x00AA, "Latn"), (0x00BA, 0x00BA, "Latn"),
        (0x00C0, 0x00D6, "Latn"), (0x00D8, 0x00F6, "Latn"), (0x00F8, 0x02AF, "Latn"),
        (0x0370, 0x03FF, "Grek"), (0x0400, 0x052F, "Cyrl"), (0x0531, 0x058F, "Armn"), (0x0591, 0x05F4, "Hebr"),
        (0x0620, 0x065F, "Arab"), (0x066E, 0x06D5, "Arab"), (0x06DF, 0x06EF, "Arab"), (0x06FA, 0x06FF, "Arab"),
        (0x0700, 0x074F, "Syrc"), (0x0750, 0x077F, "Arab"), (0x0780, 0x07BF, "Thaa"), (0x07C0, 0x07FF, "Nkoo"),
        (0x0860, 0x086F, "Syrc"), (0x0870, 0x08FF, "Arab"), (0x0900, 0x097F, "Deva"), (0x0980, 0x09FF, "Beng"),
        (0x0A00, 0x0A7F, "Guru"), (0x0A80, 0x0AFF, "Gujr"), (0x0B80, 0x0BFF, "Taml"), (0x0C00, 0x0C7F, "Telu"),
        (0x0D80, 0x0DFF, "Sinh"), (0x0E00, 0x0E7F, "Thai"), (0x0F00, 0x0FFF, "Tibt"), (0x1000, 0x109F, "Mymr"),
        (0x10A0, 0x10FF, "Geor"), (0x1100, 0x11FF, "Hang"), (0x1200, 0x139F, "Ethi"), (0x1780, 0x17FF, "Khmr"),
        (0x1800, 0x18AF, "Mong"), (0x1E00, 0x1EFF, "Latn"), (0x1F00, 0x1FFF, "Grek"), (0x2C60, 0x2C7F, "Latn"),
        (0x2D00, 0x2D2F, "Geor"), (0x3040, 0x309F, "Hira"), (0x30A0, 0x30FF, "Kana"), (0x3130, 0x318F, "Hang"),
        (0x3400, 0x4DBF, "Hani"), (0x4E00, 0x9FFF, "Hani"), (0xA720, 0xA7FF, "Latn"), (0xAC00, 0xD7AF, "Hang"),
        (0xF900, 0xFAFF, "Hani"), (0xFB00, 0xFB06, "Latn"), (0xFB1D, 0xFB4F, "Hebr"), (0xFB50, 0xFDFF, "Arab"),
        (0xFE70, 0xFEFC, "Arab"), (0xFF21, 0xFF5A, "Latn"), (0xFF66, 0xFF9D, "Kana"), (0x20000, 0x323AF, "Hani"),
    ];

    /// <summary>The script that most letters of a text are written in; of two with as many, the one that comes first.</summary>
    /// <returns>An ISO 15924 code such as <c>Arab</c> or <c>Latn</c>; <see cref="None"/> for digits, signs and unknown scripts.</returns>
    public static string Of(string text)
    {
        Span<int> letters = stackalloc int[Ranges.Length];
        letters.Clear();
        var best = -1;
        foreach (var rune in text.EnumerateRunes())
        {
            var range = RangeOf(rune.Value);
            if (range < 0) continue;
            // Ranges of one script are counted at the first of them, so that é and e are the same script.
            var first = Array.FindIndex(Ranges, other => other.Code == Ranges[range].Code);
            letters[first]++;
            if (best < 0) best = first;
        }

        for (var range = 0; range < letters.Length; range++)
        {
            if (best >= 0 && letters[range] > letters[best]) best = range;
        }

        return best < 0 ? None : Ranges[best].Code;
    }

    /// <summary>Whether the text as a whole runs from right to left: Arabic, Hebrew, Syriac, Thaana or N'Ko.</summary>
    public static bool IsRightToLeft(string text) => Of(text) is "Arab" or "Hebr" or "Syrc" or "Thaa" or "Nkoo";

    private static int RangeOf(int rune)
    {
        var (low, high) = (0, Ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (rune < Ranges[middle].First) high = middle - 1;
            else if (rune > Ranges[middle].Last) low = middle + 1;
            else return middle;
        }

        return -1;
    }
}
