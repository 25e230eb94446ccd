using System.Diagnostics;
using System.Globalization;
using Plumbline.Benchmarks.Register;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Records;
using Plumbline.Safeguards;
using Plumbline.Screening.Watchlists;

namespace Plumbline.Benchmarks.Screening;

/// <summary>How long it takes from the moment in which entries stand in the register until an officer who screens is told of the last of them, beside a list that is read anew; fictional names, through the gate.</summary>
public static class ListGrowth
{
    private const string List = "Fictional list";
    private const int Seed = 5, Chunk = 5_000;

    /// <param name="args">How many entries (200,000 without it), two names and a half each; then the connection string of a PostgreSQL server; SQLite without it.</param>
    public static async Task Run(string[] args)
    {
        var entries = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200_000;
        using var home = await SampleHome.Make(await SampleHome.Database(args.ElementAtOrDefault(1)));
        using var log = new ActLog(home.Home.Store);
        var (labels, made, officer) = (new Labels(home.Home.Store), new FictionalNames(Seed), new Visitor(1, 1, "cli"));
        var gate = new Gate(home.Home.Store, labels, log, TimeProvider.System);
        var watch = Stopwatch.StartNew();
        for (var n = 0; n < entries; n += Chunk) await Add(home, made, Math.Min(Chunk, entries - n));
        await home.Execute($"insert into import_record (key, sha256, list, version, report, chunks, state, started_at) values (1, 'none', '{List}', '1', 1, 1, 'done', 1)");
        await home.Execute("analyze");
        Console.WriteLine($"{home.Home.Store.Dialect}: {entries:N0} entries written in {watch.Elapsed.TotalSeconds:F1} s");
        using var lists = new LoadLists(home.Home, TimeProvider.System);
        var (keep, screen) = (new KeepWatchlists(gate, TimeProvider.System), new ScreenPeople(gate, labels, lists, new ClearingKey(home.Home), TimeProvider.System));
        var ahead = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddMonths(3).ToString("O", CultureInfo.InvariantCulture);
        var key = Done(await keep.Add(officer, new WatchlistForm(List, List, "", "sanctions-law", "Ask the duty officer.", ahead), default));
        await Told("read anew", async () => { Done(await screen.Try(officer, key, [new PersonAsked("1", "Torvek Elmar Quandisson")], default)); return true; });
        Done(await keep.Activate(officer, key, default));
        foreach (var _ in Enumerable.Range(0, 5)) await Told("nothing new", () => Finds("Torvek Elmar Quandisson", isThere: false));
        foreach (var count in (int[])[1, 1, 1, 1_000, 1_000, 1_000, 1_000, 1, 5_000, 1, 1])
        {
            watch.Restart();
            var last = await Add(home, made, count);
            await Told($"{count:N0} new entries, written in {watch.Elapsed.TotalMilliseconds:N0} ms", () => Finds(last, isThere: true));
        }
        await home.Execute($"update statement set withdrawn_at = 1 where key = 1; insert into touched (moment, first_entity, last_entity) select {(args.Length > 1 ? "pg_current_xact_id()::text::bigint" : "max(moment) + 1")}, 1, 1 from touched limit 1");
        await Told("one name taken back", () => Finds("Torvek Elmar Quandisson", isThere: false));

        async Task<bool> Finds(string name, bool isThere)
        {
            var answer = Done(await screen.Run(officer, new ScreeningOrder("At the desk", []), [new PersonAsked("1", name)], null, default));
            return !isThere || answer.None == 0;
        }
    }

    private static async Task Told(string what, Func<Task<bool>> work)
    {
        var watch = Stopwatch.StartNew();
        var found = await work();
        Console.WriteLine($"  {what,-44} {watch.Elapsed.TotalMilliseconds,9:N1} ms{(found ? "" : ", NOT FOUND")}");
    }

    // The name of the last, in one spelling of it.
    private static async Task<string> Add(SampleHome home, FictionalNames made, int count)
    {
        var last = "";
        await using var writer = await Writer.Begin(home.Home.Store, default);
        var records = new StatementRecords(writer, SampleHome.Now, 1);
        var first = await records.Entities([.. Enumerable.Repeat("person", count)], default);
        List<NewStatement> said = [];
        for (var n = 0; n < count; n++)
        {
            var person = made.Person();
            for (var name = 0; name < 2 + (n % 2); name++) Say(n, name == 0 ? 3 : 4, last = made.Written(person, name * 0.3));
            Say(n, 102, $"19{60 + (n % 40)}-03-{1 + (n % 28):D2}");
        }
        await records.Keep(said, default);
        await new ListRecords(writer, SampleHome.Now).Hold(List, [.. Enumerable.Range(0, count).Select(n => new HeldEntry($"fictional-{first + n:D9}", first + n, first + n, "", 1))], default);
        await writer.Commit(default);
        return last;

        void Say(int n, long property, string text) => said.Add(new NewStatement(first + n, property, text, text, first + n, home.Label) { Language = "en" });
    }

    private static T Done<T>(Outcome<T> outcome) => outcome is Outcome<T>.Done { Value: var value } ? value : throw new InvalidOperationException(outcome.Why.Detail);
}
