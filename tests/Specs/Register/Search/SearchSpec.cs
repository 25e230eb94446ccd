using Plumbline.Register.Search;

namespace Plumbline.Specs.Register.Search;

/// <summary>A small index in memory, and how the specs speak of it.</summary>
public abstract class SearchSpec : IDisposable
{
    protected const long Open = 1;
    protected const long Hidden = 2;

    protected SearchIndex Index { get; } = SearchIndex.InMemory();

    protected static SearchFilter Reader => new(new LabelSet([Open]));

    protected static SearchDocument Item(long key, string text, long label = Open, string? language = null) =>
        new(SearchKind.Item, key, Group: 500 + key, label, "item", [new SearchText(text, language)]);

    protected static SearchDocument Name(long key, string name, long entity = 0, long label = Open) =>
        new(SearchKind.Statement, key, entity == 0 ? 900 + key : entity, label, "person", [new SearchText(name, IsName: true)]) { Property = 1 };

    protected void Given(params SearchDocument[] documents)
    {
        Index.Put(documents, CancellationToken.None);
        Index.Publish(lastLeaf: documents.Length);
    }

    protected SearchAnswer Answer(string query, SearchFilter? filter = null, int top = 100) =>
        Index.Search(SearchQuery.Read(query), filter ?? Reader, top, CancellationToken.None);

    /// <summary>Keys of the hits, best first.</summary>
    protected long[] Found(string query, SearchFilter? filter = null) => [.. Answer(query, filter).Hits.Select(hit => hit.Key)];

    public void Dispose()
    {
        Index.Dispose();
        GC.SuppressFinalize(this);
    }
}
