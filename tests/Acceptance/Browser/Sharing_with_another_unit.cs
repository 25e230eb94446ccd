using System.Text.Json;
using Microsoft.Playwright;
using Plumbline.Acceptance.Screening;
using Plumbline.Core;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Browser;

/// <summary>Two units in two browsers: one makes a key, the other takes it in; what is given says what stays behind, and whom one cleared the other does not stop.</summary>
public sealed class Sharing_with_another_unit(Chromium chromium, ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite", "en"), InlineData("postgres", "ar")]
    public async Task Clearings_and_own_entries_go_over_and_every_loss_is_said(string engine, string language)
    {
        await using var here = await Site.Open(chromium, engine, postgres);
        await using var there = await Site.Open(chromium, engine, postgres);
        var (ours, theirs) = (await ScreeningDesk.At(here.Desk), await ScreeningDesk.At(there.Desk));
        await ours.InUse();
        await theirs.InUse();
        await Cleared(ours);
        await Listed(ours);
        var layla = await here.SignIn(await here.Officer("layla", ["supervisor"], await ours.Working()), language);
        var omar = await there.SignIn(await there.Officer("omar", ["supervisor"], await theirs.Working()), language);

        await layla.Go("/collate/sharing");
        // Nothing is given without a key, and the page says so.
        await Assertions.Expect(layla.Page.Locator(".sharing .empty")).ToHaveCountAsync(3);
        await layla.Look("sharing-empty");
        var key = await MakeKey(layla);
        var published = await Give(layla, "National list", isOwn: false);
        var own = await Give(layla, "Own list", isOwn: true);

        await omar.Go("/collate/sharing");
        await Send(omar, published);
        await Refused(omar, "share.unknown-key");
        await TakeKey(omar, key);
        var spoilt = published.ToArray();
        spoilt[^20] ^= 1;
        await Send(omar, spoilt);
        await Refused(omar, "share.broken");
        await Send(omar, published);
        await Took(omar, 2, "National list");
        await omar.Look("sharing-taken");
        await Send(omar, published);
        await Refused(omar, "share.older");
        await Send(omar, own);
        await Took(omar, 0, "Own list");
        await Assertions.Expect(omar.Page.Locator(".sharing .alert.confirmed p")).ToHaveCountAsync(2);
        await Assertions.Expect(omar.Page.Locator(".wide-table tbody tr")).ToHaveCountAsync(2);
        await omar.Look("sharing-came");

        // Silent there from now on, and counted.
        await omar.Go("/collate/screening");
        await omar.Page.FillAsync("#person", ScreeningDesk.Namesake.Name);
        await omar.Page.FillAsync("#birth", ScreeningDesk.Namesake.Births[0]);
        await omar.Page.FillAsync("#document", ScreeningDesk.Namesake.Documents[0]);
        await omar.Page.FillAsync("#nationality", ScreeningDesk.Namesake.Nationalities[0]);
        await omar.Page.ClickAsync("#ask");
        await omar.Page.WaitForSelectorAsync(".screening-done");
        Assert.Equal(["0", "1", "0", "0"], (await omar.Page.Locator(".screening-done dd").AllInnerTextsAsync()).Take(4));
        here.AssertQuiet();
        there.AssertQuiet();
    }

    [Theory, InlineData("en"), InlineData("ar")]
    public async Task Who_may_not_share_sees_neither_keys_nor_files(string language)
    {
        await using var site = await Site.Open(chromium, "sqlite", postgres);
        var tab = await site.SignIn(await site.Officer("dana", ["analyst"], await site.Desk.Case("2026-014")), language);
        await tab.Go("/collate/watchlists");
        Assert.Equal(0, await tab.Page.Locator("main a[href='/collate/sharing']").CountAsync());
        await tab.Go("/collate/sharing");
        await tab.Page.WaitForSelectorAsync(".panel.refusal");
        Assert.Equal(0, await tab.Page.Locator("#make-key, #shared-file").CountAsync());
        await tab.Look("sharing-refused");
        site.AssertQuiet();
    }

    private static async Task<string> MakeKey(Tab tab)
    {
        await tab.Page.ClickAsync("#make-key");
        await tab.Page.FillAsync("#key-name", "border-unit");
        await tab.Page.PressAsync("#key-name", "Enter");
        await tab.Page.WaitForSelectorAsync("#fresh-key");
        await tab.Look("sharing-key");
        var key = await tab.Page.InnerTextAsync("#fresh-key");
        await tab.Page.ClickAsync("#make-key");
        await tab.Page.FillAsync("#key-name", "border-unit");
        await tab.Page.PressAsync("#key-name", "Enter");
        await Refused(tab, "share.taken");
        await tab.Go("/collate/sharing");
        // It is shown once.
        await tab.Page.WaitForSelectorAsync("#give-list");
        Assert.DoesNotContain(key, await tab.Page.ContentAsync(), StringComparison.Ordinal);
        return key;
    }

    private static async Task TakeKey(Tab tab, string key)
    {
        foreach (var typed in (string[])["not a key", key])
        {
            if (await tab.Page.Locator("#key-text").CountAsync() == 0) await tab.Page.ClickAsync("#take-key");
            await tab.Page.FillAsync("#key-name", "centre");
            await tab.Page.FillAsync("#key-text", typed);
            await tab.Page.PressAsync("#key-text", "Enter");
            if (typed != key) await Refused(tab, "share.unreadable");
        }
        await tab.Page.WaitForSelectorAsync("#key-text", new() { State = WaitForSelectorState.Detached });
        Assert.Equal(0, await tab.Page.Locator("[role=alert]").CountAsync());
    }

    /// <summary>Makes the file of a list; the page says what the file says of what stays behind.</summary>
    private static async Task<byte[]> Give(Tab tab, string list, bool isOwn)
    {
        await tab.Page.SelectOptionAsync("#give-list", new SelectOptionValue { Label = list });
        await tab.Page.SelectOptionAsync("#give-key", new SelectOptionValue { Label = "border-unit" });
        await tab.Page.FillAsync("#give-why", "The border meets the same people.");
        await tab.Page.PressAsync("#give-why", "Enter");
        await tab.Page.WaitForSelectorAsync("#given");
        var said = await tab.Page.Locator("#given li").AllInnerTextsAsync();
        var saved = await tab.Page.RunAndWaitForDownloadAsync(async () =>
        {
            await tab.Look(isOwn ? "sharing-given-own" : "sharing-given");
            await tab.Page.ClickAsync("#download");
        });
        var bytes = await File.ReadAllBytesAsync(await saved.PathAsync());
        using var file = JsonDocument.Parse(bytes);
        Assert.DoesNotContain("Wissam", file.RootElement.GetRawText(), StringComparison.Ordinal);
        var codes = isOwn ? new[] { "grounds", "ends", "clearings", "cases" } : ["entries", "clearings", "cases"];
        // Of the own list, what may not leave is counted before.
        Assert.Equal(codes.Length + (isOwn ? 1 : 0), said.Count);
        if (isOwn) Assert.Contains("1", said[0], StringComparison.Ordinal);
        Assert.Equal(codes.Select(code => Web.Captions.Find(Of(tab), $"sharing.lost-{code}")), said.TakeLast(codes.Length));
        await tab.Page.WaitForSelectorAsync("#give-list");
        return bytes;
    }

    private static Web.Language Of(Tab tab) => Web.Language.All.Single(one => one.Code == tab.Language);

    private static Task Send(Tab tab, byte[] file) => tab.Page.SetInputFilesAsync("#shared-file", new FilePayload { Name = "plumbline-W.shared.json", MimeType = "application/json", Buffer = file });

    private static async Task Took(Tab tab, long clearings, string name)
    {
        await tab.Page.WaitForSelectorAsync(".sharing .alert.confirmed");
        var forms = Web.Captions.Find(Of(tab), $"sharing.taken-clearings#{Web.Plural.Form(Of(tab), clearings)}")!;
        await Assertions.Expect(tab.Page.Locator(".sharing .alert.confirmed p").First).ToContainTextAsync(forms[(forms.IndexOf('}') + 1)..].Replace("{count}", $"{clearings}", StringComparison.Ordinal));
        await Assertions.Expect(tab.Page.Locator(".sharing .alert.confirmed p").First).ToContainTextAsync(name);
        Assert.Equal(0, await tab.Page.Locator("[role=alert]").CountAsync());
    }

    /// <summary>The refusal stands there in the reader's words.</summary>
    private static async Task Refused(Tab tab, string code)
    {
        var words = Web.Captions.Find(Of(tab), $"refusal.{code}");
        await Assertions.Expect(tab.Page.Locator(".sharing [role=alert]")).ToHaveTextAsync(words!);
        await tab.Look(code);
    }

    private static async Task Cleared(ScreeningDesk desk)
    {
        await desk.Run(ScreeningDesk.Namesake);
        var candidate = await desk.OnlyOne();
        Done(await desk.Settle.Propose(desk.First, candidate, "different", "Another birth date.", default));
        Done(await desk.Settle.Confirm(desk.Second, candidate, "", default));
        Done(await desk.Clear.Issue(desk.Second, candidate, 24, default));
    }

    /// <summary>An own list with one entry, of whom something may not leave.</summary>
    private static async Task Listed(ScreeningDesk desk)
    {
        var own = await Nominating_for_an_own_list.OwnList(desk);
        var (one, other) = (await desk.Item($"{Nominating_for_an_own_list.Name} bought the detonators.", "informant-7"), await desk.Item($"{Nominating_for_an_own_list.Name} paid for the store.", "bank-letter"));
        var person = await Nominating_for_an_own_list.Known(desk, one, other);
        var closed = Done(await desk.Desk.Receive.Run(await desk.Officer("zhyan", "analyst", "grader"), Report(["He has another paper."], "third-letter", Done(Label.Create(new LabelDraft { H2 = true }))), default)).Items[0];
        await desk.Say(closed, person, "passport", "QX7788990");
        Done(await desk.Nominate.Approve(desk.Second, Done(await desk.Nominate.Propose(desk.First, Nominating_for_an_own_list.Form(own, person, [one, other]), default)), "", default));
    }
}
