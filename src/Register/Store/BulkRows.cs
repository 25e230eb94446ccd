using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using SQLitePCL;

namespace Plumbline.Register;

/// <summary>Puts many rows into one table inside the writer's transaction: one prepared statement on SQLite, binary COPY on PostgreSQL.</summary>
/// <remarks>
/// SQLite is bound by position below ADO.NET: looking each parameter up by its name, row after row, cost more than the row
/// (decision 0022).
/// </remarks>
internal static class BulkRows
{
    private const int ManyRows = 1_000;

    /// <param name="table">Name of the table, quoted where it must be.</param>
    /// <param name="columns">The columns that each row fills, in order.</param>
    /// <param name="rows">One array a row, as long as <paramref name="columns"/>; its values are <see cref="long"/>, <see cref="string"/>, <see cref="byte"/>[] or null. Read once, and the array is not kept.</param>
    /// <exception cref="OperationCanceledException">Checked every 1,024 rows; the caller's transaction then rolls back.</exception>
    public static async Task Insert(Writer writer, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        if (writer.Connection is NpgsqlConnection server) await Copy(server, table, columns, rows, ct);
        else Insert((SqliteConnection)writer.Connection, $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select(_ => "?"))})", rows, ct);
    }

    /// <summary>The same, where a row may be held already under <paramref name="key"/>: then the columns named in <paramref name="renewed"/> take the new values.</summary>
    public static async Task Upsert(Writer writer, string table, IReadOnlyList<string> columns, string key, IReadOnlyList<string> renewed, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        var onConflict = $"on conflict ({key}) do update set {string.Join(", ", renewed.Select(column => $"{column} = excluded.{column}"))}";
        if (writer.Connection is NpgsqlConnection server)
        {
            // COPY cannot renew, so the rows come by a table of this transaction.
            var named = string.Join(", ", columns);
            await writer.Execute($"create temporary table if not exists bulk_{table} on commit delete rows as select {named} from {table} where false", null, ct);
            await Copy(server, $"bulk_{table}", columns, rows, ct);
            await writer.Execute($"insert into {table} ({named}) select {named} from bulk_{table} {onConflict}; truncate bulk_{table}", null, ct);
        }
        else
        {
            Insert((SqliteConnection)writer.Connection, $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select(_ => "?"))}) {onConflict}", rows, ct);
        }
    }

    private static async Task Copy(NpgsqlConnection server, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        await using var copy = await server.BeginBinaryImportAsync($"copy {table} ({string.Join(", ", columns)}) from stdin (format binary)", ct);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(ct);
            foreach (var value in row)
            {
                if (value is null) await copy.WriteNullAsync(ct);
                else if (value is long number) await copy.WriteAsync(number, NpgsqlDbType.Bigint, ct);
                else if (value is byte[] bytes) await copy.WriteAsync(bytes, NpgsqlDbType.Bytea, ct);
                else await copy.WriteAsync((string)value, NpgsqlDbType.Text, ct);
            }
        }
        await copy.CompleteAsync(ct);
    }

    private static void Insert(SqliteConnection embedded, string sql, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        var db = embedded.Handle ?? throw new InvalidOperationException("The connection is not open.");
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(db, sql, out var statement), db);
        var utf8 = ArrayPool<byte>.Shared.Rent(1 << 12);
        try
        {
            var done = 0;
            foreach (var row in rows)
            {
                if ((done & 0x3FF) == 0) ct.ThrowIfCancellationRequested();
                // Values come in no order: the index pages that they fall into should not be read again and again. The next opening sets it back.
                if (++done == ManyRows) SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(db, "pragma cache_size = -128000"), db);
                for (var column = 0; column < row.Length; column++) SqliteException.ThrowExceptionForRC(Bind(statement, column + 1, row[column], ref utf8), db);
                var outcome = raw.sqlite3_step(statement);
                if (outcome != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(outcome, db);
                SqliteException.ThrowExceptionForRC(raw.sqlite3_reset(statement), db);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8);
            statement.Dispose();
        }
    }

    private static int Bind(sqlite3_stmt statement, int position, object? value, ref byte[] utf8)
    {
        switch (value)
        {
            case null: return raw.sqlite3_bind_null(statement, position);
            case long number: return raw.sqlite3_bind_int64(statement, position, number);
            case byte[] bytes: return raw.sqlite3_bind_blob(statement, position, bytes);
            default:
                var text = (string)value;
                if (utf8.Length < Encoding.UTF8.GetMaxByteCount(text.Length))
                {
                    ArrayPool<byte>.Shared.Return(utf8);
                    utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
                }
                return raw.sqlite3_bind_text(statement, position, utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, utf8)));
        }
    }
}
