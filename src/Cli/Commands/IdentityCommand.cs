using System.CommandLine;
using System.Globalization;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Screening.Identity;
using Plumbline.Screening.Matching;
using Plumbline.Screening.Watchlists;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline identity suggest | show | judge | withdraw | lead | report | learn</c>: which records of the register mean one person, as people judge it.</summary>
internal static class IdentityCommand
{
    public static Command Make() => new("identity", "Which records mean one person: suggestions, judgements, and how to take them back") { Suggest(), Show(), Judge(), Withdraw(), Lead(), IdentityReports.Report(), IdentityReports.Learn() };

    private static Command Suggest()
    {
        var state = new Option<string>("--state") { Description = "open, unsure, sample (drawn to estimate the precision), judged, or refused (to colleagues, for what they may not see; supervisors)", DefaultValueFactory = _ => "open" };
        var most = new Option<int>("--most") { Description = "How many pairs at most", DefaultValueFactory = _ => 50 };
        var command = new Command("suggest", "Show pairs that could be one, cluster by cluster") { state, most };
        command.Does(async (parsed, desk, visitor, ct) => await desk.Use<ReviewIdentities>().Queue(visitor, parsed.GetValue(state)!, Math.Clamp(parsed.GetValue(most), 1, 5_000), ct) switch
        {
            Outcome<ReviewQueue>.Done { Value: var queue } => Answer.Give(parsed.GetValue(CommandLine.Json), new
            {
                pairs = queue.Pairs.Select(pair => new { one = Record(desk, pair.One), other = Record(desk, pair.Other), pair.Probability, pair.Verdict, pair.Cluster, judgement = pair.Judgement is { } row ? Judgement(desk, row) : null }),
                queue.Total,
                queue.Open,
                queue.Unsure,
                queue.Records,
                queue.Compared,
                queue.Version,
            }, () =>
            [
                .. queue.Pairs.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Cluster + 1,4}  {pair.Probability:F3} {pair.Verdict,-10} {Id(desk, pair.One.Key)} {Id(desk, pair.Other.Key)}  {Name(pair.One)} ~ {Name(pair.Other)}{(pair.Judgement is { } row ? $"  {row.Verdict} {desk.Home.Ids.Show(PublicKind.Judgement, row.Key)}" : "")}")),
                $"{queue.Pairs.Count} of {queue.Total} pairs shown, of what you may see; {queue.Records} records, {queue.Compared} pairs compared ({queue.Version}). A suggestion: nothing is joined.",
            ]),
            var refused => Answer.Decline(parsed.GetValue(CommandLine.Json), refused.Why),
        });
        return command;
    }

    private static Command Show()
    {
        var (one, other) = Pair();
        var command = new Command("show", "Show two records side by side, and why they could be one") { one, other };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var keys = desk.Home.Ids.ReadKeys([parsed.GetValue(one)!, parsed.GetValue(other)!], PublicKind.Entity);
            if (keys is not Outcome<IReadOnlyList<long>>.Done { Value: [var a, var b] }) return Answer.Decline(json, keys.Why);
            var shown = await desk.Use<ReviewIdentities>().Show(visitor, a, b, ct);
            if (shown is not Outcome<PairView>.Done { Value: var view }) return Answer.Decline(json, shown.Why);
            return Answer.Give(json, new
            {
                one = Record(desk, view.One),
                other = Record(desk, view.Other),
                view.Probability,
                view.Verdict,
                view.Version,
                why = view.Reasons,
                view.NeedsItem,
                properties = view.Rows.Select(row => new { property = row.Property.Name, row.One, row.Other, level = KeptForm.Word(row.Level) }),
                judgements = view.Judgements.Select(row => Judgement(desk, row)),
                items = view.Items.Select(item => desk.Home.Ids.Show(PublicKind.Item, item.Key)),
                label = view.Label.Outside(desk.Home.Ids),
            }, () => Lines(desk, view));
        });
        return command;
    }

    private static Command Judge()
    {
        var (one, other) = Pair();
        var verdict = new Argument<string>("VERDICT") { Description = "same, different or unsure" };
        var items = new Option<string[]>("--item") { Description = "I-…, an item that it rests on; may be given several times", DefaultValueFactory = _ => [] };
        var command = new Command("judge", "Judge two records; needs --reason") { one, other, verdict, items };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var keys = desk.Home.Ids.ReadKeys([parsed.GetValue(one)!, parsed.GetValue(other)!], PublicKind.Entity);
            if (keys is not Outcome<IReadOnlyList<long>>.Done { Value: [var a, var b] }) return Answer.Decline(json, keys.Why);
            var cited = desk.Home.Ids.ReadKeys(parsed.GetValue(items)!, PublicKind.Item);
            if (cited is not Outcome<IReadOnlyList<long>>.Done { Value: var rests }) return Answer.Decline(json, cited.Why);
            var judged = await desk.Use<JudgeIdentity>().Run(visitor, new IdentityJudgement(a, b, parsed.GetValue(verdict)!, parsed.GetValue(CommandLine.Reason) ?? "") { Items = rests }, ct);
            return Told(parsed, desk, judged, $"{parsed.GetValue(verdict)}. Both records stay as they are; take it back with: plumbline identity withdraw");
        });
        return command;
    }

    private static Command Withdraw()
    {
        var judgement = new Argument<string>("JUDGEMENT") { Description = "J-…" };
        var command = new Command("withdraw", "Take a judgement back; needs --reason") { judgement };
        command.Does(async (parsed, desk, visitor, ct) => desk.Home.Ids.ReadKey(parsed.GetValue(judgement)!, PublicKind.Judgement) is var read && read is Outcome<long>.Done { Value: var key }
            ? Told(parsed, desk, await desk.Use<JudgeIdentity>().Withdraw(visitor, key, parsed.GetValue(CommandLine.Reason) ?? "", ct), "taken back; every value and link is at its own record, where it always was")
            : Answer.Decline(parsed.GetValue(CommandLine.Json), read.Why));
        return command;
    }

    private static Command Lead()
    {
        var entity = new Argument<string>("ENTITY") { Description = "E-…" };
        var command = new Command("lead", "Let this record's name stand for all that are joined with it") { entity };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var read = desk.Home.Ids.ReadKey(parsed.GetValue(entity)!, PublicKind.Entity);
            if (read is not Outcome<long>.Done { Value: var key }) return Answer.Decline(json, read.Why);
            var led = await desk.Use<JudgeIdentity>().Lead(visitor, key, ct);
            return led is Outcome<long>.Done ? Answer.Give(json, new { lead = Id(desk, key) }, () => [$"{Id(desk, key)}: its name leads."]) : Answer.Decline(json, led.Why);
        });
        return command;
    }

    private static IEnumerable<string> Lines(Desk desk, PairView view) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"{view.Verdict} {view.Probability:F3} ({view.Version}); {view.Label}"),
        $"  {Id(desk, view.One.Key),-12} {Name(view.One)}",
        $"  {Id(desk, view.Other.Key),-12} {Name(view.Other)}",
        .. view.Reasons.Met.Select(part => string.Create(CultureInfo.InvariantCulture, $"  \u2068{part.Asked}\u2069{PartWords.Kind(part.AskedKind)} = \u2068{part.Listed}\u2069{PartWords.Kind(part.ListedKind)}  {part.Similarity:F2}  {part.Letters}")),
        .. view.Reasons.OnlyAsked.Select(part => $"  only the first: \u2068{part}\u2069"),
        .. view.Reasons.OnlyListed.Select(part => $"  only the second: \u2068{part}\u2069"),
        .. view.Reasons.Evidence.Where(one => one.Level != "silent").Select(one => string.Create(CultureInfo.InvariantCulture, $"  {one.What}: {one.Level} {one.Odds:+0.0;-0.0;0}")),
        .. view.Rows.Select(row => $"  {(row.Level switch { EvidenceLevel.Agree => "=", EvidenceLevel.Partly => "~", EvidenceLevel.Contradict => "≠", _ => " " })} {row.Property.Label.En}: \u2068{string.Join(" · ", row.One)}\u2069 | \u2068{string.Join(" · ", row.Other)}\u2069"),
        .. view.NeedsItem ? (string[])["  \"same\" needs --item: a name alone makes nobody the same"] : [],
        .. view.Judgements.Select(row => $"  {desk.Home.Ids.Show(PublicKind.Judgement, row.Key)} {row.Verdict}: {Id(desk, row.Entity)} {Id(desk, row.Other)}, {row.GivenByName} {Clock.FromMicros(row.GivenAt):yyyy-MM-dd}: {row.Reason}{(row.IsLive ? "" : $" [taken back by {row.WithdrawnByName}: {row.WithdrawnWhy}]")}"),
    ];

    private static object Record(Desk desk, ReviewedRecord record) => new { id = Id(desk, record.Key), record.Type, record.Names };

    private static object Judgement(Desk desk, JudgementRow row) => new
    {
        id = desk.Home.Ids.Show(PublicKind.Judgement, row.Key),
        one = Id(desk, row.Entity),
        other = Id(desk, row.Other),
        row.Verdict,
        row.Reason,
        by = row.GivenByName,
        at = Clock.FromMicros(row.GivenAt),
        withdrawn = row.IsLive ? null : new { by = row.WithdrawnByName, at = Clock.FromMicros(row.WithdrawnAt!.Value), why = row.WithdrawnWhy },
    };

    private static string Name(ReviewedRecord record) => $"\u2068{(record.Names.Count == 0 ? record.Type : record.Names[0])}\u2069";

    private static string Id(Desk desk, long entity) => desk.Home.Ids.Show(PublicKind.Entity, entity);

    private static (Argument<string> One, Argument<string> Other) Pair() => (new("ONE") { Description = "E-…" }, new("OTHER") { Description = "E-…" });

    private static int Told(ParseResult parsed, Desk desk, Outcome<long> outcome, string state) => outcome is Outcome<long>.Done { Value: var key }
        ? Answer.Give(parsed.GetValue(CommandLine.Json), new { judgement = desk.Home.Ids.Show(PublicKind.Judgement, key) }, () => [$"{desk.Home.Ids.Show(PublicKind.Judgement, key)}: {state}."])
        : Answer.Decline(parsed.GetValue(CommandLine.Json), outcome.Why);
}
