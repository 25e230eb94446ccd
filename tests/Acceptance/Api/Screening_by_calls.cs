using Plumbline.Acceptance.Screening;

namespace Plumbline.Acceptance.Api;

public sealed class Screening_by_calls(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Who_cannot_be_read_is_told_with_a_code_and_a_sentence(string engine)
    {
        await using var unit = await Served.Open(engine, postgres);
        var desk = await ScreeningDesk.At(unit.Desk);   // closed with the unit
        await desk.InUse();
        var rima = await unit.Officer("clerk", ["analyst"]);
        var done = await rima.Post("/api/screenings", new { name = "Flight ZV 118", people = new[] { new { id = "P1", name = "Taro Vellmar" }, new { id = "P2", name = "???" }, new { id = "P3", name = "Jos\uFFFD Mar\uFFFDa" } } });
        Assert.Equal(1, done.GetProperty("none").GetInt32());
        var rows = done.GetProperty("unreadable").EnumerateArray().Select(row => (row.GetProperty("id").GetString(), row.GetProperty("code").GetString(), row.GetProperty("detail").GetString())).ToArray();
        Assert.Equal([("P2", "name.empty", "There is no letter in the name."), ("P3", "name.unreadable", "The name was read in the wrong encoding: take it from the original again.")], rows);
    }
}
