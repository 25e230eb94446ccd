using System.Net;
using static Plumbline.Acceptance.Lists.FictionalLists;

namespace Plumbline.Acceptance.Api;

public sealed class Lists_by_calls(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Come_in_parts_lose_entries_for_a_reason_and_give_their_rejects_back(string engine)
    {
        await using var unit = await Served.Open(engine, postgres);
        var supervisor = await unit.Officer("supervisor", ["supervisor"]);
        int[] people = [.. Enumerable.Range(1, 40)];

        using var whole = Form(Text("sdn_2026-01-01.csv", "sdn", people), [("alt_2026-01-01.csv", Text("alt_2026-01-01.csv", "alt", people)), ("add_2026-01-01.csv", Text("add_2026-01-01.csv", "add", people))]);
        Assert.Equal(40, (await supervisor.Ok(HttpMethod.Post, "/api/reports", whole)).GetProperty("list").GetProperty("added").GetInt32());

        using var apart = Form(Text("sdn_2026-02-01.csv", "sdn", people), [("letter.txt", "1. A van stood at the mill.\n")]);
        await supervisor.Refused(422, "list.parts-apart", HttpMethod.Post, "/api/reports", apart);

        var shorter = Text("sdn_2026-02-01.csv", "sdn", [.. people.Take(30)]);
        using var silent = Caller.Form("sdn_2026-02-01.csv", shorter);
        await supervisor.Refused(409, "list.losses", HttpMethod.Post, "/api/reports", silent);
        using var reasoned = Caller.Form("sdn_2026-02-01.csv", shorter + "not-a-number,\"VELLMAR, Nobody\",\"individual\"\r\n", ("lossesAccepted", "Removed by decision of January"));
        var kept = await supervisor.Ok(HttpMethod.Post, "/api/reports", reasoned);
        using var rejects = await supervisor.Send(HttpMethod.Get, $"/api/reports/{kept.GetProperty("report").GetString()}/rejects", null);
        Assert.Equal(HttpStatusCode.OK, rejects.StatusCode);
        Assert.Contains("sdn_2026-02-01.csv\t31\t", await rejects.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static MultipartFormDataContent Form(string main, (string Name, string Text)[] parts)
    {
        var form = Caller.Form("sdn_2026-01-01.csv", main);
        foreach (var (name, text) in parts) form.Add(new StringContent(text), "parts", name);
        return form;
    }

    private static string Text(string name, string kind, int[] people)
    {
        using var reader = new StreamReader(Ofac(name, kind, people).Open());
        return reader.ReadToEnd();
    }
}
