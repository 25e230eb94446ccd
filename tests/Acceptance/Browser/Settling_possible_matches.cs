using Microsoft.Playwright;
using Plumbline.Acceptance.Demo;

namespace Plumbline.Acceptance.Browser;

/// <summary>From a question at the desk to a letter: asked, settled by two officers by keys alone, cleared, and silent the next time.</summary>
public sealed class Settling_possible_matches(Chromium chromium, PlayedDemonstration played)
{
    [Theory, InlineData("en"), InlineData("ar")]
    public async Task A_namesake_is_asked_about_settled_and_cleared(string language)
    {
        await using var demonstration = await Demonstration.Open(chromium, played, TestContext.Current.CancellationToken);
        var rima = await AtWork(demonstration, "rima", language);
        await rima.Go("/collate/screening");
        await Ask(rima);
        await rima.Look("screening");
        await rima.Page.ClickAsync(".screening-done a.button");
        await rima.Page.WaitForSelectorAsync(".versus");
        await rima.Picture("candidates");
        // The first of the queue is a passenger of the story with the listed name and another birth date.
        await rima.Press("n");
        await rima.Page.FillAsync("#why", "Born in 1994, another mother, another passport.");
        await rima.Press("Enter");
        await rima.Page.WaitForSelectorAsync("#why", new() { State = WaitForSelectorState.Detached });

        var hawar = await AtWork(demonstration, "hawar", language);
        await hawar.Go("/collate/candidates");
        await hawar.Page.ClickAsync(".tabs button:nth-child(2)");
        await hawar.Page.WaitForSelectorAsync("#confirm");
        await hawar.Press("y");
        await hawar.Page.WaitForSelectorAsync(".empty");
        await hawar.Page.ClickAsync(".tabs button:nth-child(3)");
        await hawar.Page.ClickAsync("#clear");
        await hawar.Page.WaitForSelectorAsync(".letter-code");
        await hawar.Picture("clearance-letter");
        var code = (await hawar.Page.InnerTextAsync(".letter-code")).Trim();

        await rima.Go("/collate/screening");
        await Ask(rima);
        var numbers = await rima.Page.Locator(".screening-done dd").AllInnerTextsAsync();
        Assert.Equal(["0", "1", "0", "0"], numbers.Take(4));
        await AskBroken(rima);
        await hawar.Go("/collate/watchlists");
        await hawar.Page.ClickAsync(".rescreen button");
        await hawar.Page.WaitForSelectorAsync(".rescreen time");
        await hawar.Picture("watchlists");
        // The letter is checked by whoever is shown it, and taken back by a supervisor.
        await hawar.Go("/collate/letters");
        await hawar.Page.FillAsync("#code", code.ToLowerInvariant());
        await hawar.Page.PressAsync("#code", "Enter");
        await hawar.Page.WaitForSelectorAsync(".letter-check");
        await hawar.Picture("letters");
        await hawar.Page.FillAsync("#letter-why", "The document was reported lost.");
        await hawar.Page.PressAsync("#letter-why", "Enter");
        await hawar.Page.WaitForSelectorAsync(".confirmed");
        await hawar.Page.FillAsync("#code", code);
        await hawar.Page.PressAsync("#code", "Enter");
        await hawar.Page.WaitForSelectorAsync(".letter-check");
        Assert.Equal(0, await hawar.Page.Locator("#withdraw").CountAsync());
        await hawar.Page.FillAsync("#code", "AAAAA-AAAAA");
        await hawar.Page.PressAsync("#code", "Enter");
        await hawar.Page.WaitForSelectorAsync("[role=alert]");
        rima.AssertQuiet();
        hawar.AssertQuiet();
    }

    internal static async Task<Tab> AtWork(Demonstration demonstration, string login, string language, int workingCase = 1)
    {
        var tab = await demonstration.SignIn(login, language);
        await tab.Go("/purpose");
        await tab.Page.CheckAsync("input[value=investigation]");
        await tab.Page.SelectOptionAsync("select", new SelectOptionValue { Index = workingCase });
        await tab.Page.FillAsync("#reason", "The morning's shift");
        await tab.Page.PressAsync("#reason", "Enter");
        await tab.Page.WaitForSelectorAsync(".today", new() { State = WaitForSelectorState.Attached });
        return tab;
    }

    /// <summary>A table whose rows cannot be read says why in the officer's language.</summary>
    private static async Task AskBroken(Tab tab)
    {
        await tab.Page.FillAsync("#what", "ZV 119");
        await Assertions.Expect(tab.Page.Locator("#table")).ToBeEnabledAsync();
        await tab.Page.SetInputFilesAsync("#table", new FilePayload { Name = "zv-119.csv", MimeType = "text/csv", Buffer = "id,name\nP-7,???\nP-8,\"Oddvin Brastel\nP-9,Wexcombe, Ingmore\nP-10,Jos\uFFFD Mar\uFFFDa\n"u8.ToArray() });
        var rows = tab.Page.Locator(".unreadable dd");
        await Assertions.Expect(rows).ToHaveCountAsync(4);
        await tab.Look("screening-unreadable");
        var told = await rows.AllInnerTextsAsync();
        Assert.Equal(0, await tab.Page.Locator(".screening-done > p").CountAsync());   // of nobody who was read is said that nobody is meant
        if (tab.Language == "ar") Assert.All(told, why => Assert.False(why.Any(char.IsAsciiLetter), why));
        else Assert.Equal("Line 4 has more cells (3) than there are columns (2): a comma within a cell needs quotation marks around the cell.", told[2]);
    }

    private static async Task Ask(Tab tab)
    {
        await tab.Page.FillAsync("#person", "Wissam Nizar Fouad");
        await tab.Page.FillAsync("#birth", "1994-05-12");
        await tab.Page.FillAsync("#document", "Z08812345");
        await tab.Page.FillAsync("#nationality", "Zandavia");
        await tab.Page.ClickAsync("#ask");
        await tab.Page.WaitForSelectorAsync(".screening-done");
    }
}
