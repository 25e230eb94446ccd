using System.Text;
using System.Text.Json;
using Plumbline.Core;
using Plumbline.Exchange.Export;
using Plumbline.Intelligence;
using Plumbline.Register.Audit;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Knowledge;

public sealed class Exporting(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Takes_what_may_leave_and_counts_the_rest_by_rule(string engine)
    {
        await using var bench = await Bench.Open(engine, postgres);
        var working = await bench.Desk.Case("2026-014");
        var high = await bench.Desk.Officer("high", ["analyst", "collector"], working, clearance: 3);
        var low = await bench.Desk.Officer("low", ["analyst"], working, clearance: 0);
        var open = (await bench.Items(high, ["Karim uses +99955123456, born 1991."]))[0];
        var kept = (await bench.Items(high, ["Karim's passport is A1234567."], label: Done(Label.Create(new LabelDraft { H2 = true }))))[0];
        var custody = (await bench.Items(high, ["Karim's mother is Layla, he said."], custody: "yes"))[0];
        var closed = (await bench.Items(high, ["Karim is called =Falcon."], label: Done(Label.Create(new LabelDraft { Classification = 2, H2 = true }))))[0];
        var karim = await bench.Person(high, open, "Karim");
        await bench.Say(high, open, karim, "phone", "+99955123456");
        await bench.Say(high, kept, karim, "passport", "A1234567");
        await bench.Say(high, custody, karim, "mother_name", "Layla");
        await bench.Say(high, closed, karim, "alias", "=Falcon");

        Refused("export.needs-reason", await bench.Export.Run(low, karim, ExportFormat.Json, " ", default));
        Refused("entity.unknown", await bench.Export.Run(low, 4711, ExportFormat.Json, "For the judge", default));
        var file = Done(await bench.Export.Run(low, karim, ExportFormat.Json, "For the judge", default));
        using var json = JsonDocument.Parse(file.Bytes);
        var header = json.RootElement.GetProperty("header");
        Assert.Equal(("low", "investigation", "2026-014", "For the judge"), (header.GetProperty("officer").GetString(), header.GetProperty("purpose").GetString(), header.GetProperty("case").GetString(), header.GetProperty("reason").GetString()));
        Assert.IsType<Outcome<Checkpoint>.Done>(Checkpoint.Read(header.GetProperty("checkpoint").GetString()!));
        var statements = json.RootElement.GetProperty("entities")[0].GetProperty("statements").EnumerateArray().Select(one => one.GetProperty("value").GetString());
        Assert.Equal(["Karim", "+999 551 234 56"], statements);
        // The hidden item is not even counted: for one who sees it, it is.
        Assert.Equal([("h2", 1), ("custody", 1)], file.Loss.LeftOut.Select(left => (left.Rule, left.Count)));
        Assert.Equal([("h2", 2), ("custody", 1)], Done(await bench.Export.Run(high, karim, ExportFormat.Json, "For the judge", default)).Loss.LeftOut.Select(left => (left.Rule, left.Count)));

        var table = Encoding.UTF8.GetString(Done(await bench.Export.Run(low, karim, ExportFormat.Csv, "For the judge", default)).Bytes.Span);
        Assert.Contains("# Left out: 1 · h2", table, StringComparison.Ordinal);
        Assert.Contains("+999 551 234 56", table, StringComparison.Ordinal);
        Assert.DoesNotContain("Falcon", table, StringComparison.Ordinal);
        Assert.DoesNotContain("A1234567", table, StringComparison.Ordinal);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Takes_a_search_with_the_text_of_its_items(string engine)
    {
        await using var bench = await Bench.Open(engine, postgres);
        var analyst = await bench.Desk.Officer("analyst", ["analyst", "collector"], await bench.Desk.Case("2026-014"));
        var item = (await bench.Items(analyst, ["=HYPERLINK sent Karim a van."]))[0];
        await bench.Person(analyst, item, "Karim");
        await bench.Find();
        var export = new ExportFound(bench.Desk.Gate, bench.Labels, bench.Index, bench.Desk.Home, TimeProvider.System);
        Refused("export.nothing-leaves", await export.Run(analyst, new FindQuestion("nothing"), ExportFormat.Csv, "For the judge", default));
        var table = Encoding.UTF8.GetString(Done(await export.Run(analyst, new FindQuestion("Karim"), ExportFormat.Csv, "For the judge", default)).Bytes.Span);
        Assert.Contains("'=HYPERLINK sent Karim a van.", table, StringComparison.Ordinal);
        Assert.Contains("person", table, StringComparison.Ordinal);
    }
}
