namespace Plumbline.Register.Records;

/// <summary>A statement about to be kept; see the columns of <c>statement</c>. Days are day numbers; null is unknown.</summary>
public sealed record NewStatement(long Entity, long Property, string ValueText, string ValueKey, long Item, long Label)
{
    /// <summary>A name's typed parts, encoded.</summary>
    public string? ValueParts { get; init; }

    /// <summary>The other entity, for properties that point.</summary>
    public long? Target { get; init; }

    /// <summary>Script of the original wording, ISO 15924, or a language code.</summary>
    public string Language { get; init; } = "";

    /// <summary>The original wording, where it differs from the value shown.</summary>
    public string? Original { get; init; }

    /// <summary>Earliest day of the value itself, for dates.</summary>
    public long? ValueFrom { get; init; }

    /// <summary>Latest day of the value itself, for dates.</summary>
    public long? ValueTo { get; init; }

    /// <summary>Earliest day from which it held.</summary>
    public long? ValidFrom { get; init; }

    /// <summary>Latest day until which it held.</summary>
    public long? ValidTo { get; init; }

    /// <summary>The validity as given.</summary>
    public string? ValidText { get; init; }

    /// <summary>Where in the item's text it stands.</summary>
    public long? SpanFrom { get; init; }

    /// <summary>Where it ends, exclusive.</summary>
    public long? SpanTo { get; init; }

    /// <summary><c>fact</c> or <c>assessment</c>.</summary>
    public string Nature { get; init; } = "fact";

    /// <summary>1 while it waits for another officer to accept it.</summary>
    public long Waiting { get; init; }

    /// <summary>Grade of the item at this moment; null for listings and ungraded items.</summary>
    public long? Grade { get; init; }
}

/// <summary>Writes entities and statements; few by ordinary inserts, many by a prepared command (SQLite) or binary COPY (PostgreSQL).</summary>
/// <param name="now">UTC microseconds.</param>
/// <param name="by">Key of the officer.</param>
public sealed class StatementRecords(Writer writer, long now, long by)
{
    private static readonly string[] Columns =
    [
        "key", "entity", "property", "value_text", "value_key", "value_hash", "value_parts", "target", "language", "original", "value_from", "value_to", "valid_from", "valid_to", "valid_text",
        "item", "span_from", "span_to", "nature", "waiting", "recorded_at", "recorded_by", "current_grade", "current_label",
    ];

    /// <summary>New entities; returns the key of the first, the others follow in order without gaps.</summary>
    public async Task<long> Entities(IReadOnlyList<string> types, CancellationToken ct)
    {
        if (types.Count == 0) return 0;
        var first = await writer.TakeKeys("entity", types.Count, ct);
        await BulkRows.Insert(writer, "entity", ["key", "type", "created_at", "created_by"], types.Select((type, n) => new object?[] { first + n, type, now, by }), ct);
        return first;
    }

    /// <summary>Keeps statements; returns the key of the first, the others follow in order without gaps.</summary>
    public async Task<long> Keep(IReadOnlyList<NewStatement> statements, CancellationToken ct)
    {
        if (statements.Count == 0) return 0;
        var first = await writer.TakeKeys("statement", statements.Count, ct);
        await BulkRows.Insert(writer, "statement", Columns, statements.Select((statement, n) => Values(first + n, statement)), ct);
        await new TouchedRecords(writer).Note(statements.Select(statement => statement.Entity), ct);
        return first;
    }

    /// <summary>Withdraws statements: they stay, struck, with who, when and why.</summary>
    /// <param name="why"><c>superseded</c>, <c>delisted</c>, <c>wrong</c>, <c>erased</c>, or <c>rejected</c> for what never was accepted.</param>
    public async Task<int> Withdraw(IReadOnlyCollection<long> keys, string why, CancellationToken ct)
    {
        await Touch(keys, ct);
        return await writer.Execute($"""
            update statement set withdrawn_at = @now, withdrawn_by = @by, withdrawn_why = @why
            where {writer.Dialect.OneOf("key", "keys")} and withdrawn_at is null
            """, new { now, by, why, keys = writer.Dialect.KeyList(keys) }, ct);
    }

    /// <summary>Accepts statements that another officer marked.</summary>
    public async Task<int> Accept(IReadOnlyCollection<long> keys, CancellationToken ct)
    {
        await Touch(keys, ct);
        return await writer.Execute($"""
            update statement set waiting = 0, accepted_at = @now, accepted_by = @by where {writer.Dialect.OneOf("key", "keys")} and waiting = 1 and withdrawn_at is null
            """, new { now, by, keys = writer.Dialect.KeyList(keys) }, ct);
    }

    private Task Touch(IReadOnlyCollection<long> keys, CancellationToken ct) => new TouchedRecords(writer).NoteOf(writer.Dialect.OneOf("key", "keys"), new { keys = writer.Dialect.KeyList(keys) }, ct);

    // In the order of Columns.
    private object?[] Values(long key, NewStatement s) =>
    [
        key, s.Entity, s.Property, s.ValueText, s.ValueKey, ValueHash.Of(s.ValueKey), s.ValueParts, s.Target, s.Language, s.Original, s.ValueFrom, s.ValueTo, s.ValidFrom, s.ValidTo, s.ValidText,
        s.Item, s.SpanFrom, s.SpanTo, s.Nature, s.Waiting, now, by, s.Grade, s.Label,
    ];
}
