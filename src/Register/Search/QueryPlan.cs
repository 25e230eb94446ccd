using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util.Automaton;

namespace Plumbline.Register.Search;

/// <summary>A query in the index's own terms: every part of a clause scores a constant.</summary>
/// <remarks>
/// Beginnings and near words are matched by an automaton over all terms, without a cut after the best so many: a cut would
/// depend on words of hidden texts. Which terms there are thus changes nothing but the time taken.
/// </remarks>
internal static class QueryPlan
{
    private const float Loose = 1;
    private const float Close = 1 + 1f / 64;   // exact in binary: at most 24 clauses never add up to a whole one

    public static Query Of(SearchQuery query)
    {
        var plan = new BooleanQuery(disableCoord: true);
        foreach (var either in query.Required) plan.Add(Either(either), Occur.MUST);
        if (query.Required.Count == 0) plan.Add(new ConstantScoreQuery(new MatchAllDocsQuery()), Occur.MUST);
        foreach (var clause in query.Excluded) plan.Add(Parts(clause)[0].Query, Occur.MUST_NOT);
        return plan is { Clauses: [{ IsProhibited: false, Query: var only }] } ? only : plan;
    }

    /// <summary>The ways in which a clause can match, the closest first; the first alone is what an exclusion excludes.</summary>
    public static IReadOnlyList<(MatchedBy By, Query Query)> Parts(Clause clause) => clause switch
    {
        WordClause word => [
            (MatchedBy.Word, Constant(Word(word.Key), Close)),
            .. Ends(word.Key),
            .. word.Stems.Select(stem => (MatchedBy.Stem, Constant(new TermQuery(new Term(SearchTerms.Stem(stem.Language), stem.Stem)), Loose)))],
        PhraseClause { Joined: { } joined } phrase => [(MatchedBy.Phrase, Constant(Any(Phrase(phrase.Keys), Word(joined)), Close))],
        PhraseClause phrase => [(MatchedBy.Phrase, Constant(Phrase(phrase.Keys), Close))],
        NumberClause number => [
            (MatchedBy.Number, Constant(Word(number.Joined), Close)),
            .. Ends(number.Joined),
            (MatchedBy.Word, Constant(All(number.Keys.Select(Word)), Loose))],
        PrefixClause prefix => [(MatchedBy.Prefix, Constant(Uncut(new PrefixQuery(new Term(SearchTerms.Word, prefix.Key))), Close))],
        FuzzyClause fuzzy => [
            (MatchedBy.Word, Constant(Word(fuzzy.Key), Close)),
            (MatchedBy.Fuzzy, Constant(Uncut(Near(fuzzy)), Loose))],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Query Either(IReadOnlyList<Clause> either)
    {
        if (either.Count == 1) return Best(either[0]);
        var any = new BooleanQuery(disableCoord: true);   // a sum: who matches both stands above
        foreach (var clause in either) any.Add(Best(clause), Occur.SHOULD);
        return any;
    }

    private static Query Best(Clause clause)
    {
        var parts = Parts(clause);
        if (parts.Count == 1) return parts[0].Query;
        var best = new DisjunctionMaxQuery(0);
        foreach (var part in parts) best.Add(part.Query);
        return best;
    }

    private static IEnumerable<(MatchedBy, Query)> Ends(string form) => JoinedForms.End(form) is { } end
        ? [(MatchedBy.NumberEnd, Constant(new TermQuery(new Term(SearchTerms.NumberEnd, end)), Loose))]
        : [];

    private static AutomatonQuery Near(FuzzyClause fuzzy) =>
        new(new Term(SearchTerms.Word, fuzzy.Key), new LevenshteinAutomata(fuzzy.Key, withTranspositions: true).ToAutomaton(fuzzy.Edits));

    private static T Uncut<T>(T query) where T : MultiTermQuery
    {
        query.MultiTermRewriteMethod = MultiTermQuery.CONSTANT_SCORE_FILTER_REWRITE;
        return query;
    }

    private static TermQuery Word(string key) => new(new Term(SearchTerms.Word, key));

    private static PhraseQuery Phrase(IReadOnlyList<string> keys)
    {
        var phrase = new PhraseQuery();
        foreach (var key in keys) phrase.Add(new Term(SearchTerms.Word, key));
        return phrase;
    }

    private static BooleanQuery Any(params Query[] queries) => Combined(queries, Occur.SHOULD);

    private static BooleanQuery All(IEnumerable<Query> queries) => Combined(queries, Occur.MUST);

    private static BooleanQuery Combined(IEnumerable<Query> queries, Occur occur)
    {
        var combined = new BooleanQuery(disableCoord: true);
        foreach (var query in queries) combined.Add(query, occur);
        return combined;
    }

    private static ConstantScoreQuery Constant(Query query, float score) => new ConstantScoreQuery(query) { Boost = score };
}
