namespace Plumbline.Screening.Matching;

/// <summary>What a name says when it stands there letter by letter, and so the most that anything said about it can: no rendering is more like a name than the name itself.</summary>
/// <remarks>
/// Learned trees know nothing of identical names: labelled pairs are two spellings, and a queried name was taken out of the list it was asked against. They extrapolate, and differently for
/// each pair of scripts, so that a transliteration could outscore the very same name. One curve over what the parts of a name tell, by their rarity, is the floor of the same and the ceiling of the rest.
/// </remarks>
internal static class SameName
{
    private const float PairBase = 4.5f, PairSlope = 1.5f, MostTold = 2.5f;
    // High enough that a birth date that contradicts leaves the very name above the threshold: it lowers and never hides.
    private const float ScreenBase = 3f, ScreenSlope = 0.9f;

    /// <summary>How far below the same name the likest other stays, in log-odds.</summary>
    public const float Step = 0.01f;

    /// <summary>Log-odds of a name against itself.</summary>
    public static float Odds(PreparedPart[] parts) => PairBase + (PairSlope * Told(parts));

    /// <summary>Log-odds of an entry that has the very name asked about, among a list.</summary>
    public static float ScreenOdds(PreparedPart[] parts) => ScreenBase + (ScreenSlope * Told(parts));

    /// <summary>Whether two names have the same parts in the same order, letter by letter; titles may be missing.</summary>
    public static bool Is(PreparedPart[] a, PreparedPart[] b)
    {
        var (i, j, met) = (0, 0, 0);
        while (true)
        {
            while (i < a.Length && a[i].Role == PartRole.Title) i++;
            while (j < b.Length && b[j].Role == PartRole.Title) j++;
            if (i == a.Length || j == b.Length) return i == a.Length && j == b.Length && (met > 0 || AreTitles(a, b));
            if (a[i].Script != b[j].Script || a[i].Role != b[j].Role || !a[i].Symbols.AsSpan().SequenceEqual(b[j].Symbols)) return false;
            met++;
            i++;
            j++;
        }
    }

    // Nothing but titles: then they are the name.
    private static bool AreTitles(PreparedPart[] a, PreparedPart[] b)
    {
        if (a.Length != b.Length) return false;
        for (var n = 0; n < a.Length; n++) if (a[n].Script != b[n].Script || !a[n].Symbols.AsSpan().SequenceEqual(b[n].Symbols)) return false;
        return true;
    }

    private static float Told(PreparedPart[] parts)
    {
        var told = 0f;
        foreach (var part in parts) if (part.Role is not (PartRole.Title or PartRole.Legal)) told += part.Weight;
        return Math.Min(told, MostTold);
    }
}
