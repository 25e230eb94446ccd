using System.Diagnostics;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Benchmarks.Exchange;

/// <summary>The whole of a list through the real program, from start to end, while somebody else reads pages in the same home.</summary>
public static class ListImport
{
    private static readonly TimeSpan BetweenPages = TimeSpan.FromMilliseconds(20);

    /// <param name="args">The files of one list; then, if wanted, <c>--postgres</c> and a connection string to an empty database.</param>
    public static async Task Run(string[] args)
    {
        var server = Array.IndexOf(args, "--postgres");
        var files = server < 0 ? args : args[..server];
        var folder = Directory.CreateTempSubdirectory("plumbline-bench-").FullName;
        try
        {
            var home = Home.Create(folder, server < 0 ? null : args[server + 1]);
            await new Establishment(home.Store, TimeProvider.System).Run(HomeProfile.Personal, new NewOfficer("me", "Me"), CancellationToken.None);
            var watch = Stopwatch.StartNew();
            using var import = Process.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "plumbline.dll"), "import", .. files, "--home", folder]);
            var pages = await Pages(home, import);
            Console.WriteLine($"import {watch.Elapsed.TotalSeconds:F1} s, exit code {import.ExitCode}");
            Console.WriteLine($"pages  {pages.Count:N0} answered meanwhile: p50 {At(pages, 0.5):F0} ms, p95 {At(pages, 0.95):F0} ms, p99 {At(pages, 0.99):F0} ms, worst {pages[^1]:F0} ms");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What a page of an entity asks: admitted at the gate, its statements and their items, and the act recorded. Sorted, in milliseconds.</summary>
    private static async Task<List<double>> Pages(Home home, Process import)
    {
        using var log = new ActLog(home.Store);
        var gate = new Gate(home.Store, new Labels(home.Store), log, TimeProvider.System);
        var officer = (await gate.Rights.Officers(CancellationToken.None))[0].Key;
        var visitor = new Visitor(officer, (await gate.Rights.LatestPurpose(officer, TimeProvider.System.Micros(), CancellationToken.None))!.Key, "cli");
        var times = new List<double>();
        for (var entity = 1L; !import.HasExited; entity++)
        {
            var watch = Stopwatch.StartNew();
            await using (var reader = ((Outcome<Reader>.Done)await gate.Admit(visitor, Actions.ReadEntity, CancellationToken.None)).Value)
            {
                var statements = await new StatementRows(reader).About([entity], CancellationToken.None);
                await new ItemRows(reader).Of([.. statements.Select(statement => statement.Item).Distinct()], CancellationToken.None);
                await gate.Record(reader, Actions.ReadEntity, $"entity:{entity}", statements.Count, "", CancellationToken.None);
            }
            times.Add(watch.Elapsed.TotalMilliseconds);
            await Task.Delay(BetweenPages);
        }
        times.Sort();
        return times;
    }

    private static double At(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];
}
