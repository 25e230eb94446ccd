using System.Globalization;
using Microsoft.Playwright;
using Plumbline.Acceptance.Lists;
using Plumbline.Acceptance.Screening;

namespace Plumbline.Acceptance.Browser;

/// <summary>The day of an officer who screens: the list of the United Nations taken in, tried, put to use; a flight asked about, three settled with a colleague, a namesake cleared, and the next flight silent for the cleared; two records joined and taken apart.</summary>
[Trait("length", "long")]
public sealed partial class The_day_with_the_UN_list(Chromium chromium, ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite", "en"), InlineData("postgres", "ar")]
    public async Task A_flight_is_screened_settled_by_two_and_silent_for_the_cleared(string engine, string language)
    {
        var flight = Flight.Compose(TestContext.Current.CancellationToken);
        await using var site = await Site.Open(chromium, engine, postgres);
        var working = await site.Desk.Case("2026-014");
        var rima = await site.SignIn(await site.Officer("rima", ["supervisor"], working), language);
        var hawar = await site.SignIn(await site.Officer("hawar", ["supervisor"], working), language);

        await TakeIn(rima);
        await PutToUse(rima, hawar, flight);
        var first = await Screen(rima, flight);
        Assert.Equal((Flight.Silent, 0), (first.None, first.Cleared));
        await rima.Look("un-screened");
        await rima.Page.ClickAsync(".screening-done a.button");
        await rima.Page.WaitForSelectorAsync(".versus");
        await SeesWhy(rima, flight);

        await Answer(rima, flight.Same, "y", "The birth date is the listed one, and he says who he is.");
        await Answer(rima, flight.Namesake, "n", "Born in 2001, and the passport is another.");
        await Answer(rima, flight.Unsure, "h", "The passport is asked for at the post.");
        await Confirm(hawar, flight);
        await Clear(hawar, flight.Namesake);

        var second = await Screen(rima, flight);
        Assert.Equal((Flight.Silent, 1), (second.None, second.Cleared));
        Assert.True(second.Met < first.Met, $"{second.Met} candidates after {first.Met}");
        await rima.Look("un-screened-again");
        await rima.Go("/collate/candidates");
        await rima.Page.WaitForSelectorAsync(".versus");
        // The namesake was asked about twice and stands in the queue no more.
        Assert.DoesNotContain(flight.Namesake.Name, await rima.Page.Locator(".group-name").AllInnerTextsAsync());
        site.AssertQuiet();
    }

    private static async Task TakeIn(Tab tab)
    {
        await tab.Go("/collect");
        await tab.Page.SetInputFilesAsync("#files", UnList.File());
        await tab.Page.WaitForSelectorAsync(".sent .notice.confirmed", new() { Timeout = 90_000 });
        Assert.Contains("445", await tab.Page.InnerTextAsync(".sent .notice.confirmed"), StringComparison.Ordinal);
        await tab.Look("un-collected");
    }

    private static async Task PutToUse(Tab rima, Tab hawar, Flight flight)
    {
        await rima.Go("/collate/watchlists");
        await rima.Page.ClickAsync(".page-head .button.filled");
        await rima.Page.FillAsync("#list-name", "UN");
        await rima.Page.SelectOptionAsync("#list", UnList.Name);
        await rima.Page.SelectOptionAsync("#list-basis", "sanctions-law");
        await rima.Page.FillAsync("#review", ScreeningDesk.Day(90));
        await rima.Page.FillAsync("#instruction", rima.Language == "ar" ? "لا يُحتجز أحد بسبب اسم. اتصل بالضابط المناوب." : "Nobody is held on a name. Ask the duty officer.");
        await rima.Look("un-watchlist-new");
        await rima.Page.PressAsync("#instruction", "Enter");
        // Too short a name is refused, and nothing of the form is lost.
        await rima.Page.WaitForSelectorAsync("[role=alert]");
        await rima.Page.FillAsync("#list-name", "UN list");
        await rima.Page.PressAsync("#list-name", "Enter");
        await rima.Page.WaitForSelectorAsync(".watchlist");
        // How many it would stop is known before anybody is stopped.
        await Assertions.Expect(rima.Page.Locator(".watchlist .button.filled")).ToBeDisabledAsync();
        await rima.Page.SetInputFilesAsync(".watchlist input[type=file]", flight.Table());
        await Assertions.Expect(rima.Page.Locator(".watchlist .button.filled")).ToBeEnabledAsync();
        var told = await rima.Page.InnerTextAsync("main .alert.confirmed");
        Assert.Contains($"{flight.Listed.Length}", told, StringComparison.Ordinal);
        Assert.Contains($"{flight.People}", told, StringComparison.Ordinal);
        await rima.Look("un-watchlist-tried");
        await rima.Page.ClickAsync(".watchlist .button.filled");
        await rima.Page.WaitForSelectorAsync("[role=alert]");
        await hawar.Go("/collate/watchlists");
        await hawar.Page.ClickAsync(".watchlist .button.filled");
        await hawar.Page.WaitForSelectorAsync(".rescreen");
        await hawar.Look("un-watchlist-used");
    }

    private sealed record Numbers(int None, int Cleared, int Met);

    private static async Task<Numbers> Screen(Tab tab, Flight flight)
    {
        await tab.Go("/collate/screening");
        await tab.Page.FillAsync("#what", tab.Language == "ar" ? "رحلة ZV 118" : "Flight ZV 118");
        await Assertions.Expect(tab.Page.Locator("#table")).ToBeEnabledAsync();
        await tab.Page.SetInputFilesAsync("#table", flight.Table());
        await tab.Page.WaitForSelectorAsync(".screening-done");
        Assert.Contains($"{flight.People}", await tab.Page.InnerTextAsync(".screening-done h2"), StringComparison.Ordinal);
        var told = (await tab.Page.Locator(".screening-done dd").AllInnerTextsAsync()).Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(0, told[5]);
        return new Numbers(told[0], told[1], told[2] + told[3] + told[4]);
    }

    /// <summary>Each that is listed was found with the entry that was meant, and each of the queue says which parts met.</summary>
    private static async Task SeesWhy(Tab tab, Flight flight)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var rows = await tab.Page.Locator(".bench-grade .code-row").CountAsync();
        for (var n = 0; n < rows; n++)
        {
            if (n > 0) await tab.Press("j");
            await tab.Page.WaitForSelectorAsync($":nth-match(.bench-grade .code-row, {n + 1})[aria-pressed=true]");
            var (person, entry) = (await tab.Page.InnerTextAsync(".versus section:nth-child(1) .versus-name"), await tab.Page.InnerTextAsync(".versus section:nth-child(2) h2 a"));
            Assert.True(await tab.Page.Locator(".why-names tbody tr").CountAsync() >= 2, $"{entry} says nothing of why");
            if (flight.Listed.FirstOrDefault(one => one.Name == person && one.Entry.Key == entry) is not { } meant) continue;
            asked.Add(meant.Id);
            if (meant == flight.Same || meant == flight.Unsure) await tab.Page.WaitForSelectorAsync(".why-names .level-agree");
            if (meant == flight.Namesake) await tab.Page.WaitForSelectorAsync(".why-names .level-contradict");
            await tab.Look($"un-why-{meant.Id}");
        }
        Assert.Equal(flight.Listed.Select(one => one.Id), asked.Order(StringComparer.Ordinal));
    }

    /// <summary>Puts a passenger beside the entry that is meant on the desk.</summary>
    private static async Task Open(Tab tab, Flight.Passenger passenger)
    {
        var rows = await tab.Page.Locator(".bench-grade .code-row").CountAsync();
        for (var n = 0; n < rows; n++)
        {
            await tab.Page.ClickAsync($":nth-match(.bench-grade .code-row, {n + 1})");
            await tab.Page.WaitForSelectorAsync($":nth-match(.bench-grade .code-row, {n + 1})[aria-pressed=true]");
            if (await tab.Page.InnerTextAsync(".versus section:nth-child(1) .versus-name") == passenger.Name && await tab.Page.InnerTextAsync(".versus section:nth-child(2) h2 a") == passenger.Entry.Key) return;
        }
        Assert.Fail($"{passenger.Id} is not in the queue.");
    }

    private static async Task Answer(Tab tab, Flight.Passenger passenger, string key, string why)
    {
        await Open(tab, passenger);
        var rows = tab.Page.Locator(".bench-grade .code-row");
        var waiting = await rows.CountAsync();
        await tab.Press(key);
        await tab.Page.FillAsync("#why", why);
        await tab.Look($"un-answer-{key}");
        await tab.Press("Enter");
        await Assertions.Expect(rows).ToHaveCountAsync(waiting - 1);
    }

    private static async Task Confirm(Tab tab, Flight flight)
    {
        await tab.Go("/collate/candidates");
        await tab.Page.ClickAsync(".tabs button:nth-child(2)");
        await tab.Page.WaitForSelectorAsync("#confirm");
        await tab.Look("un-confirm");
        var rows = tab.Page.Locator(".bench-grade .code-row");
        await Assertions.Expect(rows).ToHaveCountAsync(3);
        for (var left = 2; left >= 0; left--)
        {
            await tab.Press("y");
            await Assertions.Expect(rows).ToHaveCountAsync(left);
        }
        Assert.Equal(3, await Settled(tab));
    }

    private static async Task<int> Settled(Tab tab)
    {
        await tab.Page.ClickAsync(".tabs button:nth-child(3)");
        await tab.Page.WaitForSelectorAsync(".versus");
        return await tab.Page.Locator(".bench-grade .code-row").CountAsync();
    }

    private static async Task Clear(Tab tab, Flight.Passenger namesake)
    {
        await Open(tab, namesake);
        await tab.Look("un-settled");
        await tab.Page.ClickAsync("#clear");
        await tab.Page.WaitForSelectorAsync(".letter-code");
        await tab.Look("un-letter");
    }
}
