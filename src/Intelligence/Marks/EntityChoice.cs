namespace Plumbline.Intelligence;

/// <summary>The entity that a mark is about: one that is there, or a new one of a type.</summary>
public sealed record EntityChoice
{
    private EntityChoice(long? key, string? type) => (Key, Type) = (key, type);

    /// <summary>Key of an entity that the officer sees; null for a new one.</summary>
    public long? Key { get; }

    /// <summary>Type of the new entity, as <c>data/schema</c> names it; null for one that is there.</summary>
    public string? Type { get; }

    /// <summary>One that is there.</summary>
    public static EntityChoice Existing(long key) => new(key, null);

    /// <summary>A new one.</summary>
    public static EntityChoice New(string type) => new(null, type);
}

/// <summary>A place in an item's text, in UTF-16 units.</summary>
/// <param name="From">First.</param>
/// <param name="To">After the last.</param>
public readonly record struct TextSpan(int From, int To)
{
    /// <summary>Whether it lies within a text and is not empty.</summary>
    public bool IsIn(string text) => From >= 0 && From < To && To <= text.Length;

    /// <summary>The words there.</summary>
    public string Of(string text) => text[From..To];
}
