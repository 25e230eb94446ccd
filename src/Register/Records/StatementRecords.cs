using Npgsql;
using NpgsqlTypes;

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
        "key", "entity", "property", "value_text", "value_key", "value_parts", "target", "language", "original", "value_from", "value_to", "valid_from", "valid_to", "valid_text",
        "item", "span_from", "span_to", "nature", "waiting", "recorded_at", "recorded_by", "current_grade", "current_label",
    ];

    /// <summary>New entities; returns the key of the first, the others follow in order without gaps.</summary>
    public async Task<long> Entities(IReadOnlyList<string> types, CancellationToken ct)
    {
        if (types.Count == 0) return 0;
        var first = await writer.TakeKeys("entity", types.Count, ct);
        await writer.Execute("insert into entity (key, type, created_at, created_by) values (@key, @type, @now, @by)",
            types.Select((type, n) => new { key = first + n, type, now, by }).ToArray(), ct);
        return first;
    }

    /// <summary>Keeps statements; returns the key of the first, the others follow in order without gaps.</summary>
    public async Task<long> Keep(IReadOnlyList<NewStatement> statements, CancellationToken ct)
    {
        if (statements.Count == 0) return 0;
        var first = await writer.TakeKeys("statement", statements.Count, ct);
        if (writer.Connection is NpgsqlConnection server) await Copy(server, first, statements, ct);
        else Insert(first, statements, ct);
        return first;
    }

    /// <summary>Withdraws statements: they stay, struck, with who, when and why.</summary>
    /// <param name="why"><c>superseded</c>, <c>delisted</c>, <c>wrong</c>, <c>erased</c>, or <c>rejected</c> for what never was accepted.</param>
    public Task<int> Withdraw(IReadOnlyCollection<long> keys, string why, CancellationToken ct) => writer.Execute($"""
        update statement set withdrawn_at = @now, withdrawn_by = @by, withdrawn_why = @why
        where {writer.Dialect.OneOf("key", "keys")} and withdrawn_at is null
        """, new { now, by, why, keys = writer.Dialect.KeyList(keys) }, ct);

    /// <summary>Accepts statements that another officer marked.</summary>
    public Task<int> Accept(IReadOnlyCollection<long> keys, CancellationToken ct) => writer.Execute($"""
        update statement set waiting = 0, accepted_at = @now, accepted_by = @by where {writer.Dialect.OneOf("key", "keys")} and waiting = 1 and withdrawn_at is null
        """, new { now, by, keys = writer.Dialect.KeyList(keys) }, ct);

    private void Insert(long first, IReadOnlyList<NewStatement> statements, CancellationToken ct)
    {
        using var command = writer.Connection.CreateCommand();
        command.Transaction = writer.Transaction;
        command.CommandText = $"insert into statement ({string.Join(", ", Columns)}) values ({string.Join(", ", Columns.Select(column => "@" + column))})";
        var parameters = Columns.Select(column =>
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + column;
            command.Parameters.Add(parameter);
            return parameter;
        }).ToArray();
        command.Prepare();
        for (var n = 0; n < statements.Count; n++)
        {
            if ((n & 0x3FF) == 0) ct.ThrowIfCancellationRequested(); // every 1,024 rows
            var values = Values(first + n, statements[n]);
            for (var column = 0; column < values.Length; column++) parameters[column].Value = values[column] ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    private async Task Copy(NpgsqlConnection server, long first, IReadOnlyList<NewStatement> statements, CancellationToken ct)
    {
        await using var copy = await server.BeginBinaryImportAsync($"copy statement ({string.Join(", ", Columns)}) from stdin (format binary)", ct);
        for (var n = 0; n < statements.Count; n++)
        {
            await copy.StartRowAsync(ct);
            foreach (var value in Values(first + n, statements[n]))
            {
                if (value is null) await copy.WriteNullAsync(ct);
                else if (value is long number) await copy.WriteAsync(number, NpgsqlDbType.Bigint, ct);
                else await copy.WriteAsync((string)value, NpgsqlDbType.Text, ct);
            }
        }
        await copy.CompleteAsync(ct);
    }

    // In the order of Columns.
    private object?[] Values(long key, NewStatement s) =>
    [
        key, s.Entity, s.Property, s.ValueText, s.ValueKey, s.ValueParts, s.Target, s.Language, s.Original, s.ValueFrom, s.ValueTo, s.ValidFrom, s.ValidTo, s.ValidText,
        s.Item, s.SpanFrom, s.SpanTo, s.Nature, s.Waiting, now, by, s.Grade, s.Label,
    ];
}
