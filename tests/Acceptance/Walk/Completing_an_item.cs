using Plumbline.Core;
using Plumbline.Intelligence;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Walk;

public sealed class Completing_an_item(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Sets_what_the_report_left_open_and_keeps_what_stood_there(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var grader = await desk.Officer("grader", ["grader"], await desk.Case("2026-014"));
        var item = Done(await desk.Receive.Run(grader, Report(["Told by the guard."]), default)).Items[0];

        Assert.Equal(3, Done(await desk.Complete.Run(grader, new ItemFields(item) { Date = "2026-03", Origin = "O-7", Source = "S-114", Custody = "no" }, default)));
        Assert.Equal(1, Done(await desk.Complete.Run(grader, new ItemFields(item) { Date = "2026-03-14" }, default)));

        var view = Done(await desk.Items.Run(grader, item, default));
        Assert.Equal(("2026-03-14", "O-7", "S-114"), (view.Item.DateText, view.Origin, view.Item.Source));
        await using var db = await desk.Home.Store.Open(default);
        Assert.Equal(["date_text 2026-03 2026-03-14"], await Dapper.SqlMapper.QueryAsync<string>(db,
            "select field || ' ' || before || ' ' || after from item_change where before is not null order by key"));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Never_talks_custody_away(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var grader = await desk.Officer("grader", ["grader"], await desk.Case("2026-014"));
        var item = Done(await desk.Receive.Run(grader, Report(["Said by the man held."]) with { Custody = "unknown" }, default)).Items[0];

        Assert.Equal("custody.unknown", GradingRules.CustodyBar(Done(await desk.Items.Run(grader, item, default)).Item));
        Done(await desk.Complete.Run(grader, new ItemFields(item) { Custody = "yes", Lawyer = "no", HeldBy = "Station two" }, default));
        Assert.Equal("custody.no-lawyer", GradingRules.CustodyBar(Done(await desk.Items.Run(grader, item, default)).Item));
        Refused("custody.recorded", await desk.Complete.Run(grader, new ItemFields(item) { Custody = "no" }, default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Ends_when_the_grade_is_confirmed(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var working = await desk.Case("2026-014");
        var grader = await desk.Officer("grader", ["grader"], working);
        var supervisor = await desk.Officer("supervisor", ["supervisor"], working);
        var item = Done(await desk.Receive.Run(grader, Report(["A phone rang twice."]), default)).Items[0];
        Done(await desk.Grading.Propose(grader, new GradeProposal(item, Read("2D")), default));
        Done(await desk.Grading.Confirm(supervisor, item, default));

        Refused("item.graded", await desk.Complete.Run(grader, new ItemFields(item) { Date = "2026" }, default));
        Refused("item.unknown", await desk.Complete.Run(grader, new ItemFields(999_999) { Date = "2026" }, default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_grade_sent_back_waits_again_with_its_reason(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var working = await desk.Case("2026-014");
        var grader = await desk.Officer("grader", ["grader"], working);
        var supervisor = await desk.Officer("supervisor", ["supervisor"], working);
        var item = Done(await desk.Receive.Run(grader, Report(["A phone rang twice."]), default)).Items[0];
        Done(await desk.Grading.Propose(grader, new GradeProposal(item, Read("1A")), default));

        Refused("grade.needs-reason", await desk.Grading.SendBack(supervisor, item, " ", default));
        Done(await desk.Grading.SendBack(supervisor, item, "The source was not there", default));
        Refused("grade.nothing-proposed", await desk.Grading.Confirm(supervisor, item, default));

        var view = Done(await desk.Items.Run(grader, item, default));
        Assert.Equal(("ungraded", "The source was not there"), (view.Item.State, view.History[^1].Reason));
        Done(await desk.Grading.Propose(grader, new GradeProposal(item, Read("2C")), default));
        Done(await desk.Grading.Confirm(supervisor, item, default));
        Assert.Equal(["proposed", "returned", "proposed", "confirmed"], Done(await desk.Items.Run(grader, item, default)).History.Select(step => step.Step));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_source_s_record_counts_only_what_may_be_seen(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var (one, two) = (await desk.Case("2026-014"), await desk.Case("2026-015"));
        var inside = await desk.Officer("inside", ["grader"], one);
        var second = await desk.Officer("second", ["supervisor"], one);
        var outside = await desk.Officer("outside", ["grader"], two);
        var label = Done(Label.Create(new LabelDraft { Cases = [one] }));
        foreach (var (text, own) in new[] { ("Open to all.", Label.None), ("Kept to the case.", label) })
        {
            var item = Done(await desk.Receive.Run(inside, Report([text], label: own) with { Source = "S-114" }, default)).Items[0];
            Done(await desk.Grading.Propose(inside, new GradeProposal(item, Read("1A")), default));
            Done(await desk.Grading.Confirm(second, item, default));
        }
        var fresh = Done(await desk.Receive.Run(outside, Report(["From the same source."]) with { Source = "S-114" }, default)).Items[0];

        Assert.Equal([(Read("1A").Code, 1L)], Done(await desk.Items.Run(outside, fresh, default)).SourceRecord.Select(row => (row.Grade, row.Items)));
        Assert.Equal([(Read("1A").Code, 2L)], Done(await desk.Items.Run(inside, fresh, default)).SourceRecord.Select(row => (row.Grade, row.Items)));
    }

    private static Grade Read(string text) => Grade.TryParse(GradingScheme.ThreeByFiveByTwo, text, out var grade) ? grade : throw new FormatException(text);
}
