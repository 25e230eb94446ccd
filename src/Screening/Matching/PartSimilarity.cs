namespace Plumbline.Screening.Matching;

/// <summary>How alike two parts are, whatever their scripts: 1 for a usual rendering, 0 for chance, below for what speaks against.</summary>
internal static class PartSimilarity
{
    /// <summary>A letter that stands for a part, where it fits; never as good as the part.</summary>
    public const float OfInitial = 0.55f;
    private const float Different = -1f;

    public static float Of(PreparedPart a, PreparedPart b)
    {
        if (a.Script is PartScript.Number or PartScript.Other || b.Script is PartScript.Number or PartScript.Other)
            return a.Script == b.Script && a.Symbols.AsSpan().SequenceEqual(b.Symbols) ? 1 : Different;
        if (a.Concept != 0 && a.Concept == b.Concept) return 1;
        if ((a.Role == PartRole.Initial) != (b.Role == PartRole.Initial)) return FirstFits(a, b) ? OfInitial : Different;
        var best = Of(a.Symbols, a.Script, b.Symbols, b.Script);
        if (a.Article > 0) best = Math.Max(best, Of(a.Symbols.AsSpan(a.Article), a.Script, b.Symbols, b.Script));
        if (b.Article > 0) best = Math.Max(best, Of(a.Symbols, a.Script, b.Symbols.AsSpan(b.Article), b.Script));
        if (a.Article > 0 && b.Article > 0) best = Math.Max(best, Of(a.Symbols.AsSpan(a.Article), a.Script, b.Symbols.AsSpan(b.Article), b.Script));
        return best;
    }

    /// <summary>Two runs of letters.</summary>
    public static float Of(ReadOnlySpan<byte> a, PartScript scriptA, ReadOnlySpan<byte> b, PartScript scriptB)
    {
        if (scriptA == scriptB && a.SequenceEqual(b)) return 1;
        if (CostTables.Of(scriptA, scriptB, out var swap) is not { } table) return Different;
        return Math.Clamp(swap ? table.Similarity(b, a) : table.Similarity(a, b), Different, 1);
    }

    private static bool FirstFits(PreparedPart a, PreparedPart b) => Of(a.Symbols.AsSpan(0, 1), a.Script, b.Symbols.AsSpan(0, 1), b.Script) > 0.3f;
}
