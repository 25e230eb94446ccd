namespace Plumbline.Core;

/// <summary>What the codes of the grading schemes mean, from <c>data/grading</c>.</summary>
public static class GradeMeanings
{
    private static readonly Dictionary<GradingScheme, MeaningFile> Files =
        GradingSchemes.All.ToDictionary(scheme => scheme, scheme => new MeaningFile($"data/grading/{scheme.Text()}.yaml"));

    private static readonly Dictionary<GradingScheme, CodeMeaning> Names = GradingSchemes.All.ToDictionary(
        scheme => scheme, scheme => Files[scheme].Single("name") with { Code = scheme.Text() });

    private static readonly Dictionary<GradingScheme, IReadOnlyList<CodeMeaning>> Sources = Read("source");
    private static readonly Dictionary<GradingScheme, IReadOnlyList<CodeMeaning>> Informations = Read("information");

    /// <summary>The 5x5x5 handling codes 1 to 5, for the form on which such a report is entered.</summary>
    public static IReadOnlyList<CodeMeaning> LegacyHandling { get; } = Files[GradingScheme.FiveByFiveByFive].Section("handling");

    /// <summary>The name of a scheme.</summary>
    public static CodeMeaning Name(GradingScheme scheme) => Names[scheme];

    /// <summary>The source codes of a scheme with their meanings, best first: the first half of its grading key.</summary>
    public static IReadOnlyList<CodeMeaning> Source(GradingScheme scheme) => Sources[scheme];

    /// <summary>The information codes of a scheme with their meanings, best first: the second half of its grading key.</summary>
    public static IReadOnlyList<CodeMeaning> Information(GradingScheme scheme) => Informations[scheme];

    /// <summary>What the two codes of a grade mean.</summary>
    public static (CodeMeaning Source, CodeMeaning Information) Of(Grade grade) =>
        (Find(Sources[grade.Scheme], grade.Source), Find(Informations[grade.Scheme], grade.Information));

    private static CodeMeaning Find(IReadOnlyList<CodeMeaning> meanings, char code) => meanings.First(meaning => meaning.Code[0] == code);

    private static Dictionary<GradingScheme, IReadOnlyList<CodeMeaning>> Read(string section) =>
        GradingSchemes.All.ToDictionary(scheme => scheme, scheme => Files[scheme].Section(section));
}
