using System.Diagnostics;
using Plumbline.Benchmarks.Register;
using Plumbline.Core;
using Plumbline.Networks.Charts;
using Plumbline.Networks.Measures;
using Plumbline.Networks.Snapshots;
using Plumbline.Register;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Benchmarks.Networks;

/// <summary>From the statements of a register to who has how many ties and which PageRank, by entity: through the gate, with the ties that the reader sees, the act recorded.</summary>
public static class TiesToAnswer
{
    private const int Chunk = 10_000;
    private const int TiesAPerson = 8;
    private const int TiesAnItem = 5;
    private const int Turns = 3;

    /// <param name="args">Number of ties (1,000,000), then the connection string of a PostgreSQL server; SQLite without it.</param>
    public static async Task Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0]) : 1_000_000;
        using var home = await SampleHome.Make(await SampleHome.Database(args.ElementAtOrDefault(1)));
        await Fill(home, count);
        var store = home.Home.Store;
        if (store.Dialect == Dialect.Postgres) await home.Execute("vacuum analyze");
        else await home.Execute("analyze");
        using var log = new ActLog(store);
        var gate = new Gate(store, new Labels(store), log, TimeProvider.System);
        for (var turn = 1; turn <= Turns; turn++)
        {
            var (watch, cpu, last, steps) = (Stopwatch.StartNew(), Cpu(), TimeSpan.Zero, new List<string>());
            var admitted = await gate.Admit(new Visitor(1, 1, "cli"), Actions.MeasureChart, default);
            await using var reader = admitted is Outcome<Reader>.Done { Value: var opened } ? opened : throw new InvalidOperationException(admitted.Why.Detail);
            Step("gate");
            var seen = await new ReadTies(reader).Whole(default);
            Step("ties read");
            using var graph = VisibleGraph.Of([], seen, TieFilter.Usual, directed: false, default);
            Step("snapshot");
            var measures = new VertexMeasures(graph.Graph, graph.Graph, new(Environment.ProcessorCount), default);
            var (degree, rank) = (measures.Of("degree"), measures.Of("pagerank"));
            Step("measures");
            await gate.Record(reader, Actions.MeasureChart, "", graph.Entities.Length, "degree, pagerank", default);
            Step("act");
            var most = Array.IndexOf(rank, rank.Max());
            Console.WriteLine($"{store.Dialect} {count:N0} ties, turn {turn}: {watch.Elapsed.TotalSeconds:F2} s, cpu {Cpu() - cpu:F2} s ({string.Join(", ", steps)}); {graph.Graph.TieCount:N0} pairs of {graph.Entities.Length:N0}, first {graph.Entities[most]} with {degree[most]:F0} and {rank[most]:E3}");

            void Step(string what)
            {
                steps.Add($"{what} {(watch.Elapsed - last).TotalSeconds:F2}");
                last = watch.Elapsed;
            }
        }
    }

    private static double Cpu() => Environment.CpuUsage.TotalTime.TotalSeconds;

    /// <summary>Contacts between persons, the first of whom have most; every person has a name, and five contacts come from one item.</summary>
    private static async Task Fill(SampleHome home, int count)
    {
        var persons = Math.Max(2, count / TiesAPerson);
        var items = await home.Items(Math.Max(1, count / TiesAnItem));
        var first = await home.Persons(persons);
        var random = new Random(11);
        for (var n = 0; n < persons; n += Chunk)
            await Keep(home, [.. Enumerable.Range(n, Math.Min(Chunk, persons - n)).Select(at => new NewStatement(first + at, 3, $"Person {at}", $"person {at}", items[at % items.Count], home.Label))]);
        for (var n = 0; n < count; n += Chunk)
        {
            var size = Math.Min(Chunk, count - n);
            await using var writer = await Writer.Begin(home.Home.Store, default);
            var records = new StatementRecords(writer, SampleHome.Now, 1);
            var link = await records.Entities([.. Enumerable.Repeat("contact", size)], default);
            await records.Keep([.. Enumerable.Range(0, size).SelectMany(at => Ends(link + at, items[(n + at) / TiesAnItem % items.Count]))], default);
            await writer.Commit(default);
        }

        NewStatement[] Ends(long link, long item)
        {
            var (one, other) = (Someone(), Someone());
            return [End(link, Property.SourceId, one, item), End(link, Property.TargetId, other, item)];
        }

        NewStatement End(long link, long property, long person, long item) => new(link, property, "", "", item, home.Label) { Target = person, Language = "en", Grade = null };

        long Someone() => first + (long)(persons * random.NextDouble() * random.NextDouble());
    }

    private static async Task Keep(SampleHome home, NewStatement[] statements)
    {
        await using var writer = await Writer.Begin(home.Home.Store, default);
        await new StatementRecords(writer, SampleHome.Now, 1).Keep(statements, default);
        await writer.Commit(default);
    }
}
