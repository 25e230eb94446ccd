namespace Plumbline.Core;

/// <summary>What is worse and better on each axis, so that "a conversion never improves" can be checked.</summary>
/// <remarks>Rungs are coarse because the schemes do not measure the same thing: codes on one rung are not equal, they are merely
/// not an improvement on each other. Never shown to people and never a score: ask <see cref="Improves"/>.</remarks>
public static class GradeOrder
{
    /// <summary>Rung of the source: 4 reliable every time, 3 mostly, 2 sometimes, 1 unreliable; null when it cannot be judged.</summary>
    public static int? SourceRung(Grade grade) => (grade.Scheme, grade.Source) switch
    {
        (GradingScheme.FourByFour or GradingScheme.FiveByFiveByFive or GradingScheme.SixBySix, 'A') => 4,
        (GradingScheme.FourByFour or GradingScheme.FiveByFiveByFive or GradingScheme.SixBySix, 'B') => 3,
        (GradingScheme.ThreeByFiveByTwo, '1') => 3,
        (GradingScheme.FiveByFiveByFive or GradingScheme.SixBySix, 'C') => 2,
        (GradingScheme.ThreeByFiveByTwo, '3') => 1,
        (GradingScheme.FourByFour, 'C') => 1,
        (GradingScheme.FiveByFiveByFive, 'D') => 1,
        (GradingScheme.SixBySix, 'D' or 'E') => 1,
        _ => null,
    };

    /// <summary>Rung of the information: 4 not in doubt or confirmed, 3 first-hand, 2 corroborated or probable, 1 not corroborated or
    /// not to be judged, 0 suspected false or improbable.</summary>
    /// <param name="grade">The grade.</param>
    /// <param name="suspectedFalse">The grade carries the flag "suspected false", which its scheme has no code for.</param>
    public static int InformationRung(Grade grade, bool suspectedFalse = false) => suspectedFalse ? 0 : (grade.Scheme, grade.Information) switch
    {
        (GradingScheme.FourByFour or GradingScheme.FiveByFiveByFive or GradingScheme.SixBySix, '1') => 4,
        (GradingScheme.FourByFour or GradingScheme.FiveByFiveByFive, '2') => 3,
        (GradingScheme.ThreeByFiveByTwo, 'A') => 3,
        (GradingScheme.FourByFour or GradingScheme.FiveByFiveByFive, '3') => 2,
        (GradingScheme.ThreeByFiveByTwo, 'B') => 2,
        (GradingScheme.SixBySix, '2') => 2,
        (GradingScheme.ThreeByFiveByTwo, 'E') => 0,
        (GradingScheme.FiveByFiveByFive or GradingScheme.SixBySix, '5') => 0,
        _ => 1,
    };

    /// <summary>Whether the information could not be judged: 3x5x2 D, 5x5x5 4, 6x6 6. The 4x4 has no such code of its own; 4 stands for it.</summary>
    public static bool InformationUnjudged(Grade grade) => (grade.Scheme, grade.Information) is
        (GradingScheme.ThreeByFiveByTwo, 'D') or (GradingScheme.FourByFour, '4')
        or (GradingScheme.FiveByFiveByFive, '4') or (GradingScheme.SixBySix, '6');

    /// <summary>Whether <paramref name="to"/> says better than <paramref name="from"/> of the source or of the information.
    /// To judge what could not be judged is an improvement, and so is to unjudge a source that was judged.</summary>
    /// <param name="from">The grade as received.</param>
    /// <param name="to">The converted grade.</param>
    /// <param name="suspectedFalse">The converted grade carries the flag "suspected false".</param>
    public static bool Improves(Grade from, Grade to, bool suspectedFalse = false) =>
        (SourceRung(from) is { } before ? SourceRung(to) is not { } after || after > before : SourceRung(to) is not null)
        || InformationRung(to, suspectedFalse) > InformationRung(from);

    /// <summary>Compares the sources of two grades of one scheme.</summary>
    /// <returns>Above 0 when the first is better, below 0 when it is worse; null for different schemes or where one cannot be judged.</returns>
    public static int? CompareSource(Grade one, Grade two) =>
        one.Scheme != two.Scheme || SourceRung(one) is null || SourceRung(two) is null ? null : two.Source.CompareTo(one.Source);

    /// <summary>Compares the information of two grades of one scheme.</summary>
    /// <returns>Above 0 when the first is better, below 0 when it is worse; null for different schemes or where only one can be judged.</returns>
    public static int? CompareInformation(Grade one, Grade two)
    {
        if (one.Scheme != two.Scheme) return null;
        if (one.Information == two.Information) return 0;
        var unjudged = one.Scheme != GradingScheme.FourByFour && (InformationUnjudged(one) || InformationUnjudged(two));
        return unjudged ? null : two.Information.CompareTo(one.Information);
    }
}
