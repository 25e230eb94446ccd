using CsCheck;
using Plumbline.Core;

namespace Plumbline.Specs.Core;

public sealed class A_person_name
{
    private static readonly Gen<PersonName> Names =
        from parts in Gen.Select(Gen.Enum<NamePartKind>(), Samples.Text).Select((kind, text) => new NamePart(kind, text)).Array[1, 6]
        from script in Gen.OneOfConst("Arab", "Latn", "Zyyy", null)
        select new PersonName(parts, script);

    [Fact]
    public void Reads_back_from_its_compact_form() => Names.Sample(name =>
    {
        Assert.True(PersonName.TryDecode(name.Encode(), out var again), name.Encode());
        Assert.Equal(name, again);
    });

    [Fact]
    public void Is_its_parts_in_order()
    {
        var name = PersonName.Of((NamePartKind.Given, "Abd al-Rahman"), (NamePartKind.Father, "Yusuf"), (NamePartKind.Grandfather, " "), (NamePartKind.Family, "al-Nahri"));
        Assert.Equal("Abd al-Rahman Yusuf al-Nahri", name!.Full);
        Assert.Equal("given=Abd al-Rahman|father=Yusuf|family=al-Nahri", name.Encode());
        Assert.Equal("Latn", name.Script);
        Assert.Equal(["Yusuf"], name.Every(NamePartKind.Father));
    }

    [Theory]
    [InlineData("عبد الرحمن بن يوسف")]
    [InlineData("Nur al-Din bin Laith")]
    public void Nobody_took_apart_stays_one_part(string text) => Assert.Equal(text, Assert.Single(PersonName.FromText(text).Parts).Text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("given=")]
    [InlineData("surname=Nahri")]
    [InlineData("Nahri")]
    [InlineData("script=Arab")]
    [InlineData("given=a\0b")]
    public void Is_refused_when_its_form_is_damaged(string? text) => Assert.False(PersonName.TryDecode(text, out _));

    [Fact]
    public void Has_kinds_with_a_text_form() => Assert.All(Enum.GetValues<NamePartKind>(), kind =>
    {
        Assert.True(NamePartKinds.TryParse(kind.Word(), out var read));
        Assert.Equal(kind, read);
    });

    [Fact]
    public void Has_no_blank_part() => Assert.Throws<ArgumentException>(() => new NamePart(NamePartKind.Given, " "));
}

public sealed class The_script_of_a_text
{
    [Theory]
    [InlineData("محمد", "Arab", true)]
    [InlineData("هەولێر", "Arab", true)]
    [InlineData("Élodie", "Latn", false)]
    [InlineData("Фёдор", "Cyrl", false)]
    [InlineData("דוד", "Hebr", true)]
    [InlineData("12-34", "Zyyy", false)]
    [InlineData("٠٧٧", "Zyyy", false)]
    [InlineData("", "Zyyy", false)]
    [InlineData("محمد A", "Arab", true)]
    [InlineData("李明", "Hani", false)]
    [InlineData("ﻣﺤﻤﺪ", "Arab", true)]
    public void Is_that_of_most_letters(string text, string script, bool rightToLeft)
    {
        Assert.Equal(script, Scripts.Of(text));
        Assert.Equal(rightToLeft, Scripts.IsRightToLeft(text));
    }
}
