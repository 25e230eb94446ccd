using CsCheck;
using Plumbline.Core;

namespace Plumbline.Specs.Core;

public sealed class A_grade
{
    [Fact]
    public void Reads_back_from_its_text_and_from_its_number() => Samples.Grades.Sample(grade =>
    {
        Assert.True(Grade.TryParse(grade.Scheme, $" {grade.ToString().ToLowerInvariant()} ", out var read));
        Assert.Same(read, Grade.FromCode(grade.Code));
        Assert.Equal(grade, read);
    });

    [Fact]
    public void Has_a_number_of_its_own() =>
        Assert.Equal(92, GradingSchemes.All.SelectMany(Grade.All).Select(grade => grade.Code).Distinct().Count());

    [Theory]
    [InlineData(GradingScheme.ThreeByFiveByTwo, "2BP")]
    [InlineData(GradingScheme.ThreeByFiveByTwo, "4A")]
    [InlineData(GradingScheme.ThreeByFiveByTwo, "1F")]
    [InlineData(GradingScheme.FourByFour, "D1")]
    [InlineData(GradingScheme.FourByFour, "2B")]
    [InlineData(GradingScheme.FiveByFiveByFive, "X4")]
    [InlineData(GradingScheme.SixBySix, "A7")]
    [InlineData(GradingScheme.SixBySix, null)]
    [InlineData((GradingScheme)9, "A1")]
    public void Is_refused_when_its_scheme_has_no_such_code(GradingScheme scheme, string? text) =>
        Assert.False(Grade.TryParse(scheme, text, out _));

    [Fact]
    public void Of_a_damaged_number_is_a_fault() => Assert.Throws<ArgumentOutOfRangeException>(() => Grade.FromCode(77));

    [Fact]
    public void Shows_the_handling_code_of_its_label()
    {
        Assert.Equal("2BP", new Grade3x5x2(SourceEvaluation.Untested, IntelligenceAssessment.Corroborated).WithHandling(Label.None));
        Assert.Equal("B2 P", new Grade6x6(Reliability.UsuallyReliable, Credibility.ProbablyTrue).WithHandling(Label.None));
    }

    [Fact]
    public void Of_another_scheme_is_another_grade()
    {
        Assert.NotEqual<Grade>(
            new Grade4x4(SourceReliability.NoDoubt, InformationEvaluation.NotInDoubt), new Grade6x6(Reliability.CompletelyReliable, Credibility.Confirmed));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Grade4x4((SourceReliability)'D', InformationEvaluation.NotInDoubt));
    }

    [Fact]
    public void Knows_the_text_form_of_its_scheme() => Assert.All(GradingSchemes.All, scheme =>
    {
        Assert.True(GradingSchemes.TryParse(scheme.Text(), out var read));
        Assert.Equal(scheme, read);
    });
}
