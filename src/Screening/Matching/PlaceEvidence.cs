using Plumbline.Core;

namespace Plumbline.Screening.Matching;

/// <summary>A place of birth as written, from the nearest to the widest: "Nahrat, Nahrat Governorate, Zandavia".</summary>
/// <param name="Towns">What is no country.</param>
/// <param name="Countries">Codes of the countries in it.</param>
public sealed record KnownPlace(IReadOnlyList<PreparedName> Towns, IReadOnlyList<string> Countries)
{
    private static readonly CountryType Known = PropertyTypes.All.OfType<CountryType>().First();

    // What kind of a place it is says nothing of which.
    private static readonly HashSet<string> Kinds =
    [
        "governorate", "province", "city", "town", "village", "district", "region", "state", "of", "near", "muhafazat",
        "محافظه", "محافظة", "مدينه", "مدينة", "قضاء", "ناحيه", "ناحية", "قريه", "قرية", "ولايه", "ولاية", "پارێزگای", "پارێزگا", "شاری", "شار", "گوندی", "گوند",
    ];

    /// <summary>Reads one; a place that cannot be read has neither.</summary>
    public static KnownPlace Read(string text)
    {
        List<PreparedName> towns = [];
        List<string> countries = [];
        foreach (var piece in text.Split([',', '،', ';', '؛', '/', '(', ')'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Known.Read(piece) is Outcome<PropertyValue>.Done { Value: var country }) countries.Add(country.Key);
            else if (NameMatcher.Preparer.Prepare(string.Join(' ', piece.Split(' ').Where(word => !Kinds.Contains(TextNormalisation.Key(word))))) is Outcome<PreparedName>.Done { Value: var town }) towns.Add(town);
        }
        return new KnownPlace(towns, countries);
    }
}

/// <summary>Whether two persons can be born in one place. Pure.</summary>
public static class PlaceEvidence
{
    // Renderings of one town's name stand far above it, two towns' far below: a town's name is short, and two Basras are one Basra.
    private const float OneName = 0.5f;

    /// <summary>Agree: the nearest place of one is a place of the other. Partly: a wider place or the country is. Contradict: both name a country, or both a town, and nothing is alike.</summary>
    public static EvidenceLevel Of(IReadOnlyList<KnownPlace> one, IReadOnlyList<KnownPlace> other, NameMatcher matcher)
    {
        var level = EvidenceLevel.Silent;
        foreach (var a in one)
            foreach (var b in other)
                level = Better(level, Of(a, b, matcher));
        return level;
    }

    private static EvidenceLevel Of(KnownPlace one, KnownPlace other, NameMatcher matcher)
    {
        var apart = one.Countries.Count > 0 && other.Countries.Count > 0 && !one.Countries.Intersect(other.Countries, StringComparer.Ordinal).Any();
        if (apart) return EvidenceLevel.Contradict;
        if (one.Towns.Count > 0 && other.Towns.Count > 0)
        {
            if (other.Towns.Any(town => matcher.Compare(one.Towns[0], town) > OneName) || one.Towns.Any(town => matcher.Compare(town, other.Towns[0]) > OneName)) return EvidenceLevel.Agree;
            return one.Towns.Any(a => other.Towns.Any(b => matcher.Compare(a, b) > OneName)) ? EvidenceLevel.Partly : EvidenceLevel.Contradict;
        }
        return one.Countries.Count > 0 && other.Countries.Count > 0 ? EvidenceLevel.Partly : EvidenceLevel.Silent;
    }

    // Of several places that are told of somebody the one that fits counts.
    private static EvidenceLevel Better(EvidenceLevel one, EvidenceLevel other) => Rank(one) >= Rank(other) ? one : other;

    private static int Rank(EvidenceLevel level) => level switch { EvidenceLevel.Agree => 3, EvidenceLevel.Partly => 2, EvidenceLevel.Contradict => 1, _ => 0 };
}
