namespace Plumbline.Screening.Matching;

/// <summary>Why two names were found alike or not: part against part, in the order of the first name.</summary>
/// <param name="Score">0 to 1: how probable it is, by the names alone.</param>
/// <param name="Version">Rules and numbers that gave it.</param>
/// <param name="Met">Parts that met.</param>
/// <param name="OnlyInA">Parts of the first name that met nothing.</param>
/// <param name="OnlyInB">Parts of the second name that met nothing.</param>
public sealed record NameExplanation(float Score, string Version, IReadOnlyList<PartsMet> Met, IReadOnlyList<PartAlone> OnlyInA, IReadOnlyList<PartAlone> OnlyInB)
{
    /// <summary>Each side has a part that the other does not explain: that speaks against, where a part that is only missing hardly does.</summary>
    public bool Contradicts => OnlyInA.Any(part => part.Counts) && OnlyInB.Any(part => part.Counts);
}

/// <summary>Two parts that met.</summary>
/// <param name="Similarity">1 for a usual rendering, 0 for what chance gives.</param>
/// <param name="Weight">How much the rarer of them tells, 0 to 1.</param>
/// <param name="Letters">Which letters stood for which, such as "خ→kh".</param>
public sealed record PartsMet(string A, string B, PartRole Role, float Similarity, float Weight, string Letters)
{
    /// <summary>What the part is in the first name, and in the second.</summary>
    public (PartKind OfA, PartKind OfB) Kinds { get; init; }
}

/// <summary>A part without a counterpart.</summary>
public sealed record PartAlone(string Text, PartRole Role, float Weight)
{
    /// <summary>What it is in its name.</summary>
    public PartKind Kind { get; init; }

    /// <summary>Titles and legal forms may be missing without a word.</summary>
    public bool Counts => Role is not (PartRole.Title or PartRole.Legal);
}
