using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Walk;

public sealed class Grading_an_item(ThrowawayPostgres postgres)
{
    private static readonly Grade UntestedNotKnown = Read("2D");
    private static readonly Grade UntestedCorroborated = Read("2B");

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Takes_two_officers(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var working = await desk.Case("2026-014");
        var collector = await desk.Officer("collector", ["collector"], working);
        var grader = await desk.Officer("grader", ["grader"], working);
        var supervisor = await desk.Officer("supervisor", ["supervisor"], working);
        var received = Done(await desk.Receive.Run(collector, Report(["A grey van stood at the mill.", "It left at dawn."]), default));

        Done(await desk.Grading.Propose(grader, new GradeProposal(received.Items[0], UntestedNotKnown), default));
        Refused("grade.own-proposal", await desk.Grading.Confirm(grader, received.Items[0], default));
        Done(await desk.Grading.Confirm(supervisor, received.Items[0], default));

        var reader = Done(await desk.Gate.Admit(grader, Actions.ReadItem, default));
        await using var open = reader;
        Assert.Equal(["graded", "ungraded"], (await new ItemRows(reader).InReport(received.Report, default)).Select(item => item.State));
        Assert.Equal(["proposed", "confirmed"], (await new GradingRows(reader).Of(received.Items, default)).Select(step => step.Step));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Keeps_history_and_asks_why_when_it_is_done_again(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var working = await desk.Case("2026-014");
        var grader = await desk.Officer("grader", ["grader"], working);
        var supervisor = await desk.Officer("supervisor", ["supervisor"], working);
        var item = Done(await desk.Receive.Run(grader, Report(["A phone rang twice."]), default)).Items[0];
        Done(await desk.Grading.Propose(grader, new GradeProposal(item, UntestedNotKnown), default));
        Done(await desk.Grading.Confirm(supervisor, item, default));

        Refused("grade.confirmed", await desk.Grading.Propose(grader, new GradeProposal(item, UntestedNotKnown), default));
        Refused("grade.needs-reason", await desk.Grading.Regrade(supervisor, new GradeProposal(item, Read("3E")), default));
        Done(await desk.Grading.Regrade(supervisor, new GradeProposal(item, Read("3E")) { Reason = "The source made it up" }, default));

        await using var reader = Done(await desk.Gate.Admit(grader, Actions.ReadItem, default));
        Assert.Equal(["proposed", "confirmed", "regraded"], (await new GradingRows(reader).Of([item], default)).Select(step => step.Step));
        Assert.Equal(Read("3E").Code, (await new ItemRows(reader).Of([item], default))[0].CurrentGrade);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task As_corroborated_needs_another_origin(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var grader = await desk.Officer("grader", ["grader"], await desk.Case("2026-014"));
        var first = Done(await desk.Receive.Run(grader, Report(["Told by the guard."], origin: "O-1"), default)).Items[0];
        var again = Done(await desk.Receive.Run(grader, Report(["Told by the guard, again."], origin: "O-1"), default)).Items[0];
        var other = Done(await desk.Receive.Run(grader, Report(["Seen on the camera."], origin: "O-2"), default)).Items[0];

        Refused("grade.needs-corroboration", await desk.Grading.Propose(grader, new GradeProposal(first, UntestedCorroborated), default));
        Refused("grade.same-origin", await desk.Grading.Propose(grader, new GradeProposal(first, UntestedCorroborated) { CorroboratedBy = again }, default));
        Refused("item.unknown", await desk.Grading.Propose(grader, new GradeProposal(first, UntestedCorroborated) { CorroboratedBy = 999_999 }, default));
        Done(await desk.Grading.Propose(grader, new GradeProposal(first, UntestedCorroborated) { CorroboratedBy = other }, default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Is_not_for_those_who_may_not_see_it(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var (one, two) = (await desk.Case("2026-014"), await desk.Case("2026-015"));
        var inside = await desk.Officer("inside", ["grader"], one);
        var outside = await desk.Officer("outside", ["grader"], two);
        var label = Done(Label.Create(new LabelDraft { Cases = [one] }));
        var item = Done(await desk.Receive.Run(inside, Report(["Kept to the case."], label: label), default)).Items[0];

        var hidden = await desk.Grading.Propose(outside, new GradeProposal(item, UntestedNotKnown), default);
        var absent = await desk.Grading.Propose(outside, new GradeProposal(999_999, UntestedNotKnown), default);
        Assert.Equal(absent.Why, hidden.Why);
        await using var reader = Done(await desk.Gate.Admit(outside, Actions.ReadItem, default));
        Assert.Empty(await new ItemRows(reader).Waiting("ungraded", 100, default));
        // The same file comes in as new: "already held" would tell that it exists.
        Done(await desk.Receive.Run(outside, Report(["Kept to the case."]), default));
        Refused("report.held", await desk.Receive.Run(outside, Report(["Kept to the case."]), default));
    }

    private static Grade Read(string text) => Grade.TryParse(GradingScheme.ThreeByFiveByTwo, text, out var grade) ? grade : throw new FormatException(text);
}
