namespace Plumbline.Register.Questions;

/// <summary>One value of a list entry.</summary>
public sealed record ListedValue(string EntryKey, long Entity, long Property, string ValueText, string? Original);

/// <summary>What do the entries of a list say of whom they list, as far as this reader may see?</summary>
public sealed class ListedValues(Reader reader)
{
    /// <summary>Live values of these properties, by entry and in the order in which they were recorded.</summary>
    /// <param name="after">Entries behind this key; empty from the beginning.</param>
    /// <param name="entries">How many entries at most.</param>
    public Task<IReadOnlyList<ListedValue>> Of(string list, IReadOnlyCollection<long> properties, string after, long entries, CancellationToken ct) => reader.Ask<ListedValue>($"""
        select e.entry_key as EntryKey, e.entity, s.property, s.value_text as ValueText, s.original
        from (select entry_key, entity from list_entry where list = @list and entry_key > @after order by entry_key limit @entries) e
        join statement s on s.entity = e.entity
        where {reader.OneOf("s.property", "properties")} and s.waiting = 0 and s.withdrawn_at is null and {reader.Sees("s.current_label")}
        order by e.entry_key, s.key
        """, new { list, after, entries, properties = reader.Keys(properties) }, ct);

    /// <summary>The last of so many entries behind a key; null at the end.</summary>
    public async Task<string?> Last(string list, string after, long entries, CancellationToken ct) => (await reader.Ask<string?>("""
        select max(entry_key) from (select entry_key from list_entry where list = @list and entry_key > @after order by entry_key limit @entries) e
        """, new { list, after, entries }, ct))[0];

    /// <summary>A stamp that changes whenever a value is added, withdrawn, or hidden from this reader.</summary>
    public async Task<string> Stamp(string list, IReadOnlyCollection<long> properties, CancellationToken ct) => (await reader.Ask<string>($"""
        select cast(count(*) as text) || '/' || cast(coalesce(sum(s.key), 0) as text)
        from list_entry e join statement s on s.entity = e.entity
        where e.list = @list and {reader.OneOf("s.property", "properties")} and s.waiting = 0 and s.withdrawn_at is null and {reader.Sees("s.current_label")}
        """, new { list, properties = reader.Keys(properties) }, ct))[0];
}
