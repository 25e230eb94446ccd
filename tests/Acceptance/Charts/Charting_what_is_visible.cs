using Plumbline.Core;
using Plumbline.Networks.Charts;
using Plumbline.Networks.Snapshots;
using Plumbline.Register;
using Plumbline.Register.Records;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Charts;

public sealed class Charting_what_is_visible(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_hidden_link_a_hidden_end_statement_and_a_hidden_end_are_absent(string engine)
    {
        await using var desk = await ChartDesk.At(engine, postgres);
        var bench = desk.Bench;
        var working = await bench.Desk.Case("2026-014");
        var high = await bench.Desk.Officer("high", ["analyst", "collector"], working, clearance: 3);
        var low = await bench.Desk.Officer("low", ["analyst"], working, clearance: 0);
        var secret = Done(Label.Create(new LabelDraft { Classification = 2 }));
        var open = (await bench.Items(high, ["Karim, Yusuf and Rauf met Dara."]))[0];
        var closed = (await bench.Items(high, ["Karim knows Rauf and Dara."], label: secret))[0];
        var (karim, yusuf, rauf) = (await bench.Person(high, open, "Karim"), await bench.Person(high, open, "Yusuf"), await bench.Person(high, open, "Rauf"));
        var dara = await bench.Person(high, closed, "Dara");
        var shown = await desk.Tie(high, open, "contact", karim, yusuf);
        await desk.Tie(high, closed, "contact", karim, rauf);   // the link is hidden
        await desk.Tie(high, open, "contact", karim, dara);     // an end is hidden
        // One end statement is withdrawn in the open and told again under the secret label: half of it is hidden.
        var half = Done(await bench.Mark.Link(high, new(open, null, "contact", yusuf, rauf), default));
        Done(await bench.Mark.Link(high, new(closed, null, "contact", yusuf, rauf) { Link = half.Entity }, default));
        Done(await bench.Withdraw.Run(high, half.Statements[0], "wrong", "Told under the wrong label", default));

        Assert.Equal(3, Done(await desk.Expand.Counts(high, [karim], [], default)).Total);
        var counts = Done(await desk.Expand.Counts(low, [karim], [], default));
        Assert.Equal((1, 1), (counts.Total, Assert.Single(counts.Groups).Count));
        Assert.Equal(1, Done(await desk.Expand.Counts(low, [yusuf], [], default)).Total);
        Assert.Equal(2, Done(await desk.Expand.Counts(high, [yusuf], [], default)).Total);

        var part = Done(await desk.Expand.Expand(low, [karim], [karim], new(), default));
        Assert.Equal((yusuf, 1, 1), (Assert.Single(part.Items).Key, part.Total, part.Taken));
        Assert.Equal(shown, Assert.Single(part.Ties).Tie.Link);
        Assert.Equal(0, part.Items[0].HiddenNeighbours);
        Assert.Equal(1, Done(await desk.Expand.Expand(high, [karim], [karim], new() { Most = 1 }, default)).Taken);
        Assert.Empty(Done(await desk.Expand.Expand(low, [rauf], [rauf], new(), default)).Items);
        Refused("entity.unknown", await desk.Expand.Begin(low, [dara], default));
        Assert.Equal(3, Done(await desk.Expand.Begin(high, [karim], default)).Items.Single().HiddenNeighbours);
        Assert.Equal(1, Done(await desk.Expand.Begin(low, [karim], default)).Items.Single().HiddenNeighbours);

        // Paths and measures run on the same ties.
        Assert.Empty(Done(await desk.Paths.Run(low, karim, rauf, [], new(), default)).Paths);
        Assert.Equal([karim, rauf], Assert.Single(Done(await desk.Paths.Run(high, karim, rauf, [], new(), default)).Paths).Entities);
        Assert.Equal(1, Done(await desk.Measure.Run(low, null, [karim, yusuf, rauf, dara], new(["degree"]), default)).Ties);
        Assert.Equal(4, Done(await desk.Measure.Run(high, null, [karim, yusuf, rauf, dara], new(["degree"]), default)).Ties);
        Assert.Equal(1, Done(await desk.Measure.Run(low, null, [karim], new(["degree"]) { Whole = true }, default)).Ties);
        Assert.Equal(4, Done(await desk.Measure.Run(high, null, [karim], new(["degree"]) { Whole = true }, default)).Ties);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Expands_by_conditions_and_finds_what_several_share(string engine)
    {
        await using var desk = await ChartDesk.At(engine, postgres);
        var bench = desk.Bench;
        var working = await bench.Desk.Case("2026-014");
        var analyst = await bench.Desk.Officer("analyst", ["analyst", "grader", "collector"], working);
        var other = await bench.Desk.Officer("other", ["grader"], working);
        var items = await bench.Items(analyst, ["Karim met Yusuf and Rauf.", "Karim is the brother of Yusuf and uses 0770 123 45 67."]);
        await bench.Grade(analyst, other, items[0], "1A");
        var (karim, yusuf, rauf) = (await bench.Person(analyst, items[0], "Karim"), await bench.Person(analyst, items[0], "Yusuf"), await bench.Person(analyst, items[0], "Rauf"));
        var phone = (await bench.New(analyst, items[1], "phone", "number", "0770 123 45 67")).Entity;
        await desk.Tie(analyst, items[0], "contact", karim, yusuf, "2014", "2016");
        await desk.Tie(analyst, items[0], "contact", karim, rauf, "2019", "2019");
        await desk.Tie(analyst, items[1], "family", karim, yusuf);
        await desk.Tie(analyst, items[1], "use", karim, phone);
        await desk.Tie(analyst, items[1], "use", yusuf, phone);

        async Task<IReadOnlyList<long>> Found(ExpandConditions conditions) => [.. Done(await desk.Expand.Expand(analyst, [karim], [karim], conditions, default)).Items.Select(item => item.Key)];
        Assert.Equal([yusuf, rauf, phone], await Found(new()));
        Assert.Equal([phone], await Found(new() { ItemTypes = ["phone"] }));
        Assert.Equal([yusuf, rauf], await Found(new() { Filter = new() { Types = ["contact"] } }));
        Assert.Equal([rauf], await Found(new() { Filter = new() { From = new DateOnly(2018, 1, 1).DayNumber } }));
        Assert.Equal([yusuf, rauf], await Found(new() { Filter = new() { GradeAtLeast = 1 } }));
        Assert.Equal([yusuf], await Found(new() { Most = 1, ItemTypes = ["person"] }));                              // two ties to Karim, one to the phone
        Assert.Equal([rauf], await Found(new() { Most = 1, ItemTypes = ["person"], Order = "least-connected" }));
        Assert.Equal([rauf], await Found(new() { Most = 1, ItemTypes = ["person"], Order = "latest" }));
        Refused("chart.conditions", await desk.Expand.Expand(analyst, [karim], [], new() { Order = "richest" }, default));

        var shared = Done(await desk.Expand.Common(analyst, [karim, yusuf], [], default));
        Assert.Equal([karim, yusuf], shared.Joins[phone]);
        Assert.Equal((1, 1), (shared.Part.Total, shared.Part.Taken));
        var tie = Done(await desk.Expand.Begin(analyst, [karim, yusuf], default)).Ties.Single(one => one.Tie.Type.Name == "contact").Tie;
        Assert.Equal(("1A", TieStanding.Confirmed, 1), (tie.Best?.ToString(), tie.Standing, tie.Items));

        // A path by kinship alone needs a reason, and the reason stands in the log.
        var closer = (await bench.Items(analyst, ["Rauf is the brother of Salim."]))[0];
        var salim = await bench.Person(analyst, closer, "Salim");
        await desk.Tie(analyst, closer, "family", rauf, salim);
        Assert.Empty(Done(await desk.Paths.Run(analyst, karim, salim, [], new(), default)).Paths);
        Refused("chart.kin-reason", await desk.Paths.Run(analyst, karim, salim, [], new() { Filter = new() { Kin = true } }, default));
        var kin = new PathConditions { Filter = new() { Kin = true }, KinReason = "The ransom went through the brother" };
        Assert.Equal([karim, rauf, salim], Done(await desk.Paths.Run(analyst, karim, salim, [karim], kin, default)).Paths.Single().Entities);
        Assert.Empty(Done(await desk.Paths.Run(analyst, yusuf, salim, [], kin with { Most = 2 }, default)).Paths);
        // Yusuf and Karim until 2016, Karim and Rauf in 2019: in this order of dates, and not back.
        var dated = new PathConditions { DatesInOrder = true, Filter = new() { Types = ["contact"] } };
        Assert.Single(Done(await desk.Paths.Run(analyst, yusuf, rauf, [], dated, default)).Paths);
        Assert.Empty(Done(await desk.Paths.Run(analyst, rauf, yusuf, [], dated, default)).Paths);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Measures_with_an_interval_and_keeps_nothing(string engine)
    {
        await using var desk = await ChartDesk.At(engine, postgres);
        var bench = desk.Bench;
        var analyst = await bench.Desk.Officer("analyst", ["analyst", "collector"], await bench.Desk.Case("2026-014"));
        var item = (await bench.Items(analyst, ["A met B, B met C, C met D, B met D; A is the brother of D."]))[0];
        var people = new List<long>();
        foreach (var name in (string[])["Adil", "Bakr", "Camil", "Dawud"]) people.Add(await bench.Person(analyst, item, name));
        foreach (var (one, other) in ((int, int)[])[(0, 1), (1, 2), (2, 3), (1, 3)]) await desk.Tie(analyst, item, "contact", people[one], people[other]);
        await desk.Tie(analyst, item, "family", people[0], people[3]);

        var measured = Done(await desk.Measure.Run(analyst, null, people, new(["betweenness", "degree", "articulation"]), default));
        var (betweenness, degree) = (measured.Measures[0].Values, measured.Measures[1].Values);
        Assert.Equal((4, 4, true, 16), (measured.Items, measured.Ties, measured.Exact, measured.Worlds));
        Assert.Equal([0, 2, 0, 0], people.Select(person => betweenness[person].Value));
        Assert.Equal([1, 3, 2, 2], people.Select(person => degree[person].Value));
        // Where Camil and Dawud are not tied, Bakr lies between them too.
        Assert.Equal((0, 3), (betweenness[people[1]].Low, betweenness[people[1]].High));
        Assert.InRange(degree[people[1]].High, degree[people[1]].Low, 3);
        Assert.Equal(1, measured.Measures[2].Values[people[1]].Value);

        // The number of a group and its stability have no interval, and say so by having none; all others have.
        var more = Done(await desk.Measure.Run(analyst, null, people, new([.. MeasureChart.Names.Skip(4)]), default));
        Assert.Equal((9, 16, true), (more.Measures.Count, more.Worlds, more.Exact));
        Assert.Equal(["community", "stability"], more.Measures.Where(measure => measure.Values.Values.All(value => double.IsNaN(value.Low) && double.IsNaN(value.MeanHigh))).Select(measure => measure.Name));
        // Bakr is in the core of the triangle, in a pair where it is broken, or alone.
        Assert.Equal((0, 2), (more.Measures.Single(measure => measure.Name == "core").Values[people[1]].Low, more.Measures.Single(measure => measure.Name == "core").Values[people[1]].High));
        Assert.All(more.Measures.Single(measure => measure.Name == "pagerank").Values.Values, value => Assert.True(value.Low <= value.MeanLow && value.MeanLow < value.MeanHigh && value.MeanHigh <= value.High));
        double Of(string name, int person) => more.Measures.Single(measure => measure.Name == name).Values[people[person]].Value;
        Assert.Equal([1, 2, 2, 2], people.Select((_, n) => Of("core", n)));
        Assert.Equal((3.0 / 5, 1.0, 1.0 / 3), (Of("closeness", 0), Of("closeness", 1), Of("clustering", 1)));
        Assert.Equal(1, Of("eigenvector", 1), 9);
        Assert.Equal(1, people.Select((_, n) => Of("pagerank", n)).Sum(), 9);
        Assert.True(Of("constraint", 1) < Of("constraint", 0));
        Assert.All(people.Select((_, n) => Of("community", n)), group => Assert.InRange(group, 1, 2));
        Assert.All(people.Select((_, n) => Of("stability", n)), share => Assert.InRange(share, 0, 1));
        Assert.Equal(0, Of("brokerage", 0));

        // Of two that are drawn, the whole case tells the ties to those who are not; of these nothing is told.
        var (drawn, whole) = (Done(await desk.Measure.Run(analyst, null, people[..2], new(["degree"]), default)), Done(await desk.Measure.Run(analyst, null, people[..2], new(["degree", "betweenness"]) { Whole = true }, default)));
        Assert.Equal((2, 1, 4, 4), (drawn.Items, drawn.Ties, whole.Items, whole.Ties));
        Assert.Equal([people[0], people[1]], whole.Measures[0].Values.Keys.Order());
        Assert.Equal([1, 3], people[..2].Select(person => whole.Measures[0].Values[person].Value));
        Assert.Equal((0, 3), (whole.Measures[1].Values[people[1]].Low, whole.Measures[1].Values[people[1]].High));
        await using (var db = await bench.Desk.Home.Store.Open(default))
            Assert.Contains("whole case", (await Dapper.SqlMapper.QueryAsync<string>(db, "select c.content from act_content c join act a on a.key = c.act where a.action = 'chart.measure' order by a.key")).Last(), StringComparison.Ordinal);
        var elsewhere = await bench.Desk.Officer("analyst-2", ["analyst", "collector"], await bench.Desk.Case("2026-015"));
        Assert.Equal((0, 2), (Done(await desk.Measure.Run(elsewhere, null, people[..2], new(["degree"]) { Whole = true }, default)) is { } there ? (there.Ties, there.Measures[0].Values.Count) : default));

        // In a register of which the case holds little, its ties are found item by item, and are the same.
        await bench.Items(elsewhere, [.. Enumerable.Range(0, 400).Select(n => $"Van {n} stood at the mill.")]);
        Assert.Equal(4, Done(await desk.Measure.Run(analyst, null, people[..2], new(["degree"]) { Whole = true }, default)).Ties);

        Refused("chart.kin-reason", await desk.Measure.Run(analyst, null, people, new(["degree"]) { Filter = new() { Kin = true } }, default));
        var kin = Done(await desk.Measure.Run(analyst, null, people, new(["degree"]) { Filter = new() { Kin = true }, KinReason = "The family firm carried the money" }, default));
        Assert.Equal((5, "The family firm carried the money"), (kin.Ties, kin.KinReason));
        Refused("chart.measure", await desk.Measure.Run(analyst, null, people, new(["dangerousness"]), default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Of_a_whole_case_too_large_measures_only_what_grows_with_its_ties(string engine)
    {
        const int Persons = 10_001;
        await using var desk = await ChartDesk.At(engine, postgres);
        var bench = desk.Bench;
        var analyst = await bench.Desk.Officer("analyst", ["analyst", "collector"], await bench.Desk.Case("2026-014"));
        var item = (await bench.Items(analyst, ["Each called the next."]))[0];
        long first;
        await using (var writer = await Writer.Begin(bench.Desk.Home.Store, default))
        {
            var label = await bench.Labels.Intern(writer, Label.None, default);
            var records = new StatementRecords(writer, 1_000, analyst.Officer);
            first = await records.Entities([.. Enumerable.Repeat("person", Persons)], default);
            var links = await records.Entities([.. Enumerable.Repeat("contact", Persons - 1)], default);
            await records.Keep([.. Enumerable.Range(0, Persons).Select(n => new NewStatement(first + n, Schema.Builtin["person"].Find("name")!.Id, $"Person {n}", $"person {n}", item, label))], default);
            await records.Keep([.. Enumerable.Range(0, Persons - 1).SelectMany(n => new[] { End(links + n, Property.SourceId, first + n), End(links + n, Property.TargetId, first + n + 1) })], default);
            await writer.Commit(default);

            NewStatement End(long link, int property, long person) => new(link, property, "", "", item, label) { Target = person, Language = "en" };
        }

        var question = new MeasureQuestion(["degree", "core"]) { Whole = true };
        var measured = Done(await desk.Measure.Run(analyst, null, [first, first + 1], question, default));
        Assert.Equal((Persons, Persons - 1, 0), (measured.Items, measured.Ties, measured.Worlds));
        Assert.Equal([1, 2], measured.Measures[0].Values.OrderBy(value => value.Key).Select(value => value.Value.Value));
        Refused("chart.measure-large", await desk.Measure.Run(analyst, null, [first], question with { Names = ["degree", "betweenness"] }, default));
    }
}
