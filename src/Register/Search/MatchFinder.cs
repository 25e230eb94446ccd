using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Plumbline.Register.Search;

/// <summary>Says of a few hits by which clauses, and how, they match.</summary>
internal static class MatchFinder
{
    /// <param name="searcher">The searcher that found them.</param>
    /// <param name="query">What was asked.</param>
    /// <param name="documents">The hits' numbers in the index.</param>
    /// <returns>For each document its matches, in the order of the clauses.</returns>
    public static List<SearchMatch>[] Find(IndexSearcher searcher, SearchQuery query, IReadOnlyList<int> documents)
    {
        var found = documents.Select(_ => new List<SearchMatch>()).ToArray();
        int[] order = [.. Enumerable.Range(0, documents.Count).OrderBy(at => documents[at])];
        foreach (var clause in query.Required.SelectMany(either => either))
        {
            foreach (var (by, part) in QueryPlan.Parts(clause))
            {
                var weight = searcher.CreateNormalizedWeight(part);
                foreach (var at in Matching(weight, searcher.TopReaderContext.Leaves, documents, order))
                {
                    // The closest way comes first and is the one told.
                    if (found[at].LastOrDefault() is not { } last || !ReferenceEquals(last.Clause, clause.Text)) found[at].Add(new SearchMatch(clause.Text, by));
                }
            }
        }

        return found;
    }

    private static IEnumerable<int> Matching(Weight weight, IList<AtomicReaderContext> leaves, IReadOnlyList<int> documents, int[] order)
    {
        var (leaf, scorer, reached) = (-1, (Scorer?)null, -1);
        foreach (var at in order)
        {
            var here = ReaderUtil.SubIndex(documents[at], leaves);
            if (here != leaf) (leaf, scorer, reached) = (here, weight.GetScorer(leaves[here], leaves[here].AtomicReader.LiveDocs), -1);
            var wanted = documents[at] - leaves[here].DocBase;
            if (scorer is not null && reached < wanted) reached = scorer.Advance(wanted);
            if (scorer is not null && reached == wanted) yield return at;
        }
    }
}
