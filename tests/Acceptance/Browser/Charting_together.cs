using Microsoft.Playwright;
using Plumbline.Acceptance.Demo;

namespace Plumbline.Acceptance.Browser;

/// <summary>Two officers at one chart: each sees the other, what one keeps the other is shown, and where both changed something nothing is overwritten.</summary>
public sealed class Charting_together(Chromium chromium, PlayedDemonstration played)
{
    [Theory, InlineData("en"), InlineData("ar")]
    public async Task Each_sees_the_other_and_nothing_is_overwritten(string language)
    {
        await using var demonstration = await Demonstration.Open(chromium, played, TestContext.Current.CancellationToken);
        var (rima, mutaz) = (await demonstration.SignIn("rima", language), await demonstration.SignIn("mutaz", language));
        await ChartWalk.State(rima);
        await ChartWalk.State(mutaz);
        var (one, other) = (rima.Page, mutaz.Page);
        await ChartWalk.Open(rima, "وسام نزار فؤاد");
        Assert.True(await one.Locator("#present").IsHiddenAsync());
        var address = new Uri(one.Url).AbsolutePath;
        await mutaz.Go(address);
        await Assertions.Expect(other.Locator("#present .tag")).ToHaveCountAsync(1);
        await Assertions.Expect(one.Locator("#present .tag")).ToHaveCountAsync(1);

        // What one keeps is shown to the other, who did nothing.
        await ChartWalk.Press(one, "a", "e");
        await one.ClickAsync(".chart-dialog footer .filled");
        await one.WaitForSelectorAsync(".chart-dialog", new() { State = WaitForSelectorState.Detached });
        await other.WaitForSelectorAsync("#told");
        var items = await ChartWalk.Items(one);
        Assert.True(items > 3);
        Assert.Equal(items, await ChartWalk.Items(other));
        await mutaz.Picture("chart-together");

        // While one has an item in hand the other keeps something: what is in hand is not taken away, and its officer is told.
        var told = await other.InnerTextAsync("#told");
        await other.FillAsync(".chart-search", "وسام نزار فؤاد");
        await other.PressAsync(".chart-search", "Enter");
        var box = (await other.Locator(".chart-place").First.BoundingBoxAsync())!;
        await other.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await other.Mouse.DownAsync();
        await other.Mouse.MoveAsync(box.X + (box.Width / 2) + 60, box.Y + (box.Height / 2) + 40, new() { Steps = 3 });
        await ChartWalk.Press(one, "Escape", "a", "l");
        await Assertions.Expect(other.Locator("#told")).Not.ToHaveTextAsync(told, new() { Timeout = 30_000 });
        await other.Mouse.UpAsync();
        await other.WaitForSelectorAsync("#conflict-copy");
        await mutaz.Picture("chart-conflict");
        // Later is no choice: nothing is kept and nothing is lost, and the next change asks again.
        await other.Locator(".chart-dialog footer .text").ClickAsync();
        await ChartWalk.Press(other, "Shift+ArrowDown");
        await other.ClickAsync("#conflict-copy");
        await other.WaitForFunctionAsync("before => location.pathname !== before", address);
        await Assertions.Expect(one.Locator("#present")).ToBeHiddenAsync();
        await Assertions.Expect(other.Locator("#present")).ToBeHiddenAsync();
        Assert.Equal(address, new Uri(one.Url).AbsolutePath);

        // Whoever takes theirs has what they kept.
        await mutaz.Go(address);
        await Assertions.Expect(one.Locator("#present .tag")).ToHaveCountAsync(1);
        Assert.Equal(items, await ChartWalk.Items(other));
        rima.AssertQuiet();
        mutaz.AssertQuiet();
    }
}
