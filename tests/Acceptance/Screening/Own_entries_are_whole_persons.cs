using Plumbline.Acceptance.Lists;
using Plumbline.Core;
using Plumbline.Safeguards;
using Plumbline.Screening.Watchlists;
using static Plumbline.Acceptance.Screening.Nominating_for_an_own_list;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Screening;

/// <summary>An own entry is what the register knows of its person, of whichever record, as far as the reader sees it; and what a candidate tells of it is held as strictly.</summary>
public sealed class Own_entries_are_whole_persons(ThrowawayPostgres postgres)
{
    private const string Other = "Harvast Dolmeren Istovan Pelk";

    private static PersonAsked ByTheOtherPaper { get; } = new("P1", Other) { Documents = ["ZN7712345"] };

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_name_of_a_joined_record_is_met_until_they_are_taken_apart(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        var (own, person, item) = await Listed(desk);
        var second = await desk.Person(item, Other, ("passport", "ZN 7712345"));
        Assert.Equal(1, (await desk.Run(ByTheOtherPaper)).None);
        Done(await desk.Again.Run(desk.First, own, null, default));
        var judgement = await desk.Same(person, second, item);
        Assert.Equal(1, (await desk.Run(ByTheOtherPaper)).Candidates);
        var shown = Done(await desk.View.Show(desk.First, await desk.OnlyOne(), default));
        Assert.Equal((person, Other), (shown.Row.Entity, shown.Reasons.Listed));
        Assert.Contains(("name", Other), shown.Listed);
        // The person is not suggested as itself, and the entry says something else than it did.
        Assert.Equal((1, 0), Done(await desk.Again.Run(desk.First, own, null, default)) is var again ? (again.Entries, again.Candidates + again.Incomplete) : default);
        Done(await desk.Judging.Withdraw(await desk.Officer("zhyan", "analyst", "grader"), judgement, "Another man answered.", default));
        Assert.Equal(1, (await desk.Run(ByTheOtherPaper)).None);
        Assert.Equal((1, 1), Done(await desk.Again.Run(desk.First, own, null, default)) is var apart ? (apart.Entries, apart.Changed) : default);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Who_may_not_see_the_other_record_meets_nobody_by_it(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        var (_, person, item) = await Listed(desk);
        var secret = await desk.Item($"{Other} has a passport.", "informant-9");
        await desk.Same(person, await desk.Person(secret, Other, ("passport", "ZN 7712345")), item);
        await Restrict(desk, secret);
        var low = await Low(desk);
        Assert.Equal(1, Done(await desk.Screen.Run(low, new ScreeningOrder("Flight ZV 118", []), [ByTheOtherPaper], null, default)).None);
        Assert.Equal(1, (await desk.Run(ByTheOtherPaper)).Candidates);
        // Nor is the officer who sees less shown what the other's screening told.
        Assert.Empty(Done(await desk.View.Queue(low, "open", 10, default)).Rows);
        Refused("candidate.unknown", await desk.View.Show(low, await desk.OnlyOne(), default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_is_restricted_later_hides_what_was_told_of_it_before(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        var (_, person, item) = await Listed(desk);
        var later = await desk.Item($"{Other} has a passport.", "informant-9");
        await desk.Same(person, await desk.Person(later, Other, ("passport", "ZN 7712345")), item);
        Assert.Equal(1, (await desk.Run(ByTheOtherPaper)).Candidates);
        var low = await Low(desk);
        Assert.Single(Done(await desk.View.Queue(low, "open", 10, default)).Rows);
        await Restrict(desk, later);
        Assert.Empty(Done(await desk.View.Queue(low, "open", 10, default)).Rows);
        Assert.Single(Done(await desk.View.Queue(desk.First, "open", 10, default)).Rows);
        // The doctor finds what is held more loosely than that, and puts it right.
        await Restrict(desk, item);
        await desk.Desk.Home.Ask<long>("update candidate set current_label = (select current_label from screening_run where key = candidate.run) returning key");
        var doctor = new Register.Upkeep.RestingLabels(desk.Desk.Home.Store, new Register.Labels(desk.Desk.Home.Store));
        Assert.Equal(1, await doctor.Run(repair: true, default));
        Assert.Equal(0, await doctor.Run(repair: false, default));
        Assert.Empty(Done(await desk.View.Queue(low, "open", 10, default)).Rows);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_is_compared_again_is_held_as_strictly_as_what_is_told_now(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        var list = await desk.InUse();
        var (item, secret) = (await desk.Item("A man with a paper.", "letter-1"), await desk.Item("He has a second name.", "informant-9"));
        var person = await desk.Person(item, "Wissam Nizar Fouad");
        Done(await desk.Again.Run(desk.First, list, null, default));
        var low = await Low(desk);
        var candidate = Assert.Single(Done(await desk.View.Queue(low, "open", 10, default)).Rows).Key;
        await Restrict(desk, secret);
        await desk.Say(secret, person, "alias", Other);
        Done(await desk.Again.Run(desk.First, list, null, default));
        Done(await desk.Compare.Run(desk.First, candidate, default));
        Assert.Contains(Other, Done(await desk.View.Show(desk.First, candidate, default)).Asked.AllNames());
        Refused("candidate.unknown", await desk.View.Show(low, candidate, default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Whom_another_record_shows_to_be_a_child_is_not_listed(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        var own = await OwnList(desk);
        var (one, other) = (await desk.Item($"{Name} bought the detonators.", "informant-7"), await desk.Item($"{Name} paid for the store.", "bank-letter"));
        var person = await Known(desk, one, other);
        await desk.Same(person, await desk.Person(other, Other, ("birth_date", $"{TimeProvider.System.GetUtcNow().Year - 15}")), one);
        Refused("nomination.child", await desk.Nominate.Propose(desk.First, Form(own, person, [one, other]), default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_number_of_the_register_meets_the_same_number_of_a_passenger(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        var (_, person, item) = await Listed(desk);
        await desk.Say(item, person, "national_id", "iq.national_card:199012345678");
        // Three parts and nothing else: only the number tells the passenger from namesakes.
        Assert.Equal(1, (await desk.Run(new PersonAsked("P1", Name) { Documents = ["1990 1234 5678"] })).Candidates);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Whoever_shows_the_passport_is_met_under_any_name(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        var (_, person, item) = await Listed(desk);
        await desk.Say(item, person, "passport", "ZN7712345");
        Assert.Equal(1, (await desk.Run(ByTheOtherPaper)).Candidates);
        var shown = Done(await desk.View.Show(desk.First, await desk.OnlyOne(), default));
        Assert.Empty(shown.Reasons.Met);
        Assert.Contains(shown.Reasons.Evidence, one => one is { What: "document", Level: "agree" });
        // A number that is nearly so finds nobody under another name.
        Assert.Equal(1, (await desk.Run(ByTheOtherPaper with { Documents = ["ZN7712346"] })).None);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Who_was_cleared_is_asked_about_again_when_more_agrees_than_the_officers_knew(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        var (own, person, item) = await Listed(desk);
        var traveller = new PersonAsked("P1", Name) { Documents = ["ZN7712345"], Births = ["1991-11-20"] };
        Assert.Equal(1, (await desk.Run(traveller)).Incomplete);
        var candidate = await desk.OnlyOne();
        Done(await desk.Settle.Propose(desk.First, candidate, "different", "Three years younger.", default));
        Done(await desk.Settle.Confirm(desk.Second, candidate, "", default));
        Done(await desk.Clear.Issue(desk.Second, candidate, 24, default));
        Assert.Equal(1, (await desk.Run(traveller)).Cleared);
        // Whatever else is said of the entry, the traveller passes; until it is the traveller's own passport.
        await desk.Say(item, person, "alias", Other);
        Assert.Equal(1, (await desk.Run(traveller)).Cleared);
        await desk.Say(item, person, "passport", "ZN 7712345");
        Assert.Equal((0, 1), await desk.Run(traveller) is var run ? (run.Cleared, run.Candidates) : default);
        // The officers look at the first again: found different with all that is known, it is silent; found the same, it is not.
        Done(await desk.Again.Run(desk.First, own, null, default));
        foreach (var (outcome, cleared) in new[] { ("different", 1L), ("same", 0L) })
        {
            Done(await desk.Compare.Run(desk.First, candidate, default));
            Done(await desk.Settle.Propose(desk.First, candidate, outcome, "The passport was looked at.", default));
            Done(await desk.Settle.Confirm(desk.Second, candidate, "", default));
            Assert.Equal(cleared, (await desk.Run(traveller)).Cleared);
            await desk.Say(item, person, "alias", $"{Other} {outcome}");
            Done(await desk.Again.Run(desk.First, own, null, default));
        }
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_weak_alias_alone_makes_no_candidate(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        var (_, person, item) = await Listed(desk);
        await desk.Say(item, person, "weak_alias", Other);
        Assert.Equal((0, 1), await desk.Run(new PersonAsked("P1", Other)) is var alone ? (alone.Candidates, alone.Incomplete) : default);
        Assert.Equal((1, 0), await desk.Run(new PersonAsked("P2", Other) { Births = ["1988-04-09"] }) is var born ? (born.Candidates, born.Incomplete) : default);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_household_s_number_makes_no_candidate_of_a_namesake(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        var (_, person, item) = await Listed(desk);
        await desk.Say(item, person, "national_id", "iq.ration_card:AB12345");
        Assert.Equal((0, 1), await desk.Run(new PersonAsked("P1", Name) { Documents = ["iq.ration_card:AB12345"] }) is var run ? (run.Candidates, run.Incomplete) : default);
    }

    // An own list in use, a person who is on it, and an item that tells of the person.
    private static async Task<(long List, long Person, long Item)> Listed(ScreeningDesk desk)
    {
        var own = await OwnList(desk);
        var (one, other) = (await desk.Item($"{Name} bought the detonators.", "informant-7"), await desk.Item($"{Name} paid for the store.", "bank-letter"));
        var person = await Known(desk, one, other);
        Done(await desk.Nominate.Approve(desk.Second, Done(await desk.Nominate.Propose(desk.First, Form(own, person, [one, other]), default)), "", default));
        return (own, person, other);
    }

    // A supervisor of the case who sees nothing that is classified.
    private static async Task<Visitor> Low(ScreeningDesk desk) => await desk.Desk.Officer("low", ["supervisor"], await desk.Working(), clearance: 0);

    private static async Task Restrict(ScreeningDesk desk, long item)
    {
        await using var writer = await Register.Writer.Begin(desk.Desk.Home.Store, default);
        await new Register.Records.GradingRecords(writer, new Register.Labels(desk.Desk.Home.Store), Register.Clock.Micros(TimeProvider.System)).Restrict(item, Done(Label.Create(new LabelDraft { Classification = 2 })), 1, "Who told it must not be known.", default);
        await writer.Commit(default);
    }
}
