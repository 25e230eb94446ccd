using Plumbline.Screening.Matching;

namespace Plumbline.NameTables;

/// <summary>Measures the labelled pairs, learns the model on all of them, and says by cross-validation how good it is on names it has not seen.</summary>
internal sealed class ModelLearner(TokenPairs source)
{
    private const int Folds = 5;
    private const double HandMade = 2;   // each stands for a kind of case
    private readonly List<(string A, string B, bool Same, string Source, int Fold, int OtherFold)> pairs = [];
    private float[][] rows = [];

    public void Measure()
    {
        var raw = source.Table("pairs_dev.tsv.gz").Select(row => (Id: row[0], A: row[1], B: row[2], Same: row[3] == "1", Source: row[4])).ToArray();
        // Names of one entity stay in one fold, on either side of a pair.
        var entities = new Entities(raw.Where(row => row.Same).Select(row => (row.A, row.B)));
        var preparer = new NamePreparer(CostTables.Rarity);
        var matcher = new NameMatcher();
        var measured = new List<float[]>();
        for (var n = 0; n < raw.Length; n++)
        {
            if (preparer.Prepare(raw[n].A) is not Core.Outcome<PreparedName>.Done { Value: var a } || preparer.Prepare(raw[n].B) is not Core.Outcome<PreparedName>.Done { Value: var b }) continue;
            var best = new float[PairFeatures.Count];
            matcher.MeasureBest(a, b, best);
            measured.Add(best);
            pairs.Add((raw[n].A, raw[n].B, raw[n].Same, raw[n].Source, (int)(Skeleton.Hash(entities.Of(raw[n].A)) % Folds), (int)(Skeleton.Hash(entities.Of(raw[n].B)) % Folds)));
        }
        rows = [.. measured];
        Console.WriteLine($"{rows.Length:N0} of {raw.Length:N0} pairs measured");
    }

    /// <summary>How often neither side's own name is explained, among the same and the different.</summary>
    public void OwnNames()
    {
        foreach (var limit in (float[])[0.5f, 0.55f, 0.6f, 0.65f, 0.7f])
        {
            var (same, different) = (Enumerable.Range(0, rows.Length).Where(n => pairs[n].Same).ToArray(), Enumerable.Range(0, rows.Length).Where(n => !pairs[n].Same).ToArray());
            Console.WriteLine($"  own names below {limit}: {same.Average(n => rows[n][41] < limit ? 1 : 0):P1} of the same, {different.Average(n => rows[n][41] < limit ? 1 : 0):P1} of the different");
        }
    }

    public double[] CrossValidate(TreeOptions options)
    {
        var scores = new double[rows.Length];
        for (var fold = 0; fold < Folds; fold++)
        {
            int[] train = [.. Enumerable.Range(0, rows.Length).Where(n => pairs[n].Fold != fold && pairs[n].OtherFold != fold)];
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
        new([.. members.Select(n => rows[n])], [.. members.Select(n => pairs[n].Same)], [.. members.Select(n => pairs[n].Source.StartsWith("nk_", StringComparison.Ordinal) ? HandMade : 1.0)], options);
}
