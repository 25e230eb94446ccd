using System.Text.Json;

namespace Plumbline.Acceptance.Api;

public sealed class Walking_by_calls(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_letter_becomes_graded_items(string engine)
    {
        await using var unit = await Served.Open(engine, postgres);
        var working = (await unit.Desk.Case("2026-014"), "2026-014");
        var collector = await unit.Officer("collector", ["collector"], working);
        var grader = await unit.Officer("grader", ["grader"], working);
        var second = await unit.Officer("second", ["grader"], working);

        var received = await collector.Receive("letter.txt", "1. Karim crossed by the ferry.\n2. He paid in cash.\n", ("origin", "FERRY-1"), ("sender", "Harbour office"), ("label", "handling=C/A1/S1"));
        var items = Texts(received.GetProperty("items"));
        Assert.Equal(2, items.Count);
        var report = await collector.Get($"/api/reports/{received.GetProperty("report")}");
        Assert.Equal("Harbour office", report.GetProperty("report").GetProperty("sender").GetString());
        Assert.Equal("handling=C/A1/S1", report.GetProperty("items")[0].GetProperty("label").GetProperty("text").GetString());

        var first = await grader.Get("/api/items?most=1");
        Assert.Equal((2, items[0]), (first.GetProperty("total").GetInt32(), first.GetProperty("items")[0].GetProperty("id").GetString()));
        var next = await grader.Get($"/api/items?most=1&after={first.GetProperty("next")}");
        Assert.Equal((2, items[1]), (next.GetProperty("total").GetInt32(), next.GetProperty("items")[0].GetProperty("id").GetString()));

        await grader.Post($"/api/items/{items[0]}/grade", new { grade = new { scheme = "3x5x2", code = "2C" }, reason = "Seen once" });
        await grader.Refused(403, "grade.own-proposal", HttpMethod.Post, $"/api/items/{items[0]}/grade/confirm");
        await second.Post($"/api/items/{items[0]}/grade/confirm");
        var graded = await second.Get($"/api/items/{items[0]}");
        Assert.Equal(("graded", "2C"), (graded.GetProperty("item").GetProperty("state").GetString(), graded.GetProperty("item").GetProperty("grade").GetProperty("code").GetString()));
        Assert.Equal(["proposed", "confirmed"], graded.GetProperty("history").EnumerateArray().Select(step => step.GetProperty("step").GetString()));
    }

    private static List<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(one => one.GetString()!)];
}
