using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Safeguards;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Walk;

public sealed class Keeping_statements_in_bulk(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Keeps_each_as_it_was_and_shows_only_what_the_reader_may_see(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var working = await desk.Case("2026-014");
        var analyst = await desk.Officer("analyst", ["analyst", "grader"], working);
        var item = Done(await desk.Receive.Run(analyst, Report(["A list of vans."]), default)).Items[0];
        await using (var writer = await Writer.Begin(desk.Home.Store, default))
        {
            var labels = new Labels(desk.Home.Store);
            var open = await labels.Intern(writer, Label.None, default);
            var closed = await labels.Intern(writer, Done(Label.Create(new LabelDraft { Classification = 4 })), default);
            var records = new StatementRecords(writer, 1_000, analyst.Officer);
            var van = await records.Entities(["vehicle", "vehicle"], default);
            await records.Keep([.. Enumerable.Range(0, 3_000).Select(n => new NewStatement(van + (n % 2), 40, $"قلعة {n}", $"قلعه {n}", item, n % 3 == 0 ? closed : open)
            {
                SpanFrom = n, Language = "Arab", Original = n % 2 == 0 ? "قلعة" : null,
            })], default);
            await writer.Commit(default);
        }

        await using var reader = Done(await desk.Gate.Admit(analyst, Actions.ReadEntity, default));
        var seen = await new StatementRows(reader).About([1, 2], default);
        Assert.Equal(2_000, seen.Count);
        var first = seen[0];
        Assert.Equal(("قلعة 2", "قلعه 2", 2L, "Arab", "قلعة", "vehicle"), (first.ValueText, first.ValueKey, first.SpanFrom, first.Language, first.Original, first.Type));
        Assert.Empty(await new StatementRows(reader).Valued("قلعه 3", default));
        Assert.Single(await new StatementRows(reader).Valued("قلعه 4", default));
    }
}
