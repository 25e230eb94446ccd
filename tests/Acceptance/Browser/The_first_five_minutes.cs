using Plumbline.Acceptance.Demo;

namespace Plumbline.Acceptance.Browser;

/// <summary>What each role finds in the demonstration: the pages in <c>docs/guide/first-five-minutes</c> tell and show it.</summary>
public sealed class The_first_five_minutes(Chromium chromium, PlayedDemonstration played)
{
    /// <summary>Login, role, purpose, and what is on the page that the ready task leads to; null for a role whose page of the day is shown.</summary>
    private static readonly (string Login, string Role, string Purpose, string? Ready)[] Cast =
    [
        ("rand", "collector", "investigation", "#note"),
        ("zhyan", "grader", "investigation", ".codes.asked"),
        ("rima", "analyst", "investigation", ".entity-page .tag.person"),
        ("hawar", "supervisor", "investigation", "#confirm"),
        ("samira", "tasking-chair", "protection", ".mark-desk"),
        ("mutaz", "investigator", "investigation", ".found-list a.entity"),
        ("shahd", "source-keeper", "administration", "#reference"),
        ("dana", "liaison", "protection", ".mark-desk"),
        ("nasrin", "trainer", "administration", null),
        ("munib", "oversight", "oversight", ".table-row[aria-selected]"),
        ("amal", "administrator", "administration", ".panel .button"),
    ];

    // A demonstration for each language: from one address no more than twenty sign-ins a minute are answered.
    [Theory, InlineData("en"), InlineData("ar")]
    public async Task Have_one_ready_thing_to_do(string language)
    {
        await using var demonstration = await Demonstration.Open(chromium, played, TestContext.Current.CancellationToken);
        foreach (var (login, role, purpose, ready) in Cast)
        {
            var tab = await demonstration.SignIn(login, language);
            await tab.Go("/purpose");
            await tab.Page.CheckAsync($"input[value={purpose}]");
            await tab.Page.FillAsync("#reason", language == "en" ? "The morning's shift" : "نوبة العمل الصباحية");
            await tab.Page.PressAsync("#reason", "Enter");
            await tab.Page.WaitForSelectorAsync(".today", new() { State = Microsoft.Playwright.WaitForSelectorState.Attached });
            if (ready is not null)
            {
                await tab.Page.ClickAsync("a.task");
                await tab.Page.WaitForSelectorAsync(ready);
            }
            else await tab.Page.WaitForSelectorAsync(".no-pages a");
            if (language == "en") await tab.Picture($"role-{role}");
            else await tab.Look($"role-{role}");
            tab.AssertQuiet();
        }
    }
}
