namespace Plumbline.Networks.Graphs;

/// <summary>Ties as they come, column by column: row i of each column is one tie. The optional columns are empty or as long as the ends.</summary>
public readonly ref struct TieColumns
{
    /// <summary>One end, in [0, n).</summary>
    public required ReadOnlySpan<int> Source { get; init; }

    /// <summary>The other end, in [0, n).</summary>
    public required ReadOnlySpan<int> Target { get; init; }

    /// <summary>Strength of the tie: finite, not negative.</summary>
    public ReadOnlySpan<double> Weight { get; init; }

    /// <summary>Chance that the tie exists, in [0, 1].</summary>
    public ReadOnlySpan<float> Probability { get; init; }

    /// <summary>Key of the statement that the tie rests on.</summary>
    public ReadOnlySpan<long> Statement { get; init; }

    internal bool HasMore => !Weight.IsEmpty || !Probability.IsEmpty || !Statement.IsEmpty;
}

/// <summary>What the weight of a pair is when several rows name it.</summary>
public enum Repeats
{
    /// <summary>The sum of the rows.</summary>
    Add,

    /// <summary>The greatest of the rows.</summary>
    Greatest,

    /// <summary>The first row in the order of the input.</summary>
    First,
}

/// <summary>What a snapshot left out of its input.</summary>
/// <param name="Loops">Rows whose two ends are one vertex.</param>
/// <param name="Repeats">Rows after the first that name the same pair (in the same direction, where directed).</param>
public sealed record LeftOut(long Loops, long Repeats);
