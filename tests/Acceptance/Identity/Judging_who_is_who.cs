using System.Text;
using System.Text.Json;
using Plumbline.Acceptance.Lists;
using Plumbline.Core;
using Plumbline.Exchange.Export;
using Plumbline.Intelligence;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Identity;

/// <summary>Two records are one person because somebody says so; nothing of them changes, and it can be taken back.</summary>
public sealed class Judging_who_is_who(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Two_records_are_joined_then_taken_apart_and_every_link_is_back(string engine)
    {
        await using var desk = await IdentityDesk.Open(engine, postgres);
        var one = await desk.Person("Karim Salih Nouri Haddad", null, ("birth_date", "1988-03-05"), ("phone", "+9995550001"));
        var other = await desk.Person("كريم صالح نوري حداد", null, ("birth_date", "1988-03-06"));
        var (dara, yusuf) = (await desk.Person("Dara Aziz"), await desk.Person("Yusuf Amin"));
        var (first, second, between) = (await desk.Contact(one, dara), await desk.Contact(yusuf, other), await desk.Contact(one, other));
        var before = (await desk.Bench.Look(desk.Analyst, one), await desk.Bench.Look(desk.Analyst, other));
        var statements = await Content(desk);

        var judgement = await desk.Same(one, other);
        var picture = await desk.Bench.Look(desk.Analyst, one);
        Assert.Equal([one, other], picture.Records.Select(record => record.Key));
        Assert.Equal([one, other], await desk.Joined(desk.Analyst, other));
        // Values side by side, each of its own record; what contradicts itself across records is marked.
        var births = picture.Groups.Single(group => group.Property.Name == "birth_date");
        Assert.True(births.Conflict);
        Assert.Equal([one, other], births.Statements.Select(statement => statement.Row.Entity));
        Assert.Equal((one, true), Of(picture, first));
        Assert.Equal((other, false), Of(picture, second));
        Assert.Equal(3, picture.Links.Count);
        Assert.Contains(picture.Links, link => link.Key == between);
        Assert.Equal(statements, await Content(desk));
        var found = Done(await (await desk.Bench.Find()).Run(desk.Analyst, new FindQuestion("nouri"), default));
        // The search gives one person, whichever record's name matched.
        var hit = Assert.Single(found.Entities, hit => hit.Entity.Key == one);
        Assert.Equal((2, one), (hit.Records, hit.Lead.Key));
        Done(await desk.Judging.Lead(desk.Analyst, other, default));
        var led = Done(await (await desk.Bench.Find()).Run(desk.Analyst, new FindQuestion("nouri"), default));
        Assert.Equal(other, Assert.Single(led.Entities, hit => hit.Entity.Key == one).Lead.Key);
        var both = Done(await (await desk.Bench.Find()).Run(desk.Analyst, new FindQuestion("1988"), default));
        var person = Assert.Single(both.Entities, hit => hit.Entity.Key == one || hit.Entity.Key == other);
        Assert.Equal([one, other], person.All.Select(part => part.Entity.Key).Order());
        Assert.Equal(both.EntityTotal, both.Entities.Count);
        Assert.Equal("analyst", Assert.Single(picture.Judgements).GivenByName);
        Assert.Contains(picture.History, entry => entry is { What: HistoryStep.Judged, Why: "same" });

        Refused("identity.needs-reason", await desk.Judging.Withdraw(desk.Analyst, judgement, "no", default));
        Done(await desk.Judging.Withdraw(desk.Analyst, judgement, "Another man answered the phone.", default));
        Refused("identity.withdrawn", await desk.Judging.Withdraw(desk.Analyst, judgement, "Another man answered.", default));
        var after = (await desk.Bench.Look(desk.Analyst, one), await desk.Bench.Look(desk.Analyst, other));
        Assert.Equal(Shown(before.Item1), Shown(after.Item1));
        Assert.Equal(Shown(before.Item2), Shown(after.Item2));
        Assert.Equal(statements, await Content(desk));
        Assert.Contains(after.Item1.History, entry => entry is { What: HistoryStep.Unjudged });
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Whoever_chooses_among_records_is_shown_which_are_one(string engine)
    {
        await using var desk = await IdentityDesk.Open(engine, postgres);
        var (a, b, c, hidden) = (await desk.Person("Karim Nouri Haddad"), await desk.Person("Karim Nouri Rashid"), await desk.Person("Karim Nouri Aziz"), await desk.Person("Karim Nouri Qasim", IdentityDesk.Secret));
        await desk.Same(a, c);
        await desk.Same(a, hidden);
        await desk.Bench.Find();
        var find = new FindEntities(desk.Desk.Gate, desk.Bench.Index);
        var offered = Done(await find.Run(desk.Analyst, "Karim Nouri", "person", 10, default));
        Assert.Equal([(a, 3), (b, null), (c, 3), (hidden, 3)], offered.OrderBy(one => one.Key).Select(one => (one.Key, one.Records)));
        Assert.Contains(Array.FindIndex([.. offered], one => one.Key == b), (int[])[0, 3]);   // the three stand together
        // Of what a reader may not see nothing is counted.
        Assert.Equal([(a, 2), (b, null), (c, 2)], Done(await find.Run(desk.Low, "Karim Nouri", "person", 10, default)).OrderBy(one => one.Key).Select(one => (one.Key, one.Records)));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task An_export_takes_all_joined_records_each_value_with_its_own(string engine)
    {
        await using var desk = await IdentityDesk.Open(engine, postgres);
        var one = await desk.Person("Karim Salih Nouri Haddad", null, ("phone", "+9995550001"));
        var other = await desk.Person("كريم صالح نوري حداد", null, ("birth_date", "1988-03-06"));
        var held = await desk.Person("Abu Haddad the Tall", null, ("passport", "ZX1234567"));
        var dara = await desk.Person("Dara Aziz");
        await desk.Contact(other, dara);
        var judgement = await desk.Same(one, other);
        // That this record is the same may not leave, so that it does not.
        await desk.Same(one, held, Done(Label.Create(new LabelDraft { H2 = true })));
        var file = Done(await desk.Bench.Export.Run(desk.Analyst, one, ExportFormat.Json, "For the judge", default));
        using var json = JsonDocument.Parse(file.Bytes);
        var entity = json.RootElement.GetProperty("entities")[0];
        string Id(long key) => desk.Desk.Home.Ids.Show(PublicKind.Entity, key);
        Assert.Equal([Id(one), Id(other)], entity.GetProperty("records").EnumerateArray().Select(record => record.GetString()));
        var values = entity.GetProperty("statements").EnumerateArray().ToDictionary(row => row.GetProperty("value").GetString()!, row => row.GetProperty("record").GetString());
        Assert.Equal((Id(one), Id(other)), (values["+999 555 000 1"], values["1988-03-06"]));
        Assert.Equal(Id(other), Assert.Single(entity.GetProperty("links").EnumerateArray()).GetProperty("record").GetString());
        Assert.DoesNotContain("ZX1234567", Encoding.UTF8.GetString(file.Bytes.Span), StringComparison.Ordinal);
        Assert.Equal([("h2", 1)], file.Loss.LeftOut.Select(left => (left.Rule, left.Count)));
        Assert.Equal([$"entity:{one},entity:{other}"], (await desk.Desk.Home.Ask<string>("select objects from act where action = 'export'")).Select(objects => string.Join(',', objects.Split(',')[..2])));
        var table = Encoding.UTF8.GetString(Done(await desk.Bench.Export.Run(desk.Analyst, other, ExportFormat.Csv, "For the judge", default)).Bytes.Span);
        Assert.Contains(table.Split("\r\n"), row => row.Contains("+999 555 000 1", StringComparison.Ordinal) && row.EndsWith($",{Id(one)}", StringComparison.Ordinal));
        Done(await desk.Judging.Withdraw(desk.Analyst, judgement, "Another man answered the phone.", default));
        Assert.DoesNotContain("1988-03-06", Encoding.UTF8.GetString(Done(await desk.Bench.Export.Run(desk.Analyst, one, ExportFormat.Json, "For the judge", default)).Bytes.Span), StringComparison.Ordinal);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Nobody_is_joined_through_a_record_or_a_judgement_that_may_not_be_seen(string engine)
    {
        await using var desk = await IdentityDesk.Open(engine, postgres);
        var (a, b, c) = (await desk.Person("Anas Farid"), await desk.Person("Basim Farid"), await desk.Person("Camil Farid"));
        var hidden = await desk.Person("Hidden Farid", IdentityDesk.Secret);
        await desk.Same(a, hidden);
        await desk.Same(hidden, b);
        await desk.Same(a, c, IdentityDesk.Secret);
        Assert.Equal([a, b, c, hidden], (await desk.Joined(desk.Analyst, a)).Order());
        var seen = await desk.Bench.Look(desk.Low, a);
        Assert.Equal([a], seen.Records.Select(record => record.Key));
        Assert.Empty(seen.Judgements);
        Assert.DoesNotContain(seen.History, entry => entry.What == HistoryStep.Judged);
        Assert.Equal([b], await desk.Joined(desk.Low, b));
        // Hidden and absent give the same answer.
        Refused("identity.unknown", await desk.Judge(desk.Low, a, hidden, "same"));
        Refused("identity.unknown", await desk.Judge(desk.Low, a, 999_999, "same"));
        Refused("identity.unknown", await desk.Review.Show(desk.Low, a, hidden, default));
        var secret = Assert.Single(await desk.Desk.Home.Ask<long>($"select key from judgement where entity = {a} and other = {c}"));
        Refused("judgement.unknown", await desk.Judging.Withdraw(desk.Low, secret, "It is wrong, I think.", default));
        Refused("judgement.unknown", await desk.Judging.Withdraw(desk.Low, 999_999, "It is wrong, I think.", default));
        // What rests on open items says the same in the open, and then it is one.
        Done(await desk.Judge(desk.Low, a, c, "same"));
        Assert.Equal([a, c], await desk.Joined(desk.Low, a));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_same_across_a_different_is_refused_by_name_and_in_general_words_where_it_may_not_be_seen(string engine)
    {
        await using var desk = await IdentityDesk.Open(engine, postgres);
        var (a, b, c, d) = (await desk.Person("Anas Farid"), await desk.Person("Basim Farid"), await desk.Person("Camil Farid"), await desk.Person("Dilman Farid"));
        await desk.Same(a, b);
        await desk.Same(c, d);
        var apart = Done(await desk.Judge(desk.Analyst, b, c, "different", IdentityDesk.Secret));
        var refused = await desk.Judge(desk.Analyst, a, d, "same");
        Refused("identity.contradicts", refused);
        Assert.Contains(desk.Desk.Home.Ids.Show(PublicKind.Judgement, apart), refused.Why.Detail, StringComparison.Ordinal);
        Refused("identity.contradicts-hidden", await desk.Judge(desk.Low, a, d, "same"));
        // Who may look into it is told, as long as nobody judged; it is no state of the others' queue.
        var supervisor = await desk.Desk.Officer("supervisor", ["supervisor"], (await desk.Desk.Home.Ask<long>("select key from \"case\" where reference = '2026-014'"))[0]);
        var work = new ViewWork(desk.Desk.Gate, TimeProvider.System);
        Assert.Equal(1, Done(await work.Run(supervisor, default)).Refused);
        Assert.Equal(0, Done(await work.Run(desk.Analyst, default)).Refused);
        Refused("role.missing", await desk.Review.Queue(desk.Low, "refused", 10, default));
        var waiting = Assert.Single(Done(await desk.Review.Queue(supervisor, "refused", 10, default)).Pairs);
        Assert.Equal((a, d, "low"), (waiting.One.Key, waiting.Other.Key, waiting.Refused?.By));
        // And the other way round: what is joined is not different.
        Refused("identity.joined", await desk.Judge(desk.Analyst, a, b, "different"));
        Refused("identity.already", await desk.Judge(desk.Analyst, b, a, "same"));
        Done(await desk.Judge(desk.Analyst, a, d, "unsure"));
        Done(await desk.Judging.Withdraw(desk.Analyst, apart, "The other card was a copy.", default));
        Done(await desk.Judge(desk.Low, a, d, "same"));
        Assert.Equal([a, b, c, d], await desk.Joined(desk.Analyst, d));
        Assert.Empty(Done(await desk.Review.Queue(supervisor, "refused", 10, default)).Pairs);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_short_name_alone_makes_nobody_the_same(string engine)
    {
        await using var desk = await IdentityDesk.Open(engine, postgres);
        var one = await desk.Person("Ghassan Amir Nasir");
        var other = await desk.Person("غسان أمير ناصر");
        var known = await desk.Person("Ghassan Amir Nasser", null, ("national_id", "199001234567"));
        Refused("identity.needs-item", await desk.Judging.Run(desk.Analyst, new(one, other, "same", "The name is the same."), default));
        Assert.True(Done(await desk.Review.Show(desk.Analyst, one, other, default)).NeedsItem);
        Refused("item.unknown", await desk.Judging.Run(desk.Analyst, new(one, other, "same", "The name is the same.") { Items = [999_999] }, default));
        Done(await desk.Judging.Run(desk.Analyst, new(one, other, "unsure", "The name is the same."), default));
        var card = await desk.Person("Ghassan A. Nasir", null, ("national_id", "199001234567"));
        Done(await desk.Judging.Run(desk.Analyst, new(card, known, "same", "One national number."), default));
        var company = (await desk.Bench.New(desk.Analyst, (await desk.Bench.Items(desk.Analyst, ["Ghassan Amir Nasir Company"]))[0], "company", "name", "Ghassan Amir Nasir")).Entity;
        Refused("identity.types", await desk.Judge(desk.Analyst, one, company, "same"));
        Refused("identity.itself", await desk.Judge(desk.Analyst, one, one, "same"));
        Refused("identity.verdict", await desk.Judge(desk.Analyst, one, other, "perhaps"));
        Refused("identity.needs-reason", await desk.Judging.Run(desk.Analyst, new(one, other, "different", " no "), default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_person_chooses_which_name_leads(string engine)
    {
        await using var desk = await IdentityDesk.Open(engine, postgres);
        var (by, name) = (await desk.Person("Abu Nawras"), await desk.Person("Wisam Nizar Fuad Karim"));
        Refused("identity.alone", await desk.Judging.Lead(desk.Analyst, name, default));
        var judgement = await desk.Same(by, name);
        Assert.Equal("Abu Nawras", (await desk.Bench.Look(desk.Analyst, by)).Caption.In("en"));
        Done(await desk.Judging.Lead(desk.Analyst, name, default));
        var led = await desk.Bench.Look(desk.Analyst, by);
        Assert.Equal(("Wisam Nizar Fuad Karim", name), (led.Caption.In("en"), led.Lead));
        Done(await desk.Judging.Lead(desk.Low, by, default));
        Assert.Equal("Abu Nawras", (await desk.Bench.Look(desk.Analyst, name)).Caption.In("en"));
        Done(await desk.Judging.Withdraw(desk.Analyst, judgement, "Two men used the name.", default));
        Assert.Equal("Wisam Nizar Fuad Karim", (await desk.Bench.Look(desk.Analyst, name)).Caption.In("en"));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_judgement_is_held_as_strictly_as_what_it_rests_on_also_later(string engine)
    {
        await using var desk = await IdentityDesk.Open(engine, postgres);
        var (a, b) = (await desk.Person("Anas Farid"), await desk.Person("Basim Farid"));
        var item = (await desk.Bench.Items(desk.Analyst, ["He says himself who he is."]))[0];
        Done(await desk.Judging.Run(desk.Analyst, new(a, b, "same", "He says so himself.") { Items = [item] }, default));
        Assert.Equal([a, b], await desk.Joined(desk.Low, a));
        await using (var writer = await Register.Writer.Begin(desk.Desk.Home.Store, default))
        {
            await new Register.Records.GradingRecords(writer, desk.Bench.Labels, 1).Restrict(item, IdentityDesk.Secret, 1, "The speaker must be protected.", default);
            await writer.Commit(default);
        }
        Assert.Equal([a], await desk.Joined(desk.Low, a));
        Assert.Equal([a, b], await desk.Joined(desk.Analyst, a));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Oversight_reads_who_judged_what_and_why(string engine)
    {
        await using var desk = await IdentityDesk.Open(engine, postgres);
        var (a, b) = (await desk.Person("Anas Farid"), await desk.Person("Basim Farid"));
        var judgement = await desk.Same(a, b);
        Done(await desk.Judging.Withdraw(desk.Analyst, judgement, "Another man answered.", default));
        var acts = await desk.Desk.Home.Ask<(string Action, string Objects, string Content)>(
            "select a.action, a.objects, c.content from act a join act_content c on c.act = a.key where a.action in ('identity.judge', 'identity.withdraw') order by a.key");
        Assert.Equal([("identity.judge", $"judgement:{judgement},entity:{a},entity:{b}", "same: He says so himself."), ("identity.withdraw", $"judgement:{judgement},entity:{a},entity:{b}", "Another man answered.")], acts);
        var collector = await desk.Desk.Officer("collector", ["collector"]);
        Refused("role.missing", await desk.Judge(collector, a, b, "same"));
        Refused("role.missing", await desk.Review.Queue(collector, "open", 10, default));
    }

    private static (long Record, bool Outgoing) Of(EntityPicture picture, long link) => picture.Links.Where(one => one.Key == link).Select(one => (one.Record, one.Outgoing)).Single();

    private static string Shown(EntityPicture picture) => string.Join('\n', picture.Statements.Select(statement => $"{statement.Row}").Concat(picture.Links.Select(link => $"{link.Key} {link.Record} {link.Outgoing} {link.Other.Key}")).Append($"{picture.Caption} {picture.Label}"));

    private static async Task<string> Content(IdentityDesk desk) =>
        string.Join('\n', await desk.Desk.Home.Ask<string>("select key || ' ' || entity || ' ' || property || ' ' || value_text || ' ' || coalesce(target, 0) || ' ' || current_label from statement order by key"));
}
