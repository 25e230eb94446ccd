using Microsoft.Playwright;
using Plumbline.Acceptance.Demo;

namespace Plumbline.Acceptance.Browser;

/// <summary>Every panel, menu and sheet of a chart in three languages: nothing clipped, untranslated or out of order.</summary>
public sealed class The_pages_of_a_chart(Chromium chromium, PlayedDemonstration played)
{
    private static readonly (string Name, string Key)[] Panels =
    [
        ("table", "x"), ("choose", "t"), ("styles", "y"), ("legend", "Shift+Y"), ("steps", "Shift+Z"), ("heat", "Shift+J"), ("activity", "k"), ("similar", "Shift+Q"),
    ];

    [Theory, InlineData("en"), InlineData("ar"), InlineData("ckb")]
    public async Task Can_be_read_in_every_language(string language)
    {
        await using var demonstration = await Demonstration.Open(chromium, played, TestContext.Current.CancellationToken);
        var rima = await demonstration.SignIn("rima", language);
        await ChartWalk.State(rima);
        var page = rima.Page;
        await ChartWalk.Open(rima, "وسام نزار فؤاد");
        await ChartWalk.Press(page, "a", "e");
        await page.WaitForSelectorAsync(".chart-dialog .chart-counts input");
        await rima.Look("chart-expand");
        await page.ClickAsync(".chart-dialog footer .filled");
        await page.WaitForSelectorAsync(".chart-dialog", new() { State = WaitForSelectorState.Detached });
        await rima.Look("chart-expanded");

        foreach (var (name, key) in Panels)
        {
            await ChartWalk.Press(page, "a", key);
            await page.WaitForSelectorAsync($".chart-side[data-panel={name}]:not([hidden])");
            await rima.Look($"chart-panel-{name}");
            await page.ClickAsync(".chart-side header button");
        }
        await ChartWalk.Press(page, "Shift+M");
        await page.WaitForSelectorAsync(".chart-side[data-panel=measures] select");
        foreach (var measure in (string[])["closeness", "community"])
        {
            await page.SelectOptionAsync(".chart-panel-body select >> nth=0", measure);
            await page.WaitForFunctionAsync("name => document.querySelector('.chart-panel-body select').value === name && document.querySelector('.chart').getAttribute('aria-busy') !== 'true' && document.querySelector('.chart-panel-body table')", measure);
            await rima.Look($"chart-measure-{measure}");
        }
        Assert.Equal(0, await page.Locator(".chart-panel-body td span[dir=ltr]").CountAsync());

        var menus = page.Locator(".chart-menu-head");
        for (var n = 0; n < await menus.CountAsync(); n++)
        {
            await menus.Nth(n).ClickAsync();
            await page.WaitForSelectorAsync(".chart-menu");
            await rima.Look($"chart-menu-{n}");
            await page.Keyboard.PressAsync("Escape");
        }
        foreach (var (name, key) in ((string, string)[])[("help", "Shift+Slash"), ("print", "Shift+I")])
        {
            await ChartWalk.Press(page, key);
            await page.WaitForSelectorAsync(".chart-dialog");
            await rima.Look($"chart-{name}");
            await page.Keyboard.PressAsync("Escape");
            await page.WaitForSelectorAsync(".chart-dialog", new() { State = WaitForSelectorState.Detached });
        }
        foreach (var (name, opener) in ((string, string)[])[("title", "#title"), ("kin", "#kin")])
        {
            await page.ClickAsync(opener);
            await page.WaitForSelectorAsync(".dialog");
            await rima.Look($"chart-{name}");
            await page.Keyboard.PressAsync("Escape");
            await page.WaitForSelectorAsync(".dialog", new() { State = WaitForSelectorState.Detached });
        }
        await ChartWalk.Press(page, "Shift+O");
        await page.WaitForSelectorAsync(".dialog");
        await rima.Look("chart-combine");
        await page.Keyboard.PressAsync("Escape");
        await page.WaitForSelectorAsync(".dialog", new() { State = WaitForSelectorState.Detached });
        await page.ClickAsync("#versions");
        await page.WaitForSelectorAsync("#day-from");
        await rima.Look("chart-versions");
        await page.ClickAsync("#plans");
        await page.WaitForSelectorAsync("#compare");
        await rima.Look("chart-plans-empty");
        await rima.Go("/collate/charts");
        await page.WaitForSelectorAsync(".table-scroll[role=grid]");
        await rima.Look("charts-list");
        await page.ClickAsync("#new-chart");
        await page.WaitForSelectorAsync(".dialog");
        await rima.Look("charts-new");
        rima.AssertQuiet();
    }
}
