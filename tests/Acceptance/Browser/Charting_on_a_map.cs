using Microsoft.Playwright;
using Plumbline.Acceptance.Demo;

namespace Plumbline.Acceptance.Browser;

/// <summary>What is made on a chart, and where it stands: a place is entered with its coordinates, somebody is tied to it, parallel ties are opened one by one, and the map shows who is there and who is nowhere.</summary>
public sealed class Charting_on_a_map(Chromium chromium, PlayedDemonstration played)
{
    [Theory, InlineData("en"), InlineData("ar"), InlineData("ckb")]
    public async Task A_place_is_entered_tied_and_shown_on_the_map(string language)
    {
        await using var demonstration = await Demonstration.Open(chromium, played, TestContext.Current.CancellationToken);
        var rima = await demonstration.SignIn("rima", language);
        await ChartWalk.State(rima);
        var page = rima.Page;
        await rima.Go("/collate/charts");
        await rima.Look("charts");
        await ChartWalk.Open(rima, "وسام نزار فؤاد");

        // Nothing has coordinates yet: the map says so.
        await ChartWalk.Press(page, "Shift+K");
        await page.WaitForSelectorAsync(".chart-map .chart-empty");
        await rima.Look("chart-map-empty");
        await page.Keyboard.PressAsync("Shift+K");
        await page.WaitForSelectorAsync(".chart-map", new() { State = WaitForSelectorState.Hidden });

        await Enter(rima);
        await Tie(rima);
        await Unbundle(rima);
        await Map(rima);
        rima.AssertQuiet();
    }

    /// <summary>An address by its coordinates: refused where they are none, and what was written stays.</summary>
    private static async Task Enter(Tab rima)
    {
        var page = rima.Page;
        await ChartWalk.Press(page, "Shift+W");
        await page.SelectOptionAsync("#entity-type", "address");
        await page.SelectOptionAsync("#entity-property", "coordinates");
        await page.FillAsync("#entity-value", "133.3152, 44.3661");
        await page.FillAsync("#says-text", "The flat in lane 14 was found on foot.");
        await page.ClickAsync("#save-entity");
        await page.WaitForSelectorAsync(".dialog [role=alert]");
        await rima.Look("chart-entity-refused");
        await page.FillAsync("#entity-value", "33.3152, 44.3661");
        await page.ClickAsync("#save-entity");
        await page.WaitForSelectorAsync(".dialog", new() { State = WaitForSelectorState.Detached });
        // The form closes before the drawing has its answer.
        await ChartWalk.Press(page, "x");
        await Assertions.Expect(page.Locator(".chart-side table").First).ToHaveAttributeAsync("aria-rowcount", "3", new() { Timeout = 30_000 });
        await page.ClickAsync(".chart-side header button");
    }

    /// <summary>Two ties between the two: one refused for its day, said again; another beside it.</summary>
    private static async Task Tie(Tab rima)
    {
        var page = rima.Page;
        foreach (var second in (bool[])[false, true])
        {
            await ChartWalk.Press(page, "Escape", "a", "Shift+C");
            await page.WaitForSelectorAsync("#link-way");
            await Choose(page, second ? "presence" : "residence");
            if (!second)
            {
                await page.FillAsync("#link-from", "the day before");
                await page.ClickAsync("#save-link");
                await page.WaitForSelectorAsync(".dialog [role=alert]");
                await rima.Look("chart-link-refused");
                await page.FillAsync("#link-from", "2026-03-24");
            }
            await page.ClickAsync("#save-link");
            await page.WaitForSelectorAsync(".dialog", new() { State = WaitForSelectorState.Detached });
            // What was made is what is chosen.
            await Assertions.Expect(page.Locator(".chart-side .chart-list .menu-row")).ToHaveCountAsync(1, new() { Timeout = 30_000 });
        }
    }

    private static async Task Choose(IPage page, string type)
    {
        // The words of a tie are in the language of the page; which it is stands in the schema.
        var label = Core.Schema.Builtin[type].Link!.Label.In(await page.GetAttributeAsync("html", "lang") is { } lang ? lang.Split('-')[0] : "en");
        await page.SelectOptionAsync("#link-way", await page.Locator("#link-way option", new() { HasText = label }).First.GetAttributeAsync("value") ?? "");
    }

    /// <summary>Parallel ties are one line with their number; a click on the number parts them, and undo joins them again.</summary>
    private static async Task Unbundle(Tab rima)
    {
        var page = rima.Page;
        await ChartWalk.Press(page, "Escape", "Home");
        Assert.Equal(0, await Parted(page));
        await ClickBetween(page);
        await Assertions.Expect(page.Locator(".chart-side .chart-list .menu-row")).ToHaveCountAsync(2);
        Assert.Equal(1, await Parted(page));
        await rima.Look("chart-unbundled");
        await ChartWalk.Press(page, "Control+z");
        Assert.Equal(0, await Parted(page));
    }

    /// <summary>How many pairs are drawn one by one: the command that bundles all again can be given only then.</summary>
    private static async Task<int> Parted(IPage page)
    {
        await page.ClickAsync(".chart-menu-head >> nth=3");
        await page.WaitForSelectorAsync(".chart-menu");
        var open = await page.Locator(".chart-menu .menu-row:last-of-type:not([disabled])").CountAsync();
        await page.Keyboard.PressAsync("Escape");
        return open;
    }

    /// <summary>The number stands in the middle between the two; what is fitted leaves more room below, for the names.</summary>
    private static async Task ClickBetween(IPage page)
    {
        var box = (await page.Locator(".chart-place:not(.chart-map-place)").BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2) - 15);
    }

    private static async Task Map(Tab rima)
    {
        var page = rima.Page;
        await ChartWalk.Press(page, "Escape", "Shift+K");
        var rows = page.Locator(".chart-side table tr[aria-rowindex]");
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        Assert.Equal("ltr", await page.GetAttributeAsync(".chart-map-place", "dir"));
        // One selection: by keys on the map, and the row of the table is chosen.
        await page.FocusAsync(".chart-map-place");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".chart-side table tr[aria-selected=true]")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.Keyboard.PressAsync("Control+a");
        await Assertions.Expect(page.Locator(".chart-side table tr[aria-selected=true]")).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".chart-side table tr[aria-selected=true]")).ToHaveCountAsync(0);
        // More come onto the chart: those who stand nowhere are counted and listed.
        await page.Keyboard.PressAsync("a");
        await page.Keyboard.PressAsync("e");
        await page.ClickAsync(".chart-dialog footer .filled");
        await page.WaitForSelectorAsync(".chart-dialog", new() { State = WaitForSelectorState.Detached });
        await page.Locator(".chart-side .chart-list li >> nth=2").WaitForAsync();
        Assert.NotEqual("", await page.InnerTextAsync(".chart-map-words button"));
        await page.FocusAsync(".chart-map-place");
        await page.Keyboard.PressAsync("Home");
        if (rima.Language == "ckb") await rima.Look("chart-map");
        else await rima.Picture("chart-map");
        await page.Keyboard.PressAsync("Shift+K");
        await page.WaitForSelectorAsync(".chart-map", new() { State = WaitForSelectorState.Hidden });
        await rima.Look("chart-after-map");
    }
}
