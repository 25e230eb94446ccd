using System.Text.Json;
using Plumbline.Specs;

namespace Plumbline.Acceptance.Api;

public sealed class The_document_of_the_api(ThrowawayPostgres postgres)
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    [Fact]
    public async Task Is_the_one_that_was_reviewed()
    {
        await using var unit = await Served.Open("sqlite", postgres);
        Golden.Matches("openapi.json", await unit.Nobody().Client.GetStringAsync("/openapi/v1.json"));
    }

    [Fact]
    public async Task Says_of_every_call_what_it_is_who_may_and_how_it_answers()
    {
        await using var unit = await Served.Open("sqlite", postgres);
        using var document = JsonDocument.Parse(await unit.Nobody().Client.GetStringAsync("/openapi/v1.json"));
        var calls = document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Where(call => Methods.Contains(call.Name)).Select(call => (Path: path.Name, Call: call.Value))).ToList();
        Assert.True(calls.Count > 40, $"Only {calls.Count} calls.");
        Assert.Equal(calls.Count, calls.Select(one => one.Call.GetProperty("operationId").GetString()).Distinct().Count());
        foreach (var (path, call) in calls)
        {
            Assert.True(call.TryGetProperty("summary", out _), path);
            Assert.True(call.TryGetProperty("tags", out _), path);
            Assert.True(call.TryGetProperty("security", out _) || path == "/api/sign-in", path);
            Assert.True(call.GetProperty("responses").TryGetProperty("200", out var done) ? done.TryGetProperty("content", out _) : call.GetProperty("responses").TryGetProperty("204", out _), path);
        }
    }
}
