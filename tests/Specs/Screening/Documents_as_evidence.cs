using Plumbline.Screening.Matching;

namespace Plumbline.Specs.Screening;

public sealed class Documents_as_evidence
{
    [Theory]
    [InlineData("A1234567", "A1234567", EvidenceLevel.Agree)]
    [InlineData("AO123456", "A0123456", EvidenceLevel.Partly)]   // O for 0
    [InlineData("A1234567", "A1234568", EvidenceLevel.Partly)]   // one sign otherwise
    [InlineData("A1234567", "A124567", EvidenceLevel.Partly)]    // one left out
    [InlineData("A1234567", "A1243567", EvidenceLevel.Partly)]   // two neighbours changed about
    [InlineData("A1234567", "A1234576", EvidenceLevel.Partly)]
    [InlineData("A1234567", "A1243576", EvidenceLevel.Silent)]
    [InlineData("A1234567", "B7654321", EvidenceLevel.Silent)]
    [InlineData("12345", "12346", EvidenceLevel.Silent)]         // so short that chance does it
    [InlineData("A1234567", "A12345678", EvidenceLevel.Partly)]
    [InlineData("A1234567", "A123456789", EvidenceLevel.Silent)]
    public void Agree_by_number_and_partly_where_a_hand_slipped(string one, string other, EvidenceLevel level)
    {
        Assert.Equal(level, Of(one, other));
        Assert.Equal(level, Of(other, one));
    }

    private static EvidenceLevel Of(string one, string other) =>
        ParticularEvidence.Of(new Particulars { Documents = [one] }, new Particulars { Documents = [other] }, new NameMatcher()).Single(evidence => evidence.What == "document").Level;
}
