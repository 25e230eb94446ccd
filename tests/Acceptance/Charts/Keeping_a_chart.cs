using System.Text;
using System.Xml.Linq;
using Dapper;
using Plumbline.Core;
using Plumbline.Networks.Charts;
using Plumbline.Register.Audit;
using Plumbline.Register.Upkeep;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Charts;

public sealed class Keeping_a_chart(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Keeps_every_version_tells_who_was_faster_and_marks_what_changed(string engine)
    {
        await using var desk = await ChartDesk.At(engine, postgres);
        var bench = desk.Bench;
        var working = await bench.Desk.Case("2026-014");
        var (analyst, colleague) = (await bench.Desk.Officer("analyst", ["analyst", "grader", "collector"], working), await bench.Desk.Officer("colleague", ["analyst", "grader"], working));
        var elsewhere = await bench.Desk.Officer("elsewhere", ["analyst"], await bench.Desk.Case("2026-015"));
        var secret = Done(Label.Create(new LabelDraft { Classification = 2 }));
        var low = await bench.Desk.Officer("low", ["analyst"], working, clearance: 0);
        var item = (await bench.Items(analyst, ["Karim met Yusuf."]))[0];
        var closed = (await bench.Items(analyst, ["Dara."], label: secret))[0];
        var (karim, yusuf, dara) = (await bench.Person(analyst, item, "Karim"), await bench.Person(analyst, item, "Yusuf"), await bench.Person(analyst, closed, "Dara"));
        var tie = await desk.Tie(analyst, item, "contact", karim, yusuf);

        var kept = Done(await desk.Keep.New(analyst, "The meeting", desk.Content(karim, yusuf), default));
        Assert.Equal((1, 0), (kept.Version, kept.Label.Classification));
        var asked = new List<string>();
        bench.Desk.Home.Store.Asked = asked.Add;
        var view = Done(await desk.Open.Run(colleague, kept.Key, null, default));
        Assert.InRange(asked.Count, 1, 20);
        bench.Desk.Home.Store.Asked = null;
        Assert.Equal(("The meeting", 2, tie), (view.Row.Title, view.Part.Items.Count, view.Part.Ties.Single().Tie.Link));
        Assert.Equal((100.0, 50.0), view.Content.Positions[yusuf]);
        Refused("chart.unknown", await desk.Open.Run(elsewhere, kept.Key, null, default));
        Assert.Empty(Done(await desk.Open.All(elsewhere, default)));

        Assert.Equal(2, Done(await desk.Keep.Next(colleague, kept.Key, 1, null, desk.Content(karim), default)).Version);
        Refused("chart.moved", await desk.Keep.Next(analyst, kept.Key, 1, null, desk.Content(karim, yusuf), default));
        var difference = Done(await desk.Compare.Versions(analyst, kept.Key, 1, 2, default));
        Assert.Equal([yusuf], difference.ItemsGone);
        Assert.Empty(difference.ItemsAdded);
        Assert.Equal(2, Done(await desk.Open.Run(analyst, kept.Key, 1, default)).Part.Items.Count);

        // Who sees less keeps less, and the chart bears the label of all that stands on it.
        Assert.Single(Done(await desk.Open.Run(low, kept.Key, null, default)).Part.Items);
        var third = Done(await desk.Keep.Next(low, kept.Key, 2, null, desk.Content(karim, yusuf, dara), default));
        Assert.Equal((3, 0), (third.Version, third.Label.Classification));
        Assert.Equal(2, Done(await desk.Open.Run(analyst, kept.Key, null, default)).Part.Items.Count);
        Assert.Equal(2, Done(await desk.Keep.Next(analyst, kept.Key, 3, "With Dara", desk.Content(karim, yusuf, dara), default)).Label.Classification);
        Refused("chart.unknown", await desk.Open.Run(low, kept.Key, null, default));

        // What stood on it once is held as strictly for ever: its title and its notes may speak of it.
        Assert.Equal(2, Done(await desk.Keep.Next(analyst, kept.Key, 4, null, desk.Content(karim, yusuf, dara), default)).Label.Classification);
        Assert.Equal(2, Done(await desk.Keep.Next(analyst, kept.Key, 5, null, desk.Content(karim, yusuf), default)).Label.Classification);
        Refused("chart.unknown", await desk.Open.Run(low, kept.Key, null, default));
        Done(await desk.Keep.Next(analyst, kept.Key, 6, null, desk.Content(karim, yusuf, dara), default));

        // A regraded item marks what rests on it; one that was withdrawn stays, grey.
        Assert.All(Done(await desk.Open.Run(analyst, kept.Key, null, default)).Part.Items, one => Assert.Equal(ChartState.Current, one.State));
        await bench.Grade(analyst, colleague, item, "2C");
        var marked = Done(await desk.Open.Run(analyst, kept.Key, null, default)).Part;
        Assert.Equal([ChartState.Changed, ChartState.Changed, ChartState.Current], marked.Items.OrderBy(one => one.Key).Select(one => one.State));
        Done(await desk.Keep.Accept(analyst, kept.Key, [karim], default));
        Done(await bench.Withdraw.Run(analyst, (await bench.Look(analyst, yusuf)).Groups.Single().Statements.Single().Row.Key, "wrong", "Another man", default));
        var after = Done(await desk.Open.Run(analyst, kept.Key, null, default)).Part;
        Assert.Equal([ChartState.Current, ChartState.Withdrawn, ChartState.Current], after.Items.OrderBy(one => one.Key).Select(one => one.State));
        Assert.Empty(after.Ties);

        Refused("chart.content", await desk.Keep.New(analyst, "Bad", """{"format":2}""", default));
        Refused("chart.content", await desk.Keep.New(analyst, "Bad", """{"format":1,"positions":{"E-1":[0,0]}}""", default));
        Refused("chart.title", await desk.Keep.New(analyst, " ", desk.Content(karim), default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Is_held_as_strictly_as_what_joins_records_on_it_also_later(string engine)
    {
        await using var desk = await ChartDesk.At(engine, postgres);
        var bench = desk.Bench;
        var analyst = await bench.Desk.Officer("analyst", ["analyst", "collector"], await bench.Desk.Case("2026-014"));
        var items = await bench.Items(analyst, ["Karim. Kareem. Yusuf.", "Karim is Kareem."]);
        long[] people = [await bench.Person(analyst, items[0], "Karim Salih Nouri"), await bench.Person(analyst, items[0], "Kareem Salih Noori"), await bench.Person(analyst, items[0], "Yusuf")];
        Done(await desk.Judge.Run(analyst, new(people[0], people[1], "same", "One identity card.") { Items = [items[1]] }, default));
        Done(await desk.Keep.New(analyst, "Karim and Yusuf", desk.Content(people), default));
        await using (var writer = await Register.Writer.Begin(bench.Desk.Home.Store, default))
        {
            await new Register.Records.GradingRecords(writer, bench.Labels, Register.Clock.Micros(TimeProvider.System)).Restrict(items[1], Done(Label.Create(new LabelDraft { Classification = 2 })), 1, "The speaker must be protected.", default);
            await writer.Commit(default);
        }
        const string held = "select current_label from chart union all select current_label from chart_version union all select current_label from judgement";
        await using var db = await bench.Desk.Home.Store.Open(default);
        var strict = (await db.QueryAsync<long>(held)).ToList();
        var resting = new RestingLabels(bench.Desk.Home.Store, bench.Labels);
        Assert.Equal(0, await resting.Run(repair: false, default));
        foreach (var table in (string[])["chart", "chart_version", "judgement"]) await db.ExecuteAsync($"update {table} set current_label = (select min(current_label) from report)");
        Assert.NotEqual(strict, await db.QueryAsync<long>(held));
        Assert.Equal(3, await resting.Run(repair: true, default));
        Assert.Equal(strict, await db.QueryAsync<long>(held));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Is_held_as_strictly_as_what_stands_on_it_also_later(string engine)
    {
        await using var desk = await ChartDesk.At(engine, postgres);
        var bench = desk.Bench;
        var working = await bench.Desk.Case("2026-014");
        var analyst = await bench.Desk.Officer("analyst", ["analyst", "collector"], working);
        var low = await bench.Desk.Officer("low", ["analyst"], working, clearance: 0);
        var item = (await bench.Items(analyst, ["Karim met Yusuf."]))[0];
        var (karim, yusuf) = (await bench.Person(analyst, item, "Karim"), await bench.Person(analyst, item, "Yusuf"));
        var kept = Done(await desk.Keep.New(analyst, "Karim and Yusuf", desk.Content(karim, yusuf), default));
        Assert.Equal("Karim and Yusuf", Assert.Single(Done(await desk.Open.All(low, default))).Title);
        await using (var writer = await Register.Writer.Begin(bench.Desk.Home.Store, default))
        {
            await new Register.Records.GradingRecords(writer, bench.Labels, Register.Clock.Micros(TimeProvider.System)).Restrict(item, Done(Label.Create(new LabelDraft { Classification = 2 })), 1, "The speaker must be protected.", default);
            await writer.Commit(default);
        }
        Assert.Empty(Done(await desk.Open.All(low, default)));
        Refused("chart.unknown", await desk.Open.Run(low, kept.Key, 1, default));
        Assert.Equal(2, Done(await desk.Open.Run(analyst, kept.Key, null, default)).Part.Items.Count);

        // Were it loosened behind the program's back, the checkup says so and a rebuild makes it as strict again.
        await using var db = await bench.Desk.Home.Store.Open(default);
        var resting = new RestingLabels(bench.Desk.Home.Store, bench.Labels);
        Assert.Equal(0, await resting.Run(repair: false, default));
        var strict = await db.ExecuteScalarAsync<long>("select current_label from chart");
        await db.ExecuteAsync("update chart set current_label = (select min(current_label) from report); update chart_version set current_label = (select min(current_label) from report)");
        Assert.Equal(2, await resting.Run(repair: false, default));
        Assert.Single(Done(await desk.Open.All(low, default)));
        Assert.Equal(2, await resting.Run(repair: true, default));
        Assert.Equal([strict, strict], await db.QueryAsync<long>("select current_label from chart union all select current_label from chart_version"));
        Assert.Equal(0, await resting.Run(repair: true, default));
        Assert.Empty(Done(await desk.Open.All(low, default)));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Lets_a_copy_out_with_banner_sources_and_notice_unless_a_label_keeps_it_in(string engine)
    {
        await using var desk = await ChartDesk.At(engine, postgres);
        var bench = desk.Bench;
        var analyst = await bench.Desk.Officer("analyst", ["analyst", "collector"], await bench.Desk.Case("2026-014"));
        var item = (await bench.Items(analyst, ["كريم met Yusuf."]))[0];
        var (karim, yusuf) = (await bench.Person(analyst, item, "كريم"), await bench.Person(analyst, item, "Yusuf"));
        await desk.Tie(analyst, item, "contact", karim, yusuf);
        var chart = Done(await desk.Keep.New(analyst, "The meeting", desk.Content(karim, yusuf), default)).Key;
        Refused("export.needs-reason", await desk.Export.File(analyst, chart, "svg", "", "en", default));
        Refused("chart.kind", await desk.Export.File(analyst, chart, "docx", "For the judge", "en", default));

        var svg = XDocument.Parse(Encoding.UTF8.GetString(Done(await desk.Export.File(analyst, chart, "svg", "For the judge", "en", default)).Bytes.Span)).Root!;
        var texts = svg.Descendants().Where(one => one.Name.LocalName == "text").Select(one => one.Value).ToList();
        Assert.Contains("كريم", texts);
        Assert.Contains("Position in our records, not a person's importance; not grounds for action.", texts);
        Assert.Contains(texts, text => text.Contains("For the judge", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.StartsWith("R-", StringComparison.Ordinal));
        Assert.Equal("2 6", Assert.Single(svg.Descendants(), one => one.Name.LocalName == "line").Attribute("stroke-dasharray")?.Value);
        Assert.Equal(2, svg.Descendants().Count(one => one.Name.LocalName == "circle"));
        var graph = XDocument.Parse(Encoding.UTF8.GetString(Done(await desk.Export.File(analyst, chart, "graphml", "For the judge", "en", default)).Bytes.Span)).Root!;
        Assert.Equal((2, 1), (graph.Descendants().Count(one => one.Name.LocalName == "node"), graph.Descendants().Count(one => one.Name.LocalName == "edge")));
        Assert.Contains("contact", Encoding.UTF8.GetString(Done(await desk.Export.File(analyst, chart, "csv", "For the judge", "en", default)).Bytes.Span));

        var closed = (await bench.Items(analyst, ["Dara met Yusuf."], label: Done(Label.Create(new LabelDraft { H2 = true }))))[0];
        var dara = await bench.Person(analyst, closed, "Dara");
        Refused("chart.kept-in", await desk.Export.Run(analyst, chart, [karim, yusuf, dara], "png", "For the judge", default));
        // Paper within the house is no release: it bears the banner, and the act its reason.
        Assert.True(Done(await desk.Export.Run(analyst, chart, [karim, yusuf, dara], "print", "For the judge", default)).Label.H2);
        Assert.Equal(2, Done(await desk.Export.Run(analyst, chart, [karim, yusuf], "png", "For the judge", default)).Part.Items.Count);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Plans_name_only_suspects_and_convicted_of_the_case_and_say_harm_and_law(string engine)
    {
        await using var desk = await ChartDesk.At(engine, postgres);
        var bench = desk.Bench;
        var working = await bench.Desk.Case("2026-014");
        var analyst = await bench.Desk.Officer("analyst", ["analyst", "grader", "collector"], working);
        var item = (await bench.Items(analyst, ["They met."]))[0];
        await bench.Grade(analyst, await bench.Desk.Officer("other", ["grader"], working), item, "1A");
        var people = new List<long>();
        for (var n = 0; n < 6; n++) people.Add(await bench.Person(analyst, item, $"Person {(char)('A' + n)}"));
        for (var n = 1; n < 6; n++) await desk.Tie(analyst, item, "contact", people[0], people[n]);
        await desk.Tie(analyst, item, "contact", people[1], people[2]);
        var question = new PlanQuestion(["degree", "betweenness", "chance"], 2, "degree", 0.5, 12);
        Refused("plan.nobody", await desk.Plans.Run(analyst, null, people, question, default));

        async Task Say(long person, string category, bool child = false) => Done(await bench.Category.Run(analyst, new(person, category, "Seen carrying the parcel") { Child = child, ConductItem = item }, default));
        await Say(people[0], "suspect", child: true);
        await Say(people[1], "suspect");
        await Say(people[2], "witness");
        await Say(people[3], "suspect");
        var compared = Done(await desk.Plans.Run(analyst, null, people, question, default));
        Assert.Equal([people[1], people[3]], compared.Eligible);
        Assert.Equal(3, compared.Plans.Count);
        Assert.All(compared.Plans, plan => Assert.Equal([people[1], people[3]], plan.Removed.Order()));
        Assert.All(compared.Plans, plan => Assert.Equal(13, plan.Steps.Count));
        Assert.Equal(1.0, compared.Plans[0].Steps[0].Alone.Mean, 9);
        Assert.Equal(4.0 / 6, compared.Plans[0].Steps[^1].Alone.Mean, 9);
        // Under the same luck the same answer.
        Assert.Equal(compared.Plans[2].Steps, Done(await desk.Plans.Run(analyst, null, people, question, default)).Plans[2].Steps);

        var chart = Done(await desk.Keep.New(analyst, "The parcel", desk.Content([.. people]), default)).Key;
        var form = new PlanForm("Arrest with the courier", [people[1]], "His family may be pressed: tell the protection unit before.", "Criminal procedure, article 102; the judge of the case.", question);
        Refused("plan.not-eligible", await desk.Plans.Keep(analyst, chart, form with { Persons = [people[0]] }, default));
        Refused("plan.not-eligible", await desk.Plans.Keep(analyst, chart, form with { Persons = [people[2]] }, default));
        Refused("plan.harm", await desk.Plans.Keep(analyst, chart, form with { Harm = "None." }, default));
        Refused("plan.legality", await desk.Plans.Keep(analyst, chart, form with { Legality = "Yes." }, default));
        Done(await desk.Plans.Keep(analyst, chart, form, default));
        var plan = Assert.Single(Done(await desk.Plans.Kept(analyst, chart, default)));
        Assert.Equal(("Arrest with the courier", $"{people[1]}"), (plan.Title, plan.Persons));
        Assert.DoesNotContain("removed", plan.Assumptions, StringComparison.OrdinalIgnoreCase);
        // The whole filter is kept beside the reason for kinship: the same plan can be played again.
        var filtered = question with { Filter = new() { Kin = true, Types = ["contact"], GradeAtLeast = 2, From = 739_000, Undated = true }, KinReason = "The family firm carried the money" };
        Done(await desk.Plans.Keep(analyst, chart, form with { Assumptions = filtered }, default));
        var read = PlanQuestion.Read(Done(await desk.Plans.Kept(analyst, chart, default))[1].Assumptions)!;
        Assert.Equal((true, 2, 739_000L, null, true, "The family firm carried the money"), (read.Filter.Kin, read.Filter.GradeAtLeast, read.Filter.From, read.Filter.To, read.Filter.Undated, read.KinReason));
        Assert.Equal(["contact"], read.Filter.Types!);
        Assert.Equal(question.Strategies, read.Strategies);
        Assert.Equal((question.Recovery, question.Seed), (read.Recovery, read.Seed));
        Refused("plan.needs-case", await desk.Plans.Run(await bench.Desk.Officer("alone", ["analyst"], purpose: "enquiry"), null, people, question, default));
        await new Sequencer(bench.Desk.Home.Store, TimeProvider.System).Run(default);
    }
}
