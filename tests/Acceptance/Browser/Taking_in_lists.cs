using Microsoft.Playwright;
using Plumbline.Acceptance.Lists;
using static Plumbline.Acceptance.Lists.FictionalLists;

namespace Plumbline.Acceptance.Browser;

public sealed class Taking_in_lists(Chromium chromium, ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite", "en"), InlineData("postgres", "ar")]
    public async Task Puts_the_parts_together_asks_about_losses_and_gives_the_rejects_back(string engine, string language)
    {
        await using var site = await Site.Open(chromium, engine, postgres);
        var working = await site.Desk.Case("2026-014");
        var tab = await site.SignIn(await site.Officer("supervisor", ["supervisor"], working), language);
        int[] people = [.. Enumerable.Range(1, 40)];

        // Chosen together, they are one version.
        await tab.Go("/collect");
        await Choose(tab, Ofac("sdn_2026-01-01.csv", "sdn", people), Ofac("add_2026-01-01.csv", "add", people), Ofac("alt_2026-01-01.csv", "alt", people));
        await tab.Page.WaitForSelectorAsync(".sent .notice.confirmed");
        Assert.Equal(["OFAC SDN 2026-01-01 40"], await site.Desk.Home.Ask<string>("select list || ' ' || version || ' ' || added from import_record"));
        Assert.Equal([40L], await site.Desk.Home.Ask<long>("select count(distinct entity) from statement where value_text like '%Mill Lane%'"));

        // One in four is missing: a person says why that is right.
        await tab.Go("/collect");
        await Choose(tab, Ofac("sdn_2026-02-01.csv", "sdn", [.. people.Take(30)]));
        await tab.Page.WaitForSelectorAsync(".refused-file form");
        await tab.Look("collect-losses");
        await tab.Page.FillAsync(".refused-file input", "Ten were removed by decision of January");
        await tab.Page.PressAsync(".refused-file input", "Enter");
        await tab.Page.WaitForSelectorAsync(".sent .notice.confirmed");
        await tab.Sees(language == "ar" ? "جاءت القائمة من دون ملفّيها ALT وADD" : "The list came without its ALT and ADD files");
        await tab.Look("collect-notes");
        Assert.Equal(["2026-01-01 0", "2026-02-01 10"], await site.Desk.Home.Ask<string>("select version || ' ' || withdrawn from import_record order by key"));
        Assert.Equal([10L], await site.Desk.Home.Ask<long>("select count from act where action = 'import.accept-losses' and outcome = 'done'"));

        // What could not be read is taken out with its line and its reason.
        await tab.Go("/collect");
        var spoilt = Ofac("sdn_2026-03-01.csv", "sdn", [.. people.Take(30)]);
        await Choose(tab, spoilt, "not-a-number,\"VELLMAR, Nobody\",\"individual\",\"TALMARA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n");
        await tab.Page.ClickAsync(".sent .notice.confirmed a");
        await tab.Page.WaitForSelectorAsync("#rejects");
        await tab.Look("collect-list");
        var answer = await tab.Page.APIRequest.GetAsync(new Uri(site.Address, await tab.Page.GetAttributeAsync("#rejects", "href")).ToString());
        var told = await answer.TextAsync();
        Assert.Contains("sdn_2026-03-01.csv\t31\t", told, StringComparison.Ordinal);
        Assert.Contains("VELLMAR, Nobody", told, StringComparison.Ordinal);
        site.AssertQuiet();
    }

    private static Task Choose(Tab tab, params Plumbline.Exchange.Lists.ListFile[] files) => Put(tab, files.Select(file => (file.Name, Bytes(file))));

    private static Task Choose(Tab tab, Plumbline.Exchange.Lists.ListFile file, string more) => Put(tab, [(file.Name, [.. Bytes(file), .. System.Text.Encoding.UTF8.GetBytes(more)])]);

    private static Task Put(Tab tab, IEnumerable<(string Name, byte[] Bytes)> files) =>
        tab.Page.SetInputFilesAsync("#files", files.Select(file => new FilePayload { Name = file.Name, MimeType = "text/csv", Buffer = file.Bytes }));

    private static byte[] Bytes(Plumbline.Exchange.Lists.ListFile file)
    {
        using var stream = file.Open();
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
