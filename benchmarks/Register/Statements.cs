using System.Diagnostics;
using Plumbline.Register;
using Plumbline.Register.Records;

namespace Plumbline.Benchmarks.Register;

/// <summary>Statements kept in bulk, an act and a commit each five thousand; beside it the same rows into the same table without its indices.</summary>
public static class Statements
{
    private const int Chunk = 5_000;

    /// <param name="args">Number of statements (1,000,000), then the connection string of a PostgreSQL server; SQLite without it.</param>
    public static async Task Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0]) : 1_000_000;
        var server = args.ElementAtOrDefault(1);
        foreach (var hasIndices in (bool[])[true, false])
        {
            using var home = await SampleHome.Make(await SampleHome.Database(server));
            if (!hasIndices) await home.Execute("drop index statement_entity; drop index statement_value; drop index statement_target; drop index statement_item;");
            var items = await home.Items(Math.Max(1_000, count / SampleHome.StatementsAnItem));
            var person = await home.Persons(count / SampleHome.StatementsAnEntity);
            var watch = new Stopwatch();
            var chunks = new List<double>();
            for (var n = 0; n < count; n += Chunk)
            {
                var statements = home.Statements(n, Chunk, person, items);
                var before = watch.Elapsed;
                watch.Start();
                await using var writer = await Writer.Begin(home.Home.Store, default);
                await new StatementRecords(writer, SampleHome.Now, 1).Keep(statements, default);
                await writer.Record([SampleHome.Act("import", $"chunk:{n}")], default);
                await writer.Commit(default);
                watch.Stop();
                chunks.Add((watch.Elapsed - before).TotalMilliseconds);
            }
            Console.WriteLine($"{home.Home.Store.Dialect} {count:N0} statements, {(hasIndices ? "all indices" : "no indices")}: {watch.Elapsed.TotalSeconds:F1} s, {count / watch.Elapsed.TotalSeconds:N0}/s"
                + $"; a chunk of {Chunk:N0} holds its lock p50 {chunks.Order().ElementAt(chunks.Count / 2):F0} ms, p95 {chunks.Order().ElementAt(chunks.Count * 95 / 100):F0} ms");
        }
    }
}
