using Plumbline.Core;

namespace Plumbline.Networks.Snapshots;

/// <summary>Which ties count. Kin ties do not unless they are asked for.</summary>
public sealed record TieFilter
{
    /// <summary>All ties but those of kinship.</summary>
    public static TieFilter Usual { get; } = new();

    /// <summary>Names of link types; a type counts with those that inherit from it. Null for all.</summary>
    public IReadOnlyCollection<string>? Types { get; init; }

    /// <summary>Whether ties of kinship count.</summary>
    public bool Kin { get; init; }

    /// <summary>The worst rank of a tie's best grade, 0 to 4 (<see cref="TieGrades.Rank"/>); null for any, ungraded ones too.</summary>
    public int? GradeAtLeast { get; init; }

    /// <summary>First day, as a day number; a tie that ended before does not count.</summary>
    public long? From { get; init; }

    /// <summary>Last day; a tie that began after does not count.</summary>
    public long? To { get; init; }

    /// <summary>Whether ties without dates count where days are asked for.</summary>
    public bool Undated { get; init; }

    /// <summary>Whether a tie counts.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="best">The best grade of its items; null where none is graded.</param>
    /// <param name="from">First day on which it may have held, as a day number; null where no item said.</param>
    /// <param name="to">Last day.</param>
    public bool Takes(EntityType type, Grade? best, long? from, long? to) =>
        (Kin || !type.Kin)
        && (Types is null || Types.Any(type.Is))
        && (GradeAtLeast is not { } rank || TieGrades.AtLeast(best, rank))
        && ((From is null && To is null) || (from is null && to is null ? Undated : !(to < From) && !(from > To)));

    /// <summary>Whether a tie counts.</summary>
    public bool Takes(VisibleTie tie) => Takes(tie.Type, tie.Best, tie.From, tie.To);
}
