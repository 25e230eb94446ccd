using System.Diagnostics;
using Plumbline.NameTables;
using Plumbline.Screening.Matching;

// NameTables SHARED-NAMES-FOLDER TABLES-FOLDER [align] [rarity] [model]: learns the tables anew, each from those before it; without a name all of them.
// Tables travel in the assembly: build again between the steps.
var (source, target, steps) = (args[0], args[1], args[2..]);
var tokens = new TokenPairs(source);
var watch = Stopwatch.StartNew();
if (steps.Contains("align"))
{
    foreach (var (name, table) in new AlignmentSteps(tokens).Learn())
    {
        using var file = new StreamWriter(Path.Combine(target, $"{name}.txt")) { NewLine = "\n" };
        file.WriteLine($"# Learned from pairs of tokens; log-odds in 1/64 nats. Licence: Apache-2.0. {TokenPairs.Command} align");
        table.Write(file);
        Console.WriteLine($"{name}: {watch.Elapsed.TotalSeconds:F0} s");
    }
}
if (steps.Contains("rarity"))
{
    using var file = new StreamWriter(Path.Combine(target, "rarity.txt")) { NewLine = "\n" };
    RarityLearner.Write(tokens, file);
}
if (steps.Contains("model") || steps.Contains("check"))
{
    var learner = new ModelLearner(tokens);
    learner.Measure();
    if (steps.Contains("own")) learner.OwnNames();
    var options = new TreeOptions(Setting("trees", 200), Setting("leaves", 16), Setting("rate", 8) / 100.0, 2, 1e-3, 20, args.Contains("free") ? new int[PairFeatures.Count] : Monotone.Of(PairFeatures.Count));
    var scores = learner.CrossValidate(options);
    learner.Print($"cross-validated ({watch.Elapsed.TotalSeconds:F0} s)", scores);
    learner.PrintCalibration(scores);
    if (Setting("divisions", 1) is > 1 and var divisions) learner.Divisions(options, divisions);
    if (args.FirstOrDefault(one => one.StartsWith("errors=", StringComparison.Ordinal)) is { } errors) learner.Errors(scores, errors[7..]);
    if (steps.Contains("model"))
    {
        var model = learner.Learn(options);
        learner.Print("fitted", learner.Scores(model));
        using var file = new StreamWriter(Path.Combine(target, "model.txt")) { NewLine = "\n" };
        file.WriteLine($"# Learned from labelled pairs of names. Licence: Apache-2.0. {TokenPairs.Command} model {string.Join(' ', args.Where(one => one.Contains('=')))}".TrimEnd());
        model.Write(file);
    }
}
if (steps.Contains("screen")) new ScreenCheck(tokens).Run(args.FirstOrDefault(one => one.StartsWith("errors=", StringComparison.Ordinal))?[7..], steps.Contains("learn") ? Path.Combine(target, "screen-model.txt") : null, new TreeOptions(Setting("trees", 150), Setting("leaves", 8), Setting("rate", 6) / 100.0, 3, 1e-3, Setting("fewest", 15), Monotone.Of(Ranking.FeatureCount)), new TreeOptions(300, 16, 0.08, 2, 1e-3, 20, Monotone.Of(PairFeatures.Count)));

int Setting(string name, int otherwise) => args.FirstOrDefault(one => one.StartsWith(name + "=", StringComparison.Ordinal)) is { } given ? int.Parse(given[(name.Length + 1)..], System.Globalization.CultureInfo.InvariantCulture) : otherwise;
