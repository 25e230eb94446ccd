using Plumbline.Register.Questions;
using Plumbline.Register.Search;

namespace Plumbline.Intelligence;

/// <summary>One item found, with where it matched.</summary>
/// <param name="Matches">Why it is here: which words, and how they were matched.</param>
/// <param name="Spans">Where in the item's text.</param>
public sealed record FoundItem(ItemRow Item, IReadOnlyList<SearchMatch> Matches, IReadOnlyList<MatchSpan> Spans)
{
    /// <summary>How many items of the same report match that the reader may see, this one included.</summary>
    public int InReport { get; init; } = 1;
}
