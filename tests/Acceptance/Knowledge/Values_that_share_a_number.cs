using Plumbline.Acceptance.Walk;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Safeguards;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Knowledge;

/// <summary>Values are indexed by a short number, so two of them can share one: the answer must still be about one value.</summary>
public sealed class Values_that_share_a_number(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Are_not_taken_for_one_another(string engine)
    {
        var (one, other) = Sharing();
        await using var desk = await Desk.Open(engine, postgres);
        var analyst = await desk.Officer("analyst", ["analyst", "collector"], await desk.Case("2026-014"));
        var item = Done(await desk.Receive.Run(analyst, Report(["Two plates."]), default)).Items[0];
        await using (var writer = await Writer.Begin(desk.Home.Store, default))
        {
            var label = await new Labels(desk.Home.Store).Intern(writer, Label.None, default);
            var records = new StatementRecords(writer, 1_000, analyst.Officer);
            var first = await records.Entities(["vehicle", "vehicle"], default);
            await records.Keep([new NewStatement(first, 3, one, one, item, label), new NewStatement(first + 1, 3, other, other, item, label)], default);
            await writer.Commit(default);
        }
        await using var reader = Done(await desk.Gate.Admit(analyst, Actions.ReadEntity, default));
        Assert.Equal(one, Assert.Single(await new StatementRows(reader).Valued(one, default)).ValueText);
        Assert.Equal(other, Assert.Single(await new StatementRows(reader).Valued(other, default)).ValueText);
    }

    // Scattered keys, since those that differ in few letters seldom share a number: about a hundred pairs are expected among a million.
    private static (string One, string Other) Sharing()
    {
        var seen = new Dictionary<uint, string>();
        for (var n = 0; n < 1_000_000; n++)
        {
            var (key, hash) = ($"{unchecked((ulong)n * 0x9E3779B97F4A7C15):x16}", 2166136261u);
            foreach (var unit in key) hash = unchecked((((hash ^ (byte)unit) * 16777619u) ^ (byte)(unit >> 8)) * 16777619u);
            if (seen.TryGetValue(hash, out var other)) return (other, key);
            seen.Add(hash, key);
        }
        throw new InvalidOperationException("No two keys share a number: is the hash wider than 32 bits?");
    }
}
