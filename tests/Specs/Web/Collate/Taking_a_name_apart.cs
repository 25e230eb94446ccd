using Plumbline.Core;
using Plumbline.Web.Collate;

namespace Plumbline.Specs.Web.Collate;

/// <summary>The first cut of a name is an offer that is right for most names of the region.</summary>
public sealed class Taking_a_name_apart
{
    [Theory]
    [InlineData("وسام نزار فؤاد", "given=وسام|father=نزار|grandfather=فؤاد")]
    [InlineData("أبو نورس", "kunya=أبو نورس")]
    [InlineData("عبد الرحمن كريم الزنداوي", "given=عبد الرحمن|father=كريم|family=الزنداوي")]
    [InlineData("الدكتور سالم نديم", "title=الدكتور|given=سالم|father=نديم")]
    [InlineData("Karim bin Laith al-Zandawi", "given=Karim|father=bin Laith|family=al-Zandawi")]
    [InlineData("  سالم  ", "given=سالم")]
    public void Offers_the_usual_parts(string name, string parts) =>
        Assert.Equal(parts, string.Join('|', NamePieces.Of(name).Select(piece => $"{piece.Kind.Word()}={piece.Text}")));

    [Fact]
    public void Leaves_no_word_out() => Assert.Equal("a b c d e f", string.Join(' ', NamePieces.Of("a b c d e f").Select(piece => piece.Text)));
}
