using Plumbline.Acceptance.Lists;
using Plumbline.Core;
using Plumbline.Screening.Watchlists;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Screening;

/// <summary>The unit's own list: nobody is on it on one report, without an identity, by one officer, or for ever.</summary>
public sealed class Nominating_for_an_own_list(ThrowawayPostgres postgres)
{
    internal const string Name = "Marwolt Vantreker Quenlis";

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Two_items_of_different_origin_an_identity_and_a_second_officer(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        var own = await OwnList(desk);
        var (one, same, other) = (await desk.Item($"{Name} bought the detonators.", "informant-7"), await desk.Item($"{Name} bought detonators, he said again.", "informant-7"), await desk.Item($"{Name} paid for the store.", "bank-letter"));
        var person = await Known(desk, one, same, other);
        var nominator = await desk.Officer("dana", "analyst");
        Refused("nomination.independent", await desk.Nominate.Propose(nominator, Form(own, person, [one, same]), default));
        Refused("nomination.independent", await desk.Nominate.Propose(nominator, Form(own, person, [one, await desk.Item("The weather was fine.", "weather")]), default));
        Refused("nomination.conduct", await desk.Nominate.Propose(nominator, Form(own, person, [one, other]) with { Conduct = "A cousin." }, default));
        Refused("nomination.plan", await desk.Nominate.Propose(nominator, Form(own, person, [one, other]) with { Necessary = "yes" }, default));
        Refused("nomination.until", await desk.Nominate.Propose(nominator, Form(own, person, [one, other]) with { Until = ScreeningDesk.Day(400) }, default));
        Refused("nomination.not-own", await desk.Nominate.Propose(nominator, Form(await desk.Draft("Published"), person, [one, other]), default));
        var made = Done(await desk.Nominate.Propose(nominator, Form(own, person, [one, other]), default));
        Refused("nomination.there", await desk.Nominate.Propose(nominator, Form(own, person, [one, other]), default));
        // Until another officer approved it, nobody is stopped.
        Assert.Equal(1, (await desk.Run(Passenger)).None);
        Refused("role.missing", await desk.Nominate.Approve(nominator, made, "", default));
        Done(await desk.Nominate.Approve(desk.First, made, "Both letters were read.", default));
        var run = await desk.Run(Passenger);
        Assert.Equal(1, run.Candidates);
        var candidate = Done(await desk.View.Show(desk.First, await desk.OnlyOne(), default));
        Assert.Equal((person, "Call the duty officer; do not hold."), (candidate.Row.Entity, candidate.Row.Instruction));
        Done(await desk.Nominate.Remove(nominator, made, "The court acquitted him.", default));
        Assert.Equal(1, (await desk.Run(Passenger)).None);
        var kept = Assert.Single(Done(await desk.Nominations.All(desk.First, default)));
        Assert.Equal(("removed", 3), (kept.State, kept.Steps.Count));
        Assert.Equal(["nominated", "approved", "removed"], kept.Steps.Select(step => step.Step));
        Refused("nomination.moved", await desk.Nominate.Remove(nominator, made, "Once more, please.", default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Who_could_be_a_child_or_nobody_in_particular_is_not_listed(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        var own = await OwnList(desk);
        var (one, other) = (await desk.Item($"{Name} bought the detonators.", "informant-7"), await desk.Item($"{Name} paid for the store.", "bank-letter"));
        var nominator = await desk.Officer("dana", "analyst");
        async Task Says(string code, string name, params (string, string)[] values)
        {
            var person = await desk.Person(one, name, values);
            await desk.Say(other, person, "alias", name);
            Refused(code, await desk.Nominate.Propose(nominator, Form(own, person, [one, other]), default));
        }
        await Says("nomination.identity", "Marwolt Vantreker", ("birth_date", "1988-04-09"), ("mother_name", "Selva Nerin Tovak"));
        await Says("nomination.identity", Name, ("birth_date", "1988-07-01"), ("mother_name", "Selva Nerin Tovak"));
        await Says("nomination.identity", Name, ("birth_date", "1988-04-09"));
        // A ration card's number is a household's.
        await Says("nomination.identity", Name, ("birth_date", "1988-04-09"), ("national_id", "iq.ration_card:AB12345"));
        await Says("nomination.child", Name, ("birth_date", $"{TimeProvider.System.GetUtcNow().Year - 16}"), ("mother_name", "Selva Nerin Tovak"));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Neither_a_confession_nor_hearsay_puts_anybody_there(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        var own = await OwnList(desk);
        var (one, weak, confession) = (await desk.Item($"{Name} bought the detonators.", "informant-7", "2D"), await desk.Item($"{Name} was there, they say.", "market-talk", "3D"), await desk.Item($"{Name} was named.", "cell-4", "1A", custody: "yes"));
        var person = await Known(desk, one, weak, confession);
        var nominator = await desk.Officer("dana", "analyst");
        Refused("nomination.unsure", await desk.Nominate.Propose(nominator, Form(own, person, [one, weak]), default));
        Refused("nomination.independent", await desk.Nominate.Propose(nominator, Form(own, person, [one, confession]), default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task It_ends_on_its_day_and_a_further_term_takes_two_again(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        var own = await OwnList(desk);
        var (one, other) = (await desk.Item($"{Name} bought the detonators.", "informant-7"), await desk.Item($"{Name} paid for the store.", "bank-letter"));
        var person = await Known(desk, one, other);
        // The supervisor who nominates does not approve.
        var made = Done(await desk.Nominate.Propose(desk.First, Form(own, person, [one, other]), default));
        Refused("nomination.own", await desk.Nominate.Approve(desk.First, made, "", default));
        Done(await desk.Nominate.Approve(desk.Second, made, "", default));
        Assert.Equal(1, (await desk.Run(Passenger)).Candidates);
        await desk.Desk.Home.Ask<long>($"update nomination set expires_day = {TimeProviderDay(-1)}");
        Assert.Equal(1, (await desk.Run(Passenger)).None);
        Assert.Equal("expired", Assert.Single(Done(await desk.Nominations.All(desk.First, default))).State);
        var again = Done(await desk.Again.Run(desk.First, own, null, default));
        Assert.Equal(1, again.Delisted);
        Done(await desk.Nominate.Renew(desk.First, made, ScreeningDesk.Day(200), "He was seen at the store again.", default));
        Assert.Equal(1, (await desk.Run(Passenger)).None);
        Refused("nomination.own", await desk.Nominate.Approve(desk.First, made, "", default));
        Done(await desk.Nominate.Decline(desk.Second, made, "The letter was withdrawn.", default));
        Assert.Equal(1, (await desk.Run(Passenger)).None);
        Done(await desk.Nominate.Renew(desk.First, made, ScreeningDesk.Day(200), "A new letter is with the item.", default));
        Done(await desk.Nominate.Approve(desk.Second, made, "", default));
        Assert.Equal(1, (await desk.Run(Passenger)).Candidates);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_falls_short_later_is_said_and_who_is_not_in_the_case_reads_nothing(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        var own = await OwnList(desk);
        var (one, other) = (await desk.Item($"{Name} bought the detonators.", "informant-7"), await desk.Item($"{Name} paid for the store.", "bank-letter"));
        var person = await Known(desk, one, other);
        var made = Done(await desk.Nominate.Propose(desk.First, Form(own, person, [one, other]), default));
        Done(await desk.Nominate.Approve(desk.Second, made, "", default));
        var asked = new List<string>();
        desk.Desk.Home.Store.Asked = asked.Add;
        Assert.Null(Assert.Single(Done(await desk.Nominations.All(desk.First, default))).Short);
        var alone = asked.Count;
        // As many questions for many as for one.
        await desk.Desk.Home.Ask<long>($"insert into nomination select {made} + 100, 'N-100', list, watchlist, person, conduct, proportionate, lawful, accountable, necessary, instruction, expires_day, proposed_day, state, moved_at, nominated_by, nominated_at, current_label from nomination where key = {made} returning key");
        asked.Clear();
        Assert.Equal(2, Done(await desk.Nominations.All(desk.First, default)).Count);
        Assert.Equal(alone, asked.Count);
        Assert.InRange(alone, 1, 20);
        desk.Desk.Home.Store.Asked = null;
        await desk.Desk.Home.Ask<long>($"delete from nomination where key = {made} + 100 returning key");
        await desk.Desk.Home.Ask<long>($"update item set withdrawn_at = 1, withdrawn_why = 'wrong' where key = {other}");
        Assert.Equal("nomination.independent", Assert.Single(Done(await desk.Nominations.All(desk.First, default))).Short?.Code);
        Refused("nomination.independent", await desk.Nominate.Renew(desk.First, made, ScreeningDesk.Day(200), "He was seen again.", default));
        var outside = await desk.Desk.Officer("shahd", ["supervisor"], await desk.Desk.Case("2026-099"));
        Assert.Empty(Done(await desk.Nominations.All(outside, default)));
        Refused("nomination.unknown", await desk.Nominate.Remove(outside, made, "I know him well.", default));
        Assert.Equal(1, Assert.Single(Done(await desk.Keep.All(outside, default)).Watchlists).Entries);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task It_is_held_as_strictly_as_what_it_rests_on_also_later(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        var own = await OwnList(desk);
        var (one, other) = (await desk.Item($"{Name} bought the detonators.", "informant-7"), await desk.Item($"{Name} paid for the store.", "bank-letter"));
        var person = await Known(desk, one, other);
        Done(await desk.Nominate.Propose(desk.First, Form(own, person, [one, other]), default));
        var low = await desk.Desk.Officer("low", ["supervisor"], await desk.Working(), clearance: 0);
        Assert.Single(Done(await desk.Nominations.All(low, default)));
        await using (var writer = await Register.Writer.Begin(desk.Desk.Home.Store, default))
        {
            await new Register.Records.GradingRecords(writer, new Register.Labels(desk.Desk.Home.Store), 1).Restrict(other, Done(Label.Create(new LabelDraft { Classification = 2 })), 1, "The bank must not be known.", default);
            await writer.Commit(default);
        }
        Assert.Empty(Done(await desk.Nominations.All(low, default)));
        Assert.Single(Done(await desk.Nominations.All(desk.First, default)));
    }

    private static PersonAsked Passenger { get; } = new("P1", Name) { Births = ["1988-04-09"] };

    internal static NominationForm Form(long own, long person, long[] items) => new(own, person, items, "He bought detonators and paid for the store where they were found.", "Only the border is told, nothing else.",
        "The terrorism law, article 4.", "The head of the unit looks it over each half year.", "He travels under several papers; nothing less finds him.", "Call the duty officer; do not hold.", ScreeningDesk.Day(180));

    /// <summary>An own list in use, tried while it was empty.</summary>
    internal static async Task<long> OwnList(ScreeningDesk desk)
    {
        var own = Done(await desk.Keep.Add(desk.First, new WatchlistForm("Own list", "", "", "police-task", "Ask the duty officer; nobody is held on a name.", ScreeningDesk.Day(90)), default));
        Done(await desk.Screen.Try(desk.First, own, [ScreeningDesk.Namesake], default));
        return Done(await desk.Keep.Activate(desk.Second, own, default));
    }

    internal static async Task<long> Known(ScreeningDesk desk, long first, params long[] others)
    {
        var person = await desk.Person(first, Name, ("birth_date", "1988-04-09"), ("mother_name", "Selva Nerin Tovak"));
        foreach (var item in others) await desk.Say(item, person, "alias", Name);
        return person;
    }

    private static int TimeProviderDay(int ahead) => Register.Clock.Today(TimeProvider.System) + ahead;
}
