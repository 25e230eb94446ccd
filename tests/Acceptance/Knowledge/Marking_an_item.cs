using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Safeguards;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Knowledge;

public sealed class Marking_an_item(ThrowawayPostgres postgres)
{
    private const string Text = "شوهد كريم حسن يستعمل الرقم ٩٩٩٥٥١٢٣٤٥٦+ منذ آذار 2014 في دارسبا.";

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Keeps_the_place_the_wording_the_grade_and_the_label(string engine)
    {
        await using var bench = await Bench.Open(engine, postgres);
        var working = await bench.Desk.Case("2026-014");
        var grader = await bench.Desk.Officer("grader", ["grader"], working);
        var other = await bench.Desk.Officer("other", ["grader"], working);
        var label = Done(Label.Create(new LabelDraft { Cases = [working] }));
        var item = (await bench.Items(grader, [Text], label: label))[0];
        await bench.Grade(grader, other, item, "2D");
        var at = Text.IndexOf("كريم حسن", StringComparison.Ordinal);
        var name = new PersonName([new NamePart(NamePartKind.Given, "كريم"), new NamePart(NamePartKind.Father, "حسن")]);
        var person = Done(await bench.Mark.Value(grader, new ValueMark(item, new TextSpan(at, at + 8), EntityChoice.New("person"), "name") { Name = name }, default));
        var number = Text.IndexOf("٩٩٩", StringComparison.Ordinal);
        Done(await bench.Mark.Value(grader, new ValueMark(item, new TextSpan(number, number + 12), EntityChoice.Existing(person.Entity), "phone")
        {
            Value = "+99955123456",
            ValidFrom = "2014-03",
            Nature = "assessment",
        }, default));

        var picture = await bench.Look(grader, person.Entity);
        Assert.Equal("كريم حسن", picture.Caption.In("en"));
        var said = picture.Groups.Single(group => group.Property.Name == "phone").Statements.Single();
        Assert.Equal(("+999 551 234 56", "+99955123456", "٩٩٩٥٥١٢٣٤٥٦+", "2014-03/", "assessment"), (said.Row.ValueText, said.Row.ValueKey, said.Row.Original, said.Row.ValidText, said.Row.Nature));
        Assert.Equal(("2D", label, "grader"), (said.Grade?.ToString(), said.Label, said.Officers.RecordedBy?.Name));
        Assert.Null(said.Row.ValidTo);
        Assert.Equal(["given", "father"], picture.Groups[0].Statements.Single().Name!.Parts.Select(part => part.Kind.Word()));
        var marks = Done(await bench.Marks.Of(grader, item, default));
        Assert.Equal([new TextSpan(at, at + 8), new TextSpan(number, number + 12)], marks.Select(mark => mark.Span!.Value));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Refuses_what_cannot_be_read_unless_it_is_kept_as_written(string engine)
    {
        await using var bench = await Bench.Open(engine, postgres);
        var analyst = await bench.Desk.Officer("analyst", ["analyst", "collector"], await bench.Desk.Case("2026-014"));
        var item = (await bench.Items(analyst, ["Karim was born in the year of the flood."]))[0];
        var person = await bench.Person(analyst, item, "Karim");
        var mark = new ValueMark(item, null, EntityChoice.Existing(person), "birth_date") { Value = "the year of the flood" };
        Refused("date.unreadable", await bench.Mark.Value(analyst, mark, default));
        Done(await bench.Mark.Value(analyst, mark with { AsWritten = true }, default));
        Refused("mark.property-unknown", await bench.Mark.Value(analyst, mark with { Property = "shoe_size" }, default));
        Refused("mark.span-outside", await bench.Mark.Value(analyst, mark with { Span = new TextSpan(5, 500) }, default));
        Refused("item.unknown", await bench.Mark.Value(analyst, mark with { Item = 4711 }, default));
        Refused("entity.unknown", await bench.Mark.Value(analyst, mark with { Entity = EntityChoice.Existing(4711) }, default));
        Refused("mark.validity-order", await bench.Mark.Value(analyst, mark with { AsWritten = true, ValidFrom = "2016", ValidTo = "2014" }, default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Asks_for_a_name_that_the_readers_of_the_item_see(string engine)
    {
        await using var bench = await Bench.Open(engine, postgres);
        var (one, two) = (await bench.Desk.Case("2026-014"), await bench.Desk.Case("2026-015"));
        var inside = await bench.Desk.Officer("inside", ["analyst", "collector"], one);
        var outside = await bench.Desk.Officer("outside", ["analyst"], two);
        var closed = (await bench.Items(inside, ["Karim Hasan came."], label: Done(Label.Create(new LabelDraft { Cases = [one] }))))[0];
        var open = (await bench.Items(inside, ["A man called Karim uses +99955123456."]))[0];
        Refused("mark.needs-caption", await bench.Mark.Value(inside, new ValueMark(open, null, EntityChoice.New("person"), "phone") { Value = "+99955123456" }, default));

        var person = await bench.Person(inside, closed, "Karim Hasan");
        var phone = new ValueMark(open, null, EntityChoice.Existing(person), "phone") { Value = "+99955123456" };
        Refused("mark.needs-caption", await bench.Mark.Value(inside, phone, default));
        Done(await bench.Mark.Value(inside, phone with { Caption = "Karim" }, default));
        Assert.Equal("Karim", (await bench.Look(outside, person)).Caption.In("en"));
        Assert.Equal("Karim Hasan", (await bench.Look(inside, person)).Caption.In("en"));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Waits_for_another_when_a_collector_marks(string engine)
    {
        await using var bench = await Bench.Open(engine, postgres);
        var working = await bench.Desk.Case("2026-014");
        var collector = await bench.Desk.Officer("collector", ["collector", "grader"], working);
        var only = await bench.Desk.Officer("only", ["collector"], working);
        var item = (await bench.Items(only, ["Karim lives at 5 Mill Lane."]))[0];
        var person = await bench.New(only, item, "person", "name", "Karim");
        var address = await bench.New(only, item, "address", "name", "5 Mill Lane");
        var link = Done(await bench.Mark.Link(only, new LinkMark(item, null, "residence", person.Entity, address.Entity), default));
        Assert.True(person.Waiting && link.Waiting);
        Refused("entity.unknown", await bench.Entities.Run(collector, person.Entity, default));
        Assert.Equal(4, Done(await bench.Marks.Waiting(collector, 50, default)).Count);

        Refused("role.missing", await bench.Accept.Accept(only, person.Statements, default));
        Assert.Equal(1, Done(await bench.Accept.Accept(collector, person.Statements, default)));
        Assert.Equal(1, Done(await bench.Accept.Accept(collector, address.Statements, default)));
        // One end named: the link is accepted whole.
        Assert.Equal(2, Done(await bench.Accept.Accept(collector, [link.Statements[0]], default)));
        var picture = await bench.Look(collector, person.Entity);
        Assert.Equal("5 Mill Lane", picture.Links.Single().Other.Caption.In("en"));
        Assert.Equal("collector", picture.Statements.First().Officers.AcceptedBy?.Name);
        Refused("mark.nothing-waits", await bench.Accept.Accept(collector, person.Statements, default));

        var wrong = await bench.Say(only, item, person.Entity, "phone", "+99955123456");
        Refused("mark.needs-reason", await bench.Accept.Reject(collector, wrong.Statements, " ", default));
        Done(await bench.Accept.Reject(collector, wrong.Statements, "It is not in the text", default));
        Assert.DoesNotContain((await bench.Look(collector, person.Entity)).Groups, group => group.Property.Name == "phone");
        Assert.Contains(Done(await bench.Marks.Of(collector, item, default)), mark => mark.Statement.Row.WithdrawnWhy == AcceptMark.Rejected);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Offers_to_withdraw_what_the_gate_lets_the_officer_withdraw_and_nothing_else(string engine)
    {
        await using var bench = await Bench.Open(engine, postgres);
        var working = await bench.Desk.Case("2026-014");
        var analyst = await bench.Desk.Officer("analyst", ["analyst", "collector"], working);
        var collector = await bench.Desk.Officer("collector", ["collector"], working);
        var liaison = await bench.Desk.Officer("liaison", ["liaison"], working);
        var item = (await bench.Items(analyst, ["Karim uses +99955123456, +99955123457 and +99955123458."]))[0];
        var person = await bench.Person(analyst, item, "Karim");
        var asked = 0;
        foreach (var officer in (Visitor[])[analyst, collector, liaison])
            foreach (var by in (Visitor[])[analyst, collector])
            {
                var statement = (await bench.Say(by, item, person, "phone", $"+9995512345{6 + asked++ % 3}")).Statements[0];
                var row = Done(await bench.Marks.Of(by, item, default)).Single(mark => mark.Statement.Row.Key == statement).Statement.Row;
                var offered = bench.Withdraw.IsOpenTo(await bench.Desk.Gate.Rights.Roles(officer.Officer, default), officer.Officer, row);
                var answer = await bench.Withdraw.Run(officer, statement, "wrong", "It is not in the text", default);
                Assert.Equal(answer is Outcome<long>.Done, offered);
                // Judged by the register's own answer above; by hand here, so that the two cannot be wrong together.
                Assert.Equal(officer == by && officer != liaison, offered);
            }
    }
}
