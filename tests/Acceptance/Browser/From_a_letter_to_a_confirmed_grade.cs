using System.Text;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Browser;

public sealed class From_a_letter_to_a_confirmed_grade(Chromium chromium, ThrowawayPostgres postgres)
{
    private const string Letter = """
        مديرية شرطة تلمارا
        العدد: ١٢/٤٠٧
        التاريخ: ٢٠٢٦/٣/١٤
        الموضوع: شاحنة عند الطاحونة

        ١. رأى الحارس شاحنة بيضاء عند الطاحونة.

        ٢. غادرت الشاحنة فجراً.
        """;

    [Theory, InlineData("sqlite", "en"), InlineData("sqlite", "ar"), InlineData("postgres", "ar")]
    public async Task Two_officers_walk_it_in_the_browser(string engine, string language)
    {
        await using var site = await Site.Open(chromium, engine, postgres);
        var working = await site.Desk.Case("2026-014");
        var grader = await site.SignIn(await site.Officer("grader", ["grader"], working), language);

        await grader.Press("g");
        await grader.Press("c");
        await grader.Page.SetInputFilesAsync("#files", new Microsoft.Playwright.FilePayload { Name = "letter.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(Letter) });
        await grader.Page.WaitForSelectorAsync(".sent .notice.confirmed");
        await grader.Page.ClickAsync(".sent .notice.confirmed a");
        await grader.Page.WaitForSelectorAsync(".report-items");

        await grader.Press("g");
        await grader.Press("e");
        await grader.Page.WaitForSelectorAsync(".table-row[aria-selected]");
        await grader.Press("Enter");
        var first = await grader.Page.WaitForSelectorAsync(".bench[data-item]");
        var id = await first!.GetAttributeAsync("data-item");
        foreach (var key in (string[])["2", "D", "Enter"]) await grader.Press(key);
        await grader.Page.WaitForFunctionAsync("id => document.querySelector('.bench')?.dataset.item !== id", id);

        var supervisor = await site.SignIn(await site.Officer("supervisor", ["supervisor"], working), language);
        await supervisor.Press("g");
        await supervisor.Press("f");
        await supervisor.Page.WaitForSelectorAsync("#confirm");
        await supervisor.Press("y");
        await supervisor.Page.WaitForSelectorAsync(".panel.empty");

        await using var reader = Done(await site.Desk.Gate.Admit(new Visitor(2, 1, "cli"), Actions.ReadItem, default));
        Assert.Equal(["graded", "ungraded"], (await new ItemRows(reader).InReport(1, default)).Select(item => item.State));
        site.AssertQuiet();
    }
}
