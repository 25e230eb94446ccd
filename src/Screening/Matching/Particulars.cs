using Plumbline.Core;

namespace Plumbline.Screening.Matching;

/// <summary>What is known of a person or an entry besides the name.</summary>
public sealed record Particulars
{
    /// <summary>Nothing.</summary>
    public static Particulars None { get; } = new();

    /// <summary>Birth dates, perhaps several and partial.</summary>
    public IReadOnlyList<PartialDate> Births { get; init; } = [];

    /// <summary>Nationalities, folded.</summary>
    public IReadOnlyList<string> Nationalities { get; init; } = [];

    /// <summary>Sex, as one letter; null where unknown.</summary>
    public char? Sex { get; init; }

    /// <summary>Numbers of documents, letters and figures only.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>The mother's name, prepared; null where unknown.</summary>
    public PreparedName? Mother { get; init; }
}

/// <summary>Particulars against particulars: levels, and the log-odds that they add to the name's.</summary>
public static class ParticularEvidence
{
    private static readonly (string What, float Agree, float Partly, float Contradict)[] Odds =
    [
        ("birth", 4f, 1f, -4f),
        ("nationality", 1f, 0f, -1f),
        ("sex", 0.3f, 0f, -3f),
        ("document", 8f, 3f, 0f),       // people have several documents: another number says nothing
        ("mother", 3f, 1f, -2f),
    ];

    /// <summary>Each kind of evidence with its level.</summary>
    public static IReadOnlyList<(string What, EvidenceLevel Level, float Odds)> Of(Particulars one, Particulars other, NameMatcher matcher)
    {
        EvidenceLevel[] levels = [BirthEvidence.Of(one.Births, other.Births), Shared(one.Nationalities, other.Nationalities), Sex(one.Sex, other.Sex), Document(one.Documents, other.Documents), Mother(one.Mother, other.Mother, matcher)];
        return [.. levels.Zip(Odds, (level, odds) => (odds.What, level, level switch { EvidenceLevel.Agree => odds.Agree, EvidenceLevel.Partly => odds.Partly, EvidenceLevel.Contradict => odds.Contradict, _ => 0 }))];
    }

    private static EvidenceLevel Shared(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Count == 0 || other.Count == 0 ? EvidenceLevel.Silent : one.Intersect(other, StringComparer.Ordinal).Any() ? EvidenceLevel.Agree : EvidenceLevel.Contradict;

    private static EvidenceLevel Sex(char? one, char? other) => one is null || other is null ? EvidenceLevel.Silent : one == other ? EvidenceLevel.Agree : EvidenceLevel.Contradict;

    // O and 0, I and 1 are one sign to a tired eye.
    private static EvidenceLevel Document(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        if (one.Intersect(other, StringComparer.Ordinal).Any()) return EvidenceLevel.Agree;
        return one.Select(Read).Intersect(other.Select(Read), StringComparer.Ordinal).Any() ? EvidenceLevel.Partly : EvidenceLevel.Silent;

        static string Read(string number) => number.Replace('O', '0').Replace('I', '1');
    }

    private static EvidenceLevel Mother(PreparedName? one, PreparedName? other, NameMatcher matcher)
    {
        if (one is null || other is null) return EvidenceLevel.Silent;
        return matcher.Compare(one, other) switch { > 0.8f => EvidenceLevel.Agree, > 0.3f => EvidenceLevel.Partly, _ => EvidenceLevel.Contradict };
    }
}
