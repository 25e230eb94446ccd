namespace Plumbline.Screening.Matching;

/// <summary>An order of names and of lists of parts: 0 only for two that no comparison tells apart.</summary>
internal static class PartOrder
{
    /// <summary>0 only for names that no comparison tells apart.</summary>
    public static int Compare(PreparedName one, PreparedName other)
    {
        for (var n = 0; n < one.Renderings.Count && n < other.Renderings.Count; n++)
            if (Compare(one.Renderings[n], other.Renderings[n]) is not 0 and var by) return by;
        return (one.Renderings.Count, one.LooksLikeOrganisation).CompareTo((other.Renderings.Count, other.LooksLikeOrganisation));
    }

    public static int Compare(PreparedPart[] a, PreparedPart[] b)
    {
        for (var n = 0; n < a.Length && n < b.Length; n++)
            if (Compare(a[n], b[n]) is not 0 and var order) return order;
        return a.Length.CompareTo(b.Length);
    }

    private static int Compare(PreparedPart a, PreparedPart b)
    {
        if (ReferenceEquals(a, b)) return 0;
        if (a.Script != b.Script) return a.Script < b.Script ? -1 : 1;
        if (a.Symbols.AsSpan().SequenceCompareTo(b.Symbols) is not 0 and var order) return order;
        return (a.Role, a.Article, a.Concept, a.Weight, a.Given, a.IsOfFather, a.IsFamily).CompareTo((b.Role, b.Article, b.Concept, b.Weight, b.Given, b.IsOfFather, b.IsFamily));
    }
}
