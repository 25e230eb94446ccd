using Dapper;

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
            await BulkRows.Insert(writer, $"\"{table.Name}\"", table.Columns, rows, ct);
        }
        foreach (var (name, next) in manifest.Counters) await RegisterTables.SetCounter(writer, name, next, ct);
    }
}
