using Plumbline.Core;
using Plumbline.Register.Questions;

namespace Plumbline.Intelligence;

/// <summary>An entity as one reader may see it: the view over the statements about it.</summary>
/// <param name="Groups">Statements by property: featured ones in the type's order, then the others by number; conflicts are marked, not hidden.</param>
/// <param name="Links">Links in both directions, by type and then key.</param>
/// <param name="Timeline">All that has a date, in order.</param>
/// <param name="History">What officers did, oldest first.</param>
/// <param name="Person">Category and legal outcomes; null for what is no person.</param>
/// <param name="Label">The union of the labels of all that is shown: the page is handled so.</param>
/// <param name="Why">The rules that let this reader see the page, as caption codes.</param>
public sealed record EntityPicture(long Key, EntityType Type, EntityCaption Caption, IReadOnlyList<PropertyGroup> Groups, IReadOnlyList<LinkView> Links,
    IReadOnlyList<TimelineEntry> Timeline, IReadOnlyList<HistoryEntry> History, PersonStatus? Person, Label Label, IReadOnlyList<string> Why)
{
    /// <summary>The records that people judged to be the same, this one included, by key; a record is never changed by it.</summary>
    public IReadOnlyList<EntityRef> Records { get; init; } = [];

    /// <summary>The record whose name a person chose for all; null where nobody did.</summary>
    public long? Lead { get; init; }

    /// <summary>The judgements on any of the records that the reader sees, withdrawn ones included, oldest first.</summary>
    public IReadOnlyList<JudgementRow> Judgements { get; init; } = [];

    /// <summary>Whether more than one record is shown.</summary>
    public bool IsJoined => Records.Count > 1;

    /// <summary>Every statement on the page, those of links included.</summary>
    public IEnumerable<CitedStatement> Statements =>
        Groups.SelectMany(group => group.Statements).Concat(Links.SelectMany(link => link.Ends.Concat(link.Values.SelectMany(group => group.Statements))));
}
