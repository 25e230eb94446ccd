using Plumbline.Acceptance.Lists;
using Plumbline.Screening.Watchlists;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Screening;

/// <summary>A list or the register changes: the register's own persons are compared again, and nobody else, since nobody else was kept.</summary>
public sealed class Screening_the_register_again(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Persons_meet_new_entries_once_and_who_meets_nobody_is_a_number(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        var list = await desk.InUse();
        var item = await desk.Item("Wissam Nizar Fouad paid for the van; Taro Vellmar drove it.", "letter-1");
        var person = await desk.Person(item, "Wissam Nizar Fouad", ("birth_date", "1987-03-02"), ("sex", "male"));
        await desk.Person(item, "Taro Vellmar");
        var first = Done(await desk.Again.Run(desk.First, list, null, default));
        Assert.Equal(("done", 2, 1), (first.State, first.People, first.None));
        var row = Assert.Single(Done(await desk.View.Queue(desk.First, "open", 10, default)).Rows);
        Assert.Equal(person, row.Subject);
        var again = Done(await desk.Again.Run(desk.First, list, null, default));
        Assert.Equal(("done", 0, 0), (again.State, again.People, again.Entries));
        // Nothing of who met nobody but the number.
        Assert.Equal([0], await desk.Desk.Home.Ask<long>("select count(*) from candidate where asked like '%Vellmar%'"));
        // The act is of who ran it, on the instruction of who put the list to use.
        Assert.Contains("rima", await desk.Desk.Home.Ask<string>("select on_instruction_of from act where action = 'watchlist.rescreen'"));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_newer_version_meets_persons_by_what_it_changed_alone_and_marks_what_was_settled(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        var list = await desk.InUse();
        var item = await desk.Item("Two men were seen.", "letter-1");
        await desk.Person(item, "Wissam Nizar Fouad", ("sex", "male"));
        await desk.Run(new PersonAsked("P1", Changed) { Nationalities = ["Zandavia"] }, new PersonAsked("P2", Gone) { Nationalities = ["Zandavia"] });
        Done(await desk.Again.Run(desk.First, list, null, default));
        var waiting = Done(await desk.View.Queue(desk.First, "open", 10, default)).Rows;
        var changed = Assert.Single(waiting, row => KeptForm.Read<PersonAsked>(row.Asked).Name == Changed);
        Done(await desk.Settle.Propose(desk.First, changed.Key, "different", "Too young for it.", default));
        Done(await desk.Settle.Confirm(desk.Second, changed.Key, "", default));

        await desk.NextVersion();
        var again = Done(await desk.Again.Run(desk.First, list, null, default));
        Assert.True(again.Entries >= 1);
        Assert.True(again.Delisted >= 1);
        // The person's own entry said the same again: nobody is asked twice, and nothing of it is marked.
        Assert.Equal(0, again.Candidates + again.Incomplete);
        var overtaken = Done(await desk.View.Queue(desk.First, "overtaken", 10, default));
        Assert.Equal(overtaken.Rows.Count, overtaken.Overtaken);
        Assert.Equal("changed", Assert.Single(overtaken.Rows, row => row.Key == changed.Key).SinceThen);
        Assert.Equal("delisted", Assert.Single(overtaken.Rows, row => KeptForm.Read<PersonAsked>(row.Asked).Name == Gone).SinceThen);
        Assert.DoesNotContain(overtaken.Rows, row => KeptForm.Read<PersonAsked>(row.Asked).Name.StartsWith("Wissam", StringComparison.Ordinal));

        Done(await desk.Compare.Run(desk.First, changed.Key, default));
        var now = Done(await desk.View.Show(desk.First, changed.Key, default));
        Assert.Equal(("open", null, null), (now.Row.State, now.Row.Outcome, now.Row.SinceThen));
        Assert.Equal("compared", now.Steps[^1].Step);
        Assert.Contains("1990", string.Join(' ', now.Listed.Select(one => one.Text)), StringComparison.Ordinal);
        Refused("candidate.unchanged", await desk.Compare.Run(desk.First, changed.Key, default));
        Assert.Equal([0], await desk.Desk.Home.Ask<long>("select number from screening_tally where what = 'different'"));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_person_of_whom_more_is_known_is_compared_again(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        var list = await desk.InUse();
        var item = await desk.Item("He paid.", "letter-1");
        var person = await desk.Person(item, "Wissam Nizar Fouad");
        Assert.Equal(1, Done(await desk.Again.Run(desk.First, list, null, default)).Incomplete);
        await desk.Say(item, person, "sex", "male");
        await desk.Say(item, person, "birth_date", "1994-05-12");
        var again = Done(await desk.Again.Run(desk.First, list, null, default));
        Assert.Equal((1, 0, 1), (again.People, again.Candidates, again.Changed));
        var row = Assert.Single(Done(await desk.View.Queue(desk.First, "overtaken", 10, default)).Rows);
        Assert.Equal("person", row.SinceThen);
        Done(await desk.Compare.Run(desk.First, row.Key, default));
        Assert.Contains("1994-05-12", Done(await desk.View.Show(desk.First, row.Key, default)).Asked.Births);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_is_stopped_or_killed_goes_on_and_counts_nobody_twice(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        var list = await desk.InUse();
        var item = await desk.Item("Many men were seen.", "letter-1");
        for (var n = 0; n < 210; n++) await desk.Person(item, $"Marwolt Vantreker {(char)('a' + n / 26)}{(char)('a' + n % 26)}nko");
        await desk.Person(item, "Wissam Nizar Fouad");
        using (var killed = new CancellationTokenSource())
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.Again.Run(desk.First, list, new Told(_ => killed.Cancel()), killed.Token));
        Assert.Equal(["running"], await desk.Desk.Home.Ask<string>("select state from rescreening"));
        Done(await desk.Again.Cancel(desk.First, list, default));
        Refused("rescreen.not-running", await desk.Again.Cancel(desk.First, list, default));
        Assert.Empty(await desk.Again.Due(default));
        var rest = Done(await desk.Again.Run(desk.First, list, null, default));
        Assert.Equal(("done", 11), (rest.State, rest.People));
        var told = Assert.Single(Done(await desk.Again.Lately(desk.First, 10, default)));
        Assert.Equal((211, 210, 1), (told.People, told.None, told.Candidates + told.Incomplete));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_machine_does_it_on_the_instruction_of_who_put_the_list_to_use(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        Assert.Empty(await desk.Again.Due(default));
        var list = await desk.InUse();
        var item = await desk.Item("He paid.", "letter-1");
        await desk.Person(item, "Wissam Nizar Fouad");
        var (due, by) = Assert.Single(await desk.Again.Due(default));
        Assert.Equal((list, desk.Second.Officer, null), (due, by.Officer, by.Purpose));
        Done(await desk.Again.Run(by, due, null, default));
        Assert.Empty(await desk.Again.Due(default));
        // Whoever comes in by any other channel states a purpose first, and nothing else is open to the standing one.
        Refused("purpose.missing", await desk.Again.Run(by with { Channel = "web" }, due, null, default));
        Refused("purpose.missing", await desk.View.Queue(by, "open", 10, default));
        await desk.Say(item, (await desk.Desk.Home.Ask<long>("select subject from candidate"))[0], "sex", "male");
        Assert.Single(await desk.Again.Due(default));
        Done(await desk.Keep.Retire(desk.First, list, default));
        Assert.Empty(await desk.Again.Due(default));
        Refused("watchlist.not-in-use", await desk.Again.Run(desk.First, list, null, default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_sample_of_one_tells_nothing_of_a_list_in_use(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        var list = await desk.InUse();
        Refused("watchlist.small-sample", await desk.Screen.Try(desk.First, list, [ScreeningDesk.Namesake], default));
        var many = Enumerable.Range(1, ScreenPeople.SmallestSample).Select(n => new PersonAsked($"P{n}", $"Marwolt Vantreker {n}"));
        Assert.Equal((30, 0), Done(await desk.Screen.Try(desk.First, list, many, default)));
    }

    private const string Changed = "Ghassan Rashid Munir";
    private const string Gone = "Haitham Salim Naji";

    /// <summary>Tells at once, on the thread that works.</summary>
    private sealed class Told(Action<RescreeningAnswer> tell) : IProgress<RescreeningAnswer>
    {
        public void Report(RescreeningAnswer value) => tell(value);
    }
}
