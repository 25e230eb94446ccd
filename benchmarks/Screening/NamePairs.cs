using System.Diagnostics;
using Plumbline.Core;
using Plumbline.NameTables;
using Plumbline.Screening.Matching;

namespace Plumbline.Benchmarks.Screening;

/// <summary>Quality on the labelled development pairs and pairs a second on one core, beside simple baselines in the same run.</summary>
public static class NamePairs
{
    /// <param name="args">The folder of the shared name data.</param>
    public static void Run(string[] args)
    {
        var pairs = new TokenPairs(args[0]).Table("pairs_dev.tsv.gz").Select(row => (A: row[1], B: row[2], Same: row[3] == "1", Slice: Quality.Slice(row[4]) ?? "other")).ToArray();
        var slices = pairs.Select(pair => pair.Slice).Distinct().Order(StringComparer.Ordinal).ToArray();
        Console.WriteLine($"| method | all | {string.Join(" | ", slices)} | pairs/s |");
        foreach (var (name, score) in Baselines.All)
        {
            var ascii = pairs.Select(pair => (A: Baselines.Ascii(pair.A), B: Baselines.Ascii(pair.B))).ToArray();
            Print(name, n => score(ascii[n].A, ascii[n].B));
        }
        var matcher = new NameMatcher();
        var prepared = pairs.Select(pair => (A: Prepared(pair.A), B: Prepared(pair.B))).ToArray();
        for (var warm = 0; warm < 3; warm++) foreach (var (a, b) in prepared) matcher.Compare(a, b);
        Print("Plumbline, names prepared", n => matcher.Compare(prepared[n].A, prepared[n].B));
        Print("Plumbline, from text", n => matcher.Compare(Prepared(pairs[n].A), Prepared(pairs[n].B)));

        void Print(string name, Func<int, double> score)
        {
            var scores = new double[pairs.Length];
            var watch = Stopwatch.StartNew();
            for (var n = 0; n < pairs.Length; n++) scores[n] = score(n);
            var seconds = watch.Elapsed.TotalSeconds;
            string Of(IEnumerable<int> members) => Quality.Of([.. members.Select(n => (scores[n], pairs[n].Same))]) is var (auc, f1, recall, _) ? $"{auc:F3}/{f1:F2}/{recall:F2}" : "";
            Console.WriteLine($"| {name} | {Of(Enumerable.Range(0, pairs.Length))} | {string.Join(" | ", slices.Select(slice => Of(Enumerable.Range(0, pairs.Length).Where(n => pairs[n].Slice == slice))))} | {pairs.Length / seconds:N0} |");
        }
    }

    private static PreparedName Prepared(string name) => ((Outcome<PreparedName>.Done)NameMatcher.Preparer.Prepare(name)).Value;
}
