namespace Plumbline.Screening.Matching;

/// <summary>What a part is in its name, said to people and used by no score.</summary>
public enum PartKind : byte
{
    /// <summary>The given name.</summary>
    Given,

    /// <summary>The father's name.</summary>
    Father,

    /// <summary>The grandfather's name.</summary>
    Grandfather,

    /// <summary>A forefather's name, or the family's without an article: the name does not say which.</summary>
    Forefather,

    /// <summary>The family's name: a nisba at the end, or what stood before the comma.</summary>
    Family,

    /// <summary>A by-name with an article in the midst of a name.</summary>
    Laqab,

    /// <summary>Abu or Umm with the name that follows.</summary>
    Kunya,

    /// <summary>A title.</summary>
    Title,

    /// <summary>A single letter.</summary>
    Initial,

    /// <summary>A further name of which nothing says whether it is the father's or a second one.</summary>
    Further,

    /// <summary>The last name, of which nothing says whose it is.</summary>
    Last,

    /// <summary>The telling word of an organisation.</summary>
    Word,

    /// <summary>An organisation's legal form.</summary>
    Legal,

    /// <summary>What an organisation does.</summary>
    Sector,

    /// <summary>A figure.</summary>
    Number,
}

/// <summary>Says what the parts of a name are. Pure; nothing that is scored looks at it.</summary>
/// <remarks>Arabic and Kurdish names are chains: given, father, grandfather. A name in Latin letters is taken for a chain only where it shows it: an article, bin, a kunya, Abd-, -al-Din, or four names. Of others it is not said whose the second name is.</remarks>
public static class PartKinds
{
    private const int ChainByLength = 4;

    /// <summary>The kind of each part of a rendering of a name, in their order.</summary>
    public static IReadOnlyList<PartKind> Of(PreparedName name, IReadOnlyList<PreparedPart> parts)
    {
        var articles = parts.Select((part, n) => part.Article > 0 || IsArticle(name.Text[(n == 0 ? 0 : Math.Min(parts[n - 1].End, part.Start))..part.Start])).ToArray();
        var kinds = new PartKind[parts.Count];
        var names = Enumerable.Range(0, parts.Count).Where(n => parts[n].Role == PartRole.Name).ToArray();
        var isChain = articles.Contains(true) || parts.Any(Shows) || names.Length >= ChainByLength;
        for (var n = 0; n < parts.Count; n++)
        {
            kinds[n] = parts[n].Role switch
            {
                PartRole.Kunya => PartKind.Kunya,
                PartRole.Title => PartKind.Title,
                PartRole.Initial => PartKind.Initial,
                PartRole.Legal => PartKind.Legal,
                PartRole.Sector => PartKind.Sector,
                PartRole.Number => PartKind.Number,
                _ => name.LooksLikeOrganisation ? PartKind.Word : Name(parts[n], articles[n], Array.IndexOf(names, n), names.Length, isChain),
            };
        }
        return kinds;
    }

    /// <summary>The word under which a kind is kept and captioned.</summary>
    public static string Word(this PartKind kind) => kind.ToString().ToLowerInvariant();

    private static PartKind Name(PreparedPart part, bool hasArticle, int at, int names, bool isChain)
    {
        if (part.IsFamily) return PartKind.Family;
        if (hasArticle) return at == names - 1 ? PartKind.Family : PartKind.Laqab;
        if (at == 0) return part.IsOfFather ? PartKind.Father : PartKind.Given;
        if (!isChain) return at == names - 1 ? PartKind.Last : PartKind.Further;
        return at switch { 1 => PartKind.Father, 2 => PartKind.Grandfather, _ => PartKind.Forefather };
    }

    // "al-Najjar" is one part whose article was set apart before it.
    private static bool IsArticle(string between) => between.Split([' ', '-', '\'', '’', '‑'], StringSplitOptions.RemoveEmptyEntries) is [.., var last] && (WordLists.Of(last.ToLowerInvariant()) & WordKinds.Article) != 0;

    private static bool Shows(PreparedPart part) => part.Script == PartScript.Arabic || part.Role == PartRole.Kunya || part.IsOfFather
        || (part.Symbols.Length > 0 && (part.Symbols[0] == Symbols.Abd || part.Symbols[^1] == Symbols.Din));
}
