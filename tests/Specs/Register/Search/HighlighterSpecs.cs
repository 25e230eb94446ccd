using CsCheck;
using Plumbline.Register.Search;

namespace Plumbline.Specs.Register.Search;

public sealed class A_hit_is_marked
{
    [Theory]
    [InlineData("the red car", "red", "the [red] car")]
    [InlineData("the red, RED car", "red", "the [red], [RED] car")]
    [InlineData("two vehicles", "vehicle", "two [vehicles]")]
    [InlineData("near the old bridge", "\"the old\" bridge", "near [the old] [bridge]")]
    [InlineData("call +999 0123-456 now", "+9990123456", "call +[999 0123-456] now")]
    [InlineData("call +999 0123-456 now", "0123", "call +999 [0123]-456 now")]
    [InlineData("رأيت أَحْمَد هناك", "احمد", "رأيت [أَحْمَد] هناك")]
    [InlineData("شوهد المتهمون", "متهم", "شوهد [المتهمون]")]
    [InlineData("harbour", "harb*", "[harbour]")]
    [InlineData("the brigde", "bridge~", "the [brigde]")]
    [InlineData("Al Karam", "al-karam", "[Al Karam]")]
    [InlineData("red car -green", "car -green", "red [car] -green")]
    [InlineData("red", "blue", "red")]
    [InlineData("0123 and 4567", "0123 4567", "[0123] and [4567]")]
    [InlineData("0123 and 456", "0123 4567", "0123 and 456")]
    public void Where_it_matches(string text, string query, string marked) =>
        Assert.Equal(marked, Marked(new SearchText(text), query));

    [Fact]
    public void But_not_by_stems_in_a_name() => Assert.Equal("Rivers", Marked(new SearchText("Rivers", IsName: true), "river"));

    [Theory]
    [InlineData(0)]
    [InlineData(5_000)]
    [InlineData(9_990)]
    public void In_an_excerpt_that_holds_the_first_place(int at)
    {
        var text = string.Concat(Enumerable.Repeat("word ", 2_000)).Insert(at, "needle ");
        var spans = Highlighter.Spans(new SearchText(text), SearchQuery.Read("needle"));
        var excerpt = Highlighter.Excerpt(text, spans, 120);
        Assert.InRange(excerpt.Length, 60, 120);
        Assert.Contains("needle", text.Substring(excerpt.Start, excerpt.Length));
        Assert.All(new[] { text.Substring(excerpt.Start, excerpt.Length).Trim().Split(' ') }, words => Assert.All(words, word => Assert.True(word is "word" or "needle", word)));
    }

    [Fact]
    public void Exactly_when_it_is_found() => Gen.Select(Texts, Queries).Sample((text, query) =>
    {
        using var index = SearchIndex.InMemory();
        index.Put([new SearchDocument(SearchKind.Item, 1, 1, 1, "item", [new SearchText(text)])], CancellationToken.None);
        index.Publish(0);
        var read = SearchQuery.Read(query);
        var found = index.Search(read, new SearchFilter(new LabelSet([1])), 1, CancellationToken.None).Total == 1;
        Assert.Equal(found, Highlighter.Spans(new SearchText(text), read).Count > 0);
    }, iter: 1_000);

    private static readonly string[] Words = ["car", "cars", "carr", "red", "rde", "0770", "9991234", "123", "A", "ZZ9", "احمد", "أحمد", "المتهمون", "متهم", "پیاوەکان", "پیاو", "al-karam", "alkaram", "karam"];

    private static readonly Gen<string> Texts = Gen.Select(Gen.OneOfConst(Words).Array[1, 6], Gen.OneOfConst(" ", "-", ", ", ". ")).Select((words, joint) => string.Join(joint, words));

    private static readonly Gen<string> Queries = Gen.Select(Gen.OneOfConst(Words), Gen.OneOfConst(Words), Gen.Int[0, 4]).Select((one, other, form) => form switch
    {
        0 => one,
        1 => $"\"{one} {other}\"",
        2 => one.Replace("-", "") + "*",
        3 => one + "~",
        _ => one + "-" + other,
    });

    private static string Marked(SearchText text, string query) => Highlighter.Spans(text, SearchQuery.Read(query)).Reverse()
        .Aggregate(text.Text, (marked, span) => marked.Insert(span.Start + span.Length, "]").Insert(span.Start, "["));
}
