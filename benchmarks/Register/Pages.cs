using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Register;
using Plumbline.Register.Following;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Benchmarks.Register;

/// <summary>What an officer waits for on a full register: search and entity page, through the gate and with their acts.</summary>
public static class Pages
{
    private const int Runs = 200;

    /// <param name="args">Number of statements (1,000,000), then the connection string of a PostgreSQL server; SQLite without it.</param>
    public static async Task Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0]) : 1_000_000;
        using var home = await SampleHome.Make(await SampleHome.Database(args.ElementAtOrDefault(1)));
        var store = home.Home.Store;
        var items = await home.Items(count / SampleHome.StatementsAnItem);
        var person = await home.Persons(count / SampleHome.StatementsAnEntity);
        for (var n = 0; n < count; n += 5_000)
        {
            await using var writer = await Writer.Begin(store, default);
            await new StatementRecords(writer, SampleHome.Now, 1).Keep(home.Statements(n, 5_000, person, items), default);
            await writer.Commit(default);
        }
        if (store.Dialect == Dialect.Postgres) await home.Execute("vacuum analyze");
        using var projections = ((Outcome<Projections>.Done)await Projections.Open(home.Home, TimeProvider.System, NullLogger.Instance, default)).Value;
        var watch = Stopwatch.StartNew();
        await projections.CatchUp(default);
        Console.WriteLine($"{store.Dialect} {count:N0} statements, {items.Count:N0} items: indexed in {watch.Elapsed.TotalSeconds:F0} s");

        // As a server does: every question leaves an act, and an index that lags refuses to search.
        using var stop = new CancellationTokenSource();
        var keeping = projections.Run(stop.Token);
        using var log = new ActLog(store);
        var labels = new Labels(store);
        var gate = new Gate(store, labels, log, TimeProvider.System);
        var officer = new Visitor(1, 1, "cli");
        var sample = new SearchSample(seed: 8);
        var find = new Find(gate, labels, projections.Search);
        await Measure("search", n => find.Run(officer, new FindQuestion(sample.Query(SearchSample.Kinds[n % SearchSample.Kinds.Length])), default), SearchSample.Kinds);
        var view = new ViewEntity(gate, labels);
        var random = new Random(9);
        await Measure("entity page", _ => view.Run(officer, person + random.Next(count / SampleHome.StatementsAnEntity), default));
        await stop.CancelAsync();
        await keeping;
    }

    private static async Task Measure<T>(string what, Func<int, Task<Outcome<T>>> ask, IReadOnlyList<string>? kinds = null)
    {
        List<double> times = [];
        var slowest = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var n = 0; n < Runs + 12; n++)
        {
            var watch = Stopwatch.StartNew();
            var answer = await ask(n);
            if (answer is Outcome<T>.Refused { Why.Code: "rate.limited" })
            {
                // The gate's pace is one officer's; the wait is not what the officer waits for.
                await Task.Delay(TimeSpan.FromSeconds(1));
                n--;
                continue;
            }
            if (answer is Outcome<T>.Refused { Why.Code: not "search.empty" } refused) throw new InvalidOperationException(refused.Why.Detail);
            if (n < 12) continue;   // the first ones pay for the compiler
            times.Add(watch.Elapsed.TotalMilliseconds);
            if (kinds?[n % kinds.Count] is { } kind) slowest[kind] = Math.Max(slowest.GetValueOrDefault(kind), watch.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        Console.WriteLine($"  {what,-12} p50 {times[Runs / 2],6:F1} ms, p95 {times[Runs * 95 / 100],6:F1} ms, max {times[^1],6:F1} ms");
        foreach (var (kind, time) in slowest) Console.WriteLine($"    {kind,-12} max {time,6:F1} ms");
    }
}
