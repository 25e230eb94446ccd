using Plumbline.Core;

namespace Plumbline.Intelligence;

/// <summary>A value that an officer reads out of an item: "this number is his telephone".</summary>
/// <param name="Item">Key of the item.</param>
/// <param name="Span">Where in the item's text it stands; null where the item says it without a place to point at.</param>
/// <param name="Entity">Whom or what it is about.</param>
/// <param name="Property">Bare name of a property of the entity's type, such as <c>birth_date</c>.</param>
public sealed record ValueMark(long Item, TextSpan? Span, EntityChoice Entity, string Property)
{
    /// <summary>What is meant, where it differs from what is written; required without a span.</summary>
    public string? Value { get; init; }

    /// <summary>The parts of a name, where the officer took it apart; then <see cref="Value"/> is not read.</summary>
    public PersonName? Name { get; init; }

    /// <summary>Since when it held, as a partial date; null is unknown, which is not open-ended.</summary>
    public string? ValidFrom { get; init; }

    /// <summary>Until when it held.</summary>
    public string? ValidTo { get; init; }

    /// <summary><c>fact</c> or <c>assessment</c>.</summary>
    public string Nature { get; init; } = "fact";

    /// <summary>Keep word for word what the property's type cannot read.</summary>
    public bool AsWritten { get; init; }

    /// <summary>What the entity is called in the same item, where its readers would otherwise see no name.</summary>
    public string? Caption { get; init; }
}

/// <summary>A link that an officer reads out of an item: "she lives there".</summary>
/// <param name="Item">Key of the item.</param>
/// <param name="Span">Where in the item's text it is said.</param>
/// <param name="Type">Type of the link, such as <c>residence</c>.</param>
/// <param name="Source">Key of the entity that it comes from.</param>
/// <param name="Target">Key of the entity that it goes to.</param>
public sealed record LinkMark(long Item, TextSpan? Span, string Type, long Source, long Target)
{
    /// <summary>Key of the same link as another item told it: then this item adds its statements to that one.</summary>
    public long? Link { get; init; }

    /// <summary>What is said of the link itself: bare property name and value.</summary>
    public IReadOnlyList<LinkValue> Values { get; init; } = [];

    /// <summary>Since when it held, as a partial date; null is unknown.</summary>
    public string? ValidFrom { get; init; }

    /// <summary>Until when it held.</summary>
    public string? ValidTo { get; init; }

    /// <summary><c>fact</c> or <c>assessment</c>.</summary>
    public string Nature { get; init; } = "fact";

    /// <summary>Keep word for word what a property's type cannot read.</summary>
    public bool AsWritten { get; init; }
}

/// <summary>A value of a link, such as its role.</summary>
public sealed record LinkValue(string Property, string Value);

/// <summary>What a mark became.</summary>
/// <param name="Entity">Key of the entity, or of the link.</param>
/// <param name="Statements">Keys of the statements, in the order written.</param>
/// <param name="Waiting">Whether another officer must accept it before it is knowledge.</param>
public sealed record Marked(long Entity, IReadOnlyList<long> Statements, bool Waiting);
