using Plumbline.Core;
using Plumbline.Intelligence;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Browser;

public sealed class The_pages_of_collecting_and_grading(Chromium chromium, ThrowawayPostgres postgres)
{
    private static readonly string[] Told =
    [
        "رأى الحارس شاحنة بيضاء عند الطاحونة في وقت متأخر من الليل، ثم غادرت فجراً باتجاه الجسر القديم.",
        "A grey van stood at the mill; its driver spoke with two men whom the guard did not know, and it left by the old road before dawn.",
        "وەستا بە کامێراکە زانی و ڕووی لێ وەرگێڕا؛ پاسەوانەکە ژمارەکەی نەخوێندەوە.",
    ];

    [Theory, InlineData("en"), InlineData("ar"), InlineData("ckb")]
    public async Task Are_whole_in_every_language(string language)
    {
        await using var site = await Site.Open(chromium, "sqlite", postgres);
        var working = await site.Desk.Case("2026-014");
        var sender = await site.Desk.Officer("sender", ["collector"], working);
        var received = Done(await site.Desk.Receive.Run(sender, Report(Told, origin: "O-1") with { Sender = "مديرية شرطة تلمارا", LetterNumber = "ش/١١٧", LetterDate = "2026-03-14", Custody = "unknown" }, default));
        var grader = await site.Desk.Officer("first", ["grader"], working);
        Assert.True(Grade.TryParse(GradingScheme.ThreeByFiveByTwo, "2D", out var grade));
        Done(await site.Desk.Grading.Propose(grader, new GradeProposal(received.Items[1], grade), default));
        var tab = await site.SignIn(await site.Officer("supervisor", ["grader", "supervisor"], working), language);
        var report = site.Id(PublicKind.Report, received.Report);

        foreach (var (path, ready, name) in new[]
        {
            ("/purpose", "#reason", "purpose"),
            ("/collect", ".lately .table-row[aria-selected]", "collect"),
            ("/collect/note", "#note", "collect-note"),
            ($"/collect/report/{report}", ".report-items", "collect-report"),
            ($"/collect/report/{report}/form", ".signatures", "collect-form"),
            ("/evaluate", ".table-row[aria-selected]", "evaluate"),
            ($"/evaluate/{site.Id(PublicKind.Item, received.Items[0])}", ".codes.asked", "evaluate-item"),
            ("/evaluate/confirm", "#confirm", "evaluate-confirm"),
        })
        {
            await tab.Go(path);
            await tab.Page.WaitForSelectorAsync(ready);
            await tab.Look(name);
        }
        site.AssertQuiet();
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Give_the_file_back_as_it_came(string engine)
    {
        await using var site = await Site.Open(chromium, engine, postgres);
        var working = await site.Desk.Case("2026-014");
        var sender = await site.Desk.Officer("sender", ["collector"], working);
        var sent = Report(["A grey van stood at the mill."]);
        var received = Done(await site.Desk.Receive.Run(sender, sent, default));
        var tab = await site.SignIn(await site.Officer("grader", ["grader"], working), "ar");

        var answer = await tab.Download(site.Id(PublicKind.Report, received.Report));
        Assert.Equal(sent.File.Bytes.ToArray(), await answer.BodyAsync());
        Assert.StartsWith("attachment", answer.Headers["content-disposition"], StringComparison.Ordinal);
        site.AssertQuiet();
    }

    [Theory, InlineData("en"), InlineData("ar")]
    public async Task Give_the_same_answer_for_hidden_and_absent(string language)
    {
        await using var site = await Site.Open(chromium, "sqlite", postgres);
        var (one, two) = (await site.Desk.Case("2026-014"), await site.Desk.Case("2026-015"));
        var inside = await site.Desk.Officer("inside", ["collector"], one);
        var received = Done(await site.Desk.Receive.Run(inside, Report(["Kept to the case."], label: Done(Label.Create(new LabelDraft { Cases = [one] }))), default));
        var tab = await site.SignIn(await site.Officer("outside", ["grader"], two), language);

        foreach (var (kind, key, path) in new[] { (PublicKind.Item, received.Items[0], "/evaluate/"), (PublicKind.Report, received.Report, "/collect/report/") })
        {
            var answers = new List<string>();
            foreach (var asked in (long[])[key, 999_999])
            {
                await tab.Go(path + site.Id(kind, asked));
                await tab.Page.WaitForSelectorAsync(".panel.refusal");
                answers.Add(await tab.Page.InnerTextAsync("#main"));
                Assert.Equal(404, (await tab.Download(site.Id(PublicKind.Report, asked))).Status);
            }
            Assert.Equal(answers[1], answers[0]);
        }
        site.AssertQuiet();
    }
}
