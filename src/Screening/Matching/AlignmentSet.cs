namespace Plumbline.Screening.Matching;

/// <summary>The alignment tables of all pairs of scripts, and how alike they find two parts. Symmetric.</summary>
internal sealed class AlignmentSet(AlignmentTable latinLatin, AlignmentTable arabicLatin, AlignmentTable cyrillicLatin, AlignmentTable arabicArabic)
{
    /// <summary>A letter that stands for a part, where it fits; never as good as the part.</summary>
    public const float OfInitial = 0.55f;
    private const float OfShortForm = 0.8f, OfOtherGiven = 0.2f, OfMarker = 0.2f;
    private const float Different = -1f;

    /// <summary>The table of two scripts, and whether the sides must be swapped for it; null where there is none.</summary>
    public AlignmentTable? Table(PartScript a, PartScript b, out bool swap)
    {
        swap = (a, b) is (PartScript.Latin or PartScript.Cyrillic, PartScript.Arabic) or (PartScript.Latin, PartScript.Cyrillic);
        return (a, b) switch
        {
            (PartScript.Latin, PartScript.Latin) or (PartScript.Cyrillic, PartScript.Cyrillic) => latinLatin,
            (PartScript.Arabic, PartScript.Arabic) => arabicArabic,
            (PartScript.Arabic, PartScript.Latin or PartScript.Cyrillic) or (PartScript.Latin or PartScript.Cyrillic, PartScript.Arabic) => arabicLatin,
            (PartScript.Cyrillic, PartScript.Latin) or (PartScript.Latin, PartScript.Cyrillic) => cyrillicLatin,
            _ => null,
        };
    }

    /// <summary>How alike two parts are, whatever their scripts: 1 for a usual rendering, 0 for chance, below for what speaks against.</summary>
    public float Similarity(PreparedPart a, PreparedPart b)
    {
        if (a.Script is PartScript.Number or PartScript.Other || b.Script is PartScript.Number or PartScript.Other)
            return a.Script != b.Script ? Different : a.Script == PartScript.Other ? WithoutTable(a.Symbols, b.Symbols) : a.Symbols.AsSpan().SequenceEqual(b.Symbols) ? 1 : Different;
        if (a.Concept != 0 && a.Concept == b.Concept) return 1;
        if ((a.Role == PartRole.Initial) != (b.Role == PartRole.Initial)) return FirstFits(a, b) ? OfInitial : Different;
        if (a.Script == b.Script && a.Symbols.AsSpan().SequenceEqual(b.Symbols)) return 1;
        if (Table(a.Script, b.Script, out var swap) is not { } table) return Different;
        // What two compounds have in common, Abd- or Abu, tells next to nothing: the name behind it does.
        if (a.Symbols[0] is Symbols.Abd or Symbols.Abu && a.Symbols[0] == b.Symbols[0] && a.Symbols.Length > 1 && b.Symbols.Length > 1)
            return OfMarker + ((1 - OfMarker) * Similarity(a.Symbols.AsSpan(1), a.Script, b.Symbols.AsSpan(1), b.Script));
        var alike = Math.Clamp(swap ? table.Similarity(b.Symbols, b.Article, a.Symbols, a.Article) : table.Similarity(a.Symbols, a.Article, b.Symbols, b.Article), Different, 1);
        if (a.Given == 0 || b.Given == 0) return alike;
        // Don is short for Donald and John is not, however alike their letters.
        return (a.Given & b.Given) != 0 ? Math.Max(alike, OfShortForm) : Math.Min(alike, OfOtherGiven);
    }

    /// <summary>Two runs of letters.</summary>
    public float Similarity(ReadOnlySpan<byte> a, PartScript scriptA, ReadOnlySpan<byte> b, PartScript scriptB)
    {
        if (scriptA == scriptB && a.SequenceEqual(b)) return 1;
        if (Table(scriptA, scriptB, out var swap) is not { } table) return Different;
        return Math.Clamp(swap ? table.Similarity(b, a) : table.Similarity(a, b), Different, 1);
    }

    // Letters of a script without a table, two bytes each: so many may be otherwise, added or left out, of the longer.
    private static float WithoutTable(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        if (a.SequenceEqual(b)) return 1;
        var (lengthA, lengthB) = (a.Length / 2, b.Length / 2);
        Span<int> row = stackalloc int[lengthB + 1];
        for (var j = 0; j <= lengthB; j++) row[j] = j;
        for (var i = 0; i < lengthA; i++)
        {
            var diagonal = row[0]++;
            for (var j = 0; j < lengthB; j++)
            {
                var isSame = a[2 * i] == b[2 * j] && a[(2 * i) + 1] == b[(2 * j) + 1];
                (row[j + 1], diagonal) = (Math.Min(Math.Min(row[j], row[j + 1]) + 1, diagonal + (isSame ? 0 : 1)), row[j + 1]);
            }
        }
        return 1 - (2f * row[lengthB] / Math.Max(lengthA, lengthB));
    }

    private bool FirstFits(PreparedPart a, PreparedPart b) => Similarity(a.Symbols.AsSpan(0, 1), a.Script, b.Symbols.AsSpan(0, 1), b.Script) > 0.3f;
}
