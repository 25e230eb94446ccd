namespace Plumbline.Screening.Matching;

/// <summary>The alignment tables of all pairs of scripts, and how alike they find two parts. Symmetric.</summary>
internal sealed class AlignmentSet(AlignmentTable latinLatin, AlignmentTable arabicLatin, AlignmentTable cyrillicLatin, AlignmentTable arabicArabic)
{
    /// <summary>A letter that stands for a part, where it fits; never as good as the part.</summary>
    public const float OfInitial = 0.55f;
    private const float OfShortForm = 0.8f, OfOtherGiven = 0.2f, OfMarker = 0.2f, AlikeServant = 0.6f;

    /// <summary>The most that two compounds with Abd- are alike whose names behind it have other consonants.</summary>
    public const float OfOtherServant = 0.25f;

    /// <summary>The least that two parts are alike.</summary>
    public const float Different = -1f;

    /// <summary>Whether parts of a script can be aligned with many others at once.</summary>
    public bool HasRows(PartScript script) => Table(script, PartScript.Latin, out _)?.Rows(false) is not null && Table(script, PartScript.Arabic, out _)?.Rows(false) is not null && Table(script, PartScript.Cyrillic, out _)?.Rows(false) is not null;

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
        // What two compounds have in common, Abd- or Abu, tells next to nothing: the name behind it does.
        if (a.Symbols[0] is Symbols.Abd or Symbols.Abu && a.Symbols[0] == b.Symbols[0] && a.Symbols.Length > 1 && b.Symbols.Length > 1)
        {
            var letters = Similarity(a.Symbols.AsSpan(1), a.Script, b.Symbols.AsSpan(1), b.Script);
            var behind = OfMarker + ((1 - OfMarker) * letters);
            // The names of God are few and are told apart by their consonants: al-Malik is not al-Khaliq, however many letters they share.
            return a.Symbols[0] == Symbols.Abd && behind > OfOtherServant && letters < AlikeServant && OtherConsonants(a, b) ? OfOtherServant : behind;
        }
        var alike = Similarity(a.Symbols, a.Article, a.Script, b.Symbols, b.Article, b.Script);
        if (a.Given == 0 || b.Given == 0) return alike;
        // Don is short for Donald and John is not, however alike their letters.
        return (a.Given & b.Given) != 0 ? Math.Max(alike, OfShortForm) : Math.Min(alike, OfOtherGiven);
    }

    /// <summary>Two runs of letters, not the same ones, of which the first may be an article.</summary>
    public float Similarity(ReadOnlySpan<byte> a, int articleA, PartScript scriptA, ReadOnlySpan<byte> b, int articleB, PartScript scriptB)
    {
        if (Table(scriptA, scriptB, out var swap) is not { } table) return Different;
        return Math.Clamp(swap ? table.Similarity(b, articleB, a, articleA) : table.Similarity(a, articleA, b, articleB), Different, 1);
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

    // By their coarse keys, of which one letter may be left out but none be another.
    private static bool OtherConsonants(PreparedPart a, PreparedPart b)
    {
        Span<char> one = stackalloc char[Symbols.Longest], other = stackalloc char[Symbols.Longest];
        one = one[..Skeleton.WriteCoarse(a.Symbols.AsSpan(1), a.Script, one, hard: false)];
        other = other[..Skeleton.WriteCoarse(b.Symbols.AsSpan(1), b.Script, other, hard: false)];
        if (one.Length > other.Length)
        {
            var shorter = other;
            other = one;
            one = shorter;
        }
        if (other.Length - one.Length > 1) return true;
        var same = 0;
        while (same < one.Length && one[same] == other[same]) same++;
        return one.Length == other.Length ? same < one.Length : !one[same..].SequenceEqual(other[(same + 1)..]);
    }

    private bool FirstFits(PreparedPart a, PreparedPart b) => (a.Script != PartScript.Arabic && b.Script != PartScript.Arabic && Symbols.FirstLetter(a.Symbols[0]) == Symbols.FirstLetter(b.Symbols[0])) || Similarity(a.Symbols.AsSpan(0, 1), a.Script, b.Symbols.AsSpan(0, 1), b.Script) > 0.3f;
}
