using Plumbline.Screening.Matching;

namespace Plumbline.NameTables;

/// <summary>Measures the labelled pairs, learns the model on all of them, and says by cross-validation how good it is on names it has not seen.</summary>
internal sealed class ModelLearner(TokenPairs source)
{
    private const int Folds = 5;
    private readonly List<(string A, string B, bool Same, string Source, int Fold)> pairs = [];
    private float[][] rows = [];

    public void Measure()
    {
        var raw = source.Table("pairs_dev.tsv.gz").Select(row => (Id: row[0], A: row[1], B: row[2], Same: row[3] == "1", Source: row[4])).ToArray();
        // Names that occur in several pairs stay in one fold: so far as names tell, entities do not cross.
        var group = Groups(raw.Select(row => (row.A, row.B)).ToArray());
        var preparer = new NamePreparer(CostTables.Rarity);
        var matcher = new NameMatcher();
        var measured = new List<float[]>();
        for (var n = 0; n < raw.Length; n++)
        {
            if (preparer.Prepare(raw[n].A) is not Core.Outcome<PreparedName>.Done { Value: var a } || preparer.Prepare(raw[n].B) is not Core.Outcome<PreparedName>.Done { Value: var b }) continue;
            var best = new float[PairFeatures.Count];
            matcher.MeasureBest(a, b, best);
            measured.Add(best);
            pairs.Add((raw[n].A, raw[n].B, raw[n].Same, raw[n].Source, (int)(Skeleton.Hash(group[n]) % Folds)));
        }
        rows = [.. measured];
        Console.WriteLine($"{rows.Length:N0} of {raw.Length:N0} pairs measured");
    }

    public double[] CrossValidate(TreeOptions options)
    {
        var scores = new double[rows.Length];
        for (var fold = 0; fold < Folds; fold++)
        {
            int[] train = [.. Enumerable.Range(0, rows.Length).Where(n => pairs[n].Fold != fold)];
            var model = Learner(train, options).Learn();
            for (var n = 0; n < rows.Length; n++) if (pairs[n].Fold == fold) scores[n] = model.Score(rows[n]);
        }
        return scores;
    }

    public BoostedTrees Learn(TreeOptions options) => Learner([.. Enumerable.Range(0, rows.Length)], options).Learn();

    public double[] Scores(BoostedTrees model) => [.. rows.Select(row => (double)model.Score(row))];

    public void Print(string title, double[] scores)
    {
        Console.WriteLine(title);
        var all = Enumerable.Range(0, rows.Length).Select(n => (Score: scores[n], pairs[n].Same)).ToList();
        var (auc, f1, recall, threshold) = Quality.Of(all);
        Console.WriteLine($"  {"all",-16} {all.Count,6} {auc:F4} {f1:F3} {recall:F3}   threshold {threshold:F2}");
        foreach (var slice in Enumerable.Range(0, rows.Length).GroupBy(n => Quality.Slice(pairs[n].Source) ?? "other").OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var members = slice.Select(n => (Score: scores[n], pairs[n].Same)).ToList();
            var quality = Quality.Of(members);
            var (tp, fp, fn) = (members.Count(one => one.Same && one.Score >= threshold), members.Count(one => !one.Same && one.Score >= threshold), members.Count(one => one.Same && one.Score < threshold));
            Console.WriteLine($"  {slice.Key,-16} {members.Count,6} {quality.Auc:F4} {quality.F1:F3} {quality.Recall:F3}   at one threshold F1 {2.0 * tp / ((2 * tp) + fp + fn):F3}");
        }
        foreach (var one in Enumerable.Range(0, rows.Length).GroupBy(n => pairs[n].Source).Where(one => one.Count() > 50).OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var quality = Quality.Of([.. one.Select(n => (scores[n], pairs[n].Same))]);
            Console.WriteLine($"    {one.Key,-26} {one.Count(),6} {quality.Auc:F4} {quality.F1:F3} {quality.Recall:F3}");
        }
    }

    public void Errors(double[] scores, string file)
    {
        using var lines = new StreamWriter(file);
        foreach (var n in Enumerable.Range(0, rows.Length).OrderByDescending(n => pairs[n].Same ? -scores[n] : scores[n]).Take(1500))
            lines.WriteLine($"{pairs[n].Source}\t{(pairs[n].Same ? 1 : 0)}\t{scores[n]:F2}\t{pairs[n].A}\t{pairs[n].B}");
    }

    private TreeLearner Learner(int[] members, TreeOptions options) =>
        new([.. members.Select(n => rows[n])], [.. members.Select(n => pairs[n].Same)], [.. members.Select(_ => 1.0)], options);

    private static string[] Groups((string A, string B)[] pairs)
    {
        var parent = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (a, b) in pairs) parent.TryAdd(a, a);
        foreach (var (a, b) in pairs) parent.TryAdd(b, b);
        // Names of the a side bind; b sides are often neighbours of many, which would make one group of all.
        return [.. pairs.Select(pair => pair.A)];
    }
}
