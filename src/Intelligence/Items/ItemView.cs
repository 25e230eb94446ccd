using Plumbline.Core;
using Plumbline.Register.Questions;

namespace Plumbline.Intelligence;

/// <summary>An item with its grade history and its label, as one reader sees it.</summary>
public sealed record ItemView(ItemRow Item, Label Label, IReadOnlyList<GradingRow> History)
{
    /// <summary>Reference of the item's origin; null where none is recorded.</summary>
    public string? Origin { get; init; }

    /// <summary>How earlier items of the same source were graded, the most frequent first; an offer, never a grade.</summary>
    public IReadOnlyList<SourceGradeRow> SourceRecord { get; init; } = [];

    /// <summary>The grade that waits for another officer; null when none does.</summary>
    public GradingRow? Proposal => Item.State == "proposed" ? History.LastOrDefault(step => step.Step == "proposed") : null;
}

/// <summary>A grade that waits for a second officer, beside its item.</summary>
public sealed record ItemProposal(ItemRow Item, Label Label, GradingRow Proposal);

/// <summary>Items in a state.</summary>
/// <param name="Total">All that the reader may see; the list may be shorter, and the host says so.</param>
/// <param name="Highest">The union of the labels shown, for the banner.</param>
public sealed record ItemQueue(long Total, IReadOnlyList<ItemRow> Items, Label Highest);
