using System.Data.Common;
using Dapper;

namespace Plumbline.Register.Upkeep;

/// <summary>A table of the register with its columns in their order.</summary>
internal sealed record RegisterTable(string Name, IReadOnlyList<string> Columns)
{
    // "case" is a word of SQL.
    public string Quoted => $"\"{Name}\"";
}

/// <summary>The tables as the engine itself knows them, so that none is forgotten.</summary>
public static class RegisterTables
{
    // How each engine counts its keys, its migrations and the moments of what was written is its own affair.
    private static readonly HashSet<string> EnginesOwn = new(StringComparer.OrdinalIgnoreCase) { "key_counter", "schemaversions", "touched" };

    /// <summary>Every table and column, written <c>table.column</c>, by table and then in the table's order.</summary>
    public static async Task<IReadOnlyList<string>> Columns(RegisterStore store, CancellationToken ct)
    {
        await using var db = await store.Open(ct);
        return [.. (await Of(db, store.Dialect, ct)).SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column}"))];
    }

    internal static async Task<IReadOnlyList<RegisterTable>> Of(DbConnection db, Dialect dialect, CancellationToken ct)
    {
        var columns = await db.QueryAsync<(string Table, string Column)>(new CommandDefinition(dialect == Dialect.Sqlite
            ? "select m.name, p.name from sqlite_master m join pragma_table_info(m.name) p where m.type = 'table' and m.name not like 'sqlite%' order by m.name, p.cid"
            : """select table_name, column_name from information_schema.columns where table_schema = current_schema() order by table_name collate "C", ordinal_position""",
            cancellationToken: ct));
        return [.. columns.GroupBy(row => row.Table, row => row.Column).Where(table => !EnginesOwn.Contains(table.Key)).Select(table => new RegisterTable(table.Key, [.. table]))];
    }

    internal static async Task<IReadOnlyDictionary<string, long>> Counters(DbConnection db, Dialect dialect, CancellationToken ct)
    {
        var counters = await db.QueryAsync<(string Name, long Next)>(new CommandDefinition(dialect == Dialect.Sqlite
            ? "select name, next from key_counter order by name"
            : "select substr(sequencename::text, 5), coalesce(last_value, 0) + 1 from pg_sequences where schemaname = current_schema() and sequencename like 'key\\_%' and last_value is not null order by 1",
            cancellationToken: ct));
        return counters.ToDictionary(counter => counter.Name, counter => counter.Next, StringComparer.Ordinal);
    }

    internal static Task SetCounter(Writer writer, string name, long next, CancellationToken ct) => writer.Execute(writer.Dialect == Dialect.Sqlite
        ? "insert into key_counter (name, next) values (@name, @next) on conflict (name) do update set next = excluded.next"
        : "select setval(('key_' || @name)::regclass, @next, false)", new { name, next }, ct);
}
