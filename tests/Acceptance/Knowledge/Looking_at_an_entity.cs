using Plumbline.Core;
using Plumbline.Intelligence;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Knowledge;

public sealed class Looking_at_an_entity(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Shows_what_contradicts_itself_and_counts_the_origins(string engine)
    {
        await using var bench = await Bench.Open(engine, postgres);
        var analyst = await bench.Desk.Officer("analyst", ["analyst", "collector"], await bench.Desk.Case("2026-014"));
        var first = (await bench.Items(analyst, ["Salma Karim, born 1991."], origin: "A"))[0];
        var again = (await bench.Items(analyst, ["Salma Karim was born in 1991, says the same man."], origin: "A"))[0];
        var second = (await bench.Items(analyst, ["Salma Karim, born 3 May 1991."], origin: "B"))[0];
        var third = (await bench.Items(analyst, ["Salma Karim, born 1988."], origin: "C"))[0];
        var person = await bench.Person(analyst, first, "Salma Karim");
        await bench.Say(analyst, first, person, "birth_date", "1991");
        await bench.Say(analyst, again, person, "birth_date", "1991");
        await bench.Say(analyst, second, person, "birth_date", "1991-05-03");
        var dates = (await bench.Look(analyst, person)).Groups.Single(group => group.Property.Name == "birth_date");
        Assert.False(dates.Conflict);
        Assert.Equal([1, 1], dates.Values.Select(value => value.Origins));

        var wrong = await bench.Say(analyst, third, person, "birth_date", "1988");
        var picture = await bench.Look(analyst, person);
        Assert.True(picture.Groups.Single(group => group.Property.Name == "birth_date").Conflict);
        Assert.Equal(["1988", "1991", "1991", "1991-05-03"], picture.Timeline.Select(entry => entry.DateText));

        Refused("withdraw.reason", await bench.Withdraw.Run(analyst, wrong.Statements[0], "dislike", "no", default));
        Done(await bench.Withdraw.Run(analyst, wrong.Statements[0], "wrong", "Another woman of the same name", default));
        picture = await bench.Look(analyst, person);
        dates = picture.Groups.Single(group => group.Property.Name == "birth_date");
        Assert.False(dates.Conflict);
        var struck = dates.Values[^1].Statements.Single();
        Assert.Equal(("1988", "wrong", "analyst"), (struck.Row.ValueText, struck.Row.WithdrawnWhy, struck.Officers.WithdrawnBy?.Name));
        Assert.Contains(picture.History, entry => entry.What == HistoryStep.Withdrawn && entry.Why == "wrong");
        Assert.Contains("why.unclassified", picture.Why);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_link_exists_only_if_both_its_statements_and_both_its_ends_do(string engine)
    {
        await using var bench = await Bench.Open(engine, postgres);
        var working = await bench.Desk.Case("2026-014");
        var high = await bench.Desk.Officer("high", ["analyst", "collector"], working, clearance: 3);
        var low = await bench.Desk.Officer("low", ["analyst"], working, clearance: 0);
        var secret = Done(Label.Create(new LabelDraft { Classification = 2 }));
        var open = (await bench.Items(high, ["Karim and Yusuf met; Karim lives at 5 Mill Lane."]))[0];
        var closed = (await bench.Items(high, ["Karim knows a man called Dara."], label: secret))[0];
        var (karim, yusuf, dara) = (await bench.Person(high, open, "Karim"), await bench.Person(high, open, "Yusuf"), await bench.Person(high, closed, "Dara"));
        var shown = Done(await bench.Mark.Link(high, new LinkMark(open, null, "contact", karim, yusuf) { ValidFrom = "2014", ValidTo = "2016" }, default));
        Done(await bench.Mark.Link(high, new LinkMark(closed, null, "contact", karim, dara), default));
        // Told in an open item, but one end is known from the closed one alone.
        Done(await bench.Mark.Link(high, new LinkMark(open, null, "family", karim, dara) { Values = [new("role", "brother")] }, default));

        Assert.Equal(3, (await bench.Look(high, karim)).Links.Count);
        var seen = Assert.Single((await bench.Look(low, karim)).Links);
        Assert.Equal((shown.Entity, true, "Yusuf", "2014/2016"), (seen.Key, seen.Outgoing, seen.Other.Caption.In("en"), seen.Validity.Single()));
        Assert.False(Assert.Single((await bench.Look(low, yusuf)).Links).Outgoing);
        Refused("entity.unknown", await bench.Entities.Run(low, dara, default));
        Assert.Equal(0, (await bench.Look(low, karim)).Label.Classification);
        Assert.Equal(2, (await bench.Look(high, karim)).Label.Classification);

        var find = await bench.Find();
        Assert.Equal(0, Done(await find.Run(low, new FindQuestion("brother") { Types = ["family"] }, default)).EntityTotal);
        Assert.Equal(1, Done(await find.Run(high, new FindQuestion("brother") { Types = ["family"] }, default)).EntityTotal);
        Assert.All(Done(await bench.Marks.Of(low, open, default)), mark => Assert.NotEqual("family", mark.Entity.Type.Name));

        Refused("mark.ends-not-allowed", await bench.Mark.Link(high, new LinkMark(open, null, "residence", karim, yusuf), default));
        Refused("mark.other-link", await bench.Mark.Link(high, new LinkMark(open, null, "contact", karim, dara) { Link = shown.Entity }, default));
        Done(await bench.Mark.Link(high, new LinkMark(closed, null, "contact", karim, yusuf) { Link = shown.Entity }, default));
        Assert.Equal(4, (await bench.Look(high, karim)).Links.Single(link => link.Key == shown.Entity).Ends.Count);
        Assert.Equal(2, (await bench.Look(low, karim)).Links.Single().Ends.Count);
        Done(await bench.Withdraw.Run(high, shown.Statements[0], "wrong", "They never met", default));
        Assert.Empty((await bench.Look(low, karim)).Links);
        Assert.Equal(2, (await bench.Look(high, karim)).Links.Single(link => link.Key == shown.Entity).Ends.Count);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Needs_at_most_twenty_questions_however_much_is_known(string engine)
    {
        await using var bench = await Bench.Open(engine, postgres);
        var analyst = await bench.Desk.Officer("analyst", ["analyst", "collector"], await bench.Desk.Case("2026-014"));
        var items = await bench.Items(analyst, [.. Enumerable.Range(0, 12).Select(n => $"Karim met friend {n} and uses +9995512345{n:00}.")]);
        var karim = await bench.Person(analyst, items[0], "Karim");
        foreach (var (item, n) in items.Select((item, n) => (item, n)))
        {
            var friend = await bench.Person(analyst, item, $"Friend {n}");
            Done(await bench.Mark.Link(analyst, new LinkMark(item, null, "contact", karim, friend), default));
            await bench.Say(analyst, item, karim, "phone", $"+9995512345{n:00}");
        }
        var asked = new List<string>();
        bench.Desk.Home.Store.Asked = asked.Add;
        var picture = await bench.Look(analyst, karim);
        Assert.Equal(12, picture.Links.Count);
        Assert.InRange(asked.Count, 1, 20);
    }
}
