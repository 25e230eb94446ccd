using Plumbline.Acceptance.Lists;
using Plumbline.Register;
using Plumbline.Register.Records;

namespace Plumbline.Acceptance.Identity;

/// <summary>Which entities all judgements together join is kept beside them; it must always be what the judgements say.</summary>
public sealed class Components_are_kept(ThrowawayPostgres postgres)
{
    private const int Entities = 14;

    [Theory, InlineData("sqlite", 1), InlineData("sqlite", 2), InlineData("sqlite", 3), InlineData("postgres", 4), InlineData("postgres", 5)]
    public async Task After_any_joining_and_taking_apart_they_are_what_the_judgements_say(string engine, int seed)
    {
        await using var desk = await IdentityDesk.Open(engine, postgres);
        var random = new Random(seed);
        var live = new List<(long Key, long One, long Other)>();
        for (var step = 0; step < 120; step++)
        {
            if (live.Count > 0 && random.Next(3) == 0)
            {
                var at = random.Next(live.Count);
                Assert.True(await Write(desk, records => records.Withdraw(live[at].Key, "random", default)));
                live.RemoveAt(at);
            }
            else
            {
                var (one, other) = (random.Next(1, Entities + 1), random.Next(1, Entities + 1));
                if (one == other) continue;
                live.Add((await Write(desk, records => records.Give(new NewJudgement(one, other, "same", "random", 1, [7]), default)), one, other));
            }
            if (step % 10 == 9) Assert.Equal(Slow(live.Select(tie => (tie.One, tie.Other))), (await desk.Components()).Where(part => part.Contains(',', StringComparison.Ordinal)));
        }
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_smaller_side_takes_the_number_of_the_larger_and_a_part_that_comes_off_gets_its_own(string engine)
    {
        await using var desk = await IdentityDesk.Open(engine, postgres);
        foreach (var (one, other) in ((long, long)[])[(1, 2), (2, 3), (8, 9)]) await Same(desk, one, other);
        var large = await Number(desk, 1);
        var joint = await Same(desk, 3, 8);
        Assert.Equal([large, large], [await Number(desk, 8), await Number(desk, 9)]);
        await Write(desk, records => records.Withdraw(joint, "again", default));
        Assert.Equal([large, large, large], [await Number(desk, 1), await Number(desk, 2), await Number(desk, 3)]);
        Assert.NotEqual(large, await Number(desk, 8));
        Assert.Equal(await Number(desk, 9), await Number(desk, 8));
        // A second tie still holds them: nothing comes off.
        var (first, second) = (await Same(desk, 1, 8), await Same(desk, 2, 9));
        await Write(desk, records => records.Withdraw(first, "again", default));
        Assert.Equal(large, await Number(desk, 8));
        await Write(desk, records => records.Withdraw(second, "again", default));
        Assert.NotEqual(large, await Number(desk, 8));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Of_officers_who_judge_at_once_nobody_joins_what_another_keeps_apart(string engine)
    {
        await using var desk = await IdentityDesk.Open(engine, postgres);
        List<long> people = [];
        for (var n = 0; n < 6; n++) people.Add(await desk.Person($"Person Number {n}"));
        var items = await desk.Bench.Items(desk.Analyst, [.. Enumerable.Range(0, 15).Select(n => $"What was told, {n}.")]);
        var pairs = people.SelectMany((one, n) => people.Skip(n + 1).Select(other => (one, other))).ToArray();
        // Every pair is judged the same by one and different by another, all at the same time.
        var outcomes = await Task.WhenAll(pairs.SelectMany((pair, n) => new[] { "same", "different" }.Select(verdict => Task.Run(async () =>
            await desk.Judging.Run(verdict == "same" ? desk.Analyst : desk.Low, new(pair.one, pair.other, verdict, "At the same time.") { Items = [items[n]] }, default)))));
        Assert.Contains(outcomes, outcome => outcome is Core.Outcome<long>.Refused);
        Assert.All(outcomes.OfType<Core.Outcome<long>.Refused>(), refused => Assert.Contains(refused.Reason.Code, new[] { "identity.contradicts", "identity.joined" }));
        var judged = await desk.Desk.Home.Ask<(long Entity, long Other, string Verdict)>("select entity, other, verdict from judgement order by key");
        var groups = Slow(judged.Where(row => row.Verdict == "same").Select(row => (row.Entity, row.Other))).Select(part => part.Split(',').Select(long.Parse).ToHashSet()).ToList();
        Assert.DoesNotContain(judged.Where(row => row.Verdict == "different"), row => groups.Any(group => group.Contains(row.Entity) && group.Contains(row.Other)));
        Assert.Equal(groups.Select(group => string.Join(',', group.Order())).Order(StringComparer.Ordinal), (await desk.Components()).Where(part => part.Contains(',', StringComparison.Ordinal)));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task They_can_be_made_anew_from_the_judgements(string engine)
    {
        await using var desk = await IdentityDesk.Open(engine, postgres);
        foreach (var (one, other) in ((long, long)[])[(1, 2), (2, 3), (8, 9)]) await Same(desk, one, other);
        var right = await desk.Components();
        var derived = new Register.Upkeep.DerivedComponents(desk.Desk.Home.Store, TimeProvider.System);
        Assert.Equal(0, await derived.Run(default));
        await using (var writer = await Writer.Begin(desk.Desk.Home.Store, default))
        {
            await writer.Execute("update component set component = 77 where entity in (3, 9)", null, default);
            await writer.Execute("delete from component where entity = 1", null, default);
            await writer.Commit(default);
        }
        Assert.Equal(5, await derived.Run(default));
        Assert.Equal(right, await desk.Components());
    }

    // The obvious way: join until nothing changes.
    private static IEnumerable<string> Slow(IEnumerable<(long One, long Other)> ties)
    {
        var parts = new List<HashSet<long>>();
        foreach (var (one, other) in ties)
        {
            var met = parts.Where(part => part.Contains(one) || part.Contains(other)).ToList();
            parts.RemoveAll(met.Contains);
            parts.Add([one, other, .. met.SelectMany(part => part)]);
        }
        return parts.Select(part => string.Join(',', part.Order())).Order(StringComparer.Ordinal);
    }

    private static Task<long> Same(IdentityDesk desk, long one, long other) => Write(desk, records => records.Give(new NewJudgement(one, other, "same", "told", 1, [7]), default));

    private static async Task<long> Number(IdentityDesk desk, long entity) => Assert.Single(await desk.Desk.Home.Ask<long>($"select component from component where entity = {entity}"));

    private static async Task<T> Write<T>(IdentityDesk desk, Func<IdentityRecords, Task<T>> work)
    {
        await using var writer = await Writer.Begin(desk.Desk.Home.Store, default);
        var result = await work(await IdentityRecords.Alone(writer, TimeProvider.System.Micros(), 1, default));
        await writer.Commit(default);
        return result;
    }
}
