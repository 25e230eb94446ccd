using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Plumbline.Register.Search;

public sealed partial class SearchIndex
{
    /// <summary>Searches what a reader may see.</summary>
    /// <param name="query">What is asked; an empty one finds everything that passes the filter.</param>
    /// <param name="filter">What may be a hit: it decides alone what is found, counted and grouped.</param>
    /// <param name="top">How many groups to name, 0 to 1,000.</param>
    /// <param name="ct">Checked every 16,384 candidates.</param>
    /// <returns>Exact counts and the best groups by clauses matched, then closeness, then the newer id.</returns>
    /// <remarks>Hidden documents change nothing in the answer: every weight is constant, nothing is expanded with a cut, and
    /// the filter comes before counting. They do cost time.</remarks>
    public SearchAnswer Search(SearchQuery query, SearchFilter filter, int top, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(top, 1_000);
        var searcher = searchers.Acquire();
        try
        {
            var collector = new GroupCollector(filter, ct);
            var weight = searcher.CreateNormalizedWeight(QueryPlan.Of(query));
            foreach (var leaf in searcher.TopReaderContext.Leaves) collector.Collect(weight, leaf);
            var groups = collector.Top(top);
            var matches = MatchFinder.Find(searcher, query, [.. groups.Select(group => group.Best.Document)]);
            return new SearchAnswer(collector.Total, collector.Groups, [.. groups.Select((group, at) =>
                new SearchHit(group.Best.Id, group.Group, group.Best.Count, query.Required.Count == 0 ? 0 : group.Best.Score, matches[at]))]);
        }
        finally
        {
            searchers.Release(searcher);
        }
    }

    /// <summary>Reads the columns of new segments when changes are published, not when somebody searches.</summary>
    private sealed class Warmer : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader)
        {
            foreach (var leaf in reader.Leaves) SegmentColumns.Of(leaf.AtomicReader);
            return new IndexSearcher(reader) { Similarity = new ConstantSimilarity() };
        }
    }
}
