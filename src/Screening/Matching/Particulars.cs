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

    /// <summary>Documents whose numbers tell a person apart.</summary>
    public IReadOnlyList<KnownDocument> Documents { get; init; } = [];

    /// <summary>The mother's name, prepared; null where unknown.</summary>
    public PreparedName? Mother { get; init; }

    /// <summary>Where the person was born, perhaps told in several ways.</summary>
    public IReadOnlyList<KnownPlace> Places { get; init; } = [];
}

/// <summary>Particulars against particulars: levels, and the log-odds that they add to the name's.</summary>
public static class ParticularEvidence
{
    private const int ShortestForSlip = 7;

    internal static readonly (string What, float Agree, float Partly, float Contradict)[] Odds =
    [
        ("birth", 4f, 1f, -4f),
        ("nationality", 1f, 0f, -1f),
        ("sex", 0.3f, 0f, -3f),
        ("document", 8f, 3f, 0f),       // people have several documents: another number says nothing
        ("mother", 3f, 1f, -2f),
        ("place", 1f, 0.2f, -0.5f),     // towns are large, and are written by whoever fills in a form
    ];

    /// <summary>Each kind of evidence with its level.</summary>
    public static IReadOnlyList<(string What, EvidenceLevel Level, float Odds)> Of(Particulars one, Particulars other, NameMatcher matcher)
    {
        EvidenceLevel[] levels = [BirthEvidence.Of(one.Births, other.Births), Shared(one.Nationalities, other.Nationalities), Sex(one.Sex, other.Sex), Document(one.Documents, other.Documents), Mother(one.Mother, other.Mother, matcher), PlaceEvidence.Of(one.Places, other.Places, matcher)];
        return [.. levels.Zip(Odds, (level, odds) => (odds.What, level, level switch { EvidenceLevel.Agree => odds.Agree, EvidenceLevel.Partly => odds.Partly, EvidenceLevel.Contradict => odds.Contradict, _ => 0 }))];
    }

    /// <summary>What adds log-odds to the score of a name, for the entities of a list; null where nothing is known that could.</summary>
    /// <param name="of">What is known of an entity.</param>
    public static Func<int, float>? Adjust(Particulars known, Func<int, Particulars> of, NameMatcher matcher) =>
        known is { Births.Count: 0, Nationalities.Count: 0, Sex: null, Documents.Count: 0, Mother: null, Places.Count: 0 } ? null : entity => Of(known, of(entity), matcher).Sum(one => one.Odds);

    /// <summary>Whether something agrees that tells people of one name apart, so that a short name may be a candidate: a date of birth, a document or the mother's name. Millions share a sex, a nationality and a town.</summary>
    public static bool Agrees(IEnumerable<(string What, EvidenceLevel Level, float Odds)> evidence) => evidence.Any(one => one is { Level: EvidenceLevel.Agree, What: "birth" or "document" or "mother" });

    private static EvidenceLevel Shared(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Count == 0 || other.Count == 0 ? EvidenceLevel.Silent : one.Intersect(other, StringComparer.Ordinal).Any() ? EvidenceLevel.Agree : EvidenceLevel.Contradict;

    private static EvidenceLevel Sex(char? one, char? other) => one is null || other is null ? EvidenceLevel.Silent : one == other ? EvidenceLevel.Agree : EvidenceLevel.Contradict;

    // O and 0, I and 1 are one sign to a tired eye.
    private static EvidenceLevel Document(IReadOnlyList<KnownDocument> one, IReadOnlyList<KnownDocument> other)
    {
        var best = EvidenceLevel.Silent;
        foreach (var a in one)
            foreach (var b in other)
            {
                if (!a.MayBe(b)) continue;
                if (a.Number == b.Number) return EvidenceLevel.Agree;
                if (Read(a.Number) == Read(b.Number) || IsSlip(a.Number, b.Number)) best = EvidenceLevel.Partly;
            }
        return best;

        static string Read(string number) => number.Replace('O', '0').Replace('I', '1');
    }

    // One sign otherwise, one left out, or two neighbours changed about: as a clerk's hand does with a number long enough that chance does not.
    private static bool IsSlip(string one, string other)
    {
        if (one.Length > other.Length) (one, other) = (other, one);
        if (one.Length < ShortestForSlip || other.Length - one.Length > 1) return false;
        var at = 0;
        while (at < one.Length && one[at] == other[at]) at++;
        if (one.Length < other.Length) return string.CompareOrdinal(one, at, other, at + 1, one.Length - at) == 0;
        if (string.CompareOrdinal(one, at + 1, other, at + 1, one.Length) == 0) return true;
        return at + 1 < one.Length && one[at] == other[at + 1] && one[at + 1] == other[at] && string.CompareOrdinal(one, at + 2, other, at + 2, one.Length) == 0;
    }

    private static EvidenceLevel Mother(PreparedName? one, PreparedName? other, NameMatcher matcher)
    {
        if (one is null || other is null) return EvidenceLevel.Silent;
        // A given name by itself is many mothers'.
        var isTelling = Screener.Parts(one) > 1 && Screener.Parts(other) > 1;
        return matcher.Compare(one, other) switch { > 0.8f when isTelling => EvidenceLevel.Agree, > 0.3f => EvidenceLevel.Partly, _ => EvidenceLevel.Contradict };
    }
}
