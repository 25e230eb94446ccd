using System.Text;
using Plumbline.Exchange.Receiving;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Walk;

public sealed class Receiving_a_letter(ThrowawayPostgres postgres)
{
    private const string Letter = """
        مديرية شرطة تلمارا
        العدد: ١٢/٤٠٧
        التاريخ: ٢٠٢٦/٣/١٤
        الموضوع: شاحنة عند الطاحونة

        ١. رأى الحارس شاحنة بيضاء عند الطاحونة.

        ٢. غادرت الشاحنة فجراً.
        """;

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Makes_its_numbered_paragraphs_items_and_reads_its_head(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var collector = await desk.Officer("collector", ["collector"], await desk.Case("2026-014"));
        var kept = Done(await new ReceiveDocument(desk.Receive).Run(collector, "letter.txt", Encoding.UTF8.GetBytes(Letter), new ReportFields { Origin = "O-1" }, default));

        await using var reader = Done(await desk.Gate.Admit(collector, Actions.ReadReport, default));
        var report = Assert.Single(await new ReportRows(reader).Of([kept.As.Report], default));
        Assert.Equal("شاحنة عند الطاحونة", report.Title);
        Assert.NotNull(report.LetterNumber);
        Assert.NotNull(report.LetterDate);
        var items = await new ItemRows(reader).InReport(kept.As.Report, default);
        Assert.Equal([1, 2], items.Select(item => item.Number));
        Assert.All(items, item => Assert.Contains(item.Text, report.Text, StringComparison.Ordinal));
        Assert.All(items, item => Assert.Equal(("ungraded", "ar"), (item.State, item.Language)));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Keeps_a_file_without_text_whole(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var collector = await desk.Officer("collector", ["collector"], await desk.Case("2026-014"));
        var photo = new byte[3 << 20];
        new Random(7).NextBytes(photo);
        var kept = Done(await new ReceiveDocument(desk.Receive).Run(collector, "photo.jpg", photo, new ReportFields(), default));

        Assert.Empty(kept.As.Items);
        await using var db = await desk.Home.Store.Open(default);
        var chunks = await Dapper.SqlMapper.QueryAsync<byte[]>(db, "select data from file_chunk order by n");
        Assert.Equal(photo, chunks.SelectMany(chunk => chunk));
    }
}
