using Plumbline.Acceptance.Lists;
using Plumbline.Register;
using Plumbline.Register.Records;
using Plumbline.Screening.Watchlists;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Screening;

/// <summary>People come past a watchlist: most are forgotten, few wait for two officers, nobody is stopped on a name alone.</summary>
public sealed class Screening_people(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_namesake_is_found_settled_by_two_officers_cleared_and_not_stopped_again(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        await desk.InUse();
        var first = await desk.Run(ScreeningDesk.Namesake, new PersonAsked("P2", "Taro Vellmar"));
        Assert.Equal((2, 1, 0), (first.People, first.None, first.Cleared));
        // A nationality that agrees makes no candidate of a short name.
        Assert.Equal((0, 1), (first.Candidates, first.Incomplete));
        var candidate = await desk.OnlyOne();
        var shown = Done(await desk.View.Show(desk.First, candidate, default));
        Assert.Equal("Wissam Nizar Fouad", shown.Asked.Name);
        Assert.Equal(3, shown.Reasons.Met.Count);
        Assert.Contains(shown.Reasons.Evidence, one => one is { What: "nationality", Level: "agree" });
        Assert.Contains(shown.Listed, one => one.Property == "name");

        Done(await desk.Settle.Propose(desk.First, candidate, "different", "Seven years younger, another mother.", default));
        Refused("candidate.own", await desk.Settle.Confirm(desk.First, candidate, "", default));
        Refused("namesake.not-different", await desk.Clear.Issue(desk.First, candidate, 24, default));
        Done(await desk.Settle.Confirm(desk.Second, candidate, "", default));
        var letter = Done(await desk.Clear.Issue(desk.Second, candidate, 24, default));
        Assert.True(Done(await desk.Clear.Verify(desk.First, letter.Code.ToLowerInvariant(), default)).Holds);

        var second = await desk.Run(ScreeningDesk.Namesake);
        Assert.Equal((1, 1, 0, 0), (second.People, second.Cleared, second.Candidates, second.Incomplete));
        // Another person of the name is not cleared with him.
        var other = await desk.Run(ScreeningDesk.Namesake with { Births = ["1987-07-01"], Documents = ["ZN-0000001"] });
        Assert.Equal(0, other.Cleared);
        Done(await desk.Clear.Withdraw(desk.Second, letter.Code, "The document was lost.", default));
        Assert.Equal(0, (await desk.Run(ScreeningDesk.Namesake)).Cleared);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Of_who_meets_nobody_only_the_number_is_kept(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        await desk.InUse();
        await desk.Run(new PersonAsked("P9", "Marwolt Vantreker Quenlis") { Documents = ["QX7788990"] });
        foreach (var column in await Register.Upkeep.RegisterTables.Columns(desk.Desk.Home.Store, default))
        {
            var (table, name) = (column.Split('.')[0], column.Split('.')[1]);
            Assert.Equal([0], await desk.Desk.Home.Ask<long>($"""select count(*) from "{table}" where cast({Quoted(name)} as text) like '%Quenlis%' or cast({Quoted(name)} as text) like '%QX7788990%'"""));
        }

        static string Quoted(string column) => $"\"{column}\"";
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_short_name_alone_is_incomplete_and_can_never_be_the_same(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        await desk.InUse();
        var run = await desk.Run(new PersonAsked("P1", "وسام نزار فؤاد"));
        Assert.Equal((0, 1), (run.Candidates, run.Incomplete));
        var candidate = await desk.OnlyOne();
        Refused("candidate.incomplete", await desk.Settle.Propose(desk.First, candidate, "same", "The name is the same.", default));
        Done(await desk.Settle.Propose(desk.First, candidate, "unresolved", "Nothing but the name is known.", default));
        Done(await desk.Settle.SendBack(desk.Second, candidate, "Ask for the passport first.", default));
        Assert.Equal(candidate, await desk.OnlyOne());
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task One_desk_at_a_time(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        await desk.InUse();
        await desk.Run(ScreeningDesk.Namesake);
        var candidate = await desk.OnlyOne();
        Done(await desk.View.Hold(desk.First, candidate, default));
        Refused("candidate.held", await desk.View.Hold(desk.Second, candidate, default));
        Refused("candidate.held", await desk.Settle.Propose(desk.Second, candidate, "different", "Another birth date.", default));
        Done(await desk.Settle.Propose(desk.First, candidate, "different", "Another birth date.", default));
        Refused("candidate.moved", await desk.Settle.Propose(desk.First, candidate, "same", "Or is he?", default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Many_people_need_an_authority_that_oversight_reads(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        await desk.InUse();
        var people = Enumerable.Range(1, ScreenPeople.MostWithoutAuthority + 1).Select(n => new PersonAsked($"P{n}", $"Marwolt Vantreker {n}")).ToArray();
        Refused("screen.needs-authority", await desk.Screen.Run(desk.First, new ScreeningOrder("Flight ZV 118", []), people, null, default));
        Refused("screen.authority", await desk.Screen.Run(desk.First, new ScreeningOrder("Flight ZV 118", []) { Authority = new("14/2026", "A threat", ScreeningDesk.Day(3)) }, people, null, default));
        var run = Done(await desk.Screen.Run(desk.First, new ScreeningOrder("Flight ZV 118", []) { Authority = new("14/2026", "A letter announced an attack on this flight by two named men.", ScreeningDesk.Day(3)) }, people, null, default));
        Assert.Equal(people.Length, run.People);
        Assert.Contains("14/2026", Assert.Single(await desk.Desk.Home.Ask<string>("select text from concern")), StringComparison.Ordinal);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_long_list_cut_into_short_ones_needs_an_authority_too(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        await desk.InUse();
        var half = Enumerable.Range(1, 30).Select(n => new PersonAsked($"P{n}", $"Marwolt Vantreker {n}")).ToArray();
        await desk.Run(half);
        Refused("screen.needs-authority", await desk.Screen.Run(desk.First, new ScreeningOrder("Flight ZV 119", []), half, null, default));
        // One at the desk is no list.
        Assert.Equal(1, (await desk.Run(half[0])).People);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_name_that_was_withdrawn_suggests_nobody_any_more(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        await desk.InUse();
        await desk.Run(ScreeningDesk.Namesake);
        var before = Done(await desk.View.Show(desk.First, await desk.OnlyOne(), default));
        var said = await desk.Desk.Home.Ask<long>($"select key from statement where value_text = '{before.Reasons.Listed}'");
        await using (var writer = await Writer.Begin(desk.Desk.Home.Store, default))
        {
            await new StatementRecords(writer, 1, 1).Withdraw([.. said], "wrong", default);
            await writer.Commit(default);
        }
        await desk.Run(ScreeningDesk.Namesake);
        var rows = Done(await desk.View.Queue(desk.First, "open", 10, default)).Rows;
        Assert.DoesNotContain(rows.Where(row => row.Run != before.Row.Run), row => KeptForm.Read<SuggestionReasons>(row.Reasons).Listed == before.Reasons.Listed);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_watchlist_is_tried_and_put_to_use_by_another(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        Refused("screen.no-watchlist", await desk.Screen.Run(desk.First, new ScreeningOrder("Flight ZV 118", []), [ScreeningDesk.Namesake], null, default));
        var draft = await desk.Draft();
        Refused("watchlist.untried", await desk.Keep.Activate(desk.Second, draft, default));
        Assert.Equal((2, 1), Done(await desk.Screen.Try(desk.First, draft, [ScreeningDesk.Namesake, new PersonAsked("P2", "Marwolt Vantreker Quenlis"), new PersonAsked("P3", "…")], default)));
        Refused("watchlist.own", await desk.Keep.Activate(desk.First, draft, default));
        Done(await desk.Keep.Activate(desk.Second, draft, default));
        Refused("watchlist.taken", await desk.Keep.Add(desk.First, new WatchlistForm("National list", Assert.Single(Done(await desk.Keep.All(desk.First, default)).Lists), "", "sanctions-law", "Ask the duty officer.", ScreeningDesk.Day(9)), default));
        Refused("watchlist.review", await desk.Keep.Review(desk.First, draft, ScreeningDesk.Day(400), default));
        Done(await desk.Keep.Retire(desk.First, draft, default));
        Refused("screen.no-watchlist", await desk.Screen.Run(desk.First, new ScreeningOrder("Flight ZV 118", []), [ScreeningDesk.Namesake], null, default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Oversight_reads_numbers_and_no_names(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        await desk.InUse();
        await desk.Run(ScreeningDesk.Namesake);
        var candidate = await desk.OnlyOne();
        Done(await desk.Settle.Propose(desk.First, candidate, "different", "Another birth date.", default));
        Done(await desk.Settle.Confirm(desk.Second, candidate, "", default));
        var watching = await desk.Desk.Officer("nasrin", ["oversight"], purpose: "oversight");
        var rates = Done(await desk.View.Tallies(watching, default));
        Assert.Equal(1, Assert.Single(rates, row => row is { Script: "Latn", What: "different" }).Number);
        Assert.Equal(1, Assert.Single(rates, row => row is { Script: "Latn", What: "screened" }).Number);
        Refused("role.missing", await desk.View.Queue(watching, "open", 10, default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Who_is_not_in_the_case_finds_nothing(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        await desk.InUse();
        await desk.Run(ScreeningDesk.Namesake);
        var candidate = await desk.OnlyOne();
        var outside = await desk.Desk.Officer("iyad", ["supervisor"], await desk.Desk.Case("2026-099"));
        Assert.Empty(Done(await desk.View.Queue(outside, "open", 10, default)).Rows);
        Refused("candidate.unknown", await desk.View.Show(outside, candidate, default));
        Refused("candidate.unknown", await desk.Settle.Propose(outside, candidate, "same", "I know him well.", default));
    }
}
