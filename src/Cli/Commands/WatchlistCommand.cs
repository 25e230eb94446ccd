using System.CommandLine;
using System.Globalization;
using Plumbline.Core;
using Plumbline.Exchange.People;
using Plumbline.Register.Questions;
using Plumbline.Screening.Watchlists;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline watchlist list | add | try | activate | review | retire | screen | rates</c>: lists in use, and people screened against them. Own entries: <see cref="NominationCommands"/>; what comes after: <see cref="SharingCommands"/>.</summary>
internal static class WatchlistCommand
{
    public static Command Make()
    {
        var command = new Command("watchlist", "Watchlists, and people screened against them") { List(), Add(), Try(), Activate(), Review(), Retire(), Screen(), Rates() };
        foreach (var one in NominationCommands.All().Concat(SharingCommands.All())) command.Add(one);
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Show watchlists with owner, law, version, review and state");
        command.Does(async (parsed, desk, visitor, ct) => await desk.Use<KeepWatchlists>().All(visitor, ct) switch
        {
            Outcome<WatchlistsView>.Done { Value: var view } => Answer.Give(parsed.GetValue(CommandLine.Json),
                new { watchlists = view.Watchlists.Select(row => Shown(row, desk.Home.Ids)), lists = view.Lists }, () => [.. view.Watchlists.Select(row => Line(row, desk.Home.Ids)), .. view.Watchlists.Count == 0 ? (string[])[$"No watchlist. Imported lists: {string.Join(", ", view.Lists)}."] : []]),
            var refused => Answer.Decline(parsed.GetValue(CommandLine.Json), refused.Why),
        });
        return command;
    }

    private static Command Add()
    {
        var name = new Argument<string>("NAME") { Description = "Name that officers use" };
        var list = new Option<string>("--list") { Description = "An imported list, such as un; left out, entries of the unit's own are nominated for it", DefaultValueFactory = _ => "" };
        var owner = new Option<string>("--owner") { Description = "Login of the officer who answers for it; else yourself", DefaultValueFactory = _ => "" };
        var basis = new Option<string>("--basis") { Description = "Legal basis of the policy, such as sanctions-law", Required = true };
        var instruction = new Option<string>("--instruction") { Description = "What an officer does who meets somebody of it", Required = true };
        var review = new Option<string>("--review") { Description = "The day by which its owner reviews it, within twelve months", Required = true };
        var command = new Command("add", "Enter a watchlist as a draft") { name, list, owner, basis, instruction, review };
        command.Does(async (parsed, desk, visitor, ct) => Told(parsed, desk, await desk.Use<KeepWatchlists>().Add(visitor,
            new WatchlistForm(parsed.GetValue(name)!, parsed.GetValue(list)!, parsed.GetValue(owner)!, parsed.GetValue(basis)!, parsed.GetValue(instruction)!, parsed.GetValue(review)!), ct), "a draft: try it on a sample next"));
        return command;
    }

    private static Command Try()
    {
        var id = Id();
        var sample = new Argument<string>("SAMPLE") { Description = "CSV or TSV of people as they pass, with a header; nothing of it is kept" };
        var daily = new Option<long>("--per-day") { Description = "How many people pass on a day", DefaultValueFactory = _ => 1000 };
        var command = new Command("try", "Count how many of a sample would meet somebody, before anybody is stopped") { id, sample, daily };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            if (Key(parsed.GetValue(id)!, desk) is not { } key) return Answer.Decline(json, Unknown);
            var opened = Open(parsed.GetValue(sample)!);
            if (opened is not Outcome<PlainTable>.Done { Value: var table }) return Answer.Decline(json, opened.Why);
            using var reading = table;
            var tried = await desk.Use<ScreenPeople>().Try(visitor, key, PeopleTable.Read(table), ct);
            if (tried is not Outcome<(long People, long Hits)>.Done { Value: var (people, hits) }) return Answer.Decline(json, tried.Why);
            var daily1 = (double)hits / people * parsed.GetValue(daily);
            return Answer.Give(json, new { people, hits, expectedPerDay = daily1 }, () => [string.Create(CultureInfo.InvariantCulture, $"{hits} of {people} would meet somebody: about {daily1:F1} a day of {parsed.GetValue(daily)}.")]);
        });
        return command;
    }

    private static Command Activate()
    {
        var id = Id();
        var command = new Command("activate", "Put a tried draft to use; another officer than who entered it") { id };
        command.Does(async (parsed, desk, visitor, ct) => Key(parsed.GetValue(id)!, desk) is not { } key ? Answer.Decline(parsed.GetValue(CommandLine.Json), Unknown)
            : Told(parsed, desk, await desk.Use<KeepWatchlists>().Activate(visitor, key, ct), "in use"));
        return command;
    }

    private static Command Review()
    {
        var id = Id();
        var day = new Argument<string>("DAY") { Description = "The next day of review, within twelve months" };
        var command = new Command("review", "State that a watchlist was looked over, and when it will be again") { id, day };
        command.Does(async (parsed, desk, visitor, ct) => Key(parsed.GetValue(id)!, desk) is not { } key ? Answer.Decline(parsed.GetValue(CommandLine.Json), Unknown)
            : Told(parsed, desk, await desk.Use<KeepWatchlists>().Review(visitor, key, parsed.GetValue(day)!, ct), $"to be reviewed by {parsed.GetValue(day)}"));
        return command;
    }

    private static Command Retire()
    {
        var id = Id();
        var command = new Command("retire", "Take a watchlist out of use") { id };
        command.Does(async (parsed, desk, visitor, ct) => Key(parsed.GetValue(id)!, desk) is not { } key ? Answer.Decline(parsed.GetValue(CommandLine.Json), Unknown)
            : Told(parsed, desk, await desk.Use<KeepWatchlists>().Retire(visitor, key, ct), "out of use"));
        return command;
    }

    private static Command Screen()
    {
        var file = new Argument<string>("PEOPLE") { Description = "CSV or TSV with a header: id, name; optional birth_date, nationality, sex, document, mother_name, birth_place" };
        var name = new Option<string>("--name") { Description = "What is screened, such as the flight and its day", Required = true };
        var only = new Option<string[]>("--watchlist") { Description = "W-… of those to screen against; else all in use", AllowMultipleArgumentsPerToken = true };
        var authority = new Option<string?>("--authority") { Description = "Number of the order; needed for more than fifty people" };
        var grounds = new Option<string?>("--grounds") { Description = "The conduct that the order rests on; oversight reads it" };
        var until = new Option<string?>("--until") { Description = "The day on which the authority ends, within a month" };
        var command = new Command("screen", "Screen people: who meets nobody is counted and forgotten, who could be meant waits for two officers") { file, name, only, authority, grounds, until };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var opened = Open(parsed.GetValue(file)!);
            if (opened is not Outcome<PlainTable>.Done { Value: var table }) return Answer.Decline(json, opened.Why);
            using var reading = table;
            var read = desk.Home.Ids.ReadKeys(parsed.GetValue(only) ?? [], PublicKind.Watchlist);
            if (read is not Outcome<IReadOnlyList<long>>.Done { Value: var keys }) return Answer.Decline(json, read.Why);
            var order = new ScreeningOrder(parsed.GetValue(name)!, [.. keys])
            {
                Authority = parsed.GetValue(authority) is { } reference ? new ScreeningAuthority(reference, parsed.GetValue(grounds) ?? "", parsed.GetValue(until) ?? "") : null,
            };
            var answer = await desk.Use<ScreenPeople>().Run(visitor, order, PeopleTable.Read(table), null, ct);
            if (answer is not Outcome<ScreeningAnswer>.Done { Value: var done }) return Answer.Decline(json, answer.Why);
            foreach (var row in done.UnreadableRows) await Console.Error.WriteLineAsync($"{row.Id}: {row.Why.Detail}");
            return Answer.Give(json, done with { Run = 0 }, () =>
            [
                $"{done.People} people: {done.None} met nobody, {done.Cleared} were cleared before, {done.Unreadable} could not be read.",
                $"{done.Candidates} candidates, {done.Incomplete} incomplete (a short name alone), {done.TooCommon} too common. See: plumbline candidate list",
            ]);
        });
        return command;
    }

    private static Command Rates()
    {
        var command = new Command("rates", "Show what came of names, by list and script: numbers alone");
        command.Does(async (parsed, desk, visitor, ct) => await desk.Use<ViewCandidates>().Tallies(visitor, ct) switch
        {
            Outcome<IReadOnlyList<TallyRow>>.Done { Value: var rows } => Answer.Give(parsed.GetValue(CommandLine.Json), rows.Select(row => new { watchlist = row.Name, row.Script, row.What, row.Number }),
                () => rows.Select(row => $"{row.Name,-24} {row.Script,-5} {row.What,-12} {row.Number,8}")),
            var refused => Answer.Decline(parsed.GetValue(CommandLine.Json), refused.Why),
        });
        return command;
    }

    private static Refusal Unknown { get; } = new("watchlist.unknown", "There is no such watchlist.");

    private static Argument<string> Id() => new("WATCHLIST") { Description = "W-…" };

    private static long? Key(string id, Desk desk) => desk.Home.Ids.TryRead(id, out var kind, out var key) && kind == PublicKind.Watchlist ? key : null;

    private static Outcome<PlainTable> Open(string path)
    {
        if (!File.Exists(path)) return new Refusal("file.none", $"There is no file {path}.");
        var table = new PlainTable(() => PlainFiles.Read(path));
        if (PeopleTable.WhyNot(table) is not { } why) return table;
        table.Dispose();
        return why;
    }

    private static int Told(ParseResult parsed, Desk desk, Outcome<long> outcome, string state) => outcome is Outcome<long>.Done { Value: var key }
        ? Answer.Give(parsed.GetValue(CommandLine.Json), new { watchlist = desk.Home.Ids.Show(PublicKind.Watchlist, key), state }, () => [$"{desk.Home.Ids.Show(PublicKind.Watchlist, key)}: {state}."])
        : Answer.Decline(parsed.GetValue(CommandLine.Json), outcome.Why);

    private static object Shown(WatchlistRow row, PublicIds ids) => new
    {
        watchlist = ids.Show(PublicKind.Watchlist, row.Key),
        row.Name,
        row.List,
        row.Version,
        row.Entries,
        owner = row.OwnerName,
        row.LegalBasis,
        row.Instruction,
        review = DateOnly.FromDayNumber((int)row.ReviewDay).ToString("O", CultureInfo.InvariantCulture),
        row.State,
        row.Sampled,
        row.SampleHits,
    };

    private static string Line(WatchlistRow row, PublicIds ids) => string.Create(CultureInfo.InvariantCulture,
        $"{ids.Show(PublicKind.Watchlist, row.Key)}  {row.Name,-24} {row.State,-8} {row.List} {row.Version}, {row.Entries} entries; {row.OwnerName}, {row.LegalBasis}, review by {DateOnly.FromDayNumber((int)row.ReviewDay):yyyy-MM-dd}{(row.Sampled is { } people ? $"; tried: {row.SampleHits} of {people}" : "; not tried")}");
}
