using System.Text.RegularExpressions;
using Plumbline.Safeguards;
using Plumbline.Web;
using Plumbline.Web.Shell;

namespace Plumbline.Specs.Web;

/// <summary>What a person reads is there in English, Arabic and Kurdish, with the same places to fill.</summary>
public sealed partial class Captions_say_the_same_in_every_language
{
    public static TheoryData<string> Others => ["ar", "ckb"];

    [Theory, MemberData(nameof(Others))]
    public void No_key_is_missing_and_none_is_left_over(string language)
    {
        var (english, other) = (Names("en"), Names(language));
        Assert.Empty(english.Except(other));
        Assert.Empty(other.Except(english));
    }

    [Theory, InlineData("en"), InlineData("ar"), InlineData("ckb")]
    public void A_plural_has_every_form_of_its_language(string language)
    {
        var needed = Plural.Forms(Language.Of(language)).Order(StringComparer.Ordinal).ToArray();
        Assert.All(Captions.All(language).Keys.Where(key => key.Contains('#', StringComparison.Ordinal)).GroupBy(key => key.Split('#')[0]),
            forms => Assert.Equal(needed, forms.Select(key => key.Split('#')[1]).Order(StringComparer.Ordinal)));
    }

    [Theory, MemberData(nameof(Others))]
    public void A_sentence_has_the_same_places_to_fill(string language) =>
        Assert.All(Captions.All("en").Where(caption => !caption.Key.Contains('#', StringComparison.Ordinal)),
            caption => Assert.Equal(Places(caption.Value), Places(Captions.All(language)[caption.Key])));

    [Theory, InlineData("en"), InlineData("ar"), InlineData("ckb")]
    public void None_is_empty(string language) => Assert.All(Captions.All(language).Values, text => Assert.NotEqual("", text.Trim()));

    /// <summary>Figures in a sentence are written as everywhere else on the page; a page with two kinds of figures is misread.</summary>
    [Theory, InlineData("en"), InlineData("ar"), InlineData("ckb")]
    public void None_writes_its_figures_in_another_way(string language) =>
        Assert.All(Captions.All(language), caption => Assert.False(caption.Value.Any(c => char.IsDigit(c) && !char.IsAsciiDigit(c)), caption.Key));

    [Fact]
    public void Every_act_of_the_log_has_a_name() =>
        Assert.All(Policy.Default.Actions, action => Assert.Contains($"oversight.action-{action.Replace('.', '-')}", Captions.All("en").Keys));

    [Fact]
    public void Every_page_of_the_navigation_has_a_name() => Assert.All(PageMap.All, page => Assert.Contains($"pages.{page.Id}", Captions.All("en").Keys));

    [Fact]
    public void Every_page_but_the_day_says_what_it_is_for() => Assert.All(PageMap.All.Where(page => page.Stage != Stage.Today),
        page => Assert.Contains($"today.about-{page.Id}", Captions.All("en").Keys));

    private static HashSet<string> Names(string language) => [.. Captions.All(language).Keys.Select(key => key.Split('#')[0])];

    private static string Places(string text) => string.Join(' ', Place().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Place();
}
