using System.CommandLine;
using System.Globalization;
using Plumbline.Core;
using Plumbline.Screening.Watchlists;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline candidate list | show | propose | confirm | return | compare | clear | verify | withdraw</c>: possible matches, settled by two officers; and namesakes cleared.</summary>
internal static class CandidateCommand
{
    private const int Most = 500;

    public static Command Make() => new("candidate", "Possible matches, settled by two officers; namesakes cleared") { List(), Show(), Propose(), Confirm(), Return(), Compare(), Clear(), Verify(), Withdraw() };

    private static Command List()
    {
        var state = new Option<string>("--state") { Description = "open, proposed or settled; overtaken: of which the entry or the person changed since", DefaultValueFactory = _ => "open" };
        var command = new Command("list", "Show candidates, oldest first") { state };
        command.Does(async (parsed, desk, visitor, ct) => await desk.Use<ViewCandidates>().Queue(visitor, parsed.GetValue(state)!, Most, ct) switch
        {
            Outcome<CandidateQueue>.Done { Value: var queue } => Answer.Give(parsed.GetValue(CommandLine.Json), queue.Rows.Select(row => new
            {
                candidate = desk.Home.Ids.Show(PublicKind.Candidate, row.Key),
                row.Verdict,
                score = row.Score / 1000.0,
                person = KeptForm.Read<PersonAsked>(row.Asked).Name,
                listed = KeptForm.Read<SuggestionReasons>(row.Reasons).Listed,
                watchlist = row.WatchlistName,
                entry = row.EntryKey,
                row.State,
                row.Outcome,
                sinceThen = row.SinceThen,
                group = queue.Groups.TryGetValue(row.Key, out var group) ? group : (int?)null,
            }), () =>
            [
                .. queue.Rows.Select(row => string.Create(CultureInfo.InvariantCulture,
                    $"{desk.Home.Ids.Show(PublicKind.Candidate, row.Key)}  {row.Verdict,-10} {row.Score / 1000.0:F3}  \u2068{KeptForm.Read<PersonAsked>(row.Asked).Name}\u2069 ~ \u2068{KeptForm.Read<SuggestionReasons>(row.Reasons).Listed}\u2069  {row.WatchlistName} {row.EntryKey}{(row.Outcome is { } found ? $"  {found}" : "")}{(row.SinceThen is { } since ? $"  since then: {since}" : "")}{(queue.Groups.TryGetValue(row.Key, out var group) ? $"  looks like one person with the others of ({group})" : "")}")),
                $"{queue.Open} open, {queue.Proposed} wait for a second officer, {queue.Overtaken} were overtaken by a change{(queue.Rows.Count == Most ? $"; the oldest {Most} are shown" : "")}.",
            ]),
            var refused => Answer.Decline(parsed.GetValue(CommandLine.Json), refused.Why),
        });
        return command;
    }

    private static Command Show()
    {
        var id = Id();
        var command = new Command("show", "Show a candidate: the person, the entry, and why") { id };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            if (Key(parsed.GetValue(id)!, desk) is not { } key) return Answer.Decline(json, Unknown);
            var shown = await desk.Use<ViewCandidates>().Show(visitor, key, ct);
            if (shown is not Outcome<CandidateView>.Done { Value: var view }) return Answer.Decline(json, shown.Why);
            return Answer.Give(json, new { candidate = parsed.GetValue(id), view.Row.Verdict, score = view.Row.Score / 1000.0, view.Row.State, view.Row.Outcome, asked = view.Asked, why = view.Reasons, watchlist = view.Row.WatchlistName, entry = view.Row.EntryKey, listed = view.Listed.Select(one => new { property = one.Property, text = one.Text }), view.Row.Instruction, version = view.Row.Engine },
                () => Lines(view));
        });
        return command;
    }

    private static IEnumerable<string> Lines(CandidateView view) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"{view.Row.Verdict} {view.Row.Score / 1000.0:F3}, {view.Row.State}{(view.Row.Outcome is { } found ? $": {found}" : "")} ({view.Row.Engine}); {view.Label}"),
        $"Person  \u2068{view.Asked.Name}\u2069  {string.Join(", ", view.Asked.Births.Concat(view.Asked.Nationalities).Concat(view.Asked.Documents))}",
        .. view.Asked.OtherNames.Select(name => $"  also \u2068{name}\u2069{(name == view.Reasons.Asked ? "  by this name" : "")}"),
        $"Entry   \u2068{view.Reasons.Listed}\u2069  {view.Row.WatchlistName} {view.Row.EntryKey}",
        .. view.Reasons.Met.Select(part => string.Create(CultureInfo.InvariantCulture, $"  \u2068{part.Asked}\u2069{PartWords.Kind(part.AskedKind)} = \u2068{part.Listed}\u2069{PartWords.Kind(part.ListedKind)}  {part.Similarity:F2}  {part.Letters}")),
        .. view.Reasons.OnlyAsked.Select(part => $"  only the person: \u2068{part}\u2069"),
        .. view.Reasons.OnlyListed.Select(part => $"  only the entry: \u2068{part}\u2069"),
        .. view.Reasons.Evidence.Where(one => one.Level != "silent").Select(one => string.Create(CultureInfo.InvariantCulture, $"  {one.What}: {one.Level} {one.Odds:+0.0;-0.0;0}")),
        .. view.Row.Verdict == "incomplete" ? (string[])["  needs a birth date, a document or the mother's name that agrees: a name alone stops nobody"] : [],
        .. view.Listed.Select(one => $"  listed {one.Property}: \u2068{one.Text}\u2069"),
        .. view.Row.SinceThen is { } since ? (string[])[since switch { "delisted" => "  the entry was delisted since: nobody is to be stopped because of it", "person" => "  the register says something else of the person since: candidate compare", _ => "  the entry changed since: candidate compare" }] : [],
        $"Instruction: {view.Row.Instruction}",
        .. view.Steps.Select(step => $"{step.Step} {step.Outcome} by {step.GivenByName}: {step.Reason}"),
    ];

    private static Command Propose()
    {
        var id = Id();
        var outcome = new Argument<string>("OUTCOME") { Description = "same, different or unresolved" };
        var command = new Command("propose", "Say what you found; needs --reason") { id, outcome };
        command.Does(async (parsed, desk, visitor, ct) => Key(parsed.GetValue(id)!, desk) is not { } key ? Answer.Decline(parsed.GetValue(CommandLine.Json), Unknown)
            : Told(parsed, id, await desk.Use<SettleCandidate>().Propose(visitor, key, parsed.GetValue(outcome)!, parsed.GetValue(CommandLine.Reason) ?? "", ct), "waits for another officer"));
        return command;
    }

    private static Command Confirm()
    {
        var id = Id();
        var command = new Command("confirm", "Confirm what a colleague found") { id };
        command.Does(async (parsed, desk, visitor, ct) => Key(parsed.GetValue(id)!, desk) is not { } key ? Answer.Decline(parsed.GetValue(CommandLine.Json), Unknown)
            : Told(parsed, id, await desk.Use<SettleCandidate>().Confirm(visitor, key, parsed.GetValue(CommandLine.Reason) ?? "", ct), "settled"));
        return command;
    }

    private static Command Return()
    {
        var id = Id();
        var command = new Command("return", "Send it back to the queue; needs --reason") { id };
        command.Does(async (parsed, desk, visitor, ct) => Key(parsed.GetValue(id)!, desk) is not { } key ? Answer.Decline(parsed.GetValue(CommandLine.Json), Unknown)
            : Told(parsed, id, await desk.Use<SettleCandidate>().SendBack(visitor, key, parsed.GetValue(CommandLine.Reason) ?? "", ct), "open again"));
        return command;
    }

    private static Command Compare()
    {
        var id = Id();
        var command = new Command("compare", "Compare again, as the entry and the person are now; it stands in the queue anew") { id };
        command.Does(async (parsed, desk, visitor, ct) => Key(parsed.GetValue(id)!, desk) is not { } key ? Answer.Decline(parsed.GetValue(CommandLine.Json), Unknown)
            : Told(parsed, id, await desk.Use<CompareAgain>().Run(visitor, key, ct), "open again"));
        return command;
    }

    private static Command Clear()
    {
        var id = Id();
        var months = new Option<int>("--months") { Description = "How long it holds, 1 to 36", DefaultValueFactory = _ => 24 };
        var command = new Command("clear", "Clear a namesake whom two officers found different; prints the code once") { id, months };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            if (Key(parsed.GetValue(id)!, desk) is not { } key) return Answer.Decline(json, Unknown);
            return await desk.Use<ClearNamesake>().Issue(visitor, key, parsed.GetValue(months), ct) switch
            {
                Outcome<ClearanceLetter>.Done { Value: var letter } => Answer.Give(json, letter, () => [$"{letter.Code}  holds until {letter.Expires:yyyy-MM-dd}. The code is shown once: write it on the letter."]),
                var refused => Answer.Decline(json, refused.Why),
            };
        });
        return command;
    }

    private static Command Verify()
    {
        var code = new Argument<string>("CODE") { Description = "As it stands on the letter" };
        var command = new Command("verify", "Check the code of a clearance letter; says nothing of whom it clears") { code };
        command.Does(async (parsed, desk, visitor, ct) => await desk.Use<ClearNamesake>().Verify(visitor, parsed.GetValue(code)!, ct) switch
        {
            Outcome<ClearanceCheck>.Done { Value: var check } => Answer.Give(parsed.GetValue(CommandLine.Json), check, () => [$"{(check.Holds ? "Holds" : "Holds no longer")}: {check.Watchlist}, issued {check.Issued:yyyy-MM-dd}, until {check.Expires:yyyy-MM-dd}."]),
            var refused => Answer.Decline(parsed.GetValue(CommandLine.Json), refused.Why),
        });
        return command;
    }

    private static Command Withdraw()
    {
        var code = new Argument<string>("CODE") { Description = "As it stands on the letter" };
        var command = new Command("withdraw", "Take a clearing back; needs --reason") { code };
        command.Does(async (parsed, desk, visitor, ct) => await desk.Use<ClearNamesake>().Withdraw(visitor, parsed.GetValue(code)!, parsed.GetValue(CommandLine.Reason) ?? "", ct) switch
        {
            Outcome<long>.Done => Answer.Give(parsed.GetValue(CommandLine.Json), new { withdrawn = true }, () => ["Withdrawn: the person is stopped again."]),
            var refused => Answer.Decline(parsed.GetValue(CommandLine.Json), refused.Why),
        });
        return command;
    }

    private static Refusal Unknown { get; } = new("candidate.unknown", "There is no such candidate.");

    private static Argument<string> Id() => new("CANDIDATE") { Description = "M-…" };

    private static long? Key(string id, Desk desk) => desk.Home.Ids.TryRead(id, out var kind, out var key) && kind == PublicKind.Candidate ? key : null;

    private static int Told(ParseResult parsed, Argument<string> id, Outcome<long> outcome, string state) => outcome is Outcome<long>.Done
        ? Answer.Give(parsed.GetValue(CommandLine.Json), new { candidate = parsed.GetValue(id), state }, () => [$"{parsed.GetValue(id)}: {state}."])
        : Answer.Decline(parsed.GetValue(CommandLine.Json), outcome.Why);
}
