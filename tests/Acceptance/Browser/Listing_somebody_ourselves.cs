using Plumbline.Acceptance.Demo;
using Plumbline.Acceptance.Lists;
using Plumbline.Core;
using Plumbline.Register;

namespace Plumbline.Acceptance.Browser;

/// <summary>An own list is entered, somebody is nominated for it under the standard, another officer approves, and an entry is taken off.</summary>
public sealed class Listing_somebody_ourselves(Chromium chromium, PlayedDemonstration played)
{
    [Theory, InlineData("en"), InlineData("ar")]
    public async Task One_nominates_another_approves_and_it_can_be_taken_off(string language)
    {
        await using var demonstration = await Demonstration.Open(chromium, played, TestContext.Current.CancellationToken);
        var home = Home.Open(demonstration.Home);
        // The story's main suspect: two of the items that tell of him are told by sources that have nothing to do with one another.
        var said = await home.Ask<(long Entity, long Item)>("""
            select s.entity, min(s.item) from statement s join item i on i.key = s.item
            where s.value_text = 'وسام نزار فؤاد' and i.kind <> 'listing' and i.custody = 'no' and s.withdrawn_at is null group by s.entity, i.origin order by 2 limit 2
            """);
        var person = home.Ids.Show(PublicKind.Entity, said[0].Entity);
        var items = string.Join(' ', said.Select(one => home.Ids.Show(PublicKind.Item, one.Item)));

        var hawar = await Settling_possible_matches.AtWork(demonstration, "hawar", language);
        await hawar.Go("/collate/watchlists");
        await hawar.Page.WaitForSelectorAsync(".watchlist");
        await hawar.Page.ClickAsync(".page-head .button.filled, main .button.filled[aria-expanded]");
        await hawar.Page.FillAsync("#list-name", "قائمة الوحدة");
        await hawar.Page.SelectOptionAsync("#list-basis", "police-task");
        await hawar.Page.FillAsync("#review", "2026-09-30");
        await hawar.Page.FillAsync("#instruction", "لا يُحتجز أحد بسبب اسم. اتصل بالضابط المناوب.");
        await hawar.Page.PressAsync("#instruction", "Enter");
        await hawar.Page.ClickAsync("#nominate");
        await hawar.Page.SelectOptionAsync("#own", new Microsoft.Playwright.SelectOptionValue { Index = 1 });
        await hawar.Page.FillAsync("#whom", person);
        await hawar.Page.FillAsync("#on-items", items.Split(' ')[0]);
        await hawar.Page.FillAsync("#ends", "2026-09-30");
        await hawar.Page.FillAsync("#conduct", "He rented the store in which the detonators were found, and paid for the van.");
        await hawar.Page.FillAsync("#proportionate", "Only the border posts are told.");
        await hawar.Page.FillAsync("#lawful", "Task of the police under law.");
        await hawar.Page.FillAsync("#accountable", "The head of the unit looks it over each month.");
        await hawar.Page.FillAsync("#necessary", "He travels; nothing less finds him.");
        await hawar.Page.FillAsync("#told", "Call the duty officer; do not hold.");
        await hawar.Look("nominate");
        // One item is not enough: the page says what is missing, and nothing of the form is lost.
        await hawar.Page.PressAsync("#told", "Enter");
        await hawar.Page.WaitForSelectorAsync(".nominations [role=alert]");
        await hawar.Page.FillAsync("#on-items", items);
        await hawar.Page.PressAsync("#on-items", "Enter");
        await hawar.Page.WaitForSelectorAsync(".nominations article");
        Assert.Equal(0, await hawar.Page.Locator(".approve").CountAsync());

        var samira = await Settling_possible_matches.AtWork(demonstration, "samira", language, workingCase: 0);   // she is a member of one case alone
        await samira.Go("/collate/watchlists");
        await samira.Page.WaitForSelectorAsync(".nominations article");
        await samira.Page.EvaluateAsync("document.querySelector('#own-entries').scrollIntoView()");
        await samira.Picture("nominations");
        await samira.Page.ClickAsync(".approve");
        await samira.Page.WaitForSelectorAsync(".approve", new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });

        await hawar.Go("/collate/watchlists");
        await hawar.Page.ClickAsync(".nominations article .button.text");
        await hawar.Page.FillAsync("#own-why", "The court acquitted him.");
        await hawar.Page.PressAsync("#own-why", "Enter");
        await hawar.Page.WaitForSelectorAsync("#own-why", new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        await hawar.Look("own-entries");
        hawar.AssertQuiet();
        samira.AssertQuiet();
    }
}
