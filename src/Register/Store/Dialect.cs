using System.Text.RegularExpressions;

namespace Plumbline.Register;

/// <summary>The few words in which SQLite and PostgreSQL differ; everything else in the register's SQL is common to both.</summary>
public enum Dialect
{
    /// <summary>Embedded: one file in the home folder, WAL mode, full sync.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server, 15 or later.</summary>
    Postgres,
}

internal static partial class DialectWords
{
    /// <summary>A migration's text in the words of one engine.</summary>
    public static string Translate(this Dialect dialect, string sql) => dialect switch
    {
        Dialect.Sqlite => Bytes().Replace(Key().Replace(sql, "integer primary key"), "blob"),
        _ => Text().Replace(Bytes().Replace(Key().Replace(sql, "bigint primary key"), "bytea"), "$1 text collate \"C\""),
    };

    /// <summary>A test that <paramref name="column"/> is one of the keys in parameter <paramref name="parameter"/> (see <see cref="KeyList"/>).</summary>
    public static string OneOf(this Dialect dialect, string column, string parameter) => dialect switch
    {
        Dialect.Sqlite => $"{column} in (select value from json_each(@{parameter}))",
        _ => $"{column} = any(@{parameter})",
    };

    /// <summary>A set of keys in the form that <see cref="OneOf"/> reads.</summary>
    public static object KeyList(this Dialect dialect, IReadOnlyCollection<long> keys) => dialect switch
    {
        Dialect.Sqlite => "[" + string.Join(',', keys) + "]",
        _ => keys as long[] ?? [.. keys],
    };

    /// <summary>The moment of what this transaction writes. Moments grow: with each transaction of a server, with each write of the one writer of SQLite.</summary>
    public static string WrittenAt(this Dialect dialect) => dialect == Dialect.Sqlite ? "coalesce(max(moment), 0) + 1 from touched" : "pg_current_xact_id()::text::bigint";

    /// <summary>The moment before which everything that was written is seen by this question, or was undone.</summary>
    public static string SeenUpTo(this Dialect dialect) => dialect == Dialect.Sqlite ? "(select coalesce(max(moment), 0) + 1 from touched)" : "pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

    /// <summary>The moment from which on nothing can have been written that this question sees.</summary>
    public static string BeginsAfter(this Dialect dialect) => dialect == Dialect.Sqlite ? $"{long.MaxValue}" : "pg_snapshot_xmax(pg_current_snapshot())::text::bigint";

    [GeneratedRegex(@"\bpk\b")]
    private static partial Regex Key();

    [GeneratedRegex(@"\bbytes\b")]
    private static partial Regex Bytes();

    // The type follows a column's name; a column may itself be called text.
    [GeneratedRegex(@"\b([a-z_0-9]+) text\b(?! text)")]
    private static partial Regex Text();
}
