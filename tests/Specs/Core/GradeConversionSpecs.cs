using CsCheck;
using Plumbline.Core;

namespace Plumbline.Specs.Core;

public sealed class Converting_a_grade
{
    private const GradingScheme Uk = GradingScheme.ThreeByFiveByTwo;
    private const GradingScheme Europol = GradingScheme.FourByFour;
    private const GradingScheme Legacy = GradingScheme.FiveByFiveByFive;
    private const GradingScheme Admiralty = GradingScheme.SixBySix;

    private static readonly Gen<ConversionEvidence> Evidence =
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool).Select((ungraded, firstHand, item) => new ConversionEvidence(ungraded, firstHand, item));

    [Fact]
    public void Never_improves_it() => Gen.Select(Samples.Grades, Gen.OneOfConst([.. GradingSchemes.All]), Evidence).Sample((grade, to, evidence) =>
    {
        var result = GradeConversion.Of(grade, to, evidence);
        if (result.Grade is { } converted)
            Assert.False(GradeOrder.Improves(grade, converted, result.Flags.HasFlag(ConversionFlags.SuspectedFalse)), $"{grade} -> {converted}");
    }, iter: 5_000);

    [Fact]
    public void Leaves_what_cannot_be_judged_unjudged() => Gen.Select(Samples.Grades, Gen.OneOfConst([.. GradingSchemes.All])).Sample((grade, to) =>
    {
        if (GradeConversion.Of(grade, to).Grade is not { } converted) return;
        if (GradeOrder.SourceRung(grade) is null) Assert.Null(GradeOrder.SourceRung(converted));
        if (GradeOrder.InformationUnjudged(grade) && grade is not Grade4x4) Assert.True(GradeOrder.InformationUnjudged(converted));
    }, iter: 5_000);

    [Fact]
    public void Gives_a_grade_exactly_when_both_axes_convert() => Gen.Select(Samples.Grades, Gen.OneOfConst([.. GradingSchemes.All]), Evidence).Sample((grade, to, evidence) =>
    {
        var result = GradeConversion.Of(grade, to, evidence);
        Assert.Equal(result.Verdict == ConversionVerdict.Converted, result.Grade is not null);
        Assert.Equal(result.Grade is not null, result.Source is not null && result.Information is not null);
        Assert.Equal("plumbline-grades-1", result.RuleVersion);
        Assert.Same(grade, result.Received);
    });

    [Theory]
    [InlineData(Legacy, "A1", Uk, "1A")]
    [InlineData(Legacy, "B2", Uk, "1A")]
    [InlineData(Legacy, "E3", Uk, "2B")]
    [InlineData(Legacy, "D4", Uk, "3D")]
    [InlineData(Legacy, "A5", Uk, "1E")]
    [InlineData(Legacy, "C1", Uk, null)]
    [InlineData(Europol, "A1", Uk, "1A")]
    [InlineData(Europol, "B2", Uk, "1A")]
    [InlineData(Europol, "X3", Uk, "2B")]
    [InlineData(Europol, "C4", Uk, "3C")]
    [InlineData(Europol, "X4", Uk, "2C")]
    [InlineData(Uk, "1A", Europol, "B2")]
    [InlineData(Uk, "2B", Europol, "X3")]
    [InlineData(Uk, "3C", Europol, "C4")]
    [InlineData(Uk, "1D", Europol, "B4")]
    [InlineData(Uk, "1E", Europol, "B4 suspected_false")]
    [InlineData(Admiralty, "A1", Europol, "A3")]
    [InlineData(Admiralty, "B6", Europol, "B4")]
    [InlineData(Admiralty, "D5", Europol, "C4 suspected_false")]
    [InlineData(Admiralty, "E6", Europol, "C4")]
    [InlineData(Admiralty, "F6", Europol, "X4")]
    [InlineData(Admiralty, "C1", Europol, null)]
    [InlineData(Admiralty, "A2", Europol, null)]
    [InlineData(Admiralty, "A3", Europol, null)]
    [InlineData(Admiralty, "A4", Europol, null)]
    [InlineData(Europol, "A1", Admiralty, "A2")]
    [InlineData(Europol, "B3", Admiralty, "B2")]
    [InlineData(Europol, "C2", Admiralty, "D6 pending_analyst")]
    [InlineData(Europol, "X4", Admiralty, "F6 pending_analyst")]
    public void Follows_the_tables(GradingScheme from, string grade, GradingScheme to, string? expected)
    {
        var result = GradeConversion.Of(Read(from, grade), to);
        Assert.Equal(expected is null ? ConversionVerdict.NeedsPerson : ConversionVerdict.Converted, result.Verdict);
        if (expected is not null) Assert.Equal(expected, string.Join(' ', [result.Grade!.ToString(), .. result.FlagTexts]));
    }

    [Fact]
    public void That_the_provider_never_gave_is_2D_and_says_so()
    {
        var result = GradeConversion.Of(Read(Europol, "X4"), Uk, new ConversionEvidence(NotGradedByProvider: true));
        Assert.Equal("2D", result.Grade!.ToString());
        Assert.Equal(["not_graded_by_provider"], result.FlagTexts);
    }

    [Fact]
    public void Weighs_what_is_known_beside_it()
    {
        Assert.Equal("A1", GradeConversion.Of(Read(Europol, "A1"), Admiralty, new(CorroboratingItem: true)).Grade!.ToString());
        Assert.Equal(ConversionVerdict.NeedsPerson, GradeConversion.Of(Read(Admiralty, "A1"), Europol, new(FirstHandShown: true)).Verdict);
    }

    [Fact]
    public void Keeps_the_axis_that_is_clear_when_the_other_needs_a_person()
    {
        var result = GradeConversion.Of(Read(Legacy, "C3"), Uk);
        Assert.Equal((null, 'B', null), (result.Source, result.Information, result.Grade));
    }

    [Theory]
    [InlineData(Uk, "1A", Admiralty)]
    [InlineData(Legacy, "A1", Europol)]
    [InlineData(Legacy, "A1", Admiralty)]
    [InlineData(Admiralty, "A1", Uk)]
    [InlineData(Europol, "A1", Legacy)]
    public void Is_not_done_where_there_is_no_table(GradingScheme from, string grade, GradingScheme to) =>
        Assert.Equal(ConversionVerdict.None, GradeConversion.Of(Read(from, grade), to).Verdict);

    [Fact]
    public void To_its_own_scheme_leaves_it_alone() => Samples.Grades.Sample(grade => Assert.Same(grade, GradeConversion.Of(grade, grade.Scheme).Grade));

    private static Grade Read(GradingScheme scheme, string text) => Grade.TryParse(scheme, text, out var grade) ? grade : throw new ArgumentException(text);
}

public sealed class The_order_of_grades
{
    [Fact]
    public void Puts_no_code_of_a_scheme_above_a_better_one() => Gen.Select(Samples.Grades, Samples.Grades).Sample((a, b) =>
    {
        if (GradeOrder.CompareSource(a, b) > 0) Assert.True(GradeOrder.SourceRung(a) >= GradeOrder.SourceRung(b));
        if (GradeOrder.CompareInformation(a, b) > 0) Assert.True(GradeOrder.InformationRung(a) >= GradeOrder.InformationRung(b));
        Assert.Equal(GradeOrder.CompareSource(a, b), -GradeOrder.CompareSource(b, a));
        Assert.Equal(GradeOrder.CompareInformation(a, b), -GradeOrder.CompareInformation(b, a));
    }, iter: 5_000);

    [Theory]
    [InlineData("C1", "B1")]   // sometimes reliable -> mostly reliable
    [InlineData("E1", "A1")]   // untested -> always reliable
    [InlineData("D1", "E1")]   // unreliable -> untested
    [InlineData("A3", "A2")]
    [InlineData("A5", "A4")]
    public void Sees_an_improvement(string from, string to)
    {
        Assert.True(Grade.TryParse(GradingScheme.FiveByFiveByFive, from, out var one) & Grade.TryParse(GradingScheme.FiveByFiveByFive, to, out var two));
        Assert.True(GradeOrder.Improves(one!, two!));
    }
}

public sealed class A_5x5x5_handling_code
{
    [Theory]
    [InlineData(1, "handling=P;audience=law-enforcement;originator=unit-7")]
    [InlineData(4, "handling=C/A1/S2;audience=unit-7;onward-consent;originator=unit-7")]
    [InlineData(5, "handling=C/A1/S2;audience=unit-7;onward-consent;originator=unit-7")]
    public void Becomes_a_label(int code, string label) =>
        Assert.Equal(label, Assert.IsType<Outcome<Label>.Done>(HandlingConversion.From5x5x5(code, "unit-7")).Value.ToString());

    [Theory]
    [InlineData(2, "handling.needs-person")]
    [InlineData(3, "handling.needs-person")]
    [InlineData(6, "handling.unknown")]
    public void Is_left_to_a_person_where_its_conditions_differ(int code, string refusal) =>
        Assert.Equal(refusal, Assert.IsType<Outcome<Label>.Refused>(HandlingConversion.From5x5x5(code, "unit-7")).Why.Code);
}
