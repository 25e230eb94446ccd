using Plumbline.Core;
using Plumbline.Networks.Charts;
using Plumbline.Screening.Identity;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Charts;

/// <summary>Whom people judged to be one is one on a chart, for those who see the judgement; taken apart, each link is where it always was.</summary>
public sealed class Records_joined_on_a_chart(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Stand_as_one_in_drawing_paths_measures_and_plans_and_come_apart_again(string engine)
    {
        await using var desk = await ChartDesk.At(engine, postgres);
        var bench = desk.Bench;
        var working = await bench.Desk.Case("2026-014");
        var analyst = await bench.Desk.Officer("analyst", ["analyst", "grader", "collector"], working, clearance: 3);
        var low = await bench.Desk.Officer("low", ["analyst"], working, clearance: 0);
        var item = (await bench.Items(analyst, ["Karim met Yusuf. Kareem met Rauf."]))[0];
        await bench.Grade(analyst, await bench.Desk.Officer("other", ["grader"], working), item, "1A");
        var secret = (await bench.Items(analyst, ["Karim is Kareem."], label: Done(Label.Create(new LabelDraft { Classification = 2 }))))[0];
        var (karim, kareem) = (await bench.Person(analyst, item, "Karim Salih Nouri"), await bench.Person(analyst, item, "Kareem Salih Noori"));
        var (yusuf, rauf) = (await bench.Person(analyst, item, "Yusuf"), await bench.Person(analyst, item, "Rauf"));
        var (first, second, between) = (await desk.Tie(analyst, item, "contact", karim, yusuf), await desk.Tie(analyst, item, "contact", kareem, rauf), await desk.Tie(analyst, item, "contact", karim, kareem));
        var chart = Done(await desk.Keep.New(analyst, "Two Karims", desk.Content(karim, kareem, yusuf, rauf), default)).Key;
        Assert.Empty(Done(await desk.Paths.Run(analyst, yusuf, rauf, [], new() { Most = 2 }, default)).Paths);

        // What joins them is secret: who does not see that goes on seeing two.
        var judgement = Done(await desk.Judge.Run(analyst, new IdentityJudgement(kareem, karim, "same", "One identity card, two spellings.") { Items = [secret] }, default));
        var view = Done(await desk.Open.Run(analyst, chart, null, default));
        var one = view.Part.Items.Single(found => found.Key == karim);
        Assert.Equal([karim, kareem], one.Records);
        Assert.Equal((3, 2, 0), (view.Part.Items.Count, view.Label.Classification, view.NotThere));
        Assert.Equal(ChartState.Changed, one.State);
        Assert.Contains(one.Statements, row => row.Entity == kareem);
        Assert.Equal([(first, karim, yusuf), (second, karim, rauf)], view.Part.Ties.Select(tie => (tie.Tie.Link, tie.Tie.Source, tie.Tie.Target)).Order());
        Assert.Equal(4, view.Content.Positions.Count);
        var seen = Done(await desk.Open.Run(low, chart, null, default));
        Assert.Equal((4, 3, 0), (seen.Part.Items.Count, seen.Part.Ties.Count, seen.Label.Classification));

        Assert.Equal([yusuf, karim, rauf], Assert.Single(Done(await desk.Paths.Run(analyst, yusuf, rauf, [], new() { Most = 2 }, default)).Paths).Entities);
        Assert.Empty(Done(await desk.Paths.Run(low, yusuf, rauf, [], new() { Most = 2 }, default)).Paths);
        var betweenness = Done(await desk.Measure.Run(analyst, chart, [karim, kareem, yusuf, rauf], new(["betweenness"]), default)).Measures[0].Values;
        Assert.Equal([karim, yusuf, rauf], betweenness.Keys.Order());
        Assert.Equal(1, betweenness[karim].Value);
        var whole = Done(await desk.Measure.Run(analyst, chart, [kareem, yusuf], new(["betweenness"]) { Whole = true }, default));
        Assert.Equal((3, 2), (whole.Items, whole.Ties));
        Assert.Equal([(karim, 1.0), (yusuf, 0.0)], whole.Measures[0].Values.Select(value => (value.Key, value.Value.Value)).Order());
        Assert.Equal([yusuf, rauf], Done(await desk.Expand.Expand(analyst, [kareem], [], new(), default)).Items.Select(found => found.Key));
        Assert.Equal([karim], Done(await desk.Expand.Common(analyst, [yusuf, rauf], [], default)).Joins.Keys);
        Refused("chart.two", await desk.Expand.Common(analyst, [karim, kareem], [], default));

        // A plan may name neither where one record says "witness" and the other "suspect".
        async Task Say(long person, string category) => Done(await bench.Category.Run(analyst, new(person, category, "Seen carrying the parcel") { ConductItem = item }, default));
        await Say(karim, "suspect");
        await Say(kareem, "witness");
        await Say(yusuf, "suspect");
        var question = new PlanQuestion(["degree"], 1, "none", 0.5, 4);
        Assert.Equal([yusuf], Done(await desk.Plans.Run(analyst, chart, [karim, kareem, yusuf, rauf], question, default)).Eligible);

        // Kept anew, the chart is held as strictly as what it shows: the judgement too.
        Assert.Equal(2, Done(await desk.Keep.Next(analyst, chart, 1, null, view.Content.ToString(), default)).Label.Classification);
        Refused("chart.unknown", await desk.Open.Run(low, chart, null, default));

        // The record that leads need not have been drawn: it gets the place of the one that was.
        var alone = Done(await desk.Keep.New(analyst, "Kareem", desk.Content(kareem, rauf), default)).Key;
        Assert.Equal((0.0, 50.0), Done(await desk.Open.Run(analyst, alone, null, default)).Content.Positions[karim]);
        Done(await desk.Judge.Lead(analyst, kareem, default));
        Assert.Contains(Done(await desk.Open.Run(analyst, chart, null, default)).Part.Items, found => found.Key == kareem && found.Naming.All(row => row.Entity == kareem));

        Done(await desk.Judge.Withdraw(analyst, judgement, "The card was forged.", default));
        var apart = Done(await desk.Open.Run(analyst, chart, null, default));
        Assert.Equal([(first, karim, yusuf), (second, kareem, rauf), (between, karim, kareem)], apart.Part.Ties.Select(tie => (tie.Tie.Link, tie.Tie.Source, tie.Tie.Target)).Order());
        Assert.Equal([(0.0, 50.0), (100.0, 50.0)], [apart.Content.Positions[karim], apart.Content.Positions[kareem]]);
        Assert.Equal(ChartState.Changed, apart.Part.Items.Single(found => found.Key == kareem).State);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Are_suggested_near_a_chart_and_only_of_what_may_be_seen(string engine)
    {
        await using var desk = await ChartDesk.At(engine, postgres);
        var bench = desk.Bench;
        var working = await bench.Desk.Case("2026-014");
        var analyst = await bench.Desk.Officer("analyst", ["analyst", "collector"], working, clearance: 3);
        var low = await bench.Desk.Officer("low", ["analyst"], working, clearance: 0);
        var item = (await bench.Items(analyst, ["They are told of here."]))[0];
        var secret = (await bench.Items(analyst, ["And here."], label: Done(Label.Create(new LabelDraft { Classification = 2 }))))[0];
        async Task<long> Born(long told, string name)
        {
            var person = await bench.Person(analyst, told, name);
            await bench.Say(analyst, told, person, "birth_date", "1988-03-05");
            return person;
        }
        var (karim, again, rauf) = (await Born(item, "Karim Salih Nouri Haddad"), await Born(secret, "كريم صالح نوري حداد"), await bench.Person(analyst, item, "Rauf Aziz"));
        var near = Done(await desk.Review.Near(analyst, [karim], 10, default));
        var pair = Assert.Single(near.Pairs);
        Assert.Equal([karim, again], new[] { pair.One.Key, pair.Other.Key }.Order());
        Assert.Equal(1, near.Total);
        Assert.Empty(Done(await desk.Review.Near(analyst, [rauf], 10, default)).Pairs);
        Assert.Empty(Done(await desk.Review.Near(low, [karim], 10, default)).Pairs);
        Assert.Equal((0, 1), (Done(await desk.Review.Near(analyst, [karim], 0, default)).Pairs.Count, Done(await desk.Review.Near(analyst, [karim], 0, default)).Total));
        // What is joined with one on the chart is near it too.
        var third = await bench.Person(analyst, item, "Abu Salih");
        Done(await desk.Judge.Run(analyst, new IdentityJudgement(karim, third, "same", "He says so himself.") { Items = [item] }, default));
        Assert.Single(Done(await desk.Review.Near(analyst, [third], 10, default)).Pairs);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Two_charts_are_one_and_two_days_are_told_apart(string engine)
    {
        var clock = new Travelling(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
        await using var desk = await ChartDesk.At(engine, postgres);
        var bench = desk.Bench;
        var ids = bench.Desk.Home.Ids;
        var working = await bench.Desk.Case("2026-014");
        var analyst = await bench.Desk.Officer("analyst", ["analyst", "collector"], working, clearance: 3);
        var low = await bench.Desk.Officer("low", ["analyst"], working, clearance: 0);
        var item = (await bench.Items(analyst, ["Karim met Yusuf and Rauf."]))[0];
        var closed = (await bench.Items(analyst, ["Dara."], label: Done(Label.Create(new LabelDraft { Classification = 2 }))))[0];
        var (karim, yusuf, rauf, dara) = (await bench.Person(analyst, item, "Karim"), await bench.Person(analyst, item, "Yusuf"), await bench.Person(analyst, item, "Rauf"), await bench.Person(analyst, closed, "Dara"));
        var tie = await desk.Tie(analyst, item, "contact", karim, rauf);
        var keep = new KeepChart(bench.Desk.Gate, bench.Labels, ids, clock);
        var one = Done(await keep.New(analyst, "One", desk.Content(karim, yusuf), default)).Key;
        var other = Done(await keep.New(analyst, "Other", desk.Content(yusuf, rauf), default)).Key;
        var hidden = Done(await keep.New(analyst, "Closed", desk.Content(dara), default)).Key;

        var combined = Done(await desk.Combine.Run(analyst, one, other, default));
        Assert.Equal((1, 1), (combined.Shared, combined.Added));
        // Yusuf keeps his place, and Rauf stands beside him as he did there.
        Assert.Equal([(0.0, 50.0), (100.0, 50.0), (200.0, 50.0)], new[] { karim, yusuf, rauf }.Select(key => combined.Content.Positions[key]));
        Assert.Equal(tie, Assert.Single(combined.Part.Ties).Tie.Link);
        Refused("chart.itself", await desk.Combine.Run(analyst, one, one, default));
        Refused("chart.unknown", await desk.Combine.Run(low, one, hidden, default));
        var kept = Done(await desk.Combine.Keep(analyst, one, other, "Both", default));
        Assert.Equal(3, Done(await desk.Open.Run(analyst, kept.Key, null, default)).Part.Items.Count);

        clock.Now = new DateTimeOffset(2026, 3, 5, 23, 59, 59, TimeSpan.Zero);
        Done(await keep.Next(analyst, one, 1, null, desk.Content(karim, rauf, dara), default));
        async Task<ChartDifference> Days(int from, int to) => Done(await desk.Compare.Days(analyst, one, new DateOnly(2026, 3, from), new DateOnly(2026, 3, to), default));
        var apart = await Days(4, 5);
        Assert.Equal((1, 2), (apart.Earlier, apart.Later));
        Assert.Equal([rauf, dara], apart.ItemsAdded);
        Assert.Equal([yusuf], apart.ItemsGone);
        Assert.Equal((1, 1), ((await Days(1, 4)).Earlier, (await Days(1, 4)).Later));
        var before = Done(await desk.Compare.Days(analyst, one, new DateOnly(2026, 2, 1), new DateOnly(2026, 3, 1), default));
        Assert.Equal(0, before.Earlier);
        Assert.Equal([karim, yusuf], before.ItemsAdded);
        // The register's own clock stands today: what it learnt of them it learnt today.
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var learnt = Done(await desk.Compare.Days(analyst, one, today.AddDays(-1), today.AddDays(1), default)).Learnt!;
        Assert.Equal([tie], learnt.Ties);
        Assert.Equal([karim, rauf, dara], learnt.Items);
        Assert.Empty(learnt.Withdrawn);
        Refused("chart.days", await desk.Compare.Days(analyst, one, today, today, default));
        Refused("chart.unknown", await desk.Compare.Days(analyst, one, new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1), default));
        Refused("chart.unknown", await desk.Compare.Days(low, one, new DateOnly(2026, 3, 1), today, default));
    }

    private sealed class Travelling(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
