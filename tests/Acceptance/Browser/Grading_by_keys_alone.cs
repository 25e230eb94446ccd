using System.Diagnostics;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Browser;

public sealed class Grading_by_keys_alone(Chromium chromium, ThrowawayPostgres postgres, ITestOutputHelper output)
{
    private const int Items = 10;
    private const int MostKeysPerItem = 4;

    [Theory, InlineData("en"), InlineData("ar")]
    public async Task Ten_items_take_less_than_two_minutes(string language)
    {
        await using var site = await Site.Open(chromium, "sqlite", postgres);
        var working = await site.Desk.Case("2026-014");
        var sender = await site.Desk.Officer("sender", ["collector"], working);
        Done(await site.Desk.Receive.Run(sender, Report([.. Enumerable.Range(1, Items).Select(n => $"At {n} o'clock a grey van stood at the mill.")], origin: "O-1"), default));
        var tab = await site.SignIn(await site.Officer("grader", ["grader"], working), language);
        await tab.Go("/evaluate");
        await tab.Page.WaitForSelectorAsync(".table-row[aria-selected]");
        var keys = 0;
        async Task Press(string key)
        {
            keys++;
            await tab.Press(key);
        }

        var clock = Stopwatch.StartNew();
        await Press("Enter");
        for (var n = 0; n < Items; n++)
        {
            var bench = await tab.Page.WaitForSelectorAsync($".bench[data-item]:has-text(\"At {n + 1} o'clock\")");
            var shown = await bench!.GetAttributeAsync("data-item");
            await Press("2");
            await Press(n % 2 == 0 ? "c" : "d");
            await Press("Enter");
            await tab.Page.WaitForFunctionAsync("id => document.querySelector('.bench')?.dataset.item !== id", shown);
        }
        clock.Stop();
        await tab.Page.WaitForSelectorAsync(".panel.empty");

        output.WriteLine($"{Items} items in {clock.Elapsed.TotalSeconds:F1} s and {keys} keys");
        Assert.InRange(keys, 1, 1 + Items * MostKeysPerItem);
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2));
        await using var reader = Done(await site.Desk.Gate.Admit(sender, Actions.ReadItem, default));
        Assert.Equal(Items, await new ItemRows(reader).Count("proposed", default));
        site.AssertQuiet();
    }

    [Theory, InlineData("en"), InlineData("ar")]
    public async Task Handling_gets_its_conditions_and_corroboration_its_second_origin(string language)
    {
        await using var site = await Site.Open(chromium, "sqlite", postgres);
        var working = await site.Desk.Case("2026-014");
        var sender = await site.Desk.Officer("sender", ["collector"], working);
        var item = Done(await site.Desk.Receive.Run(sender, Report(["Told by the guard: a grey van."], origin: "O-1"), default)).Items[0];
        var other = Done(await site.Desk.Receive.Run(sender, Report(["The camera saw a grey van."], origin: "O-2"), default)).Items[0];
        var tab = await site.SignIn(await site.Officer("grader", ["grader"], working), language);
        await tab.Go($"/evaluate/{site.Id(Core.PublicKind.Item, item)}");
        await tab.Page.WaitForSelectorAsync(".codes.asked");

        await tab.Press("1");
        await tab.Press("b");
        await tab.Page.WaitForSelectorAsync("#corroboration:focus");
        await tab.Page.Keyboard.TypeAsync("camera");
        await FoundBy(tab, () => tab.Press("Enter"), ".corroboration .code-row:not([disabled])");
        await tab.Press("Tab");
        await tab.Press("Enter");
        await tab.Page.WaitForSelectorAsync(".chosen-item");
        await tab.Look("evaluate-corroborated");
        await tab.Page.EvaluateAsync("document.activeElement.blur()");
        foreach (var key in (string[])["c", "1", "2", "Enter"]) await tab.Press(key);
        await tab.Page.WaitForFunctionAsync($"() => !location.pathname.endsWith('{site.Id(Core.PublicKind.Item, item)}')");

        await using var reader = Done(await site.Desk.Gate.Admit(sender, Actions.ReadItem, default));
        var step = Assert.Single(await new GradingRows(reader).Of([item], default));
        Assert.Equal(("1B", (long?)other), (Core.Grade.FromCode(step.Grade).ToString(), step.CorroboratedBy));
        site.AssertQuiet();
    }

    // The index follows the register a moment later: the question is asked again until it knows.
    private static async Task FoundBy(Tab tab, Func<Task> ask, string selector)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            await ask();
            if (await tab.Page.Locator(selector).CountAsync() > 0) return;
            await Task.Delay(250);
        }
        await tab.Page.WaitForSelectorAsync(selector);
    }
}
