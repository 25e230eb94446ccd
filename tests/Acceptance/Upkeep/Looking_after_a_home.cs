using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Plumbline.Acceptance.Walk;
using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Register;
using Plumbline.Register.Following;
using Plumbline.Register.Upkeep;
using Plumbline.Safeguards;
using Plumbline.Safeguards.Upkeep;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Upkeep;

public sealed class Looking_after_a_home(ThrowawayPostgres postgres)
{
    private static readonly Visitor Administrator = new(1, null, "cli");

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Rebuilding_puts_right_what_is_derived_and_never_loosens(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var working = await desk.Case("2026-014");
        var grader = await desk.Officer("grader", ["grader"], working);
        var supervisor = await desk.Officer("supervisor", ["supervisor"], working);
        var items = Done(await desk.Receive.Run(grader, Report(["A grey van stood at the mill.", "It left at dawn."]), default)).Items;
        Assert.True(Grade.TryParse(GradingScheme.ThreeByFiveByTwo, "2D", out var grade));
        Done(await desk.Grading.Propose(grader, new GradeProposal(items[0], grade) { Label = Done(Label.Create(new LabelDraft { Classification = 2 })) }, default));
        Done(await desk.Grading.Confirm(supervisor, items[0], default));
        using var projections = Done(await Projections.Open(desk.Home, TimeProvider.System, NullLogger.Instance, default));
        await using var db = await desk.Home.Store.Open(default);
        var strict = await db.ExecuteScalarAsync<long>("select current_label from item where key = @key", new { key = items[0] });
        await db.ExecuteAsync("update item set current_grade = null, current_label = (select current_label from report where key = item.report) where key = @key", new { key = items[0] });
        await db.ExecuteAsync("update item set current_label = @strict where key = @key", new { strict, key = items[1] });

        Refused("role.missing", await new RebuildProjections(desk.Gate, desk.Home, new Labels(desk.Home.Store), projections, TimeProvider.System).Run(grader, default));
        var found = Done(await new RebuildProjections(desk.Gate, desk.Home, new Labels(desk.Home.Store), projections, TimeProvider.System).Run(Administrator, default));
        Assert.Equal(new DerivedFinding(1, 1, 1), found);
        Assert.Equal([(grade.Code, strict), (null, strict)], await db.QueryAsync<(long?, long)>("select current_grade, current_label from item order by key"));
        Assert.Equal(1, Done(await new Find(desk.Gate, new Labels(desk.Home.Store), projections.Search).Run(grader, new FindQuestion("mill"), default)).ItemTotal);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Looking_it_over_names_what_is_to_be_done(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        using (var projections = Done(await Projections.Open(desk.Home, TimeProvider.System, NullLogger.Instance, default))) Done(await projections.CatchUp(default));
        var lookOver = new LookOverHome(desk.Gate, desk.Home, TimeProvider.System);
        var lines = Done(await lookOver.Run(Administrator, default));
        Assert.Equal(["checkpoint", "backup"], lines.Where(line => !line.IsWell).Select(line => line.Subject));
        Assert.All(lines.Where(line => !line.IsWell), line => Assert.NotEmpty(line.Advice));

        await using var db = await desk.Home.Store.Open(default);
        await db.ExecuteAsync("update act set officer = 7 where key = 1");
        Assert.Contains(Done(await lookOver.Run(Administrator, default)), line => line is { Subject: "audit log", IsWell: false });
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Nothing_of_what_officers_write_or_seek_is_logged_or_printed(string engine)
    {
        const string marked = "Zarvakhelion";
        using var heard = new Overheard(printing: true);
        await using var desk = await Desk.Open(engine, postgres);
        var grader = await desk.Officer("grader", ["grader"], await desk.Case("2026-014"));
        using var projections = Done(await Projections.Open(desk.Home, TimeProvider.System, heard, default));
        using var stop = new CancellationTokenSource();
        var running = projections.Run(stop.Token);
        var item = Done(await desk.Note.Run(grader, $"{marked} was seen at the mill.", Label.None, default)).Items[0];
        Assert.True(Grade.TryParse(GradingScheme.ThreeByFiveByTwo, "2D", out var grade));
        Done(await desk.Grading.Propose(grader, new GradeProposal(item, grade) { Reason = $"{marked} said so" }, default));
        Done(await projections.CatchUp(default));
        Assert.Equal(1, Done(await new Find(desk.Gate, new Labels(desk.Home.Store), projections.Search).Run(grader, new FindQuestion(marked), default)).ItemTotal);
        await stop.CancelAsync();
        await running;
        heard.KnowsNothingOf(marked);
    }
}
