using System.Diagnostics;
using System.Globalization;
using Plumbline.Core;
using Plumbline.Screening.Matching;

namespace Plumbline.Benchmarks.Screening;

/// <summary>Building the index, bytes a name, screens a second of processor time one by one and as a batch, and their latency, on fictional names: nothing is read.</summary>
public static class NameScreens
{
    private const int Screens = 2_000, Batch = 20_000, Flights = 4, Rounds = 3, Seed = 5;

    /// <param name="args">How many entities (1,000,000 without it), two names and a half each.</param>
    public static void Run(string[] args)
    {
        var entities = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        var made = new FictionalNames(Seed);
        var people = Enumerable.Range(0, entities).Select(_ => made.Person()).ToArray();
        var random = new Random(Seed + 1);
        // Half are on the list, in a spelling of their own; half are nobody's.
        var asked = Enumerable.Range(0, Screens).Select(n => n % 2 == 0 ? random.Next(entities) : -1).ToArray();
        var queries = asked.Select(entity => Prepared(made.Written(entity >= 0 ? people[entity] : made.Person(), 0.5))).ToArray();
        var before = GC.GetTotalMemory(true);
        var (watch, busy) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        List<int> refused = [];
        var index = CandidateIndex.OfTexts(Enumerable.Range(0, entities).SelectMany(entity => Enumerable.Range(0, 2 + (entity % 2)).Select(n => (entity, made.Written(people[entity], n * 0.3)))), refused, default);
        Console.WriteLine($"{entities:N0} entities, {index.Names.Count:N0} names: made and built in {watch.Elapsed.TotalSeconds:F1} s, {Busy(busy):F1} s of processor time; {(GC.GetTotalMemory(true) - before) / (double)index.Names.Count:F0} bytes a name, {index.KeyCount:N0} keys, {refused.Count} refused");
        PreparedName[] passengers = [.. Enumerable.Range(0, Batch).Select(n => Prepared(made.Written(n % 2 == 0 ? people[random.Next(entities)] : made.Person(), 0.5)))];
        // As on a route's lists of a month: who flies, flies again.
        PreparedName[] month = [.. Enumerable.Range(0, Batch).Select(_ => passengers[random.Next(Batch / Flights)])];
        var screener = new Screener(index);
        foreach (var query in queries.Take(500)) screener.Screen(query);
        var rounds = Enumerable.Range(0, Rounds).Select(_ => (Single: Single(screener, queries), Batch: AsBatch(index, passengers), Month: AsBatch(index, month))).ToArray();
        Console.WriteLine($"medians of {Rounds} rounds by turns, screens a second of processor time: {Median(rounds.Select(round => round.Single.PerSecond)):N0} one by one, {Median(rounds.Select(round => round.Batch)):N0} as a batch of {Batch:N0} different names, {Median(rounds.Select(round => round.Month)):N0} as {Batch:N0} names of {Batch / Flights:N0} people");
        Console.WriteLine($"one by one: p50 {Median(rounds.Select(round => round.Single.Middle)):F2} ms, p99 {Median(rounds.Select(round => round.Single.High)):F2} ms of the clock; {Median(rounds.Select(round => round.Single.Bytes)):N0} bytes allocated a screen");
        Grown(index, made, entities);
        var (found, first) = (0, 0);
        for (var n = 0; n < Screens; n += 2)
        {
            var rows = screener.Screen(queries[n]);
            if (rows.Count > 0 && rows[0].Entity == asked[n]) first++;
            if (rows.Any(row => row.Entity == asked[n])) found++;
        }
        var sum = queries.Aggregate(14695981039346656037UL, (sum, query) => screener.Screen(query).Aggregate(sum, Mixed));
        var sums = new ulong[Batch];
        BatchScreen.Run(index, passengers, () => 0, (n, screened, _) => sums[n] = screened(null).Aggregate(14695981039346656037UL, Mixed), null, default);
        Console.WriteLine($"all rows as a number, alike for engines that say the same: {sum:x16} one by one, {sums.Aggregate(0UL, (sum, one) => unchecked((sum * 1099511628211UL) ^ one)):x16} as a batch");
        Console.WriteLine($"of {Screens / 2} who are listed: {found / (Screens / 2.0):P1} among those returned, {first / (Screens / 2.0):P1} first");
    }

    // From the text of new entries to the answer that names one of them.
    private static void Grown(CandidateIndex index, FictionalNames made, int entities)
    {
        foreach (var count in (int[])[1, 1_000, 1_000, 1_000])
        {
            var texts = Enumerable.Range(0, count).Select(_ => made.Written(made.Person(), 0)).ToArray();
            var watch = Stopwatch.StartNew();
            var grown = index.With([.. texts.Select((text, n) => new IndexedName(entities + n, Prepared(text)))], default);
            var built = watch.Elapsed.TotalMilliseconds;
            var screener = new Screener(grown);
            var rows = screener.Screen(Prepared(texts[^1]));
            Console.WriteLine($"{count:N0} new entries: indexed in {built:F1} ms, found {(rows.Any(row => row.Entity == entities + count - 1) ? "" : "NOT ")}in {watch.Elapsed.TotalMilliseconds:F1} ms of the clock; a screen then {Once(screener, Prepared(texts[0])):F2} ms");
        }
    }

    private static double Once(Screener screener, PreparedName query)
    {
        var start = Stopwatch.GetTimestamp();
        for (var n = 0; n < 100; n++) screener.Screen(query);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / 100;
    }

    private static (double PerSecond, double Middle, double High, double Bytes) Single(Screener screener, PreparedName[] queries)
    {
        var times = new double[queries.Length];
        var (busy, bytes) = (Process.GetCurrentProcess().TotalProcessorTime, GC.GetAllocatedBytesForCurrentThread());
        for (var n = 0; n < queries.Length; n++)
        {
            var start = Stopwatch.GetTimestamp();
            screener.Screen(queries[n]);
            times[n] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        var (seconds, each) = (Busy(busy), (GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)queries.Length);
        Array.Sort(times);
        return (queries.Length / seconds, times[queries.Length / 2], times[queries.Length * 99 / 100], each);
    }

    private static double AsBatch(CandidateIndex index, PreparedName[] queries)
    {
        var (rows, busy) = (0, Process.GetCurrentProcess().TotalProcessorTime);
        BatchScreen.Run(index, queries, () => 0, (_, screened, _) => Interlocked.Add(ref rows, screened(null).Count), null, default);
        return queries.Length / Busy(busy);
    }

    // FNV-1a.
    private static ulong Mixed(ulong sum, ScreenRow row) => unchecked(((((sum ^ (uint)row.Entity) * 1099511628211UL) ^ (uint)row.Name) * 1099511628211UL ^ BitConverter.SingleToUInt32Bits(row.Score)) * 1099511628211UL);

    // Seconds of processor time since then, of all threads.
    private static double Busy(TimeSpan since) => (Process.GetCurrentProcess().TotalProcessorTime - since).TotalSeconds;

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static PreparedName Prepared(string name) => ((Outcome<PreparedName>.Done)NameMatcher.Preparer.Prepare(name)).Value;
}
