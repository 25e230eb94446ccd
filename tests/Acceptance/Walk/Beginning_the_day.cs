using Plumbline.Core;
using Plumbline.Intelligence;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Walk;

/// <summary>The page of the day counts what waits for this officer, and nothing that the officer may not see.</summary>
public sealed class Beginning_the_day(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Counts_what_waits_of_what_may_be_seen(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var working = await desk.Case("2026-014");
        var elsewhere = await desk.Case("2026-021");
        var grader = await desk.Officer("grader", ["grader"], working);
        var supervisor = await desk.Officer("supervisor", ["supervisor"], working);
        var stranger = await desk.Officer("stranger", ["grader"], elsewhere);
        var restricted = Done(Label.Create(new LabelDraft { Cases = [working] }));
        var received = Done(await desk.Receive.Run(grader, Report(["A grey van stood at the mill.", "It left at dawn."], label: restricted), default));
        Done(await desk.Grading.Propose(grader, new GradeProposal(received.Items[0], Grade), default));

        var forGrader = Done(await Today(desk).Run(grader, default));
        Assert.Equal((1L, 0L), (forGrader.Counts.Ungraded, forGrader.Counts.Proposed));
        Assert.Equal([received.Items[0]], forGrader.Items.Select(item => item.Key));
        Assert.Equal(1, Done(await Today(desk).Run(supervisor, default)).Counts.Proposed);

        var forStranger = Done(await Today(desk).Run(stranger, default));
        Assert.Equal((0L, 0L, 0L), (forStranger.Counts.Ungraded, forStranger.Counts.Proposed, forStranger.Counts.Waiting));
        Assert.Empty(forStranger.Items);
    }

    private static Grade Grade { get; } = Core.Grade.TryParse(GradingScheme.ThreeByFiveByTwo, "2D", out var grade) ? grade : throw new InvalidOperationException();

    private static ViewWork Today(Desk desk) => new(desk.Gate, TimeProvider.System);
}
