using Plumbline.Intelligence;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Knowledge;

public sealed class Saying_what_a_person_is(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Nobody_is_a_suspect_without_conduct_or_convicted_without_a_court(string engine)
    {
        await using var bench = await Bench.Open(engine, postgres);
        var working = await bench.Desk.Case("2026-014");
        var analyst = await bench.Desk.Officer("analyst", ["analyst", "grader"], working);
        var other = await bench.Desk.Officer("other", ["grader", "supervisor"], working);
        var homeless = await bench.Desk.Officer("homeless", ["analyst"], purpose: "enquiry");
        var items = await bench.Items(analyst, ["Karim carried the money.", "Karim was seen."]);
        var confession = (await bench.Items(analyst, ["I carried the money, said Karim."], custody: "yes"))[0];
        var karim = await bench.Person(analyst, items[0], "Karim");
        Assert.Equal(PersonStatus.NotYetCategorised, (await bench.Look(analyst, karim)).Person?.Category);

        var suspect = new CategoryChoice(karim, "suspect", "Carried money to the group");
        Refused("category.needs-conduct", await bench.Category.Run(analyst, suspect, default));
        Refused("category.ungraded", await bench.Category.Run(analyst, suspect with { ConductItem = items[0] }, default));
        await bench.Grade(analyst, other, confession, "2D");
        Refused("custody.barred", await bench.Category.Run(analyst, suspect with { ConductItem = confession }, default));
        Refused("category.needs-case", await bench.Category.Run(homeless, suspect with { ConductItem = items[0] }, default));
        Refused("category.needs-grounds", await bench.Category.Run(analyst, suspect with { Grounds = "" }, default));
        Refused("category.unknown", await bench.Category.Run(analyst, suspect with { Category = "sympathiser" }, default));
        Refused("person.unknown", await bench.Category.Run(analyst, suspect with { Person = 4711 }, default));
        await bench.Grade(analyst, other, items[0], "2D");
        Done(await bench.Category.Run(analyst, suspect with { ConductItem = items[0] }, default));
        Assert.Equal("suspect", (await bench.Look(analyst, karim)).Person?.Category);
        // What a person is in one case is that case's matter.
        Assert.Equal(PersonStatus.NotYetCategorised, (await bench.Look(homeless, karim)).Person?.Category);

        Refused("category.needs-conviction", await bench.Category.Run(analyst, suspect with { Category = "convicted" }, default));
        Refused("role.missing", await bench.Outcome.Run(analyst, new OutcomeEntry(karim, "acquittal", "2026-03-05", items[1], null), default));
        Done(await bench.Outcome.Run(other, new OutcomeEntry(karim, "acquittal", "2026-03-05", items[1], "Criminal court of Darsaba"), default));
        var picture = await bench.Look(homeless, karim);
        Assert.True(picture.Person!.IsAcquitted);
        Assert.Contains(picture.Timeline, entry => entry is { Kind: TimelineKind.Outcome, DateText: "2026-03-05" });
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_custody_bar_is_lifted_by_somebody_independent(string engine)
    {
        await using var bench = await Bench.Open(engine, postgres);
        var working = await bench.Desk.Case("2026-014");
        var receiver = await bench.Desk.Officer("receiver", ["collector", "supervisor"], working);
        var supervisor = await bench.Desk.Officer("supervisor", ["supervisor"], working);
        var analyst = await bench.Desk.Officer("analyst", ["analyst"], working);
        var items = await bench.Items(receiver, ["I was there."], custody: "unknown");
        Refused("role.missing", await bench.Custody.Run(analyst, items[0], "Seen the file", default));
        Refused("custody.not-independent", await bench.Custody.Run(receiver, items[0], "Seen the file", default));
        Refused("custody.needs-review", await bench.Custody.Run(supervisor, items[0], "", default));
        Done(await bench.Custody.Run(supervisor, items[0], "Lawyer present by the court's record; medical report seen", default));
        Refused("custody.not-barred", await bench.Custody.Run(supervisor, items[0], "Again", default));
    }
}
