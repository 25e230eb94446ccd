using Plumbline.Core;
using Plumbline.Register.Search;

namespace Plumbline.Specs.Register.Search;

public sealed class The_index_on_disk : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("plumbline-search-").FullName;

    [Fact]
    public void Remembers_how_far_the_feed_was_applied()
    {
        using (var index = Open())
        {
            Assert.True(index.StartedAnew);
            Assert.Equal(-1, index.AppliedTo);
            index.Put([Document(1, "red")], CancellationToken.None);
            index.Commit(41);
            Assert.Equal(41, index.AppliedTo);
        }

        using var again = Open();
        Assert.False(again.StartedAnew);
        Assert.Equal((41, 1), (again.AppliedTo, Count(again, "red")));
    }

    [Fact]
    public void Loses_at_a_crash_only_what_was_not_committed()
    {
        using var index = Open();
        index.Put([Document(1, "red")], CancellationToken.None);
        index.Commit(1);
        index.Put([Document(2, "red")], CancellationToken.None);
        index.Publish(2);
        Assert.Equal(2, Count(index, "red"));

        using var after = Opened(SearchIndex.Open(Copied()));
        Assert.Equal((1, 1), (after.AppliedTo, Count(after, "red")));
        after.Put([Document(1, "red"), Document(2, "red")], CancellationToken.None);
        after.Commit(2);
        Assert.Equal(2, Count(after, "red"));
    }

    [Fact]
    public void Is_written_by_one_and_read_by_others()
    {
        using var index = Open();
        Assert.Equal("search.none", Assert.IsType<Outcome<SearchIndex>.Refused>(SearchIndex.OpenReadOnly(folder)).Why.Code);
        index.Commit(0);
        Assert.Equal("search.busy", Assert.IsType<Outcome<SearchIndex>.Refused>(SearchIndex.Open(folder)).Why.Code);

        using var other = Opened(SearchIndex.OpenReadOnly(folder));
        index.Put([Document(1, "red")], CancellationToken.None);
        index.Commit(1);
        Assert.Equal((0, 0), (other.AppliedTo, Count(other, "red")));
        other.Follow();
        Assert.Equal((1, 1), (other.AppliedTo, Count(other, "red")));
        Assert.Throws<InvalidOperationException>(() => other.Put([Document(2, "red")], CancellationToken.None));
    }

    [Theory]
    [InlineData("segments_")]
    [InlineData("_0.")]
    public void Begins_anew_when_it_is_damaged(string damaged)
    {
        using (var index = Open())
        {
            index.Put([Document(1, "red")], CancellationToken.None);
            index.Commit(1);
        }

        foreach (var file in Directory.GetFiles(folder, damaged + "*")) File.WriteAllBytes(file, [1, 2, 3]);
        using var again = Open();
        Assert.True(again.StartedAnew);
        Assert.Equal((-1, 0), (again.AppliedTo, Count(again, "red")));
        again.Put([Document(1, "red")], CancellationToken.None);
        again.Commit(1);
        Assert.Equal(1, Count(again, "red"));
    }

    [Fact]
    public void Can_be_emptied_and_made_anew()
    {
        using var index = Open();
        index.Put([Document(1, "red"), Document(2, "red")], CancellationToken.None);
        index.Commit(5);
        index.Clear();
        Assert.Equal((-1, 0), (index.AppliedTo, Count(index, "red")));
        index.Put([Document(2, "red")], CancellationToken.None);
        index.Commit(0);
        Assert.Equal(1, Count(index, "red"));
    }

    [Fact]
    public void Replaces_and_removes_by_id()
    {
        using var index = Open();
        index.Put([Document(1, "red"), Document(2, "red"), Document(1, "green")], CancellationToken.None);
        index.Publish(1);
        Assert.Equal((1, 1), (Count(index, "red"), Count(index, "green")));
        index.Remove([SearchId.Of(SearchKind.Item, 1), SearchId.Of(SearchKind.Item, 77)]);
        index.Publish(2);
        Assert.Equal((1, 0), (Count(index, "red"), Count(index, "green")));
    }

    [Fact]
    public void Survives_hostile_texts()
    {
        using var index = Open();
        var texts = new[] { "", "\uD800", "a\0b", new string('x', 3_000_000), new string('\u0301', 10_000), string.Concat(Enumerable.Repeat("1 ", 50_000)), "a" + new string('\u200C', 500) + "b" };
        index.Put(texts.Select((text, key) => Document(key, text)), CancellationToken.None);
        index.Commit(1);
        Assert.Equal(texts.Length, Count(index, ""));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static SearchDocument Document(long key, string text) => new(SearchKind.Item, key, key, 1, "item", [new SearchText(text)]);

    private static long Count(SearchIndex index, string query) =>
        index.Search(SearchQuery.Read(query), new SearchFilter(new LabelSet([1])), 10, CancellationToken.None).Total;

    private static SearchIndex Opened(Outcome<SearchIndex> outcome) => Assert.IsType<Outcome<SearchIndex>.Done>(outcome).Value;

    private SearchIndex Open() => Opened(SearchIndex.Open(folder));

    // What a machine that lost power would find: the files as they are, without the closing of the index.
    private string Copied()
    {
        var copy = Path.Combine(folder, "copy");
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.GetFiles(folder).Where(file => Path.GetFileName(file) != "write.lock")) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return copy;
    }
}
