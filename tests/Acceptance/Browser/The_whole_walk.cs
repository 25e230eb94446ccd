using System.Text;
using Microsoft.Playwright;
using Plumbline.Safeguards;
using static Plumbline.Acceptance.Browser.Walking;

namespace Plumbline.Acceptance.Browser;

/// <summary>From a letter to what is known of a person, and back through the log: what <c>docs/guide/walk.md</c> tells and shows.</summary>
public sealed class The_whole_walk(Chromium chromium, ThrowawayPostgres postgres)
{
    private const string Arabic = "نوزاد هيمن سالار";
    private const string Latin = "Nawzad Hemin Salar";
    private const string Number = "+999731550204";
    private const string Letter = $"""
        مديرية شرطة تلمارا
        العدد: ١٢/٤٠٧
        التاريخ: ٢٠٢٦/٣/١٤
        الموضوع: سائق شاحنة عند الطاحونة

        ١. {Arabic} أوقف شاحنة بيضاء عند الطاحونة ليلاً.

        ٢. {Latin} answered calls on {Number} that night.
        """;

    [Theory, InlineData("sqlite", "en"), InlineData("sqlite", "ar"), InlineData("postgres", "en"), InlineData("postgres", "ar")]
    public async Task Goes_from_a_letter_to_the_log_of_each_act(string engine, string language)
    {
        await using var site = await Site.Open(chromium, engine, postgres);
        var working = await site.Desk.Case("2026-014");
        foreach (var (login, role) in new[] { ("collector", "collector"), ("grader", "grader"), ("second", "grader"), ("analyst", "analyst") })
            await site.Newcomer(login, role, working);
        await site.Newcomer("oversight", "oversight", null);

        await Receive(await Arrive(site, "collector", language));
        await Grade(await Arrive(site, "grader", language));
        await Confirm(await Arrive(site, "second", language));
        var analyst = await Arrive(site, "analyst", language);
        await Mark(analyst);
        await Find(analyst);
        await Export(analyst);
        await Oversee(await Arrive(site, "oversight", language));
        site.AssertQuiet();
    }

    private static async Task<Tab> Arrive(Site site, string login, string language)
    {
        var tab = await site.SignIn(login, language);
        Assert.Equal(language == "en" ? "ltr" : "rtl", await tab.Page.EvaluateAsync<string>("document.documentElement.dir"));
        await tab.Go("/purpose");
        await tab.Page.CheckAsync($"input[value={(login == "oversight" ? "oversight" : "investigation")}]");
        await tab.Page.FillAsync("#reason", language == "en" ? "The lorry at the mill" : "الشاحنة عند الطاحونة");
        if (login == "collector") await tab.Picture("walk-purpose");
        await tab.Page.PressAsync("#reason", "Enter");
        await tab.Page.WaitForSelectorAsync("#reason", new() { State = WaitForSelectorState.Detached });
        await tab.Page.WaitForSelectorAsync(".purpose:not(.missing)");
        return tab;
    }

    private static async Task Receive(Tab tab)
    {
        await Jump(tab, "c", "#files");
        await tab.Page.SetInputFilesAsync("#files", new FilePayload { Name = "letter.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(Letter) });
        await tab.Page.ClickAsync(".sent .notice.confirmed a");
        await tab.Page.WaitForSelectorAsync(".report-items");
        await tab.Picture("walk-report");
    }

    private static async Task Grade(Tab tab)
    {
        await Jump(tab, "e", ".table-row[aria-selected]");
        await tab.Press("Enter");
        foreach (var item in (string[])[Arabic, Latin])
        {
            await tab.Page.WaitForSelectorAsync($".bench[data-item]:has-text(\"{item}\")");
            await tab.Press("2");
            await tab.Press("d");
            await tab.Page.WaitForSelectorAsync(".bench-save .filled:enabled");
            if (item == Arabic) await tab.Picture("walk-grade");
            await tab.Press("Enter");
        }
        await tab.Page.WaitForSelectorAsync(".panel.empty");
    }

    private static async Task Confirm(Tab tab)
    {
        await Jump(tab, "f", "#confirm");
        await tab.Look("walk-confirm");
        foreach (var left in (int[])[1, 0])
        {
            await tab.Press("y");
            await Assertions.Expect(tab.Page.Locator(".bench-grade .code-row")).ToHaveCountAsync(left);
        }
        await tab.Page.WaitForSelectorAsync(".panel.empty");
    }

    private static async Task Mark(Tab tab)
    {
        await Ask(tab, Arabic, ".found-item");
        await tab.Page.ClickAsync(".found-item a");
        await Choose(tab, Arabic);
        await Take(tab, "person");
        await Saved(tab);

        await Ask(tab, Latin, ".found-item");
        await tab.Page.ClickAsync(".found-item a");
        await Choose(tab, Latin);
        await Recall(tab, Arabic);
        await Saved(tab);

        await Choose(tab, Number);
        await Take(tab, "phone");
        await tab.Picture("walk-mark");
        await Saved(tab);
        await Join(tab, "use");
        await Assertions.Expect(tab.Page.Locator(".marking .marked")).ToHaveCountAsync(2);
    }

    private static async Task Find(Tab tab)
    {
        var found = new HashSet<string?>();
        foreach (var name in (string[])[Arabic, Latin])
        {
            await Ask(tab, name, ".found-list a.entity");
            found.Add(await tab.Page.GetAttributeAsync(".found-list a.entity", "href"));
            if (name == Latin) await tab.Picture("walk-find");
        }
        var person = Assert.Single(found);
        await tab.Page.ClickAsync(".found-list a.entity");
        await tab.Page.WaitForSelectorAsync($".entity-page[data-entity={person!.Split('/')[^1]}]");
        foreach (var name in (string[])[Arabic, Latin]) await tab.Sees(name);
        await tab.Page.ClickAsync(".tabs a[href*=\"part=links\"]");
        await tab.Page.WaitForSelectorAsync(".plain-table a.entity");
        await tab.Page.ClickAsync(".tabs a >> nth=0");
        await tab.Page.WaitForSelectorAsync(".statements");
        await tab.Picture("walk-entity");
    }

    private static async Task Export(Tab tab)
    {
        await tab.Page.ClickAsync("#export");
        await tab.Page.FillAsync("#export-reason", tab.Language == "en" ? "For the file of the case" : "لملف القضية");
        await tab.Page.PressAsync("#export-reason", "Enter");
        await tab.Page.WaitForSelectorAsync("#download");
        await tab.Look("walk-export");
        var saved = await tab.Page.RunAndWaitForDownloadAsync(() => tab.Page.ClickAsync("#download"));
        var text = await File.ReadAllTextAsync(await saved.PathAsync());
        Assert.Contains(Arabic, text, StringComparison.Ordinal);
        Assert.Contains(Latin, text, StringComparison.Ordinal);
    }

    private static async Task Oversee(Tab tab)
    {
        await tab.Go("/oversight");
        foreach (var (login, acts) in new (string, string[])[]
        {
            ("collector", [Actions.SignIn, Actions.StatePurpose, Actions.ReceiveReport, Actions.ReadReport]),
            ("grader", [Actions.SignIn, Actions.StatePurpose, Actions.ReadItem, Actions.ProposeGrade]),
            ("second", [Actions.SignIn, Actions.StatePurpose, Actions.ConfirmGrade]),
            ("analyst", [Actions.SignIn, Actions.StatePurpose, Actions.Mark, Actions.Search, Actions.ReadEntity, Actions.Export]),
        })
        {
            foreach (var act in acts) await Watch(tab, login, act);
        }
        await tab.Page.DblClickAsync(".table-row:not(.table-head)");
        await tab.Page.WaitForSelectorAsync(".context dl");
        await tab.Picture("walk-oversight");
        await tab.Press("Escape");
        await tab.Page.ClickAsync(".row > .panel:last-child .button");
        await tab.Page.WaitForSelectorAsync(".panel .alert.confirmed");
    }
}
