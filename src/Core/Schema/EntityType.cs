namespace Plumbline.Core;

/// <summary>A type of entity or link, from one file of <c>data/schema</c>.</summary>
public sealed class EntityType
{
    private readonly Dictionary<string, Property> byName;
    private readonly HashSet<string> ancestors;

    internal EntityType(IReadOnlyList<string> lineage, IReadOnlyList<Property> properties)
    {
        Lineage = lineage;
        Properties = properties;
        ancestors = new HashSet<string>(lineage, StringComparer.Ordinal);
        byName = properties.ToDictionary(property => property.Name, StringComparer.Ordinal);
    }

    /// <summary>Lower-case words joined by _, such as <c>online_account</c>; never changes once released.</summary>
    public required string Name { get; init; }

    /// <summary>What one of them is called.</summary>
    public required Caption Label { get; init; }

    /// <summary>What several are called.</summary>
    public required Caption Plural { get; init; }

    /// <summary>What belongs to the type, in a sentence.</summary>
    public required Caption Description { get; init; }

    /// <summary>The name of a Material icon.</summary>
    public required string Icon { get; init; }

    /// <summary>No entity is of this type itself; others inherit from it.</summary>
    public required bool Abstract { get; init; }

    /// <summary>The types it inherits from directly, in the order of the file.</summary>
    public required IReadOnlyList<string> Parents { get; init; }

    /// <summary>The properties that name an entity, in the order in which they are tried.</summary>
    public required IReadOnlyList<string> CaptionFrom { get; init; }

    /// <summary>What it joins; null for what is no link.</summary>
    public required LinkEnds? Link { get; init; }

    /// <summary>The STIX 2.1 object type nearest to it; null if there is none.</summary>
    public required string? Stix { get; init; }

    /// <summary>The FollowTheMoney schema nearest to it; null if there is none.</summary>
    public required string? FollowTheMoney { get; init; }

    /// <summary>A tie of kinship: left out of measures, paths and key players unless asked for.</summary>
    public required bool Kin { get; init; }

    /// <summary>The type itself and every type it inherits from, nearest first.</summary>
    public IReadOnlyList<string> Lineage { get; }

    /// <summary>Every property, inherited ones first.</summary>
    public IReadOnlyList<Property> Properties { get; }

    /// <summary>Whether it joins two entities.</summary>
    public bool IsLink => Link is not null;

    /// <summary>Whether it is that type or inherits from it.</summary>
    public bool Is(string type) => ancestors.Contains(type);

    /// <summary>A property by its bare name, inherited ones included; null if the type has none.</summary>
    public Property? Find(string property) => byName.GetValueOrDefault(property);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
