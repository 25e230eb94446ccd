using Plumbline.Register.Records;

namespace Plumbline.Register.Upkeep;

/// <summary>Derives anew which entities the judgements in force join, and puts right what is kept of it.</summary>
public sealed class DerivedComponents(RegisterStore store, TimeProvider clock)
{
    /// <summary>Compares and puts right in one transaction, while no judgement act is under way.</summary>
    /// <returns>How many entities stood in a wrong component.</returns>
    public async Task<long> Run(CancellationToken ct)
    {
        await using var writer = await Writer.Begin(store, ct);
        await IdentityRecords.Alone(writer, clock.Micros(), 0, ct);
        var judged = await writer.Query<(long Entity, long Other, long Joins)>("""
            select entity, other, case when verdict = 'same' and withdrawn_at is null then 1 else 0 end from judgement order by key
            """, null, ct);
        var kept = (await writer.Query<(long Entity, long Component)>("select entity, component from component order by entity", null, ct)).ToList();
        var near = Components.Near(judged.Where(row => row.Joins == 1).Select(row => (row.Entity, row.Other)));
        // A component is right when its members are just those that the judgements join.
        var parts = kept.GroupBy(row => row.Component, row => row.Entity).ToDictionary(group => group.Key, group => group.ToHashSet());
        var numbers = kept.ToDictionary(row => row.Entity, row => row.Component);
        HashSet<long> seen = [];
        List<HashSet<long>> wrong = [];
        foreach (var entity in judged.SelectMany(row => new[] { row.Entity, row.Other }).Distinct())
        {
            if (!seen.Add(entity)) continue;
            var due = Components.Reach(near, entity);
            seen.UnionWith(due);
            if (!numbers.TryGetValue(entity, out var number) || !parts[number].SetEquals(due)) wrong.Add(due);
        }
        if (wrong.Count > 0)
        {
            var first = await writer.TakeKeys("component", wrong.Count, ct);
            foreach (var (due, n) in wrong.Select((due, n) => (due, n)))
                foreach (var entity in due.Order())
                    await writer.Execute("insert into component (entity, component) values (@entity, @number) on conflict (entity) do update set component = excluded.component", new { entity, number = first + n }, ct);
        }
        await writer.Commit(ct);
        return wrong.Sum(due => due.Count);
    }
}
