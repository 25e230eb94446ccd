using System.Diagnostics;
using System.Security.Cryptography;
using Plumbline.Register;
using Plumbline.Register.Audit;

namespace Plumbline.Benchmarks.Register;

/// <summary>Acts recorded by many at once, sequenced, and the whole log verified; beside it the hashing of as many bytes alone.</summary>
public static class Acts
{
    private const int Officers = 64;

    /// <param name="args">Number of acts in the log (1,000,000), then the connection string of a PostgreSQL server; SQLite without it.</param>
    public static async Task Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0]) : 1_000_000;
        using var home = await SampleHome.Make(await SampleHome.Database(args.ElementAtOrDefault(1)));
        var store = home.Home.Store;
        using (var log = new ActLog(store))
        {
            const int recorded = 20_000;
            var watch = Stopwatch.StartNew();
            await Task.WhenAll(Enumerable.Range(0, Officers).Select(async _ =>
            {
                for (var n = 0; n < recorded / Officers; n++) await log.Record(SampleHome.Act("item.read", $"item:{n}"), default);
            }));
            Console.WriteLine($"{store.Dialect} acts of {Officers} officers at once: {recorded / watch.Elapsed.TotalSeconds:N0}/s");
            watch.Restart();
            for (var n = 0; n < 200; n++) await log.Record(SampleHome.Act("item.read", $"item:{n}"), default);
            Console.WriteLine($"  acts of one officer alone: {200 / watch.Elapsed.TotalSeconds:N0}/s");
        }
        for (var made = 20_200; made < count; made += 10_000)
        {
            await using var writer = await Writer.Begin(store, default);
            await writer.Record([.. Enumerable.Range(made, Math.Min(10_000, count - made)).Select(n => SampleHome.Act("item.read", $"item:{n}"))], default);
            await writer.Commit(default);
        }
        var clock = Stopwatch.StartNew();
        var placed = await new Sequencer(store, TimeProvider.System).Run(default);
        Console.WriteLine($"  sequenced {placed:N0}: {placed / clock.Elapsed.TotalSeconds:N0}/s");
        using var key = home.Home.AuditKey();
        clock.Restart();
        var found = await new AuditCheck(store).Verify(null, key.Verifier, default);
        Console.WriteLine($"  verified {found.Leaves:N0}, {found.Faults.Count} faults: {clock.Elapsed.TotalSeconds:F1} s");
        clock.Restart();
        var bytes = new byte[200];
        for (var n = 0; n < 3 * found.Leaves; n++) SHA256.HashData(bytes);
        Console.WriteLine($"  three SHA-256 of 200 bytes for each alone: {clock.Elapsed.TotalSeconds:F1} s");
    }
}
