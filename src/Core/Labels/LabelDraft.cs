using System.Collections.Immutable;

namespace Plumbline.Core;

/// <summary>The fields of a label before they are checked; <see cref="Label.Create"/> makes the label.</summary>
/// <remarks>The default is the least restrictive label. Sets are kept in ordinal order.</remarks>
public sealed record LabelDraft
{
    /// <summary>Who the information belongs to.</summary>
    public TextSet Originators { get; init; } = TextSet.Empty;

    /// <summary>P or C.</summary>
    public Handling Handling { get; init; } = Handling.SharingPermitted;

    /// <summary>Mandatory with C, forbidden with P.</summary>
    public HandlingAction? Action { get; init; }

    /// <summary>Mandatory with C, forbidden with P.</summary>
    public Sanitisation? Sanitisation { get; init; }

    /// <summary>H1: not to be disclosed in judicial proceedings without the provider's permission.</summary>
    public bool H1 { get; init; }

    /// <summary>H2: not to be disseminated without the provider's permission.</summary>
    public bool H2 { get; init; }

    /// <summary>H3: other restrictions, in words; read and acknowledged, and in every copy.</summary>
    public TextSet H3 { get; init; } = TextSet.Empty;

    /// <summary>Level of the national classification, 0 (none) to 99; the names are data.</summary>
    public int Classification { get; init; }

    /// <summary>Traffic Light Protocol; null when the sender set none.</summary>
    public Tlp? Tlp { get; init; }

    /// <summary>Audience codes that may know; null is anyone entitled, the empty set is nobody.</summary>
    public TextSet? Audience { get; init; }

    /// <summary>Keys of the cases that a reader must all be in.</summary>
    public ImmutableSortedSet<long> Cases { get; init; } = [];

    /// <summary>Purpose codes it may be used for; null is any purpose, the empty set is none.</summary>
    public TextSet? Purposes { get; init; }

    /// <summary>The sender's structured conditions.</summary>
    public SenderConditions Conditions { get; init; }

    /// <summary>Onward sharing needs the originator's consent.</summary>
    public bool OnwardConsent { get; init; }

    /// <summary>The label must be looked at again by this day; null when no day is set.</summary>
    public DateOnly? ReviewOn { get; init; }

    /// <summary>Caveats, in words.</summary>
    public TextSet Caveats { get; init; } = TextSet.Empty;

    /// <summary>Even that it exists may not be known to those who may not read it.</summary>
    public bool ExistenceSensitive { get; init; }
}
