using Microsoft.Playwright;
using Plumbline.Acceptance.Demo;

namespace Plumbline.Acceptance.Browser;

/// <summary>Pairs are judged by keys alone; a join is seen on the entity's page and taken apart there.</summary>
public sealed class Judging_who_is_who_by_keys(Chromium chromium, PlayedDemonstration played)
{
    [Theory, InlineData("en"), InlineData("ar")]
    public async Task Two_records_are_joined_seen_as_one_and_taken_apart(string language)
    {
        await using var demonstration = await Demonstration.Open(chromium, played, TestContext.Current.CancellationToken);
        var rima = await demonstration.SignIn("rima", language);
        await rima.Go("/purpose");
        await rima.Page.CheckAsync("input[value=investigation]");
        await rima.Page.SelectOptionAsync("select", new SelectOptionValue { Index = 1 });
        await rima.Page.FillAsync("#reason", "The morning's shift");
        await rima.Page.PressAsync("#reason", "Enter");
        await rima.Page.WaitForSelectorAsync(".today", new() { State = WaitForSelectorState.Attached });

        await rima.Go("/collate/identity");
        await rima.Page.WaitForSelectorAsync("#same");
        await rima.Picture("identity");
        await Assertions.Expect(rima.Page.Locator(".differences th .level-agree").First).ToBeVisibleAsync();
        // Whoever is asked so as to check the machine is not told what it thinks.
        await rima.Page.ClickAsync("#state-sample");
        await Assertions.Expect(rima.Page.Locator("#state-sample")).ToHaveAttributeAsync("aria-pressed", "true");
        await rima.Page.WaitForSelectorAsync(".differences");
        await Assertions.Expect(rima.Page.Locator(".differences [class^=level-]")).ToHaveCountAsync(0);
        await rima.Look("identity-sample");
        await rima.Page.ClickAsync("#state-open");
        await Assertions.Expect(rima.Page.Locator("#state-open")).ToHaveAttributeAsync("aria-pressed", "true");
        await rima.Page.WaitForSelectorAsync(".differences th .level-agree");
        var rows = rima.Page.Locator(".bench-grade .code-row");
        var waiting = await rows.CountAsync();
        await rima.Press("j");
        await rima.Page.WaitForSelectorAsync(".bench-grade .code-row:nth-of-type(2)[aria-pressed=true]");
        await rima.Press("k");
        await rima.Page.WaitForSelectorAsync(".bench-grade .code-row:nth-of-type(1)[aria-pressed=true]");
        var entity = await rima.Page.Locator(".differences thead a").First.GetAttributeAsync("href");
        // The list entry and the record share passport, national number and birth date.
        await rima.Press("y");
        await rima.Page.FillAsync("#why", "One passport and one national number in both.");
        await rima.Press("Enter");
        await Assertions.Expect(rows).ToHaveCountAsync(waiting - 1);
        await rima.Press("h");
        await rima.Page.FillAsync("#why", "A by-name and no more.");
        await rima.Press("Enter");
        await Assertions.Expect(rows).ToHaveCountAsync(waiting - 2);

        await rima.Go(entity!);
        await rima.Page.WaitForSelectorAsync(".records-strip .record:nth-of-type(2)");
        Assert.Equal(2, await rima.Page.Locator(".records-strip .record").CountAsync());
        await rima.Look("joined");
        await rima.Picture("joined");
        await rima.Page.ClickAsync(".records-strip .lead >> nth=0");
        await rima.Page.WaitForSelectorAsync(".records-strip .record .tag.confirmed");
        await rima.Page.ClickAsync(".records-strip .judgement:not(.withdrawn):has(.tag.confirmed) .withdraw-judgement");
        await rima.Page.FillAsync("#unmerge-why", "The number was misread in the letter.");
        await rima.Press("Enter");
        await rima.Page.WaitForSelectorAsync(".records-strip .record", new() { State = WaitForSelectorState.Detached });
        rima.AssertQuiet();
    }
}
