using Plumbline.Core;

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
    /// <summary>Every statement on the page, those of links included.</summary>
    public IEnumerable<CitedStatement> Statements =>
        Groups.SelectMany(group => group.Statements).Concat(Links.SelectMany(link => link.Ends.Concat(link.Values.SelectMany(group => group.Statements))));
}
