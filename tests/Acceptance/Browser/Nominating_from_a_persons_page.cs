using Microsoft.Playwright;
using Plumbline.Acceptance.Screening;
using Plumbline.Core;

namespace Plumbline.Acceptance.Browser;

/// <summary>From the page of a person to an own list: the form knows whom and offers what is told of the person; nothing of it is lost when it is refused.</summary>
public sealed class Nominating_from_a_persons_page(Chromium chromium, ThrowawayPostgres postgres)
{
    private const string Name = Nominating_for_an_own_list.Name;

    [Theory, InlineData("sqlite", "en"), InlineData("postgres", "ar")]
    public async Task Without_an_own_list_the_page_says_so_and_with_one_the_standard_decides(string engine, string language)
    {
        await using var site = await Site.Open(chromium, engine, postgres);
        var desk = await ScreeningDesk.At(site.Desk);
        var (one, same, other) = (await desk.Item($"{Name} bought the detonators.", "informant-7"), await desk.Item($"{Name} bought detonators, he said again.", "informant-7"), await desk.Item($"{Name} paid for the store.", "bank-letter"));
        var person = site.Id(PublicKind.Entity, await Nominating_for_an_own_list.Known(desk, one, same, other));
        var dana = await site.SignIn(await site.Officer("dana", ["analyst"], await desk.Working()), language);

        await Follow(dana, person);
        await dana.Page.WaitForSelectorAsync("main .notice[role=status]");
        Assert.Equal(0, await dana.Page.Locator("#nominate, #whom").CountAsync());
        await dana.Look("nominate-no-list");

        await Nominating_for_an_own_list.OwnList(desk);
        await Follow(dana, person);
        await dana.Page.WaitForSelectorAsync("#on-items:focus");
        Assert.Equal(person, await dana.Page.InputValueAsync("#whom"));
        await Assertions.Expect(dana.Page.Locator("#own option:checked")).ToHaveTextAsync("Own list");
        Assert.Equal(Ids(site, one, same, other), (await dana.Page.Locator(".beside").AllInnerTextsAsync()).Order(StringComparer.Ordinal));
        await dana.Look("nominate-from-person");
        await Choose(dana, site, one);
        await Choose(dana, site, same);
        await Fill(dana);
        // Two tellings of one source are one: refused in words, and the form is as it was.
        await dana.Page.PressAsync("#told", "Enter");
        var words = Web.Captions.Find(Web.Language.All.Single(each => each.Code == language), "refusal.nomination.independent");
        await Assertions.Expect(dana.Page.Locator(".nominations [role=alert]")).ToHaveTextAsync(words!);
        Assert.Equal($"{site.Id(PublicKind.Item, one)} {site.Id(PublicKind.Item, same)}", await dana.Page.InputValueAsync("#on-items"));
        Assert.Equal("Only the border is told, nothing else.", await dana.Page.InputValueAsync("#proportionate"));
        await dana.Look("nominate-refused");
        await Choose(dana, site, same);
        await Choose(dana, site, other);
        await dana.Page.PressAsync("#told", "Enter");
        await dana.Page.WaitForSelectorAsync(".nominations article");
        await dana.Page.WaitForSelectorAsync("#whom", new() { State = WaitForSelectorState.Detached });
        Assert.Equal(0, await dana.Page.Locator(".nominations [role=alert], .approve").CountAsync());
        Assert.Equal(person, (await dana.Page.GetAttributeAsync(".nominations article h3 a", "href"))!.Split('/')[^1]);
        await dana.Page.EvaluateAsync("document.querySelector('#own-entries').scrollIntoView()");
        await dana.Look("nominated-from-person");
        site.AssertQuiet();
    }

    [Theory, InlineData("en"), InlineData("ar")]
    public async Task Who_may_not_nominate_is_not_led_there_and_finds_no_form(string language)
    {
        await using var site = await Site.Open(chromium, "sqlite", postgres);
        var desk = await ScreeningDesk.At(site.Desk);
        var item = await desk.Item($"{Name} bought the detonators.", "informant-7");
        var person = site.Id(PublicKind.Entity, await Nominating_for_an_own_list.Known(desk, item));
        await Nominating_for_an_own_list.OwnList(desk);
        var grader = await site.SignIn(await site.Officer("azad", ["grader"], await desk.Working()), language);
        await grader.Go($"/collate/{person}");
        await grader.Page.WaitForSelectorAsync(".entity-page");
        Assert.Equal(0, await grader.Page.Locator("#nominate-person").CountAsync());
        // Nor by the address.
        await grader.Go($"/collate/watchlists?nominate={person}&items={site.Id(PublicKind.Item, item)}");
        await grader.Page.WaitForSelectorAsync(".panel.refusal");
        Assert.Equal(0, await grader.Page.Locator("#whom").CountAsync());
        await grader.Look("nominate-not-allowed");
        site.AssertQuiet();
    }

    private static async Task Follow(Tab tab, string person)
    {
        await tab.Go($"/collate/{person}");
        await tab.Page.ClickAsync("#nominate-person");
        await tab.Arrives("/collate/watchlists?nominate=");
    }

    private static IEnumerable<string> Ids(Site site, params long[] items) => items.Select(item => site.Id(PublicKind.Item, item)).Order(StringComparer.Ordinal);

    private static async Task Choose(Tab tab, Site site, long item)
    {
        var button = tab.Page.Locator(".beside", new() { HasText = site.Id(PublicKind.Item, item) });
        var wanted = await button.GetAttributeAsync("aria-pressed") == "true" ? "false" : "true";
        await button.ClickAsync();
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-pressed", wanted);
    }

    private static async Task Fill(Tab tab)
    {
        var form = Nominating_for_an_own_list.Form(0, 0, []);
        foreach (var (field, text) in ((string, string)[])
        [
            ("#ends", form.Until), ("#conduct", form.Conduct), ("#proportionate", form.Proportionate), ("#lawful", form.Lawful), ("#accountable", form.Accountable), ("#necessary", form.Necessary), ("#told", form.Instruction),
        ]) await tab.Page.FillAsync(field, text);
    }
}
