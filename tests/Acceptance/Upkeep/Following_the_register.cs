using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Plumbline.Acceptance.Walk;
using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Register;
using Plumbline.Register.Audit;
using Plumbline.Register.Following;
using Plumbline.Register.Search;
using Plumbline.Safeguards;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Upkeep;

public sealed class Following_the_register(ThrowawayPostgres postgres)
{
    // It comes within a second; a machine that does much else beside answers late, not wrongly.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Makes_a_new_item_found_and_an_act_part_of_the_tree_while_it_runs(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var officer = await desk.Officer("grader", ["grader"], await desk.Case("2026-014"));
        using var projections = await Opened(desk.Home);
        using var stop = new CancellationTokenSource();
        var running = projections.Run(stop.Token);
        await Note(desk, officer, "A first word, for the compiler.");
        await Until(() => Found(desk, projections, officer, "compiler"));

        await Note(desk, officer, "A grey van stood at the mill.");
        await Until(() => Found(desk, projections, officer, "mill"));
        await Note(desk, officer, "It left at dawn.");
        await Until(async () => await Waiting(desk) == 0);
        await stop.CancelAsync();
        await running;
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Is_for_one_process_and_others_read_beside_it_and_wait_for_it(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var officer = await desk.Officer("grader", ["grader"], await desk.Case("2026-014"));
        using var owner = await Opened(desk.Home);
        using var stop = new CancellationTokenSource();
        var running = owner.Run(stop.Token);
        var beside = Home.Open(desk.Home.Folder);
        await owner.CatchUp(default);
        using var reader = await Opened(beside);
        Assert.True(owner.IsOwner);
        Assert.False(reader.IsOwner);

        // Written by neither: the owner finds it by looking.
        await Note(desk, officer, "A grey van stood at the mill.");
        Done(await reader.CatchUp(default));
        Assert.True(await Found(desk, reader, officer, "mill"));
        await stop.CancelAsync();
        await running;
        await Note(desk, officer, "Nobody follows any more.");
        Refused("search.behind", await reader.CatchUp(default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Goes_to_the_next_when_its_owner_has_ended(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var officer = await desk.Officer("grader", ["grader"], await desk.Case("2026-014"));
        using (var first = await Opened(desk.Home))
        {
            await Note(desk, officer, "A grey van stood at the mill.");
            Done(await first.CatchUp(default));
        }
        using var second = await Opened(desk.Home);
        Assert.True(second.IsOwner);
        Assert.False(second.Search.StartedAnew);
        Assert.True(await Found(desk, second, officer, "mill"));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Answers_a_stricter_label_only_when_no_search_counts_it_any_more(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var working = await desk.Case("2026-014");
        var grader = await desk.Officer("grader", ["grader"], working);
        var low = await desk.Officer("low", ["grader"], working, clearance: 0);
        using var projections = await Opened(desk.Home);
        var item = await Note(desk, grader, "A grey van stood at the mill.");
        Done(await projections.CatchUp(default));
        Assert.True(await Found(desk, projections, low, "mill"));

        Assert.True(Grade.TryParse(GradingScheme.ThreeByFiveByTwo, "2D", out var grade));
        Done(await desk.Grading.Propose(grader, new GradeProposal(item, grade) { Label = Done(Label.Create(new LabelDraft { Classification = 2 })) }, default));
        Assert.False(await Found(desk, projections, low, "mill"));
        Assert.True(await Found(desk, projections, grader, "mill"));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Starts_anew_when_the_database_was_set_back(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var officer = await desk.Officer("grader", ["grader"], await desk.Case("2026-014"));
        using (var before = await Opened(desk.Home))
        {
            await Note(desk, officer, "This never was.");
            Done(await before.CatchUp(default));
        }
        // As after a recovery to an earlier moment: the last act is another one, at the same leaf.
        await using (var db = await desk.Home.Store.Open(default))
        {
            foreach (var undo in (string[])["delete from audit_leaf", "delete from home where name = 'audit.frontier'", "delete from item", "insert into act_waiting (act) select key from act where action = 'home.init'"])
                await Dapper.SqlMapper.ExecuteAsync(db, undo);
        }
        await Note(desk, officer, "This is so.");
        using var projections = await Opened(desk.Home);
        Done(await projections.CatchUp(default));
        Assert.True(await Found(desk, projections, officer, "so"));
        Assert.False(await Found(desk, projections, officer, "never"));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Knows_what_it_applied_by_its_hash_though_the_database_be_lost_right_behind_it(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        await Note(desk, await desk.Officer("grader", ["grader"], await desk.Case("2026-014")), "A grey van stood at the mill.");
        await new Sequencer(desk.Home.Store, TimeProvider.System).Run(default);
        using var index = SearchIndex.InMemory();
        await new SearchFeed(desk.Home.Store, index).Run(durable: false, default);
        // Nothing is asked of the database any more: were the leaf lost now, another act would have its number.
        await using var db = await desk.Home.Store.Open(default);
        Assert.Equal(Convert.ToHexStringLower(await Dapper.SqlMapper.ExecuteScalarAsync<byte[]>(db, "select hash from audit_leaf order by leaf desc limit 1") ?? []), index.Mark);
    }

    [Fact]
    public async Task Waits_for_a_database_that_was_lost_and_goes_on()
    {
        await using var own = new ThrowawayPostgres();
        await using var desk = await Desk.Open("postgres", own);
        var officer = await desk.Officer("grader", ["grader"], await desk.Case("2026-014"));
        using var heard = new Overheard();
        using var projections = Done(await Projections.Open(desk.Home, TimeProvider.System, heard, default));
        using var stop = new CancellationTokenSource();
        var running = projections.Run(stop.Token);
        await Note(desk, officer, "A grey van stood at the mill.");
        await Until(() => Found(desk, projections, officer, "mill"));

        await own.Stop(TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromMilliseconds(800), TestContext.Current.CancellationToken);
        Assert.False(running.IsCompleted);
        await own.Start(TestContext.Current.CancellationToken);
        Npgsql.NpgsqlConnection.ClearAllPools();
        await Note(desk, officer, "It left at dawn.");
        await Until(() => Found(desk, projections, officer, "dawn"));
        Assert.Contains("cannot follow", heard.Text, StringComparison.Ordinal);
        heard.KnowsNothingOf("mill", "dawn");
        await stop.CancelAsync();
        await running;
    }

    private static async Task<Projections> Opened(Home home) => Done(await Projections.Open(home, TimeProvider.System, NullLogger.Instance, default));

    private static async Task<long> Note(Desk desk, Visitor visitor, string text) => Done(await desk.Note.Run(visitor, text, Label.None, default)).Items[0];

    private static async Task<long> Waiting(Desk desk)
    {
        await using var db = await desk.Home.Store.Open(default);
        return await Dapper.SqlMapper.ExecuteScalarAsync<long>(db, "select count(*) from act_waiting");
    }

    private static async Task<bool> Found(Desk desk, Projections projections, Visitor visitor, string text) =>
        Done(await new Find(desk.Gate, new Labels(desk.Home.Store), projections.Search).Run(visitor, new FindQuestion(text), default)).ItemTotal > 0;

    private static async Task Until(Func<Task<bool>> holds)
    {
        var watch = Stopwatch.StartNew();
        var pause = TimeSpan.FromMilliseconds(10);
        while (!await holds())
        {
            Assert.True(watch.Elapsed < Patience, "It did not come in time.");
            await Task.Delay(pause, TestContext.Current.CancellationToken);
            // Asked less and less often: a long wait must stay below the pace of the gate.
            if (pause < TimeSpan.FromMilliseconds(500)) pause *= 1.3;
        }
    }
}
