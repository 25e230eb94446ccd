using System.Net;
using System.Text.Json;
using Plumbline.Core;

namespace Plumbline.Acceptance.Api;

public sealed class Calls_that_are_refused(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Hidden_absent_and_misspelt_are_the_same_answer(string engine)
    {
        await using var unit = await Served.Open(engine, postgres);
        var working = (await unit.Desk.Case("2026-014"), "2026-014");
        var high = await unit.Officer("high", ["analyst", "collector"], working);
        var low = await unit.Officer("low", ["analyst", "grader"], clearance: 0);
        var own = Text((await high.Get("/api/purposes")).GetProperty("cases")[0], "id")!;
        var received = await high.Receive("letter.txt", "1. Karim crossed by the ferry.\n", ("label", "handling=P;class=2"), ("cases", own));
        var item = received.GetProperty("items")[0].GetString();
        var marked = await high.Post($"/api/items/{item}/values", new { property = "name", type = "person", value = "Karim" });
        Assert.Equal([own], (await high.Get($"/api/items/{item}")).GetProperty("item").GetProperty("label").GetProperty("cases").EnumerateArray().Select(one => one.GetString()));

        foreach (var (code, address, kind, hidden) in new[]
        {
            ("item.unknown", "/api/items/{0}", PublicKind.Item, item), ("item.unknown", "/api/items/{0}/marks", PublicKind.Item, item),
            ("report.unknown", "/api/reports/{0}", PublicKind.Report, Text(received, "report")), ("report.unknown", "/api/reports/{0}/file", PublicKind.Report, Text(received, "report")),
            ("entity.unknown", "/api/entities/{0}", PublicKind.Entity, Text(marked, "entity")),
        })
        {
            var answers = new HashSet<string>();
            foreach (var id in new[] { hidden!, unit.Id(kind, 4711), "nonsense", unit.Id(PublicKind.Officer, 1) })
                answers.Add(await low.Refused(404, code, HttpMethod.Get, string.Format(System.Globalization.CultureInfo.InvariantCulture, address, id)));
            Assert.Single(answers);
        }
        Assert.Equal(0, (await low.Get("/api/items")).GetProperty("total").GetInt32());
        Assert.Equal(0, (await low.Get("/api/reports")).GetProperty("total").GetInt32());
        var grade = new { grade = new { scheme = "3x5x2", code = "2C" } };
        Assert.Equal(await low.Refused(404, "item.unknown", HttpMethod.Post, $"/api/items/{item}/grade", grade), await low.Refused(404, "item.unknown", HttpMethod.Post, $"/api/items/{unit.Id(PublicKind.Item, 4711)}/grade", grade));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Not_in_this_role_without_a_purpose_or_without_a_name(string engine)
    {
        await using var unit = await Served.Open(engine, postgres);
        var collector = await unit.Officer("collector", ["collector"]);
        await collector.Refused(403, "role.missing", HttpMethod.Post, "/api/marks/accept", new { statements = new[] { unit.Id(PublicKind.Statement, 1) } });
        await collector.Refused(403, "role.missing", HttpMethod.Get, "/api/audit/acts");
        collector.Client.DefaultRequestHeaders.Remove("Plumbline-Purpose");
        await collector.Refused(403, "purpose.missing", HttpMethod.Get, "/api/items");
        await collector.Post("/api/concerns", new { text = "My chief asks me to delete a report." });
        Assert.Single((await collector.Get("/api/concerns")).EnumerateArray());
        await unit.Nobody().Refused(401, "login.needed", HttpMethod.Get, "/api/items");
    }

    [Fact]
    public async Task Of_a_shape_or_a_meaning_that_is_none()
    {
        await using var unit = await Served.Open("sqlite", postgres);
        var grader = await unit.Officer("grader", ["grader"]);
        var item = Text(await grader.Post("/api/notes", new { text = "The ferry is late." }), "item");
        var path = $"/api/items/{item}/grade";
        var shape = await grader.Refused(400, "call.shape", HttpMethod.Post, path, new { grade = new { scheme = "3x5x2", code = new string('2', 9) } });
        Assert.Contains("code", shape, StringComparison.OrdinalIgnoreCase);
        await grader.Refused(400, "call.shape", HttpMethod.Get, "/api/items?most=5000");
        await grader.Refused(400, "call.shape", HttpMethod.Get, "/api/items?most=many");
        await grader.Refused(400, "call.unreadable", HttpMethod.Get, "/api/audit/acts?from=yesterday");
        await grader.Refused(400, "call.unreadable", HttpMethod.Post, path, new { grade = new { scheme = "3x5x2", code = "2C" }, colour = "red" });
        await grader.Refused(400, "call.unreadable", HttpMethod.Post, path, new { reason = "none" });
        await grader.Refused(400, "call.unreadable", HttpMethod.Post, path, new StringContent(string.Concat(Enumerable.Repeat("{\"grade\":", 40)), null, "application/json"));
        await grader.Refused(415, "call.media-type", HttpMethod.Post, path, new StringContent("grade=2C", null, "text/plain"));
        await grader.Refused(413, "call.too-large", HttpMethod.Post, path, new StringContent(new string(' ', (1 << 20) + 1), null, "application/json"));
        await grader.Refused(422, "grade.unreadable", HttpMethod.Post, path, new { grade = new { scheme = "3x5x2", code = "9Z" } });
        await grader.Refused(422, "page.after", HttpMethod.Get, "/api/items?after=nonsense");
        await grader.Refused(422, "label.unreadable", HttpMethod.Post, "/api/notes", new { text = "A note", label = new { text = "handling=Q" } });
        await grader.Refused(422, "label.case-unknown", HttpMethod.Post, "/api/notes", new { text = "A note", label = new { text = "handling=P", cases = new[] { unit.Id(PublicKind.Case, 4711) } } });
        await grader.Refused(404, "address.unknown", HttpMethod.Get, "/api/nothing");
        await grader.Refused(405, "address.method", HttpMethod.Delete, "/api/items");
        using var form = Caller.Form("letter.txt", "1. Text.\n", ("custody", "perhaps"));
        await grader.Refused(400, "call.shape", HttpMethod.Post, "/api/reports", form);
    }

    [Fact]
    public async Task A_file_that_is_held_comes_in_once_and_a_large_one_comes_in_whole()
    {
        await using var unit = await Served.Open("sqlite", postgres);
        var collector = await unit.Officer("collector", ["collector"]);
        await collector.Receive("letter.txt", "1. Karim crossed by the ferry.\n");
        using var again = Caller.Form("copy.txt", "1. Karim crossed by the ferry.\n");
        await collector.Refused(409, "report.held", HttpMethod.Post, "/api/reports", again);
        // Above the limit of other calls and of the server's default.
        var large = new string('x', 40 << 20);
        var kept = await collector.Receive("large.bin", "\0" + large);
        using var file = await collector.Send(HttpMethod.Get, $"/api/reports/{Text(kept, "report")}/file", null);
        Assert.Equal((HttpStatusCode.OK, (40 << 20) + 1), (file.StatusCode, (int)file.Content.Headers.ContentLength!.Value));
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
    }

    private static string? Text(JsonElement answer, string name) => answer.GetProperty(name).GetString();
}
