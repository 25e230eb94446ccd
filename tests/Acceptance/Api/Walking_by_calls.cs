using System.Text.Json;

namespace Plumbline.Acceptance.Api;

public sealed class Walking_by_calls(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task From_a_letter_to_an_export_and_the_log_of_it_all(string engine)
    {
        await using var unit = await Served.Open(engine, postgres);
        var working = (await unit.Desk.Case("2026-014"), "2026-014");
        var collector = await unit.Officer("collector", ["collector"], working);
        var grader = await unit.Officer("grader", ["grader"], working);
        var second = await unit.Officer("second", ["grader"], working);
        var analyst = await unit.Officer("analyst", ["analyst"], working);

        // Receive.
        var received = await collector.Receive("letter.txt", "1. Karim Example crossed by the ferry.\n2. He lives in the mill house and uses +99955123456.\n", ("origin", "FERRY-1"), ("sender", "Harbour office"), ("label", "handling=C/A1/S1"));
        var items = Texts(received.GetProperty("items"));
        Assert.Equal(2, items.Count);
        var report = received.GetProperty("report").GetString();
        var shown = await collector.Get($"/api/reports/{report}");
        Assert.Equal("Harbour office", Text(shown, "report", "sender"));
        Assert.Equal("handling=C/A1/S1", Text(shown.GetProperty("items")[0], "label", "text"));
        Assert.Equal("1. Karim Example", (await collector.Client.GetStringAsync($"/api/reports/{report}/file"))[..16]);
        var note = Text(await collector.Post("/api/notes", new { text = "The ferry is late." }), "item");
        Assert.Equal(1, (await grader.Post($"/api/items/{note}/complete", new { origin = "OWN-EYES" })).GetProperty("count").GetInt32());

        // Grade, in parts of a queue, by two officers.
        var first = await grader.Get("/api/items?most=1");
        Assert.Equal((3, items[0]), (first.GetProperty("total").GetInt32(), Text(first.GetProperty("items")[0], "id")));
        var next = await grader.Get($"/api/items?most=1&after={Text(first, "next")}");
        Assert.Equal((3, items[1]), (next.GetProperty("total").GetInt32(), Text(next.GetProperty("items")[0], "id")));
        foreach (var item in items)
        {
            await grader.Post($"/api/items/{item}/grade", new { grade = new { scheme = "3x5x2", code = "2C" }, reason = "Seen once" });
            await grader.Refused(403, "grade.own-proposal", HttpMethod.Post, $"/api/items/{item}/grade/confirm");
            await second.Post($"/api/items/{item}/grade/confirm");
        }
        var graded = await second.Get($"/api/items/{items[0]}");
        Assert.Equal(("graded", "2C"), (Text(graded, "item", "state"), Text(graded.GetProperty("item"), "grade", "code")));
        Assert.Equal(["proposed", "confirmed"], graded.GetProperty("history").EnumerateArray().Select(step => Text(step, "step")));
        await grader.Refused(409, "grade.confirmed", HttpMethod.Post, $"/api/items/{items[0]}/grade", new { grade = new { scheme = "3x5x2", code = "1A" } });
        await grader.Post($"/api/items/{items[0]}/regrade", new { grade = new { scheme = "3x5x2", code = "1A" }, reason = "Known directly after all" });

        // Mark: what a collector marks waits, what an analyst marks is knowledge.
        var karim = await collector.Post($"/api/items/{items[0]}/values", new { property = "name", type = "person", span = new { from = 3, to = 16 } });
        Assert.True(karim.GetProperty("waits").GetBoolean());
        Assert.Equal("Karim Example", Text((await analyst.Get("/api/marks"))[0].GetProperty("statement"), "value"));
        Assert.Equal(1, (await analyst.Post("/api/marks/accept", new { statements = Texts(karim.GetProperty("statements")) })).GetProperty("count").GetInt32());
        var person = Text(karim, "entity")!;
        var house = Text(await analyst.Post($"/api/items/{items[1]}/values", new { property = "name", type = "place", value = "Mill house" }), "entity");
        await analyst.Post($"/api/items/{items[1]}/values", new { property = "phone", entity = person, value = "+99955123456", caption = "Karim" });
        await analyst.Post($"/api/items/{items[1]}/links", new { type = "residence", source = person, target = house, validFrom = "2024" });
        var wrong = await analyst.Post($"/api/items/{items[1]}/values", new { property = "alias", entity = person, value = "Falcon" });
        await analyst.Post($"/api/statements/{Texts(wrong.GetProperty("statements"))[0]}/withdraw", new { why = "wrong", words = "That was another man" });
        Assert.NotEmpty((await analyst.Get($"/api/items/{items[1]}/marks")).EnumerateArray());

        // What is known.
        await analyst.Post($"/api/persons/{person}/category", new { category = "witness", grounds = "Saw the crossing" });
        var entity = await analyst.Get($"/api/entities/{person}");
        Assert.Equal(("person", "Karim Example", "witness"), (Text(entity, "type"), Text(entity, "caption", "latin"), Text(entity, "person", "category")));
        Assert.Equal((house, "residence"), (Text(entity.GetProperty("links")[0], "other", "id"), Text(entity.GetProperty("links")[0], "type")));
        Assert.Equal(person, Text((await analyst.Post("/api/check", new { text = "+999 551 234 56" })).GetProperty("known")[0], "entity", "id"));
        var found = await Eventually(() => analyst.Post("/api/search", new { text = "Karim" }), answer => answer.GetProperty("entityTotal").GetInt32() == 1 && answer.GetProperty("itemTotal").GetInt32() == 1);
        Assert.Equal(person, Text(found.GetProperty("entities")[0], "entity", "id"));
        Assert.Equal(person, Text((await analyst.Post("/api/entities/find", new { text = "Karim Example", type = "person" }))[0], "id"));

        // Export, and the log of it all.
        using (var file = await analyst.Send(HttpMethod.Post, $"/api/entities/{person}/export", new { reason = "For the judge" }))
        {
            Assert.Equal($"plumbline-{person}.json", file.Content.Headers.ContentDisposition?.FileNameStar);
            Assert.Contains("+999 551 234 56", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        using (var table = await analyst.Send(HttpMethod.Post, "/api/search/export", new { search = new { text = "ferry" }, reason = "For the judge", format = "csv" }))
            Assert.Contains("crossed by the ferry", await table.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var vera = await unit.Officer("vera", ["oversight"]);
        var acts = await vera.Get("/api/audit/acts?action=export&most=1");
        Assert.Equal(("analyst", "api", "investigation", "2026-014"), (Text(acts.GetProperty("acts")[0], "login"), Text(acts.GetProperty("acts")[0], "channel"), Text(acts.GetProperty("acts")[0], "purpose"), Text(acts.GetProperty("acts")[0], "case")));
        var older = (await vera.Get($"/api/audit/acts?action=export&most=5&after={Text(acts, "next")}")).GetProperty("acts")[0];
        Assert.Equal(person, older.GetProperty("objects")[0].GetString());
        Assert.Contains("For the judge", Text(await vera.Get($"/api/audit/acts/{Text(older, "id")}"), "content"), StringComparison.Ordinal);
        Assert.True((await vera.Post("/api/audit/verify")).GetProperty("holds").GetBoolean());
        await vera.Post($"/api/audit/acts/{Text(older, "id")}/review", new { concern = false });
        await vera.Refused(409, "audit.reviewed", HttpMethod.Post, $"/api/audit/acts/{Text(older, "id")}/review", new { concern = false });
        var admin = await unit.Officer("keeper", ["administrator"]);
        Assert.Contains("\n\n— ", Text(await admin.Post("/api/audit/checkpoint"), "text"), StringComparison.Ordinal);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_source_register_the_logins_a_concern_and_the_days_work(string engine)
    {
        await using var unit = await Served.Open(engine, postgres);
        var working = (await unit.Desk.Case("2026-014"), "2026-014");
        var collector = await unit.Officer("collector", ["collector"], working);
        var shahd = await unit.Officer("shahd", ["source_keeper"]);
        var note = Text(await collector.Post("/api/notes", new { text = "The ferry is late." }), "item");

        // A source has a number, a law, and an identity that only its keeper opens.
        await shahd.Refused(422, "source.legal-basis", HttpMethod.Post, "/api/sources", new { kind = "human", legalBasis = "because" });
        Assert.Equal("S-001", Text(await shahd.Post("/api/sources", new { kind = "human", legalBasis = "police-task", identity = "The man at the sluice" }), "reference"));
        await shahd.Post("/api/sources/S-001/basis", new { legalBasis = "authorised-source", reason = "Authorised by the head of unit" });
        await shahd.Refused(404, "source.unknown", HttpMethod.Post, "/api/sources/S-002/basis", new { legalBasis = "authorised-source", reason = "Authorised by the head of unit" });
        Assert.Equal(1, (await shahd.Post("/api/sources/S-001/items", new { items = new[] { note } })).GetProperty("count").GetInt32());
        var register = await shahd.Get("/api/sources");
        Assert.Equal(("S-001", "authorised-source"), (Text(register.GetProperty("sources")[0], "reference"), Text(register.GetProperty("sources")[0], "legalBasis")));
        Assert.Equal((0, "S-002"), (register.GetProperty("totalWaiting").GetInt32(), Text(register, "next")));
        Assert.Equal("The man at the sluice", Text(await shahd.Post("/api/sources/S-001/reveal", new { reason = "The handler leaves the service" }), "identity"));
        await collector.Refused(403, "role.missing", HttpMethod.Get, "/api/sources");

        // Logins: who makes them reads nothing; who resets one closes it until a supervisor opens it again.
        var amal = await unit.Officer("amal", ["administrator"]);
        var made = await amal.Post("/api/officers", new { login = "newcomer", name = "New Comer", clearance = 2 });
        Assert.NotEmpty(Text(made, "password")!);
        var renewed = await amal.Post($"/api/officers/{Text(made, "officer")}/login");
        Assert.NotEqual(Text(made, "password"), Text(renewed, "password"));
        var again = await amal.Post($"/api/officers/{Text(made, "officer")}/login/reset");
        Assert.NotEqual(Text(made, "password"), Text(again, "password"));
        await amal.Post($"/api/officers/{Text(made, "officer")}/login/lock");
        await amal.Post($"/api/officers/{Text(made, "officer")}/login/unlock");
        var supervisor = await unit.Officer("supervisor", ["supervisor"], working);
        await supervisor.Post($"/api/officers/{Text(made, "officer")}/content/restore");
        await supervisor.Refused(422, "officer.not-suspended", HttpMethod.Post, $"/api/officers/{Text(made, "officer")}/content/restore");

        // A concern and its answer.
        await collector.Post("/api/concerns", new { text = "A colleague searches for neighbours." });
        var vera = await unit.Officer("vera", ["oversight"]);
        var concern = (await vera.Get("/api/concerns/all"))[0];
        Assert.Equal(("collector", "A colleague searches for neighbours."), (Text(concern, "login"), Text(concern, "text")));
        await vera.Post($"/api/concerns/{Text(concern, "id")}/answer", new { answer = "Looked into." });
        Assert.Equal("Looked into.", Text((await collector.Get("/api/concerns"))[0], "answer"));
        await collector.Refused(403, "role.missing", HttpMethod.Get, "/api/concerns/all");

        // The day's work.
        var work = await collector.Get("/api/work");
        Assert.Equal((1, 0), (work.GetProperty("ungraded").GetInt32(), work.GetProperty("marks").GetInt32()));
    }

    private static async Task<JsonElement> Eventually(Func<Task<JsonElement>> ask, Predicate<JsonElement> enough)
    {
        for (var tries = 0; ; tries++)
        {
            var answer = await ask();
            if (enough(answer) || tries == 100) return answer;
            await Task.Delay(50);
        }
    }

    private static List<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(one => one.GetString()!)];

    private static string? Text(JsonElement answer, params ReadOnlySpan<string> path)
    {
        foreach (var name in path) answer = answer.GetProperty(name);
        return answer.GetString();
    }
}
