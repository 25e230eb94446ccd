namespace Plumbline.Register.Questions;

/// <summary>One value of a record that is compared with others.</summary>
public sealed record ComparedValue(long Entity, string Type, long Statement, long Property, string ValueText, string? Original, long Item, long CurrentLabel);

/// <summary>What do the records of some types say of whom they mean, as far as this reader may see?</summary>
public sealed class ComparedValues(Reader reader)
{
    /// <summary>Live values of these properties, by entity and in the order in which they were recorded.</summary>
    /// <param name="after">Entities behind this key; 0 from the beginning.</param>
    /// <param name="entities">How many entities at most.</param>
    public Task<IReadOnlyList<ComparedValue>> Of(IReadOnlyCollection<long> properties, long after, long entities, CancellationToken ct) => reader.Ask<ComparedValue>($"""
        select s.entity, e.type, s.key as Statement, s.property, s.value_text as ValueText, s.original, s.item, s.current_label as CurrentLabel
        from (select key, type from entity where key > @after order by key limit @entities) e join statement s on s.entity = e.key
        where {reader.OneOf("s.property", "properties")} and s.target is null and s.waiting = 0 and s.withdrawn_at is null and {reader.Sees("s.current_label")}
        order by s.entity, s.key
        """, new { after, entities, properties = reader.Keys(properties) }, ct);

    /// <summary>The last of so many entities behind a key, of any type; null at the end.</summary>
    public async Task<long?> Last(long after, long entities, CancellationToken ct) => (await reader.Ask<long?>("""
        select max(key) from (select key from entity where key > @after order by key limit @entities) e
        """, new { after, entities }, ct))[0];

    /// <summary>A stamp that changes whenever a value is added, withdrawn, or hidden from this reader.</summary>
    /// <remarks>The order is that of an index which holds all that is asked for: a server reads it instead of the whole table. Without a limit an inner order counts for nothing.</remarks>
    public async Task<string> Stamp(IReadOnlyCollection<long> properties, CancellationToken ct) => (await reader.Ask<string>($"""
        select cast(count(*) as text) || '/' || cast(coalesce(sum(key), 0) as text) || '/' || cast(coalesce(max(key), 0) as text)
        from (select s.key from statement s where {reader.OneOf("s.property", "properties")} and s.waiting = 0 and s.withdrawn_at is null and {reader.Sees("s.current_label")}
              order by s.entity, s.key limit {long.MaxValue}) seen
        """, new { properties = reader.Keys(properties) }, ct))[0];
}
