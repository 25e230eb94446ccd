using Plumbline.Acceptance.Walk;
using Plumbline.Register;
using Plumbline.Register.Audit;

namespace Plumbline.Acceptance.Upkeep;

public sealed class Writing_at_the_same_time(ThrowawayPostgres postgres)
{
    [Fact]
    public async Task Holds_nobody_up_on_a_server_and_forgets_no_act_that_is_committed_late()
    {
        await using var desk = await Desk.Open("postgres", postgres);
        var sequencer = new Sequencer(desk.Home.Store, TimeProvider.System);
        await sequencer.Run(default);
        await using var slow = await Writer.Begin(desk.Home.Store, default);
        await slow.TakeKeys("statement", 10, default);
        await slow.Record([Act("slow")], default);

        // It would wait until the command's own time is up, and fail: the slow one commits afterwards.
        await using (var quick = await Writer.Begin(desk.Home.Store, default))
        {
            Assert.Equal(11, await quick.TakeKeys("statement", 1, default));
            await quick.Record([Act("quick")], default);
            await quick.Commit(default);
        }
        Assert.Equal(1, await sequencer.Run(default));
        await slow.Commit(default);
        Assert.Equal(1, await sequencer.Run(default));
        using var key = desk.Home.AuditKey();
        var lodged = await sequencer.Lodge(key, default);
        Assert.Equal(3, lodged.Size);
        Assert.Empty((await new AuditCheck(desk.Home.Store).Verify(lodged, key.Verifier, default)).Faults);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Gives_every_writer_a_run_of_keys_of_its_own(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var runs = await Task.WhenAll(Enumerable.Range(1, 24).Select(async count =>
        {
            await using var writer = await Writer.Begin(desk.Home.Store, default);
            var first = await writer.TakeKeys("entity", count, default);
            await writer.Commit(default);
            return Enumerable.Range(0, count).Select(n => first + n);
        }));
        Assert.Equal(300, runs.SelectMany(run => run).Distinct().Count());
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Leaves_one_whole_log_with_several_sequencers(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        using var key = desk.Home.AuditKey();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async task =>
        {
            for (var n = 0; n < 20; n++)
            {
                await using (var writer = await Writer.Begin(desk.Home.Store, default))
                {
                    await writer.Record([Act($"{task}.{n}"), Act($"{task}.{n} again")], default);
                    await writer.Commit(default);
                }
                if (n % 5 == task % 5) await new Sequencer(desk.Home.Store, TimeProvider.System).Run(default);
            }
        }));
        var lodged = await new Sequencer(desk.Home.Store, TimeProvider.System).Lodge(key, default);
        Assert.Equal(241, lodged.Size);
        Assert.Empty((await new AuditCheck(desk.Home.Store).Verify(lodged, key.Verifier, default)).Faults);
    }

    private static ActEntry Act(string content) => new(TimeProvider.System.Micros(), 1, "grader", "cli", "item.read", "item:1", 1, "done", content);
}
