using Plumbline.Screening.Matching;

namespace Plumbline.NameTables;

/// <summary>Measures the labelled pairs, learns the model on all of them, and says by cross-validation how good it is on names it has not seen.</summary>
internal sealed class ModelLearner(TokenPairs source)
{
    private const int Folds = 5;
    private const double HandMade = 2;   // each stands for a kind of case
    private readonly List<(string A, string B, bool Same, string Source)> pairs = [];
    private readonly List<(float Least, float Most)> bounds = [];
    private float[][] rows = [];
    private (string A, string B)[] entities = [];

    public void Measure()
    {
        var raw = source.Table("pairs_dev.tsv.gz").Select(row => (Id: row[0], A: row[1], B: row[2], Same: row[3] == "1", Source: row[4])).ToArray();
        // Names of one entity stay in one fold, on either side of a pair.
        var bound = new Entities(raw.Where(row => row.Same).Select(row => (row.A, row.B)));
        var preparer = new NamePreparer(CostTables.Rarity);
        var matcher = new NameMatcher();
        var measured = new List<float[]>();
        var of = new List<(string A, string B)>();
        for (var n = 0; n < raw.Length; n++)
        {
            if (preparer.Prepare(raw[n].A) is not Core.Outcome<PreparedName>.Done { Value: var a } || preparer.Prepare(raw[n].B) is not Core.Outcome<PreparedName>.Done { Value: var b }) continue;
            var best = new float[PairFeatures.Count];
            bounds.Add(matcher.MeasureBest(a, b, best));
            measured.Add(best);
            pairs.Add((raw[n].A, raw[n].B, raw[n].Same, raw[n].Source));
            of.Add((bound.Of(raw[n].A), bound.Of(raw[n].B)));
        }
        (rows, entities) = ([.. measured], [.. of]);
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

    /// <param name="options">How trees are grown.</param>
    /// <param name="division">Which of the ways to divide the entities into folds; 0 is the one whose figures are told.</param>
    public double[] CrossValidate(TreeOptions options, int division = 0)
    {
        var folds = Array.ConvertAll(entities, pair => (A: Fold(pair.A, division), B: Fold(pair.B, division)));
        var scores = new double[rows.Length];
        for (var fold = 0; fold < Folds; fold++)
        {
            int[] train = [.. Enumerable.Range(0, rows.Length).Where(n => folds[n].A != fold && folds[n].B != fold)];
            var model = Learner(train, options).Learn();
            for (var n = 0; n < rows.Length; n++) if (folds[n].A == fold) scores[n] = Said(model, n);
        }
        return scores;
    }

    /// <summary>What trees say of each pair that learned without the fold of its first name.</summary>
    /// <param name="ofFold">By fold, as <see cref="LearnWithout"/> learns them.</param>
    public double[] LeftOut(Func<string, int> foldOf, IReadOnlyList<BoostedTrees> ofFold) => [.. Enumerable.Range(0, rows.Length).Select(n => Said(ofFold[foldOf(pairs[n].A)], n))];

    public BoostedTrees Learn(TreeOptions options) => Learner([.. Enumerable.Range(0, rows.Length)], options).Learn();

    /// <summary>Learns on the pairs neither of whose names is in a fold.</summary>
    public BoostedTrees LearnWithout(Func<string, int> foldOf, int fold, TreeOptions options) => Learner([.. Enumerable.Range(0, rows.Length).Where(n => foldOf(pairs[n].A) != fold && foldOf(pairs[n].B) != fold)], options).Learn();

    /// <summary>Recall at 1 % false positives in each slice over several divisions: what the division alone does to the figure.</summary>
    public void Divisions(TreeOptions options, int count)
    {
        var recalls = Enumerable.Range(0, count).Select(division => CrossValidate(options, division)).SelectMany(scores => Slices().Select(slice => (slice.Key, Quality.Of([.. slice.Select(n => (scores[n], pairs[n].Same))]).Recall)));
        foreach (var slice in recalls.GroupBy(one => one.Key, one => one.Recall)) Console.WriteLine($"  {slice.Key,-16} recall over {count} divisions: mean {slice.Average():F3}, {slice.Min():F3} to {slice.Max():F3}   {string.Join(' ', slice.Select(recall => $"{recall:F4}"))}");
    }

    public double[] Scores(BoostedTrees model) => [.. Enumerable.Range(0, rows.Length).Select(n => Said(model, n))];

    public void Print(string title, double[] scores)
    {
        Console.WriteLine(title);
        var all = Enumerable.Range(0, rows.Length).Select(n => (Score: scores[n], pairs[n].Same)).ToList();
        var (auc, f1, recall, threshold) = Quality.Of(all);
        Console.WriteLine($"  {"all",-16} {all.Count,6} {auc:F4} {f1:F3} {recall:F3}   threshold {threshold:F2}");
        foreach (var slice in Slices())
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

    /// <summary>Whether scores, told as probabilities, are as often true as they say: of all, and of each slice.</summary>
    public void PrintCalibration(double[] scores)
    {
        Calibration.Print("all pairs", Told(scores, Enumerable.Range(0, rows.Length)));
        foreach (var slice in Slices()) Calibration.Print(slice.Key, Told(scores, slice));
    }

    /// <summary>What was said of all pairs, and whether it was true.</summary>
    public (double Probability, bool Same)[] Told(double[] scores) => Told(scores, Enumerable.Range(0, rows.Length));

    private (double, bool)[] Told(double[] scores, IEnumerable<int> members) => [.. members.Select(n => (1 / (1 + Math.Exp(-scores[n])), pairs[n].Same))];

    public void Errors(double[] scores, string file)
    {
        using var lines = new StreamWriter(file);
        foreach (var n in Enumerable.Range(0, rows.Length).OrderByDescending(n => pairs[n].Same ? -scores[n] : scores[n]).Take(1500))
            lines.WriteLine($"{pairs[n].Source}\t{(pairs[n].Same ? 1 : 0)}\t{scores[n]:F2}\t{pairs[n].A}\t{pairs[n].B}");
    }

    private IEnumerable<IGrouping<string, int>> Slices() => Enumerable.Range(0, rows.Length).GroupBy(n => Quality.Slice(pairs[n].Source) ?? "other").OrderBy(one => one.Key, StringComparer.Ordinal);

    private static int Fold(string entity, int division) => (int)(Skeleton.Hash(division == 0 ? entity : $"{division}/{entity}") % Folds);

    // As names are scored: what is known of figures, own names and the very name bounds what the trees say.
    private double Said(BoostedTrees model, int n) => Math.Clamp(model.Score(rows[n]), bounds[n].Least, bounds[n].Most);

    private TreeLearner Learner(int[] members, TreeOptions options) =>
        new([.. members.Select(n => rows[n])], [.. members.Select(n => pairs[n].Same)], [.. members.Select(n => pairs[n].Source.StartsWith("nk_", StringComparison.Ordinal) ? HandMade : 1.0)], options);
}
