namespace Plumbline.Register.Search;

/// <summary>Names of the index fields.</summary>
internal static class SearchTerms
{
    /// <summary>Unstemmed words with positions, and joined numbers.</summary>
    public const string Word = "word";

    /// <summary>Last nine digits of numbers.</summary>
    public const string NumberEnd = "end";

    public const string Id = "id";
    public const string Group = "group";
    public const string Label = "label";
    public const string Kind = "kind";
    public const string Type = "type";
    public const string Property = "property";
    public const string Grade = "grade";
    public const string Earliest = "earliest";
    public const string Latest = "latest";

    /// <summary>The number that stands for "none" in a field that has no negative values.</summary>
    public const long None = -1;

    /// <summary>An earliest day that no window reaches.</summary>
    public const long Never = 4_000_000;

    /// <summary>The field of a language's stems.</summary>
    public static string Stem(string language) => "stem_" + language;
}
