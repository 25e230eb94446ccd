using Plumbline.Core;
using Plumbline.Screening.Matching;
using Plumbline.Screening.Watchlists;

namespace Plumbline.Specs.Screening;

/// <summary>A person reads what a part is; no score looks at it.</summary>
public sealed class Parts_have_kinds
{
    [Theory]
    [InlineData("خالد ناصر فاضل الجبوري", "given father grandfather family")]
    [InlineData("هێمن ڕزگار نووری", "given father grandfather")]
    [InlineData("Khalid Nasser al-Najjar", "given father family")]
    [InlineData("Khalid bin Nasser Fadel", "given father grandfather")]
    [InlineData("Abdul Rahman Karim Fadel", "given father grandfather")]
    [InlineData("Karim Nasser Fadel Hadi", "given father grandfather forefather")]
    [InlineData("Abu Omar Khalid Nasser", "kunya given father")]
    [InlineData("الشيخ خالد ناصر", "title given father")]
    [InlineData("خالد الاعرج ناصر", "given laqab grandfather")]
    [InlineData("Khalid Nasser Fadel", "given further last")]          // nothing says whose the second name is
    [InlineData("Hartmoor, John", "given family")]
    [InlineData("J. Hartmoor", "initial given")]
    [InlineData("Vantreker Trading 7 LLC", "word sector number legal")]
    public void As_far_as_the_name_shows_them(string name, string kinds) => Assert.Equal(kinds, Kinds(name));

    [Fact]
    public void Both_sides_of_an_explanation_say_theirs()
    {
        var why = new NameMatcher().Explain(Prepared("خالد ناصر الجبوري"), Prepared("Khalid al-Jubouri"));
        Assert.Equal([(PartKind.Given, PartKind.Given), (PartKind.Family, PartKind.Family)], why.Met.Select(part => part.Kinds));
        Assert.Equal(PartKind.Father, Assert.Single(why.OnlyInA).Kind);
        var kept = KeptForm.Read<SuggestionReasons>(KeptForm.Write(SuggestionReasons.Of(Prepared("Khalid al-Jubouri"), why, [])));
        Assert.Equal(("given", "given"), (kept.Met[0].AskedKind, kept.Met[0].ListedKind));
        Assert.Equal(["father"], kept.OnlyAskedKinds);
    }

    [Fact]
    public void What_was_kept_before_they_were_known_is_read_without_them()
    {
        var old = KeptForm.Read<SuggestionReasons>("""{"listed":"A B","met":[{"asked":"a","listed":"A","similarity":1,"weight":1,"letters":""}],"onlyAsked":["c"],"onlyListed":[],"evidence":[]}""");
        Assert.Null(old.Met[0].AskedKind);
        Assert.Empty(old.OnlyAskedKinds);
        Assert.Null(old.Asked);
        Assert.Empty(KeptForm.Read<PersonAsked>("""{"id":"1","name":"A B","births":[],"nationalities":[],"documents":[],"sex":"","mother":""}""").OtherNames);
    }

    private static string Kinds(string name) => Prepared(name) is var prepared ? string.Join(' ', PartKinds.Of(prepared, prepared.Renderings[0]).Select(kind => kind.Word())) : "";

    private static PreparedName Prepared(string name) => ((Outcome<PreparedName>.Done)NameMatcher.Preparer.Prepare(name)).Value;
}
