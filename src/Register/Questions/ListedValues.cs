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

/// <summary>What do the entries of a list say of whom they list, as far as this reader may see? Of an imported list, and of one of the unit's own which entries are in force.</summary>
/// <param name="today">Day number: own entries are in force until a day.</param>
public sealed class ListedValues(Reader reader, long today)
{
    private const long Long = 500;

    private const string Columns = "e.entry_key as EntryKey, e.entity, s.property, s.value_text as ValueText, s.original, s.current_label as CurrentLabel";

    private string Live => $"{reader.OneOf("s.property", "properties")} and s.waiting = 0 and s.withdrawn_at is null";

    /// <summary>Live values of these properties, by entry and in the order in which they were recorded.</summary>
    /// <param name="after">Entries behind this key; empty from the beginning.</param>
    /// <param name="entries">How many entries at most.</param>
    public Task<IReadOnlyList<ListedValue>> Of(string list, IReadOnlyCollection<long> properties, string after, long entries, CancellationToken ct) => reader.Ask<ListedValue>($"""
        select {Columns}
        from (select entry_key, entity from list_entry where list = @list and entry_key > @after order by entry_key limit @entries) e
        join statement s on s.entity = e.entity
        where {reader.Sees("s.current_label")} and {Live}
        order by e.entry_key, s.key
        """, new { list, after, entries, properties = reader.Keys(properties) }, ct);

    /// <summary>The last of so many entries behind a key; null at the end.</summary>
    public async Task<string?> Last(string list, string after, long entries, CancellationToken ct) => (await reader.Ask<string?>($"""
        select max(entry_key) from (select entry_key from list_entry where list = @list and entry_key > @after order by entry_key limit @entries) e
        """, new { list, after, entries }, ct))[0];

    /// <summary>The same of the entries that are among some entities, in the order of each entry; null when there are more values than that.</summary>
    public async Task<IReadOnlyList<ListedValue>?> Among(string list, IReadOnlyCollection<long> properties, IReadOnlyList<EntityRun> entities, int most, CancellationToken ct)
    {
        List<ListedValue> values = [];
        // One question for all that are few or stand alone, and one for each long run.
        var single = reader.Keys([.. entities.Where(run => run.Last - run.First < Long).SelectMany(run => run.Keys())]);
        foreach (var (which, first, last) in entities.Where(run => run.Last - run.First >= Long).Select(run => ("e.entity between @first and @last", run.First, run.Last)).Append((reader.OneOf("e.entity", "single"), 0, 0)))
        {
            values.AddRange(await reader.Ask<ListedValue>($"""
                select {Columns} from list_entry e join statement s on s.entity = e.entity
                where e.list = @list and {which} and {reader.Sees("s.current_label")} and {Live}
                order by e.entity, s.key limit @limit
                """, new { list, first, last, single, limit = most + 1, properties = reader.Keys(properties) }, ct));
            if (values.Count > most) return null;
        }
        return values;
    }

    /// <summary>All values, past ones included, of the entries of which one was recorded, accepted or withdrawn behind a time.</summary>
    public Task<IReadOnlyList<TimedValue>> Touched(string list, IReadOnlyCollection<long> properties, long since, CancellationToken ct) => reader.Ask<TimedValue>($"""
        select e.entry_key as EntryKey, e.entity, s.property, s.value_key as ValueKey, s.recorded_at as RecordedAt, s.accepted_at as AcceptedAt, s.withdrawn_at as Until
        from list_entry e join statement s on s.entity = e.entity
        where e.list = @list and {reader.OneOf("s.property", "properties")} and s.waiting = 0 and {reader.Sees("s.current_label")} and exists (
          select 1 from statement t where t.entity = e.entity and (t.recorded_at > @since or t.accepted_at > @since or t.withdrawn_at > @since))
        order by e.entry_key, s.key
        """, new { list, since, properties = reader.Keys(properties) }, ct);

    /// <summary>Own entries in force, by their key. Whom they are is asked of what the reader sees.</summary>
    public Task<IReadOnlyList<OwnEntry>> Own(string list, CancellationToken ct) => reader.Ask<OwnEntry>("""
        select entry_key as EntryKey, person from nomination where list = @list and state in ('approved', 'renewing') and expires_day >= @today order by entry_key
        """, new { list, today }, ct);

    /// <summary>Own entries that came into force behind a time.</summary>
    public Task<IReadOnlyList<string>> Approved(string list, long since, CancellationToken ct) => reader.Ask<string>("""
        select entry_key from nomination where list = @list and state in ('approved', 'renewing') and expires_day >= @today and moved_at > @since order by entry_key
        """, new { list, since, today }, ct);
}
