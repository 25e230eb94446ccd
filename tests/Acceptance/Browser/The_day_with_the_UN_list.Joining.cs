using Microsoft.Playwright;
using Plumbline.Acceptance.Lists;
using Plumbline.Acceptance.Screening;
using Plumbline.Core;
using Plumbline.Exchange.Lists;
using Plumbline.Intelligence;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Browser;

/// <summary>Two records of the register, one in each script, are judged to be one person and taken apart again: every link is back where it was.</summary>
public sealed partial class The_day_with_the_UN_list
{
    private const string InLatin = "Torvek Elmar Quandisson";
    private const string InArabic = "تورفك المار قوانديسون";

    [Theory, InlineData("sqlite", "en"), InlineData("postgres", "ar")]
    public async Task Among_the_listed_two_records_are_joined_and_taken_apart_and_every_link_is_back(string engine, string language)
    {
        await using var site = await Site.Open(chromium, engine, postgres);
        var working = await site.Desk.Case("2026-014");
        Done(await site.Desk.ImportOne(await site.Desk.Officer("hawar", ["supervisor"], working), ListFile.At(UnList.File())));
        var (one, other) = await TwoRecords(site);
        var tab = await site.SignIn(await site.Officer("nora", ["analyst"], working), language);
        var (before, beside) = (await Links(tab, one), await Links(tab, other));
        Assert.Equal((2, 3), (before.Length, beside.Length));

        await Walking.Ask(tab, InArabic, $".found-list a[href='/collate/{other}']");   // the index follows the register a moment later
        await tab.Go($"/collate/{one}");
        await tab.Press("m");
        await tab.Page.FillAsync("#same-as", InArabic);
        await tab.Page.WaitForSelectorAsync("#same-as-list [role=option][aria-selected=true]");
        await Assertions.Expect(tab.Page.Locator("#same-as-list [role=option]")).ToContainTextAsync([InArabic]);   // by the name, not by the number of the passport
        await tab.Look("un-same-as");
        await tab.Page.PressAsync("#same-as", "Enter");
        await Assertions.Expect(tab.Page).ToHaveURLAsync(new Uri(site.Address, $"/collate/identity?one={one}&other={other}").ToString());
        await tab.Page.WaitForSelectorAsync("#same", new() { Timeout = 60_000 });
        await tab.Look("un-pair");
        await tab.Press("y");
        await tab.Page.CheckAsync(".choices input >> nth=0");
        await tab.Page.FillAsync("#why", "One passport in both, and he says so himself.");
        await tab.Look("un-pair-same");
        await tab.Page.PressAsync("#why", "Enter");
        await tab.Page.WaitForSelectorAsync("main .notice.confirmed");

        foreach (var record in (string[])[one, other])
        {
            Assert.Equal(before.Concat(beside).Order(StringComparer.Ordinal), await Links(tab, record));
            Assert.Equal(2, await tab.Page.Locator(".records-strip .record").CountAsync());
        }
        await tab.Look("un-joined");
        await tab.Press("m");
        await tab.Page.FillAsync("#same-as", InArabic);
        await Assertions.Expect(tab.Page.Locator("#same-as-list .tag")).ToContainTextAsync([language == "ar" ? "سجلان" : "2 records"]);
        await tab.Look("un-same-as-joined");
        await tab.Press("Escape");
        await Assertions.Expect(tab.Page.Locator("#same-as")).ToHaveCountAsync(0);
        await tab.Page.ClickAsync(".records-strip .withdraw-judgement");
        await tab.Page.FillAsync("#unmerge-why", "The number was misread in the letter.");
        await tab.Look("un-taking-apart");
        await tab.Page.PressAsync("#unmerge-why", "Enter");
        await tab.Page.WaitForSelectorAsync(".records-strip .record", new() { State = WaitForSelectorState.Detached });
        Assert.Equal(beside, await Links(tab, other));
        await tab.Look("un-apart");
        Assert.Equal(before, await Links(tab, one));
        site.AssertQuiet();
    }

    /// <summary>How the links of an entity read, as its page shows them: kind, other end, grade, source.</summary>
    private static async Task<string[]> Links(Tab tab, string entity)
    {
        await tab.Go($"/collate/{entity}?part=links");
        await tab.Page.WaitForSelectorAsync(".plain-table tbody tr");
        var rows = await tab.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll(".plain-table tbody tr")].map(row => [row.querySelector("b").textContent, row.querySelector("a.entity").getAttribute("href"), ...[...row.querySelectorAll("a.source")].map(source => source.getAttribute("href"))].join(" "))
            """);
        return [.. rows.Order(StringComparer.Ordinal)];
    }

    /// <summary>A person of two links and a person of three, told by letters of their own.</summary>
    private static async Task<(string One, string Other)> TwoRecords(Site site)
    {
        var words = new ScreeningDesk(site.Desk);
        var (first, second) = (await words.Item($"{InLatin} was seen with two men at the mill.", "letter-1"), await words.Item($"{InArabic} met three others.", "letter-2"));
        var (one, other) = (await words.Person(first, InLatin, ("passport", "ZV4410982")), await words.Person(second, InArabic, ("passport", "ZV4410982")));
        await Meet(words, first, one, "Marwolt Vantreker Quenlis", "Oddvin Brastel Harnoway");
        await Meet(words, second, other, "Ingmore Tessaly Wexcombe", "Pellworm Astrick Jovandel", "Halvward Spendrick Norumel");
        return (site.Id(PublicKind.Entity, one), site.Id(PublicKind.Entity, other));
    }

    private static async Task Meet(ScreeningDesk words, long item, long person, params string[] others)
    {
        foreach (var name in others)
            Done(await words.Mark.Link(await words.Officer("zhyan"), new LinkMark(item, null, "contact", person, await words.Person(item, name)), default));
    }
}
