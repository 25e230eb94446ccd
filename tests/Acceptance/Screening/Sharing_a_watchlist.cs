using System.Text;
using Plumbline.Acceptance.Lists;
using Plumbline.Core;
using Plumbline.Screening.Watchlists;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Screening;

/// <summary>Two units hold one key: whom one cleared the other does not stop, and neither learns of whom.</summary>
public sealed class Sharing_a_watchlist(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_namesake_cleared_here_is_not_stopped_there_until_it_is_taken_back(string engine)
    {
        await using var here = await ScreeningDesk.Open(engine, postgres);
        await using var there = await ScreeningDesk.Open(engine, postgres);
        var (list, other) = (await here.InUse(), await there.InUse());
        var letter = await Cleared(here);
        Assert.Equal(1, (await there.Run(ScreeningDesk.Namesake)).Incomplete);
        var key = Done(await here.Keys.Keep(here.First, "border-unit", null, default));
        Refused("share.taken", await here.Keys.Keep(here.First, "border-unit", null, default));
        var file = Done(await here.Share.Run(here.First, list, "border-unit", "The border meets the same people.", default));
        var text = Encoding.UTF8.GetString(file.Bytes.Span);
        Assert.DoesNotContain("Wissam", text, StringComparison.Ordinal);
        Assert.Contains(file.Loss.Format, words => words.Contains("publisher", StringComparison.Ordinal));
        // Without the key nothing is opened; with another's, neither.
        Refused("share.unknown-key", await there.Receive.Run(there.First, file.Bytes.ToArray(), default));
        Refused("share.unreadable", await there.Keys.Keep(there.First, "centre", "not a key", default));
        Done(await there.Keys.Keep(there.First, "centre", key, default));
        var spoiled = file.Bytes.ToArray();
        spoiled[^20] ^= 1;
        Refused("share.broken", await there.Receive.Run(there.First, spoiled, default));
        var taken = Done(await there.Receive.Run(there.First, file.Bytes.ToArray(), default));
        Assert.Equal(2, taken.Clearings);
        Assert.Null(taken.Entries);
        Refused("share.older", await there.Receive.Run(there.First, file.Bytes.ToArray(), default));
        // What two units hold in common is seen, and nobody else's business.
        var held = Done(await there.Keys.All(there.First, default));
        Assert.Equal(("centre", 2), (Assert.Single(held.Keys).Name, Assert.Single(held.Received).Clearings));
        Assert.Equal(held.Keys[0].Id, held.Received[0].Share);
        Refused("role.missing", await there.Keys.All(await there.Officer("zhyan", "analyst", "grader"), default));
        Assert.Contains("shared keys", await there.Desk.Home.Ask<string>("select c.content from act a join act_content c on c.act = a.key where a.action = 'watchlist.export'"));
        var run = await there.Run(ScreeningDesk.Namesake);
        Assert.Equal((1, 0, 0), (run.Cleared, run.Candidates, run.Incomplete));
        // Another of the name is not cleared with him, and nothing there can be read back.
        Assert.Equal(0, (await there.Run(ScreeningDesk.Namesake with { Births = ["1987-07-01"], Documents = ["ZN-0000001"] })).Cleared);
        Assert.Equal([0], await there.Desk.Home.Ask<long>("select count(*) from received_clearing where hash like '%ZN%' or list like '%Wissam%'"));
        // What was sent is none of the hashes that lie at home.
        Assert.Empty((await here.Desk.Home.Ask<string>("select hash from cleared_hash")).Intersect(await there.Desk.Home.Ask<string>("select hash from received_clearing")));

        Done(await here.Clear.Withdraw(here.Second, letter.Code, "The document was lost.", default));
        var next = Done(await here.Share.Run(here.First, list, "border-unit", "One was taken back.", default));
        Assert.Equal(0, Done(await there.Receive.Run(there.First, next.Bytes.ToArray(), default)).Clearings);
        Assert.Equal(0, (await there.Run(ScreeningDesk.Namesake)).Cleared);
        Refused("share.older", await there.Receive.Run(there.First, file.Bytes.ToArray(), default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Own_entries_travel_without_what_they_rest_on_and_wait_there_for_two_officers(string engine)
    {
        await using var here = await ScreeningDesk.Open(engine, postgres);
        await using var there = await ScreeningDesk.Open(engine, postgres);
        var own = await Nominating_for_an_own_list.OwnList(here);
        var (one, other) = (await here.Item($"{Nominating_for_an_own_list.Name} bought the detonators.", "informant-7"), await here.Item($"{Nominating_for_an_own_list.Name} paid for the store.", "bank-letter"));
        var person = await Nominating_for_an_own_list.Known(here, one, other);
        // What may not leave does not: it is counted by its rule.
        var closed = Done(await here.Desk.Receive.Run(await here.Officer("zhyan", "analyst", "grader"), Report(["He has another paper."], "third-letter", Done(Label.Create(new LabelDraft { H2 = true }))), default)).Items[0];
        await here.Say(closed, person, "passport", "QX7788990");
        Done(await here.Nominate.Approve(here.Second, Done(await here.Nominate.Propose(here.First, Nominating_for_an_own_list.Form(own, person, [one, other]), default)), "", default));
        var key = Done(await here.Keys.Keep(here.First, "border-unit", null, default));
        Done(await there.Keys.Keep(there.First, "centre", key, default));
        var file = Done(await here.Share.Run(here.First, own, "border-unit", "The border meets the same people.", default));
        Assert.Equal(("h2", 1), Assert.Single(file.Loss.LeftOut) is var left ? (left.Rule, left.Count) : default);
        var taken = Done(await there.Receive.Run(there.First, file.Bytes.ToArray(), default));
        Assert.Equal(1, taken.Entries?.Added);
        foreach (var column in await Register.Upkeep.RegisterTables.Columns(there.Desk.Home.Store, default))
        {
            var (table, name) = (column.Split('.')[0], column.Split('.')[1]);
            Assert.Equal([0], await there.Desk.Home.Ask<long>($"""select count(*) from "{table}" where cast("{name}" as text) like '%detonators%' or cast("{name}" as text) like '%QX7788990%'"""));
        }
        Assert.Contains(taken.List, Done(await there.Keep.All(there.First, default)).Lists);
        var made = Done(await there.Keep.Add(there.First, new WatchlistForm("Of the centre", taken.List, "", "partner-exchange", "Ask the duty officer; nobody is held on a name.", ScreeningDesk.Day(90)), default));
        Done(await there.Screen.Try(there.First, made, [ScreeningDesk.Namesake], default));
        Done(await there.Keep.Activate(there.Second, made, default));
        Assert.Equal(1, (await there.Run(new PersonAsked("P1", Nominating_for_an_own_list.Name) { Births = ["1988-04-09"] })).Candidates);
    }

    private static async Task<ClearanceLetter> Cleared(ScreeningDesk desk)
    {
        await desk.Run(ScreeningDesk.Namesake);
        var candidate = await desk.OnlyOne();
        Done(await desk.Settle.Propose(desk.First, candidate, "different", "Another birth date.", default));
        Done(await desk.Settle.Confirm(desk.Second, candidate, "", default));
        return Done(await desk.Clear.Issue(desk.Second, candidate, 24, default));
    }
}
