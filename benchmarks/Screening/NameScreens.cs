using System.Diagnostics;
using Plumbline.Core;
using Plumbline.NameTables;
using Plumbline.Screening.Matching;

namespace Plumbline.Benchmarks.Screening;

/// <summary>Building the index, bytes a name, screens a second on one core and their latency, on the development list and on more names made from its words.</summary>
public static class NameScreens
{
    private const int Screens = 1_000;

    /// <param name="args">The folder of the shared name data, then the number of names (the list itself without it).</param>
    public static void Run(string[] args)
    {
        var source = new TokenPairs(args[0]);
        var given = source.Table("screen_watchlist_dev.tsv.gz").Select(row => row[2]).ToArray();
        var count = args.Length > 1 ? int.Parse(args[1]) : given.Length;
        var random = new Random(5);
        // New names out of the words of two real ones, so that words stay as common as they are.
        var texts = Enumerable.Range(0, count).Select(n => n < given.Length ? given[n] : string.Join(' ', given[random.Next(given.Length)].Split(' ').Take(2).Concat(given[random.Next(given.Length)].Split(' ').Skip(1).Take(2)))).ToArray();
        var queries = source.Table("screen_queries_dev.tsv.gz").Select(row => row[1]).Take(Screens).Select(Prepared).OfType<PreparedName>().ToArray();
        var before = GC.GetTotalMemory(true);
        var watch = Stopwatch.StartNew();
        List<int> refused = [];
        var index = CandidateIndex.OfTexts(texts.Select((text, n) => (n, text)), refused, default);
        Console.WriteLine($"{index.Names.Count:N0} names: built in {watch.Elapsed.TotalSeconds:F1} s on one core, {(GC.GetTotalMemory(true) - before) / (double)index.Names.Count:F0} bytes a name, {refused.Count} refused");
        var screener = new Screener(index);
        foreach (var query in queries.Take(100)) screener.Screen(query);
        var times = new List<double>();
        var busy = Process.GetCurrentProcess().TotalProcessorTime;
        foreach (var query in queries)
        {
            watch.Restart();
            screener.Screen(query);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        busy = Process.GetCurrentProcess().TotalProcessorTime - busy;
        times.Sort();
        Console.WriteLine($"screens a second of processor time {times.Count / busy.TotalSeconds:N0}; p50 {times[times.Count / 2]:F1} ms, p99 {times[times.Count * 99 / 100]:F1} ms");
    }

    private static PreparedName? Prepared(string name) => NameMatcher.Preparer.Prepare(name) is Outcome<PreparedName>.Done { Value: var prepared } ? prepared : null;
}
