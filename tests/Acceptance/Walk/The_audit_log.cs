using Dapper;
using Plumbline.Register.Audit;
using Plumbline.Safeguards;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Walk;

public sealed class The_audit_log(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Holds_every_act_and_every_refusal_and_proves_each(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var working = await desk.Case("2026-014");
        var collector = await desk.Officer("collector", ["collector"], working);
        var item = Done(await desk.Receive.Run(collector, Report(["A van."]), default)).Items[0];
        Refused("role.missing", await desk.Grading.Confirm(collector, item, default));
        using var key = desk.Home.AuditKey();
        var lodged = await new Sequencer(desk.Home.Store, TimeProvider.System).Lodge(key, default);

        var check = new AuditCheck(desk.Home.Store);
        var found = await check.Verify(lodged, key.Verifier, default);
        Assert.Empty(found.Faults);
        Assert.Equal(3, found.Leaves); // set-up, receipt, refusal
        for (var leaf = 0; leaf < found.Leaves; leaf++)
        {
            var (hash, proof, root) = Done(await check.Prove(leaf, default));
            Assert.True(proof.Verify(hash, root));
            Assert.Equal(lodged.Root.ToArray(), root);
        }
        Refused("audit.no-leaf", await check.Prove(found.Leaves, default));
    }

    [Theory]
    [InlineData("sqlite", "update act set action = 'item.read' where action = 'report.receive'", "was changed")]
    [InlineData("postgres", "update act set action = 'item.read' where action = 'report.receive'", "was changed")]
    [InlineData("sqlite", "update act_content set content = 'else'", "content of leaf")]
    [InlineData("sqlite", "delete from act where action = 'report.receive'", "has lost its act")]
    [InlineData("sqlite", "delete from audit_leaf where leaf = 1", "cut off")]
    [InlineData("postgres", "delete from audit_leaf where leaf = 1", "cut off")]
    public async Task Shows_that_it_was_touched(string engine, string touch, string fault)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var collector = await desk.Officer("collector", ["collector"], await desk.Case("2026-014"));
        Done(await desk.Receive.Run(collector, Report(["A van."]), default));
        using var key = desk.Home.AuditKey();
        var lodged = await new Sequencer(desk.Home.Store, TimeProvider.System).Lodge(key, default);
        await using (var db = await desk.Home.Store.Open(default)) await db.ExecuteAsync(touch);

        var found = await new AuditCheck(desk.Home.Store).Verify(lodged, key.Verifier, default);
        Assert.Contains(found.Faults, line => line.Contains(fault, StringComparison.Ordinal));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Keeps_one_order_when_many_write_and_read_at_once(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var collector = await desk.Officer("collector", ["collector"], await desk.Case("2026-014"));
        var sequencer = new Sequencer(desk.Home.Store, TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(async n =>
        {
            await using var reader = Done(await desk.Gate.Admit(collector, Actions.ReadItem, default));
            await desk.Gate.Record(reader, Actions.ReadItem, $"item:{n}", 1, "", default);
            if (n % 8 == 0) await sequencer.Run(default);
        }));
        using var key = desk.Home.AuditKey();
        var lodged = await sequencer.Lodge(key, default);
        Assert.Equal(41, lodged.Size);
        Assert.Empty((await new AuditCheck(desk.Home.Store).Verify(lodged, key.Verifier, default)).Faults);
    }
}
