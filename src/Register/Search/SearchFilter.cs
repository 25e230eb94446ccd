namespace Plumbline.Register.Search;

/// <summary>Which documents may be hits at all. It is applied inside the search: hits, groups and counts are of these only.</summary>
/// <param name="Labels">The labels that the reader may see.</param>
public sealed record SearchFilter(LabelSet Labels)
{
    /// <summary>Statements or items only; null for both.</summary>
    public SearchKind? Kind { get; init; }

    /// <summary>Types of entity, the subtypes named as well; null for all.</summary>
    public IReadOnlySet<string>? Types { get; init; }

    /// <summary>Properties; null for all, items included.</summary>
    public IReadOnlySet<int>? Properties { get; init; }

    /// <summary>Grade codes; null for all, the ungraded included.</summary>
    public IReadOnlySet<long>? Grades { get; init; }

    /// <summary>One entity or report; null for all.</summary>
    public long? Group { get; init; }

    /// <summary>Day number that a hit may not end before; what has no date is then left out.</summary>
    public int? From { get; init; }

    /// <summary>Day number that a hit may not begin after; what has no date is then left out.</summary>
    public int? To { get; init; }
}
