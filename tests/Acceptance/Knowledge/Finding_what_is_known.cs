using Plumbline.Core;
using Plumbline.Intelligence;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Knowledge;

public sealed class Finding_what_is_known(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Answers_items_and_entities_of_what_may_be_seen_and_says_why(string engine)
    {
        await using var bench = await Bench.Open(engine, postgres);
        var working = await bench.Desk.Case("2026-014");
        var high = await bench.Desk.Officer("high", ["analyst", "grader"], working, clearance: 3);
        var other = await bench.Desk.Officer("other", ["grader"], working, clearance: 3);
        var low = await bench.Desk.Officer("low", ["analyst"], working, clearance: 0);
        var conditions = Done(Label.Create(new LabelDraft { Handling = Handling.SharingWithConditions, Action = HandlingAction.NoDirectAction, Sanitisation = Sanitisation.ConsultOriginator }));
        var open = (await bench.Items(high, ["سلمى كريم تعمل في الطاحونة", "The mill is closed."], label: conditions))[0];
        var closed = (await bench.Items(high, ["سلمى حسن"], label: Done(Label.Create(new LabelDraft { Classification = 2 }))))[0];
        var salma = await bench.Person(high, open, "سلمى كريم");
        await bench.Person(high, closed, "سلمى حسن");
        await bench.Grade(high, other, open, "2D");

        var find = await bench.Find();
        var found = Done(await find.Run(low, new FindQuestion("سلمي"), default));
        Assert.Equal((1L, 1, 1, false), (found.ItemTotal, found.ReportTotal, found.EntityTotal, found.IsCut));
        Assert.Equal((salma, 0), (found.Entities[0].Entity.Key, found.Entities[0].Spans[0].Start));
        Assert.NotEmpty(found.Entities[0].Matches);
        Assert.Equal(2, Done(await find.Run(high, new FindQuestion("سلمى") { Kind = FindKind.Entities }, default)).EntityTotal);
        Assert.True(Done(await find.Run(high, new FindQuestion("سلمى") { Most = 1 }, default)).IsCut);
        Assert.Equal(1, Done(await find.Run(high, new FindQuestion("سلمى") { Handling = ["C", "S2"] }, default)).ItemTotal);
        Assert.Equal(0, Done(await find.Run(high, new FindQuestion("سلمى") { Types = ["vehicle"] }, default)).EntityTotal);
        Assert.True(Grade.TryParse(GradingScheme.ThreeByFiveByTwo, "2D", out var grade));
        Assert.Equal((1L, 1), (Done(await find.Run(high, new FindQuestion("سلمى") { Grades = [grade] }, default)) is var graded ? (graded.ItemTotal, graded.EntityTotal) : default));
        Assert.Equal(salma, Done(await new FindEntities(bench.Desk.Gate, bench.Index).Run(low, "سلمى كريم", "person", 10, default)).Single().Key);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Selects_nobody_by_family_or_origin(string engine)
    {
        await using var bench = await Bench.Open(engine, postgres);
        var analyst = await bench.Desk.Officer("analyst", ["analyst", "collector"], await bench.Desk.Case("2026-014"));
        var item = (await bench.Items(analyst, ["Somebody was seen."]))[0];
        var name = new PersonName([new NamePart(NamePartKind.Given, "Karim"), new NamePart(NamePartKind.Family, "Tarzuni")]);
        var karim = Done(await bench.Mark.Value(analyst, new ValueMark(item, null, EntityChoice.New("person"), "name") { Name = name }, default)).Entity;
        await bench.Say(analyst, item, karim, "birth_place", "Golvandale");
        var find = await bench.Find();
        Assert.Equal(0, Done(await find.Run(analyst, new FindQuestion("Golvandale"), default)).EntityTotal);
        Refused("find.not-selector", await find.Run(analyst, new FindQuestion("Golvandale") { Properties = ["person.birth_place"] }, default));
        var lone = Done(await find.Run(analyst, new FindQuestion("Tarzuni"), default));
        Assert.Equal((0, "find.add-another-part"), (lone.EntityTotal, lone.Hint?.Code));
        Assert.Equal("find.add-another-part", Done(await find.Run(analyst, new FindQuestion("الترزوني"), default)).Hint?.Code);
        Assert.Equal(1, Done(await find.Run(analyst, new FindQuestion("Karim Tarzuni"), default)).EntityTotal);
        Assert.Equal(1, Done(await find.Run(analyst, new FindQuestion("Karim"), default)).EntityTotal);
    }
}
