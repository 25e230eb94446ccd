using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace Plumbline.Register.Upkeep;

/// <summary>Fills an empty register from an archive in one transaction: all of it or nothing.</summary>
internal sealed class RegisterImport(Writer writer, BackupManifest manifest)
{
    private const string Folder = "register/";

    /// <summary>Whether nobody ever worked in this register.</summary>
    public static async Task<bool> IsEmpty(RegisterStore store, CancellationToken ct)
    {
        await using var db = await store.Open(ct);
        return await db.ExecuteScalarAsync<long>(new CommandDefinition("select (select count(*) from act) + (select count(*) from home)", cancellationToken: ct)) == 0;
    }

    /// <summary>Reads the entries in order; the caller commits.</summary>
    /// <exception cref="InvalidDataException">The archive names what this register does not have.</exception>
    public async Task Run(Archive archive, CancellationToken ct)
    {
        var known = (await RegisterTables.Of(writer.Connection, writer.Dialect, ct)).ToDictionary(table => table.Name, StringComparer.Ordinal);
        foreach (var table in manifest.Tables)
        {
            if (!known.TryGetValue(table.Name, out var own) || table.Columns.Except(own.Columns).Any())
                throw new InvalidDataException($"The archive has a table {table.Name} of another shape.");
            // A migration may have put a first row in.
            await writer.Execute($"delete from {own.Quoted}", null, ct);
        }
        foreach (var (name, bytes) in archive.Entries(ct).Where(entry => entry.Name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            var table = manifest.Tables.First(table => table.Name == name.Split('/')[1]);
            var rows = RowForm.Read(bytes, table.Columns.Count);
            if (writer.Connection is NpgsqlConnection server) await Copy(server, table, rows, ct);
            else Insert(table, rows, ct);
        }
        foreach (var (name, next) in manifest.Counters) await RegisterTables.SetCounter(writer, name, next, ct);
    }

    private static async Task Copy(NpgsqlConnection server, BackupTable table, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        await using var copy = await server.BeginBinaryImportAsync($"copy \"{table.Name}\" ({string.Join(", ", table.Columns)}) from stdin (format binary)", ct);
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

    private void Insert(BackupTable table, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        using var command = writer.Connection.CreateCommand();
        command.Transaction = writer.Transaction;
        command.CommandText = $"insert into \"{table.Name}\" ({string.Join(", ", table.Columns)}) values ({string.Join(", ", table.Columns.Select((_, n) => $"@p{n}"))})";
        var parameters = table.Columns.Select((_, n) =>
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{n}";
            command.Parameters.Add(parameter);
            return parameter;
        }).ToArray();
        command.Prepare();
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            for (var n = 0; n < row.Length; n++) parameters[n].Value = row[n] ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }
}
