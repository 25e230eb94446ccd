namespace Plumbline.Register.Questions;

/// <summary>A statement as the register holds it. Days are day numbers; null is unknown, which is not open-ended.</summary>
public sealed record StatementRow(long Key, long Entity, string Type, long Property, string ValueText, string ValueKey, string? ValueParts, long? Target, string Language, string? Original,
    long? ValueFrom, long? ValueTo, long? ValidFrom, long? ValidTo, string? ValidText, long Item, long? SpanFrom, long? SpanTo, string Nature, long Waiting,
    long RecordedAt, long RecordedBy, long? AcceptedAt, long? AcceptedBy, long? WithdrawnAt, long? WithdrawnBy, string? WithdrawnWhy, long? CurrentGrade, long CurrentLabel)
{
    /// <summary>Whether it is knowledge as it stands: neither withdrawn nor waiting for another officer.</summary>
    public bool IsLive => WithdrawnAt is null && Waiting == 0;
}

/// <summary>What is said about an entity, by a value, or from an item, as far as this reader may see?</summary>
public sealed class StatementRows(Reader reader)
{
    private const string Columns = """
        s.key, s.entity, e.type, s.property, s.value_text as ValueText, s.value_key as ValueKey, s.value_parts as ValueParts, s.target, s.language, s.original,
        s.value_from as ValueFrom, s.value_to as ValueTo, s.valid_from as ValidFrom, s.valid_to as ValidTo, s.valid_text as ValidText, s.item, s.span_from as SpanFrom, s.span_to as SpanTo,
        s.nature, s.waiting, s.recorded_at as RecordedAt, s.recorded_by as RecordedBy, s.accepted_at as AcceptedAt, s.accepted_by as AcceptedBy,
        s.withdrawn_at as WithdrawnAt, s.withdrawn_by as WithdrawnBy, s.withdrawn_why as WithdrawnWhy,
        s.current_grade as CurrentGrade, s.current_label as CurrentLabel
        """;

    /// <summary>All statements about these entities, withdrawn ones included (they show struck, in place); what waits for acceptance is not knowledge yet and is left out.</summary>
    public Task<IReadOnlyList<StatementRow>> About(IReadOnlyCollection<long> entities, CancellationToken ct) => reader.Ask<StatementRow>($"""
        select {Columns} from statement s join entity e on e.key = s.entity
        where {reader.OneOf("s.entity", "keys")} and s.waiting = 0 and {reader.Sees("s.current_label")} order by s.entity, s.property, s.key
        """, new { keys = reader.Keys(entities) }, ct);

    /// <summary>Live statements that point at these entities: the end statements of their links.</summary>
    public Task<IReadOnlyList<StatementRow>> PointingAt(IReadOnlyCollection<long> entities, CancellationToken ct) => reader.Ask<StatementRow>($"""
        select {Columns} from statement s join entity e on e.key = s.entity
        where {reader.OneOf("s.target", "keys")} and s.target is not null and s.waiting = 0 and s.withdrawn_at is null and {reader.Sees("s.current_label")} order by s.key
        """, new { keys = reader.Keys(entities) }, ct);

    /// <summary>Live statements with any of these values; one question a value, so that each goes by the index.</summary>
    public async Task<IReadOnlyList<StatementRow>> Valued(IReadOnlyCollection<string> valueKeys, CancellationToken ct)
    {
        List<StatementRow> found = [];
        foreach (var valueKey in valueKeys) found.AddRange(await Valued(valueKey, ct));
        return found;
    }

    /// <summary>Live statements whose value is the same, by normalised key, whatever the property.</summary>
    public Task<IReadOnlyList<StatementRow>> Valued(string valueKey, CancellationToken ct) => reader.Ask<StatementRow>($"""
        select {Columns} from statement s join entity e on e.key = s.entity
        where s.value_hash = @hash and s.value_key = @valueKey and s.waiting = 0 and s.withdrawn_at is null and {reader.Sees("s.current_label")} order by s.key
        """, new { valueKey, hash = ValueHash.Of(valueKey) }, ct);

    /// <summary>Statements of these properties about these entities, none withdrawn: what names them.</summary>
    /// <param name="waiting">Whether those that wait for acceptance count too: for those who mark, never for those who read.</param>
    public Task<IReadOnlyList<StatementRow>> Naming(IReadOnlyCollection<long> entities, IReadOnlyCollection<long> properties, bool waiting, CancellationToken ct) => reader.Ask<StatementRow>($"""
        select {Columns} from statement s join entity e on e.key = s.entity
        where {reader.OneOf("s.entity", "keys")} and {reader.OneOf("s.property", "properties")} and s.waiting <= @most and s.withdrawn_at is null and {reader.Sees("s.current_label")}
        order by s.entity, s.key
        """, new { keys = reader.Keys(entities), properties = reader.Keys(properties), most = waiting ? 1L : 0L }, ct);

    /// <summary>Statements by key, those that wait or were withdrawn included.</summary>
    public Task<IReadOnlyList<StatementRow>> Of(IReadOnlyCollection<long> keys, CancellationToken ct) => reader.Ask<StatementRow>($"""
        select {Columns} from statement s join entity e on e.key = s.entity
        where {reader.OneOf("s.key", "keys")} and {reader.Sees("s.current_label")} order by s.key
        """, new { keys = reader.Keys(keys) }, ct);

    /// <summary>Statements that wait for another officer, oldest first.</summary>
    public Task<IReadOnlyList<StatementRow>> Waiting(long most, CancellationToken ct) => reader.Ask<StatementRow>($"""
        select {Columns} from statement s join entity e on e.key = s.entity
        where s.waiting = 1 and s.withdrawn_at is null and {reader.Sees("s.current_label")} order by s.key limit @most
        """, new { most }, ct);

    /// <summary>Statements drawn from these items, those that wait for acceptance included.</summary>
    public Task<IReadOnlyList<StatementRow>> From(IReadOnlyCollection<long> items, CancellationToken ct) => reader.Ask<StatementRow>($"""
        select {Columns} from statement s join entity e on e.key = s.entity
        where {reader.OneOf("s.item", "keys")} and {reader.Sees("s.current_label")} order by s.key
        """, new { keys = reader.Keys(items) }, ct);
}
