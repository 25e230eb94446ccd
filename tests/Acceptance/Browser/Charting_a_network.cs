using Microsoft.Playwright;
using Plumbline.Acceptance.Demo;

namespace Plumbline.Acceptance.Browser;

/// <summary>From a record to a printed chart: opened, expanded under a condition, a path, betweenness with its interval, three plans with recovery, kept, undone, printed.</summary>
public sealed class Charting_a_network(Chromium chromium, PlayedDemonstration played)
{
    [Theory, InlineData("en"), InlineData("ar")]
    public async Task A_chart_is_opened_expanded_measured_planned_kept_undone_and_printed(string language)
    {
        await using var demonstration = await Demonstration.Open(chromium, played, TestContext.Current.CancellationToken);
        var rima = await demonstration.SignIn("rima", language);
        await ChartWalk.State(rima);
        var page = rima.Page;
        await ChartWalk.Open(rima, "وسام نزار فؤاد");
        Assert.Equal(language == "ar" ? "rtl" : "ltr", await page.GetAttributeAsync(".chart", "dir"));
        Assert.Equal("ltr", await page.GetAttributeAsync(".chart-place >> nth=0", "dir"));

        await ChartWalk.Press(page, "a", "e");
        await page.WaitForSelectorAsync(".chart-dialog .chart-counts input");
        var kinds = await page.Locator(".chart-dialog .chart-counts input").CountAsync();
        Assert.InRange(kinds, 3, 20);
        await page.UncheckAsync(".chart-dialog .chart-counts input >> nth=0");   // without the family
        await page.ClickAsync(".chart-dialog footer .filled");
        await page.WaitForSelectorAsync(".chart-dialog", new() { State = WaitForSelectorState.Detached });
        await ChartWalk.Press(page, "x");
        await page.Locator(".chart-panel-body tr[aria-rowindex] >> nth=2").First.WaitForAsync();

        // A path between the first and another; two are chosen by the neighbours of one.
        await ChartWalk.Press(page, "a", "p");
        await page.ClickAsync(".chart-panel-body .filled");
        await page.WaitForSelectorAsync(".chart-paths li");
        await rima.Look("chart-path");

        await ChartWalk.Press(page, "Shift+M");
        await page.SelectOptionAsync(".chart-panel-body select >> nth=0", "betweenness");
        await page.Locator(".chart-panel-body span[dir=ltr]", new() { HasText = "–" }).First.WaitForAsync();
        await rima.Picture("chart");
        await page.CheckAsync(".chart-panel-body .check input >> nth=0");
        await rima.Sees(language == "ar" ? "محسوب على القضية كلها" : "Counted over the whole case");
        await rima.Look("chart-whole");
        await page.UncheckAsync(".chart-panel-body .check input >> nth=0");
        await page.Locator(".chart-panel-body .notice", new() { HasText = language == "ar" ? "محسوب على القضية كلها" : "Counted over the whole case" }).WaitForAsync(new() { State = WaitForSelectorState.Detached });

        await Choose(rima);
        // What a label keeps in keeps the whole table in.
        await Leave(page, "CSV");
        await page.WaitForSelectorAsync(".chart-refused:not([hidden])");

        await page.ClickAsync("#plans");
        await page.ClickAsync("#compare");
        await page.WaitForSelectorAsync("#plan-table");
        Assert.Equal(3, await page.Locator("#plan-table tbody tr").CountAsync());
        await rima.Picture("chart-plans");
        await page.ClickAsync("[name=person] >> nth=0");
        await page.FillAsync("#plan-title", "With the courier");
        await page.FillAsync("#plan-harm", "His family may be pressed: tell the protection unit before.");
        await page.FillAsync("#plan-law", "Criminal procedure; the judge of the case authorises it.");
        await page.ClickAsync("#keep-plan");
        await page.WaitForSelectorAsync("[data-plan]");

        await page.ClickAsync("#versions");
        await page.WaitForSelectorAsync("#earlier");
        var before = await page.InnerTextAsync(".page-head .quiet");
        await ChartWalk.Press(page, "Control+z");
        await Assertions.Expect(page.Locator(".page-head .quiet")).Not.ToHaveTextAsync(before, new() { Timeout = 15_000 });

        await page.FillAsync("#day-from", "2026-01-01");
        await page.ClickAsync("#compare-days");
        await page.WaitForSelectorAsync("#difference dd a");
        await rima.Picture("chart-days");

        await Print(page);
        var first = page.Url;
        await Merge(rima);
        await Download(page);
        await Combine(page, first);
        rima.AssertQuiet();
    }

    /// <summary>By lasso, and by a finger that moves the view.</summary>
    private static async Task Choose(Tab rima)
    {
        var page = rima.Page;
        await ChartWalk.Press(page, "x");   // the table beside it has the focus then
        await ChartWalk.Press(page, "Escape", "Home", "w");
        var box = (await page.Locator(".chart-place").First.BoundingBoxAsync())!;
        var (left, top, right, bottom) = (box.X + 4, box.Y + 4, box.X + box.Width - 4, box.Y + box.Height - 4);
        await page.Mouse.MoveAsync(left, top);
        await page.Mouse.DownAsync();
        foreach (var (x, y) in ((float, float)[])[(right, top), (right, bottom), (left, bottom), (left, top + 1)]) await page.Mouse.MoveAsync(x, y, new() { Steps = 4 });
        await page.Mouse.UpAsync();
        await page.Locator(".chart-side tr[aria-selected=true] >> nth=3").WaitForAsync();
        // A finger on the ground moves the view and chooses nothing.
        var ground = await page.EvaluateAsync<bool>("""
            async () => {
              const place = document.querySelector(".chart-place"), box = place.getBoundingClientRect();
              const at = (type, x, y) => place.dispatchEvent(new PointerEvent(type, { pointerId: 7, pointerType: "touch", isPrimary: true, bubbles: true, button: 0, buttons: type === "pointerup" ? 0 : 1, clientX: x, clientY: y }));
              const capture = place.setPointerCapture;
              place.setPointerCapture = () => {};
              for (const [type, dx] of [["pointerdown", 0], ["pointermove", 30], ["pointermove", 60], ["pointerup", 60]]) { at(type, box.x + 6 + dx, box.y + 6); await new Promise(requestAnimationFrame); }
              place.setPointerCapture = capture;
              return document.querySelectorAll(".chart-side tr[aria-selected=true]").length > 3;
            }
            """);
        Assert.True(ground, "what was chosen by lasso stays chosen under a finger that moves the view");
        await ChartWalk.Press(page, "Escape");
    }

    /// <summary>Tables of the chart are handed to the downloads, after a reason was given.</summary>
    private static async Task Download(IPage page)
    {
        foreach (var (ending, holds) in ((string, string)[])[("csv", "source_caption"), ("graphml", "<graphml")])
        {
            var file = await page.RunAndWaitForDownloadAsync(() => Leave(page, ending == "csv" ? "CSV" : "GraphML"));
            Assert.EndsWith(ending, file.SuggestedFilename, StringComparison.Ordinal);
            Assert.Contains(holds, await File.ReadAllTextAsync((await file.PathAsync())!), StringComparison.Ordinal);
        }
    }

    private static async Task Leave(IPage page, string form)
    {
        await page.ClickAsync(".chart-menu-head >> nth=-1");
        await page.Locator("[role=menuitem]", new() { HasText = form }).First.ClickAsync();
        await page.FillAsync("#reason", "For the file of the case");
        await page.PressAsync("#reason", "Enter");
    }

    /// <summary>Two records that could be one: marked, compared, judged the same, one item; taken back, two again.</summary>
    private static async Task Merge(Tab rima)
    {
        var page = rima.Page;
        await rima.Go("/collate/identity");
        await page.WaitForSelectorAsync("#same");
        var pair = await page.Locator(".differences thead a").EvaluateAllAsync<string[]>("all => all.map(one => one.getAttribute('href').split('/').pop())");
        await rima.Go($"/collate/charts/new?from={string.Join(',', pair)}");
        await rima.Arrives("/collate/charts/H-");
        await ChartWalk.Press(page, "Shift+Q");
        await page.ClickAsync(".chart-pairs li .button:not(.text) >> nth=0");
        await page.WaitForSelectorAsync("#merge-same");
        await rima.Look("chart-merge");
        await rima.Picture("chart-merge");
        await page.Keyboard.PressAsync("y");
        await page.FillAsync("#why", "One passport and one national number in both.");
        await page.PressAsync("#why", "Enter");
        await page.WaitForSelectorAsync(".dialog", new() { State = WaitForSelectorState.Detached });
        await ChartWalk.Shows(page, 1);
        await ChartWalk.Press(page, "a", "m");
        await page.ClickAsync(".judgement:not(.withdrawn):has(.tag.confirmed) .withdraw-judgement");
        await page.FillAsync("#why", "The number was misread in the letter.");
        await page.PressAsync("#why", "Enter");
        await page.WaitForSelectorAsync(".dialog", new() { State = WaitForSelectorState.Detached });
        await ChartWalk.Shows(page, 2);
    }

    /// <summary>The chart of before on top of this one, as one step.</summary>
    private static async Task Combine(IPage page, string other)
    {
        await ChartWalk.Press(page, "Shift+O");
        await page.SelectOptionAsync("#combine-with", await page.Locator("#combine-with option", new() { HasText = other.Split('/')[^1] }).GetAttributeAsync("value") ?? "");
        await page.ClickAsync("#do-combine");
        await page.WaitForSelectorAsync("#told");
        Assert.True(await ChartWalk.Items(page) > 2);
        await ChartWalk.Press(page, "Control+z");
        await ChartWalk.Shows(page, 2);
    }

    private static async Task Print(IPage page)
    {
        // A function that is the value of what is evaluated would be called.
        await page.EvaluateAsync("void (window.print = () => document.body.append(Object.assign(document.createElement('pre'), { id: 'printed', textContent: document.querySelector('.chart-paper')?.textContent })))");
        await ChartWalk.Press(page, "Shift+I");
        await page.ClickAsync(".chart-dialog footer .filled");
        // Nothing leaves before a reason was given, and the act is written first.
        await page.FillAsync("#reason", "For the judge of the case");
        await page.PressAsync("#reason", "Enter");
        await page.WaitForSelectorAsync("#printed", new() { State = WaitForSelectorState.Attached });
        var printed = await page.TextContentAsync("#printed");
        Assert.Contains("H-", printed, StringComparison.Ordinal);
        Assert.Contains("R-", printed, StringComparison.Ordinal);
        Assert.Contains("For the judge of the case", printed, StringComparison.Ordinal);
        Assert.Contains("C·A1·S2", printed, StringComparison.Ordinal);
    }
}
