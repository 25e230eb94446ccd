using Plumbline.Screening.Matching;
using Plumbline.Screening.Watchlists;

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

    [Theory]
    [InlineData("iq.national_card:199012345678", "199012345678", EvidenceLevel.Agree)]                      // with its kind in the register, without in a passenger table
    [InlineData("iq.national_card:199012345678", "1990 1234 5678", EvidenceLevel.Agree)]
    [InlineData("iq.national_card:199012345678", "١٩٩٠١٢٣٤٥٦٧٨", EvidenceLevel.Agree)]
    [InlineData("iq.civil_status:00417731", "iq.nationality_certificate:00417731", EvidenceLevel.Silent)]   // one number, two kinds of document
    [InlineData("iq.ration_card:0218653", "iq.ration_card:0218653", EvidenceLevel.Silent)]                  // a household's
    [InlineData("iq.residence_card:0041774", "0041774", EvidenceLevel.Silent)]
    public void Are_compared_within_their_kind_and_only_where_they_are_one_person_s(string one, string other, EvidenceLevel level)
    {
        Assert.Equal(level, Of(one, other));
        Assert.Equal(level, Of(other, one));
    }

    [Theory]
    [InlineData("N/A"), InlineData("unknown"), InlineData("-"), InlineData("0000000"), InlineData("999999999"), InlineData("XXXXXXX"), InlineData("123456789"), InlineData("1234567890"), InlineData("9876543"), InlineData("4711")]
    public void What_is_written_for_want_of_a_number_makes_nobody_the_same(string text)
    {
        Assert.Null(KnownDocument.Read(text));
        Assert.Equal(EvidenceLevel.Silent, Of(text, text));
    }

    private static EvidenceLevel Of(string one, string other) =>
        ParticularEvidence.Of(Known(one), Known(other), new NameMatcher()).Single(evidence => evidence.What == "document").Level;

    private static Particulars Known(string document) => new PersonAsked("1", "Karim Nasser") { Documents = [document] }.Particulars();
}
