namespace Plumbline.Register.Questions;

/// <summary>What the register itself says of a person, with the times between which it stood; null while it stands.</summary>
public sealed record PersonValue(long Entity, long Property, string ValueText, string ValueKey, string? Original, long CurrentLabel, long RecordedAt, long? AcceptedAt, long? Until,
    string Custody, string CustodyLawyer, string CustodyComplaint, long? CustodyClearedBy)
{
    /// <summary>Since when it stood, UTC microseconds.</summary>
    public long Since => AcceptedAt ?? RecordedAt;
}

/// <summary>Which persons does the register know by more than a list, as far as this reader may see?</summary>
public sealed class RegisterPersons(Reader reader)
{
    private const string Columns = """
        s.entity, s.property, s.value_text as ValueText, s.value_key as ValueKey, s.original, s.current_label as CurrentLabel, s.recorded_at as RecordedAt, s.accepted_at as AcceptedAt, s.withdrawn_at as Until,
          i.custody, i.custody_lawyer as CustodyLawyer, i.custody_complaint as CustodyComplaint, i.custody_cleared_by as CustodyClearedBy
        """;

    /// <summary>Persons behind a key, in key order: those of whom something is said that is no list's entry.</summary>
    public Task<IReadOnlyList<long>> After(long after, long most, CancellationToken ct) => reader.Ask<long>($"""
        select e.key from entity e where e.type = 'person' and e.key > @after and {Told} order by e.key limit @most
        """, new { after, most }, ct);

    /// <summary>Those of some records that are such persons, in key order.</summary>
    public async Task<IReadOnlyList<long>> Among(IReadOnlyCollection<long> records, CancellationToken ct) => records.Count == 0 ? [] : await reader.Ask<long>($"""
        select e.key from entity e where e.type = 'person' and {reader.OneOf("e.key", "records")} and {Told} order by e.key
        """, new { records = reader.Keys(records) }, ct);

    /// <summary>What is said of them besides lists, past values included, in the order in which it was recorded.</summary>
    public async Task<IReadOnlyList<PersonValue>> Values(IReadOnlyCollection<long> persons, IReadOnlyCollection<long> properties, CancellationToken ct) => persons.Count == 0 ? [] : await reader.Ask<PersonValue>($"""
        select {Columns} from statement s join item i on i.key = s.item
        where {reader.OneOf("s.entity", "persons")} and {reader.OneOf("s.property", "properties")} and s.waiting = 0 and i.kind <> 'listing' and {reader.Sees("s.current_label")}
        order by s.entity, s.key
        """, new { persons = reader.Keys(persons), properties = reader.Keys(properties) }, ct);

    /// <summary>The same with what lists say of them.</summary>
    public async Task<IReadOnlyList<PersonValue>> WithLists(IReadOnlyCollection<long> persons, IReadOnlyCollection<long> properties, CancellationToken ct) => persons.Count == 0 ? [] : await reader.Ask<PersonValue>($"""
        select {Columns} from statement s join item i on i.key = s.item
        where {reader.OneOf("s.entity", "persons")} and {reader.OneOf("s.property", "properties")} and s.waiting = 0 and {reader.Sees("s.current_label")}
        order by s.entity, s.key
        """, new { persons = reader.Keys(persons), properties = reader.Keys(properties) }, ct);

    private string Told => $"""
        exists (select 1 from statement s join item i on i.key = s.item
          where s.entity = e.key and s.waiting = 0 and s.withdrawn_at is null and i.kind <> 'listing' and {reader.Sees("s.current_label")})
        """;
}
