using Plumbline.Core;

namespace Plumbline.Intelligence;

/// <summary>A grade that a grader gives to one item.</summary>
/// <param name="Item">Key of the item.</param>
/// <param name="Grade">Source and information evaluation; the information evaluation is always the grader's own.</param>
public sealed record GradeProposal(long Item, Grade Grade)
{
    /// <summary>Handling and the rest of the label for this item, added to the report's; null leaves the report's alone.</summary>
    public Label? Label { get; init; }

    /// <summary>Key of the item that corroborates this one; it must have a different origin.</summary>
    public long? CorroboratedBy { get; init; }

    /// <summary>A reference outside the register that corroborates; in words.</summary>
    public string? ExternalReference { get; init; }

    /// <summary>Why, in the grader's words; required when regrading.</summary>
    public string Reason { get; init; } = "";
}
