using System.Globalization;
using Microsoft.Playwright;

namespace Plumbline.Acceptance.Browser;

/// <summary>What every walk on a chart does.</summary>
internal static class ChartWalk
{
    /// <summary>States the purpose for the case of the story.</summary>
    public static async Task State(Tab tab)
    {
        await tab.Go("/purpose");
        await tab.Page.CheckAsync("input[value=investigation]");
        await tab.Page.SelectOptionAsync("#case", await tab.Page.Locator("#case option", new() { HasText = "2026-014" }).GetAttributeAsync("value") ?? "");
        await tab.Page.FillAsync("#reason", "The morning's shift");
        await tab.Page.PressAsync("#reason", "Enter");
        await tab.Page.WaitForSelectorAsync(".today", new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>A chart of somebody who is found by name; the first keeping gives it an address of its own.</summary>
    public static async Task Open(Tab tab, string name)
    {
        await tab.Go($"/collate?q={Uri.EscapeDataString(name)}");
        await tab.Page.ClickAsync("a[href^='/collate/E-'] >> nth=0");
        await tab.Page.ClickAsync("#open-chart");
        await tab.Arrives("/collate/charts/H-");
    }

    /// <summary>Keys on the drawing.</summary>
    public static async Task Press(IPage page, params string[] keys)
    {
        await page.FocusAsync(".chart-place:not(.chart-map-place)");
        foreach (var key in keys) await page.Keyboard.PressAsync(key);
    }

    /// <summary>Waits until so many items stand in the table of the chart: what was judged reaches the drawing after the dialog has closed.</summary>
    public static async Task Shows(IPage page, int items)
    {
        await Press(page, "x");
        await Assertions.Expect(page.Locator(".chart-side table").First).ToHaveAttributeAsync("aria-rowcount", (items + 1).ToString(CultureInfo.InvariantCulture), new() { Timeout = 15_000 });
        await page.Locator(".chart-side header button").ClickAsync();
    }

    /// <summary>How many items stand in the table of the chart.</summary>
    public static async Task<int> Items(IPage page)
    {
        await Press(page, "x");
        await page.WaitForSelectorAsync(".chart-side tr[aria-rowindex]");
        var count = await page.Locator(".chart-side table").First.GetAttributeAsync("aria-rowcount");
        await page.Locator(".chart-side header button").ClickAsync();
        return int.Parse(count!, CultureInfo.InvariantCulture) - 1;
    }
}
