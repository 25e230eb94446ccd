using System.Globalization;
using Plumbline.Screening.Matching;

namespace Plumbline.NameTables;

/// <summary>Learns how an entity stands out among others from the development queries, and judges on entities and people that were left out, of the trees that compare pairs as well.</summary>
internal sealed class ScreenLearner(TokenPairs source, ModelLearner pairs, List<IndexedName> names, CandidateIndex index, Dictionary<string, int> entities, TreeOptions options, TreeOptions ofPairs)
{
    // Two entries whose names are so probably one's stand for one person on two lists, or for namesakes: which of them was meant the name does not say.
    private const float Twins = 0.85f;

    private readonly List<(float[] Features, bool Same, int Query, int Name, bool IsItself, bool IsTwin)> rows = [];
    private BoostedTrees[] ofPairsWithout = [];
    private readonly ScreenQueries queries = new(source, names, entities);
    private readonly ILookup<int, PreparedName> ofEntity = names.ToLookup(name => name.Entity, name => name.Name);

    public void Run(string file, string? errors)
    {
        Measure();
        Print(LeftOut(), errors);
        using var output = new StreamWriter(file) { NewLine = "\n" };
        output.WriteLine($"# Learned from screened queries. Licence: Apache-2.0. {TokenPairs.Command} screen learn trees={options.Trees} leaves={options.Leaves} rate={options.Rate * 100:0} fewest={options.FewestInLeaf}");
        Learn().Write(output);
    }

    /// <summary>The trees of all queries, once they are measured.</summary>
    public BoostedTrees Learn() => Learned(_ => true);

    /// <summary>Measures each query's likeliest entities, the one meant against the others, as trees rank them that saw no pair with a name of its fold: on names they have seen, odds are too good to be true.</summary>
    public void Measure()
    {
        ofPairsWithout = [.. Enumerable.Range(0, ScreenQueries.Folds).Select(fold => pairs.LearnWithout(queries.FoldOf, fold, ofPairs))];
        var rankings = Array.ConvertAll(ofPairsWithout, trees => new Ranking(index, new NameMatcher(trees)));
        var matcher = new NameMatcher();
        for (var n = 0; n < queries.All.Count; n++)
        {
            var query = queries.All[n];
            var ranking = rankings[query.Fold];
            var ranked = ranking.Of(query.Name).ToArray();
            for (var at = 0; at < Math.Min(Screener.Weighed, ranked.Length); at++)
            {
                var features = new float[Ranking.FeatureCount];
                ranking.Measure(query.Name, at, features);
                rows.Add((features, ranked[at].Entity == query.Expected, n, ranked[at].Name, ranked[at].IsSame, ranked[at].Entity != query.Expected && AreTwins(ranked[at].Entity, query.Expected, matcher)));
            }
        }
    }

    private (double, bool)[] Told(IEnumerable<int> members, double[] odds, bool twins) => [.. members.Select(n => (1 / (1 + Math.Exp(-odds[n])), rows[n].Same || (twins && rows[n].IsTwin)))];

    private bool AreTwins(int one, int other, NameMatcher matcher) => other >= 0 && ofEntity[one].Any(a => ofEntity[other].Any(b => matcher.Compare(a, b) > Twins));

    private double[] LeftOut()
    {
        var scores = new double[rows.Count];
        for (var fold = 0; fold < ScreenQueries.Folds; fold++)
        {
            var model = Learned(query => queries.All[query].Fold != fold);
            for (var n = 0; n < rows.Count; n++) if (queries.All[rows[n].Query].Fold == fold) scores[n] = model.Score(rows[n].Features);
        }
        return scores;
    }

    // A queried alias was taken out of the list, so that what stands there letter by letter is never the one meant, though it often is the same person on another list.
    // Nothing may be learned from that: what is the same must never score less than what is nearly so, and the monotone measures carry it over. Nor from a twin of the one meant, who is no less likely for not being it.
    private BoostedTrees Learned(Func<int, bool> wanted)
    {
        var train = rows.Where(row => wanted(row.Query) && !row.IsItself && !row.IsTwin && !IsTheSame(row.Features)).ToArray();
        return new TreeLearner([.. train.Select(row => row.Features)], [.. train.Select(row => row.Same)], [.. train.Select(_ => 1.0)], options).Learn();
    }

    private static bool IsTheSame(float[] features) => features[0] > 0.995f && features[1] > 0.995f && features[3] > 0.97f && features[18] == 0;

    /// <summary>What is said of the labelled pairs by trees that saw neither name, once they were learned to measure the queries.</summary>
    public (double Probability, bool Same)[] ToldOfPairs() => pairs.Told(pairs.LeftOut(queries.FoldOf, ofPairsWithout));

    /// <summary>What is said of the first entity of each query that was left out of learning, and whether it is the one meant or a twin of it; for nobody's, whether it is anybody's.</summary>
    public (double Probability, bool Same)[] ToldFirst()
    {
        var (_, told, best) = AsScreened(LeftOut());
        return Told(best, told, twins: true);
    }

    // As the screener scores: no higher than the name itself would, and of equals the likelier.
    private (double[] Odds, double[] Told, int[] Best) AsScreened(double[] raw)
    {
        var odds = raw.Select((score, n) => Math.Min(score, rows[n].Features[PairFeatures.Count] + Screener.MostAbovePair)).ToArray();
        var told = odds.Select((score, n) => rows[n].IsItself ? Ceiling(n) : Math.Min(score, Ceiling(n))).ToArray();
        return (odds, told, [.. Enumerable.Range(0, rows.Count).GroupBy(n => rows[n].Query).Select(one => one.OrderByDescending(n => told[n]).ThenByDescending(n => odds[n]).ThenByDescending(n => rows[n].Features[PairFeatures.Count]).First())]);
    }

    private float Ceiling(int row) => queries.All[rows[row].Query].Name.Lists.Max(SameName.ScreenOdds);

    /// <summary>First hits by slice, and who of the background is alerted: of queries left out of learning.</summary>
    public (IReadOnlyList<FirstHits> Slices, Alerted Alerted) Figures() => Figures(AsScreened(LeftOut()));

    private (IReadOnlyList<FirstHits> Slices, Alerted Alerted) Figures((double[] Odds, double[] Told, int[] Best) screened)
    {
        var (_, told, best) = screened;
        var rivalled = best.Where(n => rows[n].IsItself && !rows[n].Same).Select(n => rows[n].Query).ToHashSet();
        List<FirstHits> slices = [];
        foreach (var slice in best.Where(n => queries.All[rows[n].Query].Expected >= 0).GroupBy(n => queries.All[rows[n].Query].Slice).OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var kept = slice.Where(n => !rivalled.Contains(rows[n].Query)).ToArray();
            slices.Add(new FirstHits(slice.Key, slice.Count(), Share(slice, n => rows[n].Same), Share(slice, n => rows[n].Same || rows[n].IsTwin), kept.Length, Share(kept, n => rows[n].Same)));
        }
        var hits = best.Where(n => rows[n].Same).OrderBy(n => told[n]).ToArray();
        var background = best.Where(n => queries.All[rows[n].Query].Expected < 0).ToArray();
        var threshold = told[hits[(int)(hits.Length * 0.05)]];
        var alerted = background.Where(n => told[n] >= threshold).ToArray();
        return (slices, new Alerted(1 / (1 + Math.Exp(-threshold)), hits.Length, background.Length, alerted.Length, alerted.Count(n => rows[n].IsItself)));

        static double Share(IEnumerable<int> members, Func<int, bool> which) => members.Average(n => which(n) ? 1 : 0);
    }

    private void Print(double[] raw, string? errors)
    {
        var (odds, told, best) = AsScreened(raw);
        var (slices, alerted) = Figures((odds, told, best));
        foreach (var slice in slices)
            Console.WriteLine($"  left out: {slice.Slice,-18} R@1 {slice.First:F3}, or a twin first {slice.OrTwin:F3}; where no other entity has the very name: {slice.FirstUnrivalled:F3} of {slice.Unrivalled} of {slice.Queries}");
        Console.WriteLine($"  left out: threshold {alerted.Threshold:F4} keeps 95 % of {alerted.Hits} true firsts; background alerted {alerted.Share:P2} of {alerted.People}, {alerted.ByVeryName} of {alerted.Count} by a listed name letter by letter");
        // Of every row that is told, and of the first of each query; a twin of the one meant is the same person on another list, or nobody can tell.
        Calibration.Print("rows, a twin wrong", Told(Enumerable.Range(0, rows.Count), told, twins: false));
        Calibration.Print("rows, a twin right", Told(Enumerable.Range(0, rows.Count), told, twins: true));
        Calibration.Print("first rows, a twin wrong", Told(best, told, twins: false));
        Calibration.Print("first rows, a twin right", Told(best, told, twins: true));
        if (errors is null) return;
        using var lines = new StreamWriter(errors);
        foreach (var n in best.OrderBy(n => told[n]))
        {
            var meant = Enumerable.Range(Math.Max(0, n - Screener.Weighed), 2 * Screener.Weighed).Where(other => other < rows.Count && rows[other].Query == rows[n].Query && rows[other].Same).Select(other => $"{names[rows[other].Name].Name.Text} {odds[other]:F2}").FirstOrDefault("-");
            lines.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{queries.All[rows[n].Query].Slice}\t{(rows[n].Same ? 1 : 0)}\t{(rows[n].IsItself ? 1 : 0)}\t{(rows[n].IsTwin ? 1 : 0)}\t{told[n]:F2}\t{raw[n]:F2}\t{rows[n].Features[PairFeatures.Count]:F2}\t{Ceiling(n):F2}\t{queries.All[rows[n].Query].Name.Text}\t{names[rows[n].Name].Name.Text}\t{meant}"));
        }
    }
}
