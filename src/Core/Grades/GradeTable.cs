namespace Plumbline.Core;

/// <summary>The 92 grades, made once.</summary>
internal static class GradeTable
{
    private static readonly Grade[] ThreeByFiveByTwo = Cross<SourceEvaluation, IntelligenceAssessment>((s, i) => new Grade3x5x2(s, i));
    private static readonly Grade[] FourByFour = Cross<SourceReliability, InformationEvaluation>((s, i) => new Grade4x4(s, i));
    private static readonly Grade[] FiveByFiveByFive = Cross<SourceRecord, IntelligenceEvaluation>((s, i) => new Grade5x5x5(s, i));
    private static readonly Grade[] SixBySix = Cross<Reliability, Credibility>((s, i) => new Grade6x6(s, i));

    public static IReadOnlyList<Grade> Of(GradingScheme scheme) => Array.AsReadOnly(Rows(scheme)
        ?? throw new ArgumentOutOfRangeException(nameof(scheme), scheme, "No such grading scheme."));

    public static Grade? Find(GradingScheme scheme, char source, char information)
    {
        foreach (var grade in Rows(scheme) ?? [])
        {
            if (grade.Source == source && grade.Information == information) return grade;
        }

        return null;
    }

    private static Grade[]? Rows(GradingScheme scheme) => scheme switch
    {
        GradingScheme.ThreeByFiveByTwo => ThreeByFiveByTwo,
        GradingScheme.FourByFour => FourByFour,
        GradingScheme.FiveByFiveByFive => FiveByFiveByFive,
        GradingScheme.SixBySix => SixBySix,
        _ => null,
    };

    private static Grade[] Cross<TSource, TInformation>(Func<TSource, TInformation, Grade> make)
        where TSource : struct, Enum
        where TInformation : struct, Enum =>
        [.. from source in Enum.GetValues<TSource>() from information in Enum.GetValues<TInformation>() select make(source, information)];
}
