using Plumbline.Acceptance.Walk;
using Plumbline.Core;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Doors;

public sealed class Oversight_watches(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Every_act_newest_first_and_finds_the_one_it_looks_for(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var collector = await desk.Officer("collector", ["collector"], await desk.Case("2026-014"));
        var watch = await desk.Officer("watch", ["oversight"], purpose: "oversight");
        var item = Done(await desk.Receive.Run(collector, Report(["A van."]), default)).Items[0];
        Refused("role.missing", await desk.Grading.Confirm(collector, item, default));
        var audit = new ReadAudit(desk.Gate, TimeProvider.System);

        Task<Outcome<IReadOnlyList<ActLine>>> Of(ActFilter filter) => audit.Run(watch, filter, 100, default);
        var all = Done(await Of(new ActFilter()));
        Assert.Equal(["grade.confirm", "report.receive", "home.init"], all.Select(act => act.Action));
        Assert.Equal("audit.read", Done(await Of(new ActFilter()))[0].Action); // the look itself
        Assert.Equal(["grade.confirm"], Done(await Of(new ActFilter { Outcome = "refused" })).Select(act => act.Action));
        Assert.Equal(2, Done(await Of(new ActFilter { Login = "collector", Case = "2026-014" })).Count);
        Assert.Single(Done(await Of(new ActFilter { Action = "report.receive", From = all[1].At, To = all[1].At + 1 })));
        Assert.Equal(["home.init"], Done(await Of(new ActFilter { Before = all[1].Key })).Select(act => act.Action));
        Assert.Equal("Shift work on the case", all[1].Reason);
        Refused("role.missing", await audit.Run(collector, new ActFilter(), 100, default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Samples_searches_and_says_what_it_thinks_of_them_once(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var analyst = await desk.Officer("analyst", ["analyst"], await desk.Case("2026-014"));
        var enquirer = await desk.Officer("enquirer", ["analyst"], purpose: "enquiry");
        var watch = await desk.Officer("watch", ["oversight"], purpose: "oversight");
        foreach (var (visitor, text) in new[] { (analyst, "grey van"), (enquirer, "my neighbour") })
        {
            await using var reader = Done(await desk.Gate.Admit(visitor, Actions.Search, default));
            await desk.Gate.Record(reader, Actions.Search, "", 0, text, default);
        }
        var audit = new ReadAudit(desk.Gate, TimeProvider.System);

        var first = Done(await audit.Sample(watch, default));
        Assert.Equal("my neighbour", first.Content); // without a case comes first
        Refused("audit.needs-note", await audit.Review(watch, first.Act.Key, concern: true, " ", default));
        Done(await audit.Review(watch, first.Act.Key, concern: true, "No case, a private name", default));
        Refused("audit.reviewed", await audit.Review(watch, first.Act.Key, concern: false, "", default));
        var second = Done(await audit.Sample(watch, default));
        Assert.Equal("grey van", second.Content);
        Done(await audit.Review(watch, second.Act.Key, concern: false, "", default));
        Refused("audit.nothing-to-sample", await audit.Sample(watch, default));
        Assert.Equal("concern", Done(await audit.One(watch, first.Act.Key, default)).Act.Verdict);
        Refused("audit.no-act", await audit.One(watch, 999_999, default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Hears_a_concern_that_the_chain_does_not(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var newcomer = await desk.Officer("newcomer", []);
        var supervisor = await desk.Officer("supervisor", ["supervisor"]);
        var watch = await desk.Officer("watch", ["oversight"], purpose: "oversight");
        var tell = new TellOversight(desk.Gate, TimeProvider.System);

        Refused("concern.length", await tell.Send(newcomer, "Hm", default));
        var key = Done(await tell.Send(newcomer, "I was told to search for a journalist.", default));
        Refused("role.missing", await tell.All(supervisor, default));
        Assert.Equal("I was told to search for a journalist.", Assert.Single(Done(await tell.All(watch, default))).Text);
        Assert.Empty(Done(await tell.Own(supervisor, default)));
        Done(await tell.Reply(watch, key, "We looked into it.", default));
        Refused("concern.answered", await tell.Reply(watch, key, "Again", default));
        Assert.Equal("We looked into it.", Assert.Single(Done(await tell.Own(newcomer, default))).Answer);
        // The log says that it was sent, never what it says.
        var acts = Done(await new ReadAudit(desk.Gate, TimeProvider.System).Run(watch, new ActFilter { Action = Actions.SendConcern, Login = "newcomer", Outcome = "done" }, 10, default));
        Assert.Equal("", Done(await new ReadAudit(desk.Gate, TimeProvider.System).One(watch, acts[^1].Key, default)).Content);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task And_the_administrator_keeps_the_log_without_reading_it(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var admin = new Visitor(1, null, "cli");
        var log = new KeepLog(desk.Gate, desk.Home, TimeProvider.System);

        Assert.Null(Done(await log.Head(admin, default)).LodgedSize);
        var lodged = Done(await log.Lodge(admin, default));
        Assert.Equal(3, lodged.Size); // set-up, the look at the head, the making of the checkpoint
        var found = Done(await log.Verify(admin, default));
        Assert.Empty(found.Faults);
        Assert.Equal(3, Done(await log.Head(admin, default)).LodgedSize);
        Refused("role.missing", await new ReadAudit(desk.Gate, TimeProvider.System).Run(admin, new ActFilter(), 10, default));
        Refused("role.missing", await log.Verify(await desk.Officer("analyst", ["analyst"]), default));
    }
}
