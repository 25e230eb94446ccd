using System.Diagnostics;
using System.Globalization;
using Plumbline.Benchmarks.Register;
using Plumbline.Core;
using Plumbline.Exchange.Lists;
using Plumbline.Exchange.Receiving;
using Plumbline.Register;
using Plumbline.Safeguards;
using Plumbline.Screening.Watchlists;

namespace Plumbline.Benchmarks.Screening;

/// <summary>What an officer waits for who screens against a long list: one person at the desk, the queue, one candidate; through the gate, with their acts.</summary>
public static class ScreenPages
{
    private const int Runs = 200;

    /// <param name="args">The folder of the published lists, read in place (OFAC's three files and the US consolidated list), then the connection string of a PostgreSQL server; SQLite without it.</param>
    public static async Task Run(string[] args)
    {
        using var home = await SampleHome.Make(await SampleHome.Database(args.ElementAtOrDefault(1)));
        using var log = new ActLog(home.Home.Store);
        var labels = new Labels(home.Home.Store);
        var gate = new Gate(home.Home.Store, labels, log, TimeProvider.System);
        var officer = new Visitor(1, 1, "cli");
        ListFile[] files = [.. Directory.GetFiles(args[0], "ofac_*2021-07.csv.gz").Concat(Directory.GetFiles(args[0], "us_csl_*.gz")).Order(StringComparer.Ordinal).Select(ListFile.At)];
        var names = Names(files);
        var import = new ImportList(gate, labels, TimeProvider.System, Path.Combine(home.Home.Folder, "rejects"));
        foreach (var sorted in ListFormats.Sort(files))
        {
            var set = ((Outcome<ListSet>.Done)sorted.Set).Value;
            var came = Done(await import.Run(officer, ReceivedList.Of(set), null, default));
            Console.WriteLine($"{home.Home.Store.Dialect} {came.List}: {came.Entries:N0} entries, {came.Statements:N0} statements");
        }
        var (keep, lists) = (new KeepWatchlists(gate, TimeProvider.System), new LoadLists(home.Home, TimeProvider.System));
        var screen = new ScreenPeople(gate, labels, lists, new ClearingKey(home.Home), TimeProvider.System);
        var ahead = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddMonths(3).ToString("O", CultureInfo.InvariantCulture);
        foreach (var list in Done(await keep.All(officer, default)).Lists)
        {
            var key = Done(await keep.Add(officer, new WatchlistForm(list, list, "", "sanctions-law", "Ask the duty officer.", ahead), default));
            var first = Stopwatch.StartNew();
            Done(await screen.Try(officer, key, [new PersonAsked("1", "Torvek Elmar Quandisson")], default));
            Console.WriteLine($"  {list} read and prepared in {first.Elapsed.TotalMilliseconds:N0} ms");
            Done(await keep.Activate(officer, key, default));
        }
        var questions = 0;
        home.Home.Store.Asked = _ => questions++;
        // One in two is a listed name; the others are invented of two, so that most of them meet nobody.
        await Measure("one person at the desk", n => screen.Run(officer, new ScreeningOrder("At the desk", []), [Asked(names, n)], null, default));
        await Measure("fifty people of a table", n => screen.Run(officer, new ScreeningOrder("Flight", []) { Authority = new("1/2026", "He bought detonators and paid for the store.", DateOnly.Parse(ahead, CultureInfo.InvariantCulture).AddMonths(-3).AddDays(9).ToString("O", CultureInfo.InvariantCulture)) }, [.. Enumerable.Range(n * 50, 50).Select(one => Asked(names, one))], null, default), runs: 20);
        var view = new ViewCandidates(gate, labels, TimeProvider.System);
        var waiting = Done(await view.Queue(officer, "open", Runs, default));
        Console.WriteLine($"  {waiting.Open:N0} candidates wait");
        await Measure("possible matches, first 200", _ => view.Queue(officer, "open", Runs, default));
        await Measure("one candidate", n => view.Show(officer, waiting.Rows[n % waiting.Rows.Count].Key, default));

        async Task Measure<T>(string what, Func<int, Task<Outcome<T>>> ask, int runs = Runs)
        {
            List<double> times = [];
            var most = 0;
            for (var n = 0; n < runs + 12; n++)
            {
                questions = 0;
                var watch = Stopwatch.StartNew();
                var answer = await ask(n);
                if (answer is Outcome<T>.Refused { Why.Code: "rate.limited" })
                {
                    await Task.Delay(TimeSpan.FromSeconds(1));   // the pace is one officer's, and not what is waited for
                    n--;
                    continue;
                }
                Done(answer);
                if (n < 12) continue;   // the first ones pay for the compiler
                times.Add(watch.Elapsed.TotalMilliseconds);
                most = Math.Max(most, questions);
            }
            times.Sort();
            Console.WriteLine($"  {what,-28} p50 {times[runs / 2],7:F1} ms, p95 {times[runs * 95 / 100],7:F1} ms, max {times[^1],7:F1} ms, at most {most} questions");
        }
    }

    private static PersonAsked Asked(string[] names, int n)
    {
        var name = names[n * 7919 % names.Length];
        return new PersonAsked("1", n % 2 == 0 ? name : $"{name.Split(' ')[0]} {names[n * 104_729 % names.Length].Split(' ')[^1]} Quandisson") { Births = [$"19{60 + (n % 40)}-03-{1 + (n % 28):D2}"] };
    }

    private static string[] Names(ListFile[] files) => [.. ListFormats.Sort(files).Select(sorted => ((Outcome<ListSet>.Done)sorted.Set).Value).SelectMany(set => set.Read(ListLimits.Default, default).Rows().OfType<ListRow.Read>())
        .Where(row => row.Entry.TypeName == "person").SelectMany(row => row.Entry.Values.Where(value => value.Property == "name")).Select(value => value.Text).Where(name => name.Contains(' '))];

    private static T Done<T>(Outcome<T> outcome) => outcome is Outcome<T>.Done { Value: var value } ? value : throw new InvalidOperationException(outcome.Why.Detail);
}
