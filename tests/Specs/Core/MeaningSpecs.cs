using System.Reflection;
using Plumbline.Core;

namespace Plumbline.Specs.Core;

public sealed class Every_code
{
    private static IEnumerable<CodeMeaning> All =>
    [
        .. GradingSchemes.All.Select(GradeMeanings.Name), .. GradingSchemes.All.SelectMany(GradeMeanings.Source),
        .. GradingSchemes.All.SelectMany(GradeMeanings.Information), .. GradeMeanings.LegacyHandling,
        .. LabelMeanings.Handling, .. LabelMeanings.Colours, .. LabelMeanings.Classification, .. LabelMeanings.Harm,
    ];

    [Fact]
    public void Has_a_meaning_in_every_language() => Assert.All(All, meaning =>
        Assert.All(CodeMeaning.Languages, language => Assert.False(string.IsNullOrWhiteSpace(meaning.In(language)), meaning.Code)));

    [Fact]
    public void Of_every_grade_is_explained_in_the_order_of_the_scheme() => Assert.All(GradingSchemes.All, scheme =>
    {
        Assert.Equal(Grade.All(scheme).Select(grade => grade.Source.ToString()).Distinct(), GradeMeanings.Source(scheme).Select(meaning => meaning.Code));
        Assert.Equal(Grade.All(scheme).Select(grade => grade.Information.ToString()).Distinct(), GradeMeanings.Information(scheme).Select(meaning => meaning.Code));
    });

    [Fact]
    public void Of_a_label_is_explained()
    {
        Assert.Equal(LabelCodes.Handling, LabelMeanings.Handling.Select(meaning => meaning.Code));
        Assert.Equal(Enum.GetValues<Tlp>().Select(tlp => tlp.Text()), LabelMeanings.Colours.Select(meaning => meaning.Code));
        Assert.Equal(LabelMeanings.Classification.Select(meaning => meaning.Code), LabelMeanings.Harm.Select(meaning => meaning.Code));
        Assert.Equal("Untested", GradeMeanings.Of(new Grade3x5x2(SourceEvaluation.Untested, IntelligenceAssessment.NotKnown)).Source.En);
        Assert.Null(LabelMeanings.OfHandling("H4"));
    }

    [Fact]
    public void Is_explained_in_the_script_of_the_language() => Assert.All(All, meaning =>
    {
        Assert.Equal("Arab", Scripts.Of(meaning.Ar));
        Assert.Equal("Arab", Scripts.Of(meaning.Ckb));
        Assert.NotEqual(meaning.Ar, meaning.Ckb);
    });

    [Fact]
    public void Is_explained_in_Kurdish_with_Kurdish_letters_only() => Assert.All(All, meaning =>
        Assert.All("يكىةأإآؤثذصضطظ\u200C".ToCharArray(), letter => Assert.DoesNotContain(letter, meaning.Ckb)));

    [Fact]
    public void Comes_from_a_file_that_opens_with_source_licence_and_date()
    {
        var assembly = typeof(Grade).Assembly;
        var files = assembly.GetManifestResourceNames().Where(name => name.Split('/') is ["data", "grading" or "labels", _]).ToList();
        Assert.Equal(7, files.Count);
        Assert.All(files, file => Assert.Matches(@"^# Source: .+ Licence: .+ Date: \d{4}-\d\d-\d\d\.$", FirstLine(assembly, file)));
    }

    private static string FirstLine(Assembly assembly, string file)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(file)!);
        return reader.ReadLine()!;
    }
}
