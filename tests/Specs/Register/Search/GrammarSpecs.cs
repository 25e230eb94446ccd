using CsCheck;
using Plumbline.Register.Search;

namespace Plumbline.Specs.Register.Search;

public sealed class The_search_box : SearchSpec
{
    public The_search_box() => Given(
        Item(1, "the red car near the old bridge"),
        Item(2, "the old red boat near the harbour"),
        Item(3, "a green car"),
        Name(4, "al-Karam Trading"),
        Name(5, "Alkaram"));

    [Theory]
    [InlineData("red", "2 1")]
    [InlineData("red car", "1")]
    [InlineData("RED   Car", "1")]
    [InlineData("red AND car", "1")]
    [InlineData("\"red car\"", "1")]
    [InlineData("\"car red\"", "")]
    [InlineData("“old bridge”", "1")]
    [InlineData("«old bridge»", "1")]
    [InlineData("\"old bridge", "1")]
    [InlineData("car -red", "3")]
    [InlineData("car NOT red", "3")]
    [InlineData("near -\"old bridge\"", "2")]
    [InlineData("harb*", "2")]
    [InlineData("brigde~", "1")]
    [InlineData("harbuor~1", "2")]
    [InlineData("hrbuor~2", "2")]
    [InlineData("boat OR green", "3 2")]
    [InlineData("boat | green", "3 2")]
    [InlineData("car red OR green", "3 1")]
    [InlineData("red OR boat", "2 1")]
    [InlineData("al-karam", "5 4")]
    [InlineData("al'karam", "5 4")]
    [InlineData("alkaram", "5 4")]
    [InlineData("\"al karam\"", "4")]
    [InlineData("-red", "5 4 3")]
    [InlineData("OR", "5 4 3 2 1")]
    [InlineData("- * ~ \" ( ) |", "5 4 3 2 1")]
    [InlineData("zz*", "")]
    [InlineData("old -al-harb*", "1")]
    [InlineData("green OR al-harb*", "3 2")]
    public void Understands(string query, string found) =>
        Assert.Equal(found, string.Join(' ', Found(query)));

    [Fact]
    public void Finds_everything_visible_when_nothing_is_asked()
    {
        Assert.Equal(5, Answer("").Total);
        Assert.True(SearchQuery.Read(" ").IsEmpty);
        Assert.All(Answer("").Hits, hit => Assert.Empty(hit.Matches));
    }

    [Fact]
    public void Says_why_it_matches()
    {
        var hit = Answer("car OR bridge ol* nera~ \"the old\"").Hits.Single(hit => hit.Key == 1);
        Assert.Equal(
            [("car", MatchedBy.Word), ("bridge", MatchedBy.Word), ("ol*", MatchedBy.Prefix), ("nera~", MatchedBy.Fuzzy), ("\"the old\"", MatchedBy.Phrase)],
            hit.Matches.Select(match => (match.Clause, match.By)));
        Assert.Equal(5 + 4f / 64, hit.Score);
    }

    [Fact]
    public void Says_when_it_did_not_read_all()
    {
        Assert.True(SearchQuery.Read(new string('a', 2_000)).IsCut);
        Assert.True(SearchQuery.Read(string.Join(' ', Enumerable.Range(0, 40).Select(n => "word" + n))).IsCut);
        Assert.False(SearchQuery.Read("a b c").IsCut);
    }

    [Fact]
    public void Takes_any_text() => Gen.OneOf(Gen.String, Gen.String[Gen.Char["-\"*~|() ORNTab01\uD800\uDC00\u200C\u0000ە«»"], 0, 40]).Sample(text =>
    {
        Answer(text);
        Highlighter.Spans(new SearchText(text), SearchQuery.Read(text));
    }, iter: 2_000);

    [Fact]
    public void Stops_when_asked_to()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Index.Put(Enumerable.Range(10, 20_000).Select(key => Name(key, "crowd")), CancellationToken.None);
        Index.Publish(1);
        Assert.Throws<OperationCanceledException>(() => Index.Search(SearchQuery.Read("crowd"), Reader, 10, stopped.Token));
    }
}
