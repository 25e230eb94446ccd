using Plumbline.Register.Search;

namespace Plumbline.Specs.Register.Search;

public sealed class A_word_is_found_in_every_spelling : SearchSpec
{
    [Theory]
    [InlineData("أحمد", "احمد")]
    [InlineData("احمد", "إحمد")]
    [InlineData("أَحْمَد", "أحمد")]
    [InlineData("مدرسة", "مدرسه")]
    [InlineData("مصطفى", "مصطفي")]
    [InlineData("علی", "علي")]
    [InlineData("کریم", "كريم")]
    [InlineData("هەولێر", "هه\u200Cولێر")]
    [InlineData("كوردستان", "کوردستان")]
    [InlineData("محـــمد", "محمد")]
    [InlineData("ﻣﺤﻤﺪ", "محمد")]
    [InlineData("٠٧٧٠", "0770")]
    [InlineData("۱۲۳۴", "١٢٣٤")]
    [InlineData("Élodie", "elodie")]
    [InlineData("\u2067أحمد\u2069", "احمد")]
    public void Of_one_script(string written, string asked)
    {
        Given(Name(1, written), Item(2, "x " + written + " y"), Name(3, "someone else"));
        foreach (var (one, other) in new[] { (written, asked), (asked, written) }) Assert.Equal(Found(one), Found(other));
        Assert.Equal([1, 2], Found(asked));
        Assert.All(Answer(asked).Hits, hit => Assert.Equal(MatchedBy.Word, Assert.Single(hit.Matches).By));
    }

    [Fact]
    public void And_a_ligature_by_its_words()
    {
        Given(Item(1, "ﷺ"));
        Assert.Equal([1], Found("\"صلى الله عليه وسلم\""));
    }
}

public sealed class A_text_is_found_by_other_forms_of_its_words : SearchSpec
{
    [Theory]
    [InlineData("ar", "شوهد المتهمون قرب الجسر", "متهم")]
    [InlineData("ar", "والسيارات", "سيارة")]
    [InlineData("ckb", "پیاوەکان لە بازاڕ بوون", "پیاو")]
    [InlineData("ckb", "مامۆستاکان", "مامۆستا")]
    [InlineData("en", "Two vehicles were seen leaving", "vehicle leaves")]
    public void In_each_language(string language, string text, string asked)
    {
        Given(Item(1, text, language: language), Item(2, "nothing", language: language));
        Assert.Equal([1], Found(asked));
        Assert.Contains(Answer(asked).Hits[0].Matches, match => match.By == MatchedBy.Stem);
        Assert.NotEmpty(Highlighter.Spans(new SearchText(text, language), SearchQuery.Read(asked)));
    }

    [Theory]
    [InlineData("شوهد المتهمون", "متهم")]
    [InlineData("پیاوەکان لە بازاڕ بوون", "پیاو")]
    [InlineData("Two vehicles", "vehicle")]
    public void In_the_language_that_the_letters_show(string text, string asked)
    {
        Given(Item(1, text));
        Assert.Equal([1], Found(asked));
    }

    [Fact]
    public void But_the_word_as_written_comes_first()
    {
        Given(Item(9, "vehicles"), Item(1, "vehicle"));
        Assert.Equal([1, 9], Found("vehicle"));
        Assert.Equal([9, 1], Found("vehicles"));
        Assert.Equal([MatchedBy.Word, MatchedBy.Stem], Answer("vehicle").Hits.Select(hit => hit.Matches[0].By));
    }

    [Fact]
    public void But_not_in_names()
    {
        Given(Name(1, "کوردستان"), Name(2, "کوردستانی"), Name(3, "Baker Rivers"));
        Assert.Equal([1], Found("كوردستان"));
        Assert.Equal([2], Found("کوردستانی"));
        Assert.Empty(Found("river"));
        Assert.Empty(Found("bake"));
    }

    [Fact]
    public void But_not_in_languages_without_rules_here()
    {
        Given(Item(1, "kitaplarings", language: "tr"), Item(2, "دختران", language: "fa"));
        Assert.Empty(Found("kitaplaring"));
        Assert.Empty(Found("دختر"));
    }
}

public sealed class A_number_is_found_however_it_is_grouped : SearchSpec
{
    [Theory]
    [InlineData("+999 0123 456")]
    [InlineData("+9990123456")]
    [InlineData("999-0123-456")]
    [InlineData("(999) 0123456")]
    [InlineData("999 012 3456")]
    [InlineData("٩٩٩ ٠١٢٣٤٥٦")]
    public void As_a_phone(string asked)
    {
        Given(Item(1, "He called +999 0123 456 twice."), Item(2, "He called 9990123456."), Item(3, "On 999 days"), Item(4, "+999 0123 457"));
        Assert.Equal([2, 1], Found(asked));
    }

    [Fact]
    public void By_its_parts()
    {
        Given(Item(1, "+999 0123 456"));
        Assert.Equal([1], Found("0123"));
        Assert.Equal([1], Found("+9990123"));
        Assert.Equal([1], Found("99901*"));
    }

    [Fact]
    public void With_or_without_its_country()
    {
        Given(Item(1, "call 0770 999 1234"), Item(2, "call +964 770 999 1234"));
        Assert.Equal([2, 1], Found("+9647709991234"));
        Assert.Equal([1, 2], Found("07709991234"));
        Assert.Equal([MatchedBy.Number, MatchedBy.NumberEnd], Answer("0770 999 1234").Hits.Select(hit => hit.Matches[0].By));
    }

    [Fact]
    public void As_a_plate_or_account()
    {
        Given(Item(1, "a white car, 22 A 12345, northwards"), Item(2, "account ZZ29 ABCD 6016 1331 9268 19"));
        Assert.Equal([1], Found("22A12345"));
        Assert.Equal([1], Found("22-a-12345"));
        Assert.Equal([1], Found("\"A 12345\""));
        Assert.Equal([2], Found("ZZ29ABCD60161331926819"));
    }

    [Fact]
    public void With_its_groups_anywhere_when_they_are_not_together()
    {
        Given(Item(1, "first 0123 then 4567"), Item(2, "0123 4567"));
        Assert.Equal([2, 1], Found("0123 4567"));
    }
}
