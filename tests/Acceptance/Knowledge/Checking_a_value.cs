using Plumbline.Core;
using Plumbline.Intelligence;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Knowledge;

public sealed class Checking_a_value(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Knows_a_number_however_it_is_written_and_says_nothing_of_what_is_hidden(string engine)
    {
        await using var bench = await Bench.Open(engine, postgres);
        var working = await bench.Desk.Case("2026-014");
        var high = await bench.Desk.Officer("high", ["analyst", "collector"], working, clearance: 3);
        var low = await bench.Desk.Officer("low", ["investigator"], working, clearance: 0);
        var open = (await bench.Items(high, ["Karim uses +999 55 123 456 and drives 21 A 12345."]))[0];
        var closed = (await bench.Items(high, ["Dara uses +999 55 123 456."], label: Done(Label.Create(new LabelDraft { Classification = 2 }))))[0];
        var karim = await bench.Person(high, open, "Karim");
        await bench.Say(high, open, karim, "phone", "+999 55 123 456");
        await bench.New(high, open, "vehicle", "plate", "21 A 12345");
        var dara = await bench.Person(high, closed, "Dara");
        await bench.Say(high, closed, dara, "phone", "+999 55 123 456");

        Assert.Equal([karim, dara], (await Known(bench, high, "٠٠٩٩٩٥٥١٢٣٤٥٦")).Select(one => one.Entity.Key));
        var known = Assert.Single(await Known(bench, low, "+999-55-123456"));
        Assert.Equal((karim, "Karim", "phone", open), (known.Entity.Key, known.Entity.Caption.In("en"), known.Property.Name, known.Statements.Single().Item.Key));
        Assert.Equal("vehicle", Assert.Single(await Known(bench, low, "21A12345")).Entity.Type.Name);
        Assert.Empty(await Known(bench, low, "+999 55 999 999"));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Never_answers_to_a_name_or_to_the_paper_of_a_household(string engine)
    {
        await using var bench = await Bench.Open(engine, postgres);
        var analyst = await bench.Desk.Officer("analyst", ["analyst", "collector"], await bench.Desk.Case("2026-014"));
        var item = (await bench.Items(analyst, ["Karim Hasan, ration card 1234567."]))[0];
        var karim = await bench.Person(analyst, item, "Karim Hasan");
        var ration = CountryPack.All.SelectMany(pack => pack.Documents).First(kind => !kind.Selector).Code;
        await bench.Say(analyst, item, karim, "id_document", $"{ration}:1234567");
        Refused("check.use-search", await bench.Check.Run(analyst, "Karim Hasan", default));
        Refused("check.household", await bench.Check.Run(analyst, $"{ration}:1234567", default));
        Assert.Empty(await Known(bench, analyst, "1234567"));
        var find = await bench.Find();
        Assert.Equal(0, Done(await find.Run(analyst, new FindQuestion("1234567") { Kind = FindKind.Entities }, default)).EntityTotal);
    }

    private static async Task<IReadOnlyList<KnownValue>> Known(Bench bench, Safeguards.Visitor visitor, string text) => Done(await bench.Check.Run(visitor, text, default)).Known;
}
