namespace Plumbline.Register.Search;

/// <summary>What a search document is made from.</summary>
public enum SearchKind
{
    /// <summary>An item of a report.</summary>
    Item = 1,

    /// <summary>A statement about an entity.</summary>
    Statement = 2,
}

/// <summary>One searchable statement or item. The index keeps no text: what is shown is read again through the gate.</summary>
/// <param name="Kind">Statement or item.</param>
/// <param name="Key">The register's key, at least 0 and less than 2^48.</param>
/// <param name="Group">What hits are grouped by: the entity's key for a statement, the report's for an item.</param>
/// <param name="Label">The effective label's key: small, as labels are interned.</param>
/// <param name="Type">The entity's type; for an item the word <c>item</c>.</param>
/// <param name="Texts">Wordings of the value: as recorded, the original, the normalised key; or the item's text.</param>
public sealed record SearchDocument(SearchKind Kind, long Key, long Group, long Label, string Type, IReadOnlyList<SearchText> Texts)
{
    /// <summary>The schema's property number; none for an item.</summary>
    public int? Property { get; init; }

    /// <summary>The grade's code (<c>Grade.Code</c>); none if not yet graded.</summary>
    public long? Grade { get; init; }

    /// <summary>First day the statement or information can be of, as a day number; none if unknown.</summary>
    public int? Earliest { get; init; }

    /// <summary>Last day it can be of; none if unknown, which is not open-ended.</summary>
    public int? Latest { get; init; }

    /// <summary>Kind and key in one number, unique in the index.</summary>
    public long Id => SearchId.Of(Kind, Key);
}

/// <summary>A wording to be found by.</summary>
/// <param name="Text">As written; the first million characters count.</param>
/// <param name="Language"><c>ar</c>, <c>ckb</c>, <c>en</c> …; null to be guessed from the letters.</param>
/// <param name="IsName">Names, plates, numbers and keys are never stemmed.</param>
public sealed record SearchText(string Text, string? Language = null, bool IsName = false);

/// <summary>Kind and key of a search document in one number.</summary>
public static class SearchId
{
    private const int KeyBits = 48;

    /// <summary>The number; larger for statements than for items, and for later keys.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The key is negative or not below 2^48.</exception>
    public static long Of(SearchKind kind, long key)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(key);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(key, 1L << KeyBits);
        return (long)kind << KeyBits | key;
    }

    /// <summary>The kind in a number.</summary>
    public static SearchKind Kind(long id) => (SearchKind)(id >> KeyBits);

    /// <summary>The key in a number.</summary>
    public static long Key(long id) => id & (1L << KeyBits) - 1;
}
