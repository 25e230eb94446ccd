using Plumbline.Acceptance.Browser;
using Plumbline.Core;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Sources;

public sealed class The_page_of_sources(Chromium chromium, ThrowawayPostgres postgres)
{
    private const string Identity = "حارس الطاحونة الليلي، شارباه أشيبان";

    [Theory, InlineData("en"), InlineData("ar"), InlineData("ckb")]
    public async Task Gives_a_number_by_keys_alone_and_opens_an_identity_for_a_reason(string language)
    {
        await using var site = await Site.Open(chromium, "sqlite", postgres);
        var working = await site.Desk.Case("2026-014");
        var collector = await site.Desk.Officer("collector", ["collector"], working);
        var tab = await site.SignIn(await site.Officer("keeper", ["source_keeper"], working), language);
        await tab.Go("/collect/sources");
        await tab.Page.WaitForSelectorAsync(".panel.empty >> nth=1");
        await tab.Look("sources-empty");

        var note = Done(await site.Desk.Note.Run(collector, "A man told me at the gate of the mill.", Label.None, default)).Items[0];
        Done(await site.Desk.Receive.Run(collector, Report(["Told by the driver.", "Told by his brother."]) with { LetterNumber = "ش/١١٧" }, default));
        Done(await site.Desk.Receive.Run(collector, Report(["Told by the clerk."]) with { Source = "S-114" }, default));
        await tab.Go("/collect/sources");
        await tab.Page.WaitForSelectorAsync(".table-row[aria-selected]");
        await tab.Look("sources");

        await tab.Page.FocusAsync("[role=grid] >> nth=0");
        await tab.Press("Space");
        await tab.Page.WaitForSelectorAsync(".table-row.chosen");
        await tab.Press("n");
        await tab.Page.WaitForSelectorAsync("#kind:focus");
        await tab.Press("Tab");
        await tab.Page.SelectOptionAsync("#basis", "authorised-source");
        await tab.Press("Tab");
        await tab.Page.Keyboard.TypeAsync(Identity);
        await tab.Look("sources-new");
        await tab.Press("Tab");
        await tab.Press("Enter");
        await tab.Page.WaitForSelectorAsync("#assign:focus");
        Assert.Equal("S-115", await tab.Page.InputValueAsync("#reference"));
        await tab.Press("Enter");
        await tab.Page.WaitForFunctionAsync("() => document.querySelectorAll('[role=grid]')[0].getAttribute('aria-rowcount') === '3'");
        Assert.Equal("S-115", Done(await site.Desk.Items.Run(collector, note, default)).Item.Source);

        await tab.Page.ClickAsync("[role=grid] >> nth=1 >> text=S-115");
        await tab.Page.FillAsync("#why", "The handler leaves the service");
        await tab.Press("Enter");
        await tab.Page.WaitForSelectorAsync("#revealed");
        Assert.Equal(Identity, await tab.Page.InnerTextAsync("#revealed"));
        await tab.Look("sources-revealed");
        site.AssertQuiet();
    }

    [Fact]
    public async Task Is_closed_to_everyone_else()
    {
        await using var site = await Site.Open(chromium, "sqlite", postgres);
        var tab = await site.SignIn(await site.Officer("analyst", ["analyst"], await site.Desk.Case("2026-014")), "en");
        Assert.Equal(0, await tab.Page.Locator("nav a[href='/collect/sources']").CountAsync());
        await tab.Page.GotoAsync(new Uri(site.Address, "/collect/sources").ToString());
        await tab.Page.WaitForSelectorAsync(".panel.refusal");
        site.AssertQuiet();
    }
}
