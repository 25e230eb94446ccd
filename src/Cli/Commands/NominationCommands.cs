using System.CommandLine;
using System.Globalization;
using Plumbline.Core;
using Plumbline.Screening.Watchlists;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline watchlist nominations | nominate | approve | decline | renew | remove</c>: entries of the unit's own.</summary>
internal static class NominationCommands
{
    public static IEnumerable<Command> All() => [List(), Nominate(), Approve(), Decline(), Renew(), Remove()];

    private static Command List()
    {
        var command = new Command("nominations", "Show own entries: what waits for a second officer first, those that ended last");
        command.Does(async (parsed, desk, visitor, ct) => await desk.Use<ViewNominations>().All(visitor, ct) switch
        {
            Outcome<IReadOnlyList<NominationView>>.Done { Value: var views } => Answer.Give(parsed.GetValue(CommandLine.Json), views.Select(view => new
            {
                nomination = desk.Home.Ids.Show(PublicKind.Nomination, view.Row.Key),
                watchlist = view.Row.WatchlistName,
                person = desk.Home.Ids.Show(PublicKind.Entity, view.Row.Person),
                name = view.Person?.Name,
                view.State,
                until = Day(view.Row.ExpiresDay),
                view.Row.Conduct,
                view.Row.Proportionate,
                view.Row.Lawful,
                view.Row.Accountable,
                view.Row.Necessary,
                view.Row.Instruction,
                items = view.Items.Select(item => desk.Home.Ids.Show(PublicKind.Item, item.Key)),
                shortOfStandard = view.Short?.Detail,
                steps = view.Steps.Select(step => new { step.Step, by = step.GivenByName, step.Reason }),
            }), () => views.Count == 0 ? ["Nobody stands on a list of the unit's own."] : views.SelectMany(view => Lines(view, desk.Home.Ids))),
            var refused => Answer.Decline(parsed.GetValue(CommandLine.Json), refused.Why),
        });
        return command;
    }

    private static IEnumerable<string> Lines(NominationView view, PublicIds ids) =>
    [
        $"{ids.Show(PublicKind.Nomination, view.Row.Key)}  {view.State,-9} until {Day(view.Row.ExpiresDay)}  {view.Row.WatchlistName}  \u2068{view.Person?.Name}\u2069 {ids.Show(PublicKind.Entity, view.Row.Person)}",
        $"  {view.Row.Conduct}  ({string.Join(", ", view.Items.Select(item => ids.Show(PublicKind.Item, item.Key)))})",
        .. view.Steps.Select(step => $"  {step.Step} by {step.GivenByName}{(step.Reason.Length == 0 ? "" : $": {step.Reason}")}"),
        .. view.Short is { } falls ? (string[])[$"  ! falls short of the standard: {falls.Detail}"] : [],
    ];

    private static Command Nominate()
    {
        var list = new Argument<string>("WATCHLIST") { Description = "W-… of the unit's own" };
        var person = new Argument<string>("PERSON") { Description = "E-…" };
        var items = new Option<string[]>("--item") { Description = "I-… that tell of conduct: two at least, of different origin", Required = true, AllowMultipleArgumentsPerToken = true };
        var conduct = new Option<string>("--conduct") { Description = "What the person did or prepares; never who the person is", Required = true };
        var proportionate = new Option<string>("--proportionate") { Description = "Why it is in proportion", Required = true };
        var lawful = new Option<string>("--lawful") { Description = "On what law", Required = true };
        var accountable = new Option<string>("--accountable") { Description = "Who answers for it, and how it is looked over", Required = true };
        var necessary = new Option<string>("--necessary") { Description = "Why nothing less does", Required = true };
        var instruction = new Option<string>("--instruction") { Description = "What an officer does who meets the person", Required = true };
        var until = new Option<string>("--until") { Description = "The day on which it ends, within twelve months", Required = true };
        var command = new Command("nominate", "Nominate a person of the register for an own list; another officer approves") { list, person, items, conduct, proportionate, lawful, accountable, necessary, instruction, until };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var (onto, whom, on) = (desk.Home.Ids.ReadKey(parsed.GetValue(list)!, PublicKind.Watchlist), desk.Home.Ids.ReadKey(parsed.GetValue(person)!, PublicKind.Entity), desk.Home.Ids.ReadKeys(parsed.GetValue(items)!, PublicKind.Item));
            if (onto is not Outcome<long>.Done { Value: var watchlist }) return Answer.Decline(json, onto.Why);
            if (whom is not Outcome<long>.Done { Value: var entity }) return Answer.Decline(json, whom.Why);
            if (on is not Outcome<IReadOnlyList<long>>.Done { Value: var keys }) return Answer.Decline(json, on.Why);
            var form = new NominationForm(watchlist, entity, [.. keys], parsed.GetValue(conduct)!, parsed.GetValue(proportionate)!, parsed.GetValue(lawful)!, parsed.GetValue(accountable)!, parsed.GetValue(necessary)!, parsed.GetValue(instruction)!, parsed.GetValue(until)!);
            return Told(parsed, desk, await desk.Use<Nominate>().Propose(visitor, form, ct), "waits for another officer");
        });
        return command;
    }

    private static Command Approve() => Change("approve", "Approve what another nominated or asks to renew", "listed", (nominate, visitor, key, reason, ct) => nominate.Approve(visitor, key, reason, ct));

    private static Command Decline() => Change("decline", "Decline it; needs --reason", "declined", (nominate, visitor, key, reason, ct) => nominate.Decline(visitor, key, reason, ct));

    private static Command Remove() => Change("remove", "Take an entry off at once; its history stays; needs --reason", "removed", (nominate, visitor, key, reason, ct) => nominate.Remove(visitor, key, reason, ct));

    private static Command Renew()
    {
        var id = Id();
        var until = new Argument<string>("DAY") { Description = "The new last day, within twelve months" };
        var command = new Command("renew", "Ask for another term; the standard must be met anew, another officer approves; needs --reason") { id, until };
        command.Does(async (parsed, desk, visitor, ct) => desk.Home.Ids.ReadKey(parsed.GetValue(id)!, PublicKind.Nomination) switch
        {
            Outcome<long>.Done { Value: var key } => Told(parsed, desk, await desk.Use<Nominate>().Renew(visitor, key, parsed.GetValue(until)!, parsed.GetValue(CommandLine.Reason) ?? "", ct), "waits for another officer"),
            var refused => Answer.Decline(parsed.GetValue(CommandLine.Json), refused.Why),
        });
        return command;
    }

    private static Command Change(string name, string description, string state, Func<Nominate, Safeguards.Visitor, long, string, CancellationToken, Task<Outcome<long>>> change)
    {
        var id = Id();
        var command = new Command(name, description) { id };
        command.Does(async (parsed, desk, visitor, ct) => desk.Home.Ids.ReadKey(parsed.GetValue(id)!, PublicKind.Nomination) switch
        {
            Outcome<long>.Done { Value: var key } => Told(parsed, desk, await change(desk.Use<Nominate>(), visitor, key, parsed.GetValue(CommandLine.Reason) ?? "", ct), state),
            var refused => Answer.Decline(parsed.GetValue(CommandLine.Json), refused.Why),
        });
        return command;
    }

    private static Argument<string> Id() => new("NOMINATION") { Description = "N-…" };

    private static string Day(long day) => DateOnly.FromDayNumber((int)day).ToString("O", CultureInfo.InvariantCulture);

    private static int Told(ParseResult parsed, Desk desk, Outcome<long> outcome, string state) => outcome is Outcome<long>.Done { Value: var key }
        ? Answer.Give(parsed.GetValue(CommandLine.Json), new { nomination = desk.Home.Ids.Show(PublicKind.Nomination, key), state }, () => [$"{desk.Home.Ids.Show(PublicKind.Nomination, key)}: {state}."])
        : Answer.Decline(parsed.GetValue(CommandLine.Json), outcome.Why);
}
