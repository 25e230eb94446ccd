using CsCheck;
using Plumbline.Core;

namespace Plumbline.Specs.Core;

public sealed class The_key_of_a_text
{
    private static readonly Gen<string> Any = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char['\u0590', '\u07FF'], 0, 20],
        Gen.String[Gen.OneOfConst("يئىه\u200Cە\u0654\u064E \u0640\u200Dا.-\u0306иﻻﷺ".ToCharArray()), 0, 12],
        Gen.String[Gen.Char['\u0020', '\u024F'], 0, 20],
        Gen.String[Gen.Char['\u1100', '\u11FF'], 0, 8],
        Gen.String[Gen.Char['\uF900', '\uFFFF'], 0, 20]);

    [Fact]
    public void Is_its_own_key() => Any.Sample(text => Assert.Equal(TextNormalisation.Key(text), TextNormalisation.Key(TextNormalisation.Key(text))), iter: 20_000);

    [Fact]
    public void Is_clean_trimmed_and_single_spaced() => Any.Sample(text =>
    {
        var key = TextNormalisation.Key(text);
        Assert.True(TextNormalisation.IsClean(key));
        Assert.Equal(key.Trim(' '), key);
        Assert.DoesNotContain("  ", key);
    });

    [Fact]
    public void Does_not_depend_on_composition() => Any.Where(text => TextNormalisation.IsClean(text) && !text.Contains('\uFFFE')).Sample(text =>
    {
        Assert.Equal(TextNormalisation.Key(text), TextNormalisation.Key(text.Normalize(System.Text.NormalizationForm.FormD)));
        Assert.Equal(TextNormalisation.Key(text), TextNormalisation.Key(text.Normalize(System.Text.NormalizationForm.FormKC)));
    });

    [Theory]
    [InlineData("أحمد", "احمد")]
    [InlineData("إبراهيم", "ابراهيم")]
    [InlineData("آزاد", "ازاد")]
    [InlineData("ئازاد", "آزاد")]
    [InlineData("ٱلله", "الله")]
    [InlineData("مصطفى", "مصطفي")]
    [InlineData("فاطمة", "فاطمه")]
    [InlineData("علی", "علي")]
    [InlineData("کریم", "كريم")]
    [InlineData("مؤمن", "مومن")]
    [InlineData("هەولێر", "ههوليّر")]
    [InlineData("هه\u200Cولێر", "هەولێر")]
    [InlineData("ھەولێر", "هەولێر")]
    [InlineData("ڕۆژ", "روژ")]
    [InlineData("گوڵ", "گول")]
    [InlineData("محـــمد", "محمد")]
    [InlineData("مُحَمَّد", "محمد")]
    [InlineData("ﻣﺤﻤﺪ", "محمد")]
    [InlineData("ﻻمع", "لامع")]
    [InlineData("\u200Fمحمد\u200E", "محمد")]
    [InlineData("٠٧٧٠ ۱۲۳", "0770 123")]
    [InlineData("Élodie  Ğül", "elodie gul")]
    [InlineData("DİYARBAKIR ılgaz", "diyarbakir ilgaz")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("Ｆｕｌｌ　width", "full width")]
    [InlineData("Saʿid", "Said")]
    [InlineData("\t a \r\n b ", "a b")]
    [InlineData("Йод", "йод")]
    [InlineData("Фёдор", "федор")]
    public void Is_one_for_ways_of_writing_one_wording(string one, string other) =>
        Assert.Equal(TextNormalisation.Key(other), TextNormalisation.Key(one));

    [Theory]
    [InlineData("كريم", "جريم")]
    [InlineData("گول", "كول")]
    [InlineData("Йод", "Иод")]
    [InlineData("12", "1 2")]
    [InlineData("कि", "क")]
    public void Differs_for_different_letters(string one, string other) =>
        Assert.NotEqual(TextNormalisation.Key(other), TextNormalisation.Key(one));

    [Fact]
    public void Is_the_same_string_when_nothing_is_folded()
    {
        Assert.All(new[] { "plain key 12", "احمد" }, text => Assert.Same(text, TextNormalisation.Key(text)));
    }

    [Fact]
    public void Survives_half_characters()
    {
        Assert.False(TextNormalisation.IsClean("a\uD800b"));
        Assert.False(TextNormalisation.IsClean("a\0b"));
        Assert.True(TextNormalisation.IsClean("a😀b"));
        Assert.Equal("a b c", TextNormalisation.Key("A\uDC00B\0C"));
    }
}
