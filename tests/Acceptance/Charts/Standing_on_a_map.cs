using Plumbline.Core;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Charts;

public sealed class Standing_on_a_map(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Is_who_lives_was_or_is_at_a_place_and_nobody_by_birth(string engine)
    {
        await using var desk = await ChartDesk.At(engine, postgres);
        var bench = desk.Bench;
        var working = await bench.Desk.Case("2026-014");
        var analyst = await bench.Desk.Officer("analyst", ["analyst", "grader", "collector"], working);
        var item = (await bench.Items(analyst, ["Karim, Yusuf and Dara."]))[0];
        await bench.Grade(analyst, await bench.Desk.Officer("other", ["grader"], working), item, "1A");
        var (karim, yusuf, dara) = (await bench.Person(analyst, item, "Karim"), await bench.Person(analyst, item, "Yusuf"), await bench.Person(analyst, item, "Dara"));
        var flat = (await bench.New(analyst, item, "address", "coordinates", "33.3152, 44.3661")).Entity;
        await bench.Say(analyst, item, flat, "accuracy", "250");
        var nowhere = (await bench.New(analyst, item, "place", "name", "Safrana")).Entity;
        await bench.Say(analyst, item, dara, "birth_place", "Safrana");
        var home = await desk.Tie(analyst, item, "residence", karim, flat, from: "2026-01-05");
        await desk.Tie(analyst, item, "presence", yusuf, flat);
        await desk.Tie(analyst, item, "residence", dara, nowhere);
        await desk.Tie(analyst, item, "contact", dara, yusuf);

        // The flat is not on the chart; it is told all the same where it is.
        var asked = new List<string>();
        bench.Desk.Home.Store.Asked = asked.Add;
        var map = Done(await desk.Map.Run(analyst, null, [karim, yusuf, dara], default));
        bench.Desk.Home.Store.Asked = null;
        Assert.InRange(asked.Count, 1, 20);
        var point = Assert.Single(map.Points);
        Assert.Equal((flat, 33.3152, 44.3661, 250.0, false), (point.Place, point.Latitude, point.Longitude, point.Accuracy, point.Contested));
        Assert.Equal("1A", point.Grade?.ToString()[..2]);
        Assert.Equal([karim, yusuf], map.Stands.Select(stand => stand.Item));
        Assert.Equal(home, map.Stands[0].By!.Link);
        Assert.Equal(new DateOnly(2026, 1, 5).DayNumber, map.Stands[0].By!.From);

        // A location stands where its coordinates are; two that contradict each other stand side by side.
        await bench.Say(analyst, item, flat, "coordinates", "33.4, 44.4");
        var two = Done(await desk.Map.Run(analyst, null, [flat], default));
        Assert.Equal([33.3152, 33.4], two.Points.Select(one => one.Latitude));
        Assert.All(two.Points, one => Assert.True(one.Contested));
        Assert.Null(Assert.Single(two.Stands).By);
        Refused("chart.entities", await desk.Map.Run(analyst, null, [], default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Is_nobody_by_what_the_reader_does_not_see(string engine)
    {
        await using var desk = await ChartDesk.At(engine, postgres);
        var bench = desk.Bench;
        var working = await bench.Desk.Case("2026-014");
        var high = await bench.Desk.Officer("high", ["analyst", "collector"], working, clearance: 3);
        var low = await bench.Desk.Officer("low", ["analyst"], working, clearance: 0);
        var open = (await bench.Items(high, ["Karim and Yusuf live in two flats."]))[0];
        var closed = (await bench.Items(high, ["The flats lie here."], label: Done(Label.Create(new LabelDraft { Classification = 2 }))))[0];
        var (karim, yusuf) = (await bench.Person(high, open, "Karim"), await bench.Person(high, open, "Yusuf"));
        var seen = (await bench.New(high, open, "address", "full_address", "House 9")).Entity;
        await bench.Say(high, closed, seen, "coordinates", "33.3, 44.3");   // the position is hidden
        await desk.Tie(high, open, "residence", karim, seen);
        var hidden = (await bench.New(high, open, "address", "coordinates", "33.5, 44.5")).Entity;
        await desk.Tie(high, closed, "residence", yusuf, hidden);           // the tie is hidden
        var all = Done(await desk.Map.Run(high, null, [karim, yusuf], default));
        Assert.Equal((2, 2, 2), (all.Points.Count, all.Stands.Count, all.Label.Classification));
        var less = Done(await desk.Map.Run(low, null, [karim, yusuf], default));
        Assert.Empty(less.Points);
        Assert.Empty(less.Stands);
        Assert.Equal(0, less.Label.Classification);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Is_one_who_was_judged_to_be_one(string engine)
    {
        await using var desk = await ChartDesk.At(engine, postgres);
        var bench = desk.Bench;
        var analyst = await bench.Desk.Officer("analyst", ["analyst", "collector"], await bench.Desk.Case("2026-014"));
        var items = await bench.Items(analyst, ["Karim. Kareem.", "Karim is Kareem."]);
        long[] people = [await bench.Person(analyst, items[0], "Karim Salih Nouri"), await bench.Person(analyst, items[0], "Kareem Salih Noori")];
        var flat = (await bench.New(analyst, items[0], "address", "coordinates", "33.3, 44.3")).Entity;
        await desk.Tie(analyst, items[0], "residence", people[1], flat);
        Assert.Equal(people[1], Assert.Single(Done(await desk.Map.Run(analyst, null, people, default)).Stands).Item);
        Done(await desk.Judge.Run(analyst, new(people[0], people[1], "same", "One identity card.") { Items = [items[1]] }, default));
        Assert.Equal(people[0], Assert.Single(Done(await desk.Map.Run(analyst, null, [people[0]], default)).Stands).Item);
    }
}
