using Plumbline.Core;

namespace Plumbline.Screening.Matching;

/// <summary>What something besides the name says about two persons being one.</summary>
public enum EvidenceLevel
{
    /// <summary>One side does not say.</summary>
    Silent,

    /// <summary>The same.</summary>
    Agree,

    /// <summary>Compatible, or off by what clerks get wrong.</summary>
    Partly,

    /// <summary>Cannot be one.</summary>
    Contradict,
}

/// <summary>Birth dates as evidence: intervals, several values, day and month swapped, Hijri within a day. 1 January and 1 July tell a year and no day.</summary>
public static class BirthEvidence
{
    private const int YearOff = 1;

    /// <summary>The best level over all pairs of dates.</summary>
    public static EvidenceLevel Of(IReadOnlyList<PartialDate> one, IReadOnlyList<PartialDate> other)
    {
        var best = EvidenceLevel.Silent;
        foreach (var a in one)
            foreach (var b in other)
            {
                var level = Of(a, b);
                if (level == EvidenceLevel.Agree) return level;
                if (level == EvidenceLevel.Partly || best == EvidenceLevel.Silent) best = level;
            }
        return best;
    }

    private static EvidenceLevel Of(PartialDate a, PartialDate b)
    {
        if (a.IsUnknown || b.IsUnknown) return EvidenceLevel.Silent;
        var exact = a.IsDay && b.IsDay && !a.IsWeakBirthDate && !b.IsWeakBirthDate;
        var slack = a.Hijri != b.Hijri ? 1 : 0;
        if (a.Earliest - slack <= b.Latest && b.Earliest - slack <= a.Latest) return exact ? EvidenceLevel.Agree : EvidenceLevel.Partly;
        if (exact && Swapped(a, b)) return EvidenceLevel.Partly;
        var (yearA, yearB) = (DateOnly.FromDayNumber(a.Earliest).Year, DateOnly.FromDayNumber(b.Earliest).Year);
        var (lastA, lastB) = (DateOnly.FromDayNumber(a.Latest).Year, DateOnly.FromDayNumber(b.Latest).Year);
        // Without two real days only the years can be compared, and "about" and weak days may be a year off.
        return !exact && yearA - YearOff <= lastB && yearB - YearOff <= lastA ? EvidenceLevel.Partly : EvidenceLevel.Contradict;
    }

    private static bool Swapped(PartialDate a, PartialDate b)
    {
        var (one, other) = (DateOnly.FromDayNumber(a.Earliest), DateOnly.FromDayNumber(b.Earliest));
        return one.Year == other.Year && one.Day == other.Month && one.Month == other.Day;
    }
}
