using Plumbline.Screening.Matching;

namespace Plumbline.Specs.Screening;

/// <summary>A name of three parts or fewer is a candidate only with something beside it that tells people of one name apart.</summary>
public sealed class What_lifts_a_short_name
{
    [Theory]
    [InlineData("birth", true)]
    [InlineData("document", true)]
    [InlineData("mother", true)]
    [InlineData("nationality", false)]
    [InlineData("sex", false)]
    [InlineData("place", false)]
    public void Is_what_millions_do_not_share(string what, bool lifts) => Assert.Equal(lifts, ParticularEvidence.Agrees([(what, EvidenceLevel.Agree, 1f)]));

    [Theory, InlineData(EvidenceLevel.Partly), InlineData(EvidenceLevel.Silent), InlineData(EvidenceLevel.Contradict)]
    public void Is_nothing_that_agrees_by_halves(EvidenceLevel level) => Assert.False(ParticularEvidence.Agrees([("birth", level, 1f)]));

    [Fact]
    public void Is_asked_of_every_kind_of_evidence() => Assert.Equal(["birth", "nationality", "sex", "document", "mother", "place"], ParticularEvidence.Of(Particulars.None, Particulars.None, new NameMatcher()).Select(one => one.What));
}
