using Plumbline.Core;

namespace Plumbline.Intelligence;

/// <summary>What an officer looks for, and within what.</summary>
/// <param name="Text">Words, phrases, numbers; see <c>SearchQuery</c>.</param>
public sealed record FindQuestion(string Text)
{
    /// <summary>Items, entities or both.</summary>
    public FindKind Kind { get; init; } = FindKind.Both;

    /// <summary>Types of entity, subtypes included; empty for all. With a type, items are left out.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Properties by type and name, such as <c>person.birth_date</c>; empty for all. With a property, items are left out.</summary>
    public IReadOnlyList<string> Properties { get; init; } = [];

    /// <summary>Not before this day; what has no date is then left out.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Not after this day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Grades, each of its scheme; empty for all, the ungraded included.</summary>
    public IReadOnlyList<Grade> Grades { get; init; } = [];

    /// <summary>Handling codes that the label must all carry, such as <c>C</c> or <c>H1</c>; empty for any.</summary>
    public IReadOnlyList<string> Handling { get; init; } = [];

    /// <summary>How many of each at most, 1 to 200.</summary>
    public int Most { get; init; } = 20;
}

/// <summary>What is looked for.</summary>
public enum FindKind
{
    /// <summary>Items of reports, and entities.</summary>
    Both = 0,

    /// <summary>Items only.</summary>
    Items = 1,

    /// <summary>Entities only.</summary>
    Entities = 2,
}

/// <summary>An entity found, with the statement that matched best. Of records that people joined, that which was found first.</summary>
/// <param name="Statement">Why it is here.</param>
/// <param name="Matching">How many of its statements match that the reader may see.</param>
/// <param name="Matches">Which words, and how they were matched.</param>
/// <param name="Spans">Where in the statement's value.</param>
public sealed record FoundEntity(EntityRef Entity, CitedStatement Statement, int Matching, IReadOnlyList<Register.Search.SearchMatch> Matches, IReadOnlyList<Register.Search.MatchSpan> Spans)
{
    /// <summary>How many records people joined with it that the reader may see, this one included.</summary>
    public int Records { get; init; } = 1;

    /// <summary>The record whose name stands for all that are joined with it: chosen by a person, else this one.</summary>
    public EntityRef Lead { get; init; } = Entity;

    /// <summary>What was found in records joined with it.</summary>
    public IReadOnlyList<FoundEntity> Also { get; init; } = [];

    /// <summary>The union of the labels of the judgements that join them.</summary>
    public Label Joining { get; init; } = Label.None;

    /// <summary>This one and what was found in records joined with it.</summary>
    public IEnumerable<FoundEntity> All => Also.Prepend(this);

    /// <summary>The union of the labels of what is shown.</summary>
    public Label Label => Label.Combine([Joining, .. All.Select(one => one.Statement.Label)]);
}

/// <summary>What was found, of what the reader may see.</summary>
/// <param name="ItemTotal">All items that match.</param>
/// <param name="ReportTotal">In how many reports; one item of each is shown.</param>
/// <param name="EntityTotal">All entities that match; of joined records among those looked at, one.</param>
public sealed record Found(long ItemTotal, int ReportTotal, IReadOnlyList<FoundItem> Items, int EntityTotal, IReadOnlyList<FoundEntity> Entities)
{
    /// <summary>Whether there is more than is shown.</summary>
    public bool IsCut => Items.Count < ReportTotal || Entities.Count < EntityTotal;

    /// <summary>A word to the officer, such as that a lone family name finds no persons; null when there is none.</summary>
    public Refusal? Hint { get; init; }
}
