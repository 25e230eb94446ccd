using CsCheck;
using Plumbline.Core;

namespace Plumbline.Specs.Core;

public sealed class Romanising_a_name
{
    [Theory]
    [InlineData("وسام جاسم الخالدي", "Wisām Jāsim Al-Khāldī")]
    [InlineData("محمد عبدالرحمن النجار", "Muḥammad ʻAbd Ar-Raḥmān An-Njār")]
    [InlineData("نور الدين", "Nūr Ad-Dīn")]
    [InlineData("أبو ليث", "Abū Layth")]
    [InlineData("فُرات", "Frāt")]
    [InlineData("وسام نزار فؤاد", "Wisām Nizār Fuʼād")]
    [InlineData("لؤاي صائب", "Luʼāy Ṣāʼib")]
    public void In_Arabic_knows_the_article_common_words_and_long_vowels(string name, string latin) => Assert.Equal(latin, Romanisation.Of(name));

    [Theory]
    [InlineData("هێمن ڕزگار", "Hêmn Rzgar")]
    [InlineData("شیلان", "Shîlan")]
    [InlineData("ئازاد", "Azad")]
    [InlineData("دڵشاد", "Dłshad")]
    public void In_Kurdish_writes_the_vowels_that_are_written(string name, string latin) => Assert.Equal(latin, Romanisation.Of(name, "ckb"));

    [Theory]
    [InlineData("Елена Сергеева", "Yelena Sergeyeva")]
    [InlineData("Юрий Щербина", "Yuriy Shcherbina")]
    [InlineData("Єлизавета Згурська", "Yelyzaveta Zghurska")]
    public void In_Cyrillic_tells_Ukrainian_from_Russian_by_its_letters(string name, string latin) => Assert.Equal(latin, Romanisation.Of(name));

    [Fact]
    public void In_Persian_knows_its_own_letters() => Assert.Equal("Pyām Chmn", Romanisation.Of("پیام چمن"));

    [Theory]
    [InlineData("Wisam")]
    [InlineData("12345")]
    [InlineData("")]
    [InlineData("李明")]
    public void Is_silent_where_there_is_nothing_to_romanise_or_no_table(string text) => Assert.Null(Romanisation.Of(text));

    [Fact]
    public void Leaves_no_letter_of_a_script_that_has_a_table() =>
        Gen.Char["ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأإؤئپچژگڤکیەێۆڕڵھ "].Array[1, 30].Select(letters => new string(letters)).Sample(text =>
            Romanisation.Of(text) is not { } latin || Scripts.Of(latin) is "Latn" or Scripts.None, iter: 2_000);
}
