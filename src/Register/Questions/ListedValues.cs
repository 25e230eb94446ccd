namespace Plumbline.Register.Questions;

/// <summary>One value of a list entry.</summary>
public sealed record ListedValue(string EntryKey, long Entity, long Property, string ValueText, string? Original, long CurrentLabel);

/// <summary>An own entry in force, and the person of the register who it is.</summary>
public sealed record OwnEntry(string EntryKey, long Person);

/// <summary>A value of an entry with the times between which it stood; null while it stands.</summary>
public sealed record TimedValue(string EntryKey, long Entity, long Property, string ValueKey, long RecordedAt, long? AcceptedAt, long? Until)
{
    /// <summary>Since when it stood, UTC microseconds.</summary>
    public long Since => AcceptedAt ?? RecordedAt;
}

/// <summary>What do the entries of a list say of whom they list, as far as this reader may see?</summary>
/// <param name="today">Day number: own entries are in force until a day.</param>
public sealed class ListedValues(Reader reader, long today)
{
    /// <summary>Entries that are listed now: those of imported lists, and own ones in force.</summary>
    internal const string Entries = """
        (select entry_key, entity from list_entry where list = @list
         union all select entry_key, person as entity from nomination where list = @list and state in ('approved', 'renewing') and expires_day >= @today)
        """;

    /// <summary>Live values of these properties, by entry and in the order in which they were recorded.</summary>
    /// <param name="after">Entries behind this key; empty from the beginning.</param>
    /// <param name="entries">How many entries at most.</param>
    public Task<IReadOnlyList<ListedValue>> Of(string list, IReadOnlyCollection<long> properties, string after, long entries, CancellationToken ct) => reader.Ask<ListedValue>($"""
        select e.entry_key as EntryKey, e.entity, s.property, s.value_text as ValueText, s.original, s.current_label as CurrentLabel
        from (select entry_key, entity from {Entries} l where entry_key > @after order by entry_key limit @entries) e
        join statement s on s.entity = e.entity
        where {reader.OneOf("s.property", "properties")} and s.waiting = 0 and s.withdrawn_at is null and {reader.Sees("s.current_label")}
        order by e.entry_key, s.key
        """, new { list, after, entries, today, properties = reader.Keys(properties) }, ct);

    /// <summary>The last of so many entries behind a key; null at the end.</summary>
    public async Task<string?> Last(string list, string after, long entries, CancellationToken ct) => (await reader.Ask<string?>($"""
        select max(entry_key) from (select entry_key from {Entries} l where entry_key > @after order by entry_key limit @entries) e
        """, new { list, after, entries, today }, ct))[0];

    /// <summary>A stamp that changes whenever a value is added, withdrawn, or hidden from this reader.</summary>
    /// <remarks>The sign before the property keeps it out of the choice of an index: one look for an entity is less than fifteen, one for each property.</remarks>
    public async Task<string> Stamp(string list, IReadOnlyCollection<long> properties, CancellationToken ct) => (await reader.Ask<string>($"""
        select cast(count(*) as text) || '/' || cast(coalesce(sum(s.key), 0) as text)
        from {Entries} e join statement s on s.entity = e.entity
        where {reader.OneOf("+s.property", "properties")} and s.waiting = 0 and s.withdrawn_at is null and {reader.Sees("s.current_label")}
        """, new { list, today, properties = reader.Keys(properties) }, ct))[0];

    /// <summary>All values, past ones included, of the entries of which one was recorded, accepted or withdrawn behind a time.</summary>
    public Task<IReadOnlyList<TimedValue>> Touched(string list, IReadOnlyCollection<long> properties, long since, CancellationToken ct) => reader.Ask<TimedValue>($"""
        select e.entry_key as EntryKey, e.entity, s.property, s.value_key as ValueKey, s.recorded_at as RecordedAt, s.accepted_at as AcceptedAt, s.withdrawn_at as Until
        from {Entries} e join statement s on s.entity = e.entity
        where {reader.OneOf("s.property", "properties")} and s.waiting = 0 and {reader.Sees("s.current_label")} and exists (
          select 1 from statement t where t.entity = e.entity and (t.recorded_at > @since or t.accepted_at > @since or t.withdrawn_at > @since))
        order by e.entry_key, s.key
        """, new { list, since, today, properties = reader.Keys(properties) }, ct);

    /// <summary>Own entries in force, by their key. Whom they are is asked of what the reader sees.</summary>
    public Task<IReadOnlyList<OwnEntry>> Own(string list, CancellationToken ct) => reader.Ask<OwnEntry>("""
        select entry_key as EntryKey, person from nomination where list = @list and state in ('approved', 'renewing') and expires_day >= @today order by entry_key
        """, new { list, today }, ct);

    /// <summary>Own entries that came into force behind a time.</summary>
    public Task<IReadOnlyList<string>> Approved(string list, long since, CancellationToken ct) => reader.Ask<string>("""
        select entry_key from nomination where list = @list and state in ('approved', 'renewing') and expires_day >= @today and moved_at > @since order by entry_key
        """, new { list, since, today }, ct);
}
