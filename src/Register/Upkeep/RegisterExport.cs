using System.Data;
using System.Data.Common;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Plumbline.Register.Upkeep;

/// <summary>Writes the whole register into an archive as it stood at one moment, while others go on working.</summary>
internal static class RegisterExport
{
    private const int Slice = 4 << 20;

    /// <summary>Writes every table in slices; returns what was written and the next keys.</summary>
    public static async Task<(IReadOnlyList<BackupTable> Tables, IReadOnlyDictionary<string, long> Counters)> Run(RegisterStore store, ArchiveWriter archive, CancellationToken ct)
    {
        await using var db = await store.Open(ct);
        await using var moment = await Moment(db, ct);
        var written = new List<BackupTable>();
        foreach (var table in await RegisterTables.Of(db, store.Dialect, ct)) written.Add(new BackupTable(table.Name, table.Columns, await Write(db, moment, table, archive, ct)));
        return (written, await RegisterTables.Counters(db, store.Dialect, ct));
    }

    // Both engines keep what the first question saw for as long as the transaction lasts, and hold up no writer for it.
    private static async Task<DbTransaction> Moment(DbConnection db, CancellationToken ct) => db is SqliteConnection file
        ? file.BeginTransaction(IsolationLevel.Serializable, deferred: true)
        : await db.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);

    private static async Task<long> Write(DbConnection db, DbTransaction moment, RegisterTable table, ArchiveWriter archive, CancellationToken ct)
    {
        await using var rows = await db.ExecuteReaderAsync(new CommandDefinition(
            $"select {string.Join(", ", table.Columns)} from {table.Quoted} order by 1", transaction: moment, cancellationToken: ct));
        using var slice = new MemoryStream();
        await using var form = new BinaryWriter(slice, Encoding.UTF8);
        var (count, slices) = (0L, 0);
        void Close()
        {
            form.Flush();
            archive.Add($"register/{table.Name}/{++slices:D6}", slice.GetBuffer().AsSpan(0, (int)slice.Length));
            slice.SetLength(0);
        }
        while (await rows.ReadAsync(ct))
        {
            RowForm.Write(form, rows);
            count++;
            if (slice.Length > Slice) Close();
        }
        if (slice.Length > 0) Close();
        return count;
    }
}
