using Plumbline.Screening.Matching;
using Plumbline.Screening.Watchlists;

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

    [Theory]
    [InlineData("Fatima Hasan", "فاطمة حسن", EvidenceLevel.Agree)]
    [InlineData("Fatima", "Fatima", EvidenceLevel.Partly)]           // a given name by itself is many mothers'
    [InlineData("Fatima", "Fatima Hasan", EvidenceLevel.Partly)]
    [InlineData("Fatima Hasan", "Nadia Rashid", EvidenceLevel.Contradict)]
    public void A_mother_s_name_does_where_it_is_a_whole_one(string one, string other, EvidenceLevel level) =>
        Assert.Equal(level, ParticularEvidence.Of(new PersonAsked("1", "X") { Mother = one }.Particulars(), new PersonAsked("2", "X") { Mother = other }.Particulars(), new NameMatcher()).Single(evidence => evidence.What == "mother").Level);

    [Fact]
    public void Is_asked_of_every_kind_of_evidence() => Assert.Equal(["birth", "nationality", "sex", "document", "mother", "place"], ParticularEvidence.Of(Particulars.None, Particulars.None, new NameMatcher()).Select(one => one.What));
}
