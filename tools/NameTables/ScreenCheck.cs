using System.Diagnostics;
using Plumbline.Screening.Matching;

namespace Plumbline.NameTables;

/// <summary>Screens the development queries: recall of candidates, first hits, and the threshold that keeps 95 % of the true ones.</summary>
internal sealed class ScreenCheck(TokenPairs source)
{
    /// <summary>How the committed trees were grown: those that weigh entities, and those that compare pairs.</summary>
    public static (TreeOptions Weighing, TreeOptions OfPairs) Committed { get; } = (new TreeOptions(150, 8, 0.06, 3, 1e-3, 15, Monotone.Of(Ranking.FeatureCount)), new TreeOptions(300, 16, 0.08, 2, 1e-3, 20, Monotone.Of(PairFeatures.Count)));

    /// <summary>What learns from the queries.</summary>
    /// <param name="pairs">The labelled pairs, measured.</param>
    public ScreenLearner Learner(ModelLearner pairs, TreeOptions options, TreeOptions ofPairs)
    {
        var (names, index, entities) = List();
        return new ScreenLearner(source, pairs, names, index, entities, options, ofPairs);
    }

    private (List<IndexedName> Names, CandidateIndex Index, Dictionary<string, int> Entities) List()
    {
        var entities = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = new List<IndexedName>();
        foreach (var row in source.Table("screen_watchlist_dev.tsv.gz"))
        {
            if (!entities.TryGetValue(row[0], out var entity)) entities[row[0]] = entity = entities.Count;
            if (NameMatcher.Preparer.Prepare(row[2]) is Core.Outcome<PreparedName>.Done { Value: var name }) names.Add(new IndexedName(entity, name));
        }
        return (names, new CandidateIndex(names, default), entities);
    }

    public void Run(string? errors, string? learn, TreeOptions options, TreeOptions ofPairs)
    {
        var preparer = NameMatcher.Preparer;
        var watch = Stopwatch.StartNew();
        if (learn is not null)
        {
            var pairs = new ModelLearner(source);
            pairs.Measure();
            Learner(pairs, options, ofPairs).Run(learn, errors);
            return;
        }
        var (names, index, entities) = List();

        Console.WriteLine($"index of {names.Count:N0} names in {watch.Elapsed.TotalSeconds:F1} s, {index.KeyCount:N0} keys");
        var queries = source.Table("screen_queries_dev.tsv.gz").Select(row => (Id: row[0], Name: row[1], Expected: row[2], Slice: row[3])).ToArray();
        var results = new (int Rank, bool Found, float Top, string Wrong)[queries.Length];
        watch.Restart();
        Parallel.For(0, 2, part =>
        {
            var screener = new Screener(index);
            for (var n = part; n < queries.Length; n += 2)
            {
                if (preparer.Prepare(queries[n].Name) is not Core.Outcome<PreparedName>.Done { Value: var query }) continue;
                var rows = screener.Screen(query);
                var expected = entities.GetValueOrDefault(queries[n].Expected, -1);
                var rank = rows.Select(row => row.Entity).ToList().IndexOf(expected);
                results[n] = (rank, rank >= 0, rows.Count > 0 ? rows[0].Score : 0, rank != 0 && rows.Count > 0 ? $"{names[rows[0].Name].Name.Text} {rows[0].Score:F3}" : "");
            }
        });
        Console.WriteLine($"{queries.Length:N0} screens in {watch.Elapsed.TotalSeconds:F1} s on two threads");
        foreach (var slice in Enumerable.Range(0, queries.Length).GroupBy(n => queries[n].Slice).OrderBy(one => one.Key, StringComparer.Ordinal))
            if (!slice.Key.StartsWith("background", StringComparison.Ordinal))
                Console.WriteLine($"  {slice.Key,-12} R@200 {slice.Average(n => results[n].Found ? 1 : 0):F3}  R@1 {slice.Average(n => results[n].Found && results[n].Rank == 0 ? 1 : 0):F3}  R@10 {slice.Average(n => results[n].Found && results[n].Rank < 10 ? 1 : 0):F3}");
        var hits = Enumerable.Range(0, queries.Length).Where(n => results[n].Found && results[n].Rank == 0).Select(n => results[n].Top).Order().ToArray();
        var threshold = hits[(int)(hits.Length * 0.05)];
        var background = Enumerable.Range(0, queries.Length).Where(n => queries[n].Expected == "-").ToArray();
        Console.WriteLine($"  threshold {threshold:F4}; background alerted {background.Average(n => results[n].Top >= threshold ? 1 : 0):P2}");
        if (errors is null) return;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(errors))!);
        using var file = new StreamWriter(errors);
        foreach (var n in Enumerable.Range(0, queries.Length).Where(n => queries[n].Expected != "-" && results[n].Rank != 0))
            file.WriteLine($"{queries[n].Slice}\t{queries[n].Name}\texpected {string.Join(" / ", names.Where(name => name.Entity == entities.GetValueOrDefault(queries[n].Expected, -2)).Select(name => name.Name.Text).Take(4))}\trank {results[n].Rank}\tfirst {results[n].Wrong}");
        foreach (var n in background.OrderByDescending(n => results[n].Top).Take(80)) file.WriteLine($"background\t{queries[n].Name}\t{results[n].Wrong}");
    }
}
