using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Register;
using Plumbline.Register.Audit;
using Plumbline.Register.Search;
using Plumbline.Safeguards;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Walk;

public sealed class Finding_an_item(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Works_in_every_spelling_and_counts_only_what_may_be_seen(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var (one, two) = (await desk.Case("2026-014"), await desk.Case("2026-015"));
        var inside = await desk.Officer("inside", ["grader"], one);
        var outside = await desk.Officer("outside", ["grader"], two);
        var closed = Done(Label.Create(new LabelDraft { Cases = [one] }));
        Done(await desk.Receive.Run(inside, Report(["رأى الحارس شاحنة عند الطاحونة", "The driver called +999 55 123456."], label: closed), default));
        Done(await desk.Note.Run(outside, "شاحنه أخرى في السوق", Label.None, default));
        using var index = SearchIndex.InMemory();

        Assert.Equal(2, await Find(desk, index, inside, "شاحنه"));
        Assert.Equal(1, await Find(desk, index, outside, "شاحنة"));
        Assert.Equal(1, await Find(desk, index, inside, "99955123456"));
        Assert.Equal(0, await Find(desk, index, outside, "driver"));
        Refused("search.empty", await Ask(desk, index, inside, " "));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Follows_a_label_that_became_stricter(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var working = await desk.Case("2026-014");
        var grader = await desk.Officer("grader", ["grader"], working, clearance: 3);
        var low = await desk.Officer("low", ["grader"], working, clearance: 0);
        var item = Done(await desk.Note.Run(grader, "A grey van stood at the mill", Label.None, default)).Items[0];
        using var index = SearchIndex.InMemory();
        Assert.Equal(1, await Find(desk, index, low, "van"));

        Assert.True(Grade.TryParse(GradingScheme.ThreeByFiveByTwo, "2D", out var grade));
        Done(await desk.Grading.Propose(grader, new GradeProposal(item, grade) { Label = Done(Label.Create(new LabelDraft { Classification = 2 })) }, default));
        Assert.Equal(0, await Find(desk, index, low, "van"));
        Assert.Equal(1, await Find(desk, index, grader, "van"));
    }

    private static async Task<long> Find(Desk desk, SearchIndex index, Visitor visitor, string text)
    {
        await new Sequencer(desk.Home.Store, TimeProvider.System).Run(default);
        await new SearchFeed(desk.Home.Store, index).Run(durable: false, default);
        var found = Done(await Ask(desk, index, visitor, text));
        Assert.Equal(found.ItemTotal, found.Items.Count);
        Assert.Empty(found.Entities);
        return found.ItemTotal;
    }

    private static Task<Outcome<Found>> Ask(Desk desk, SearchIndex index, Visitor visitor, string text) =>
        new Find(desk.Gate, new Labels(desk.Home.Store), index).Run(visitor, new FindQuestion(text) { Kind = FindKind.Items }, default);
}
