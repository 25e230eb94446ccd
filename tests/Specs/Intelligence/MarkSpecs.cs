using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Register.Search;

namespace Plumbline.Specs.Intelligence;

public sealed class MarkSpecs
{
    [Theory]
    [InlineData("2014-03", "2016", "2014-03/2016")]
    [InlineData("2014", null, "2014/")]
    [InlineData(null, "2016", "/2016")]
    [InlineData("2014", "2014", "2014")]
    public void Validity_keeps_what_was_given_and_an_end_not_given_is_unknown(string? from, string? to, string text)
    {
        var validity = Assert.IsType<Outcome<Validity>.Done>(Validity.Read(from, to)).Value;
        Assert.Equal((text, from is null, to is null), (validity.Text, validity.From is null, validity.To is null));
    }

    [Fact]
    public void Nothing_given_is_nothing_known() => Assert.Equal(Validity.Unknown, Assert.IsType<Outcome<Validity>.Done>(Validity.Read(" ", null)).Value);

    [Theory]
    [InlineData("الترزوني", true)]
    [InlineData("\"الترزوني\"", true)]
    [InlineData("al-Tarzuni", true)]
    [InlineData("كريم الترزوني", false)]
    [InlineData("كريم", false)]
    [InlineData("علي", false)]
    [InlineData("Ali", false)]
    [InlineData("المحطة", false)]
    public void A_nisba_alone_is_known_by_its_form(string text, bool lone) => Assert.Equal(lone, LoneFamilyName.Is(text));

    [Fact]
    public void A_name_met_only_in_its_family_part_is_not_met()
    {
        var name = new PersonName([new NamePart(NamePartKind.Given, "Karim"), new NamePart(NamePartKind.Family, "Tarzuni")]);
        Assert.True(LoneFamilyName.IsAllOf(name, [new MatchSpan(6, 7)]));
        Assert.False(LoneFamilyName.IsAllOf(name, [new MatchSpan(0, 5)]));
        Assert.False(LoneFamilyName.IsAllOf(name, [new MatchSpan(0, 5), new MatchSpan(6, 7)]));
        Assert.False(LoneFamilyName.IsAllOf(name, []));
    }

    [Theory]
    [InlineData("+999 55 123 456", "phone")]
    [InlineData("21 A 12345", "plate")]
    [InlineData("office@example.org", "email")]
    [InlineData("@lantern_77", "handle")]
    public void A_check_reads_by_every_type_that_identifies(string text, string type) =>
        Assert.Contains(Assert.IsType<Outcome<IReadOnlyList<CheckReading>>.Done>(CheckReadings.Of(text)).Value, reading => reading.Type.Name == type);

    [Theory]
    [InlineData("كريم حسن")]
    [InlineData("Karim")]
    public void A_check_reads_no_names(string text) => Assert.Equal("check.use-search", CheckReadings.Of(text).Why.Code);
}
