using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Plumbline.Register;

/// <summary>The one store: opens connections to the register of a home. Thread-safe; holds no connection of its own.</summary>
public sealed class RegisterStore
{
    private readonly string connectionString;

    private RegisterStore(Dialect dialect, string connectionString)
    {
        Dialect = dialect;
        this.connectionString = connectionString;
    }

    /// <summary>The engine behind this register.</summary>
    public Dialect Dialect { get; }

    /// <summary>Counts the questions asked, for tests that assert how many a page needs; null in production.</summary>
    public Action<string>? Asked { get; set; }

    /// <summary>Rings after each commit of this process that recorded an act.</summary>
    internal event Action? Committed;

    /// <summary>Waits until the projections of this process have applied all acts so far; null where it keeps none.</summary>
    public Func<CancellationToken, Task>? Settle { get; set; }

    /// <summary>The register in one SQLite file; the file is made when it does not exist.</summary>
    public static RegisterStore Sqlite(string path) => new(Dialect.Sqlite,
        new SqliteConnectionStringBuilder { DataSource = path, Cache = SqliteCacheMode.Private, DefaultTimeout = 30, Pooling = true }.ToString());

    /// <summary>The register in a PostgreSQL database.</summary>
    public static RegisterStore Postgres(string connectionString) => new(Dialect.Postgres, connectionString);

    /// <summary>An open connection; the caller disposes it.</summary>
    /// <exception cref="DbException">The database cannot be reached.</exception>
    public async Task<DbConnection> Open(CancellationToken ct)
    {
        DbConnection db = Dialect == Dialect.Sqlite ? new SqliteConnection(connectionString) : new NpgsqlConnection(connectionString);
        try
        {
            await db.OpenAsync(ct);
            if (Dialect == Dialect.Sqlite)
            {
                await using var pragma = db.CreateCommand();
                // The log is folded in each 64 MB: a page that many commits changed is then written once.
                // Full sync: an act that was answered must survive the power going.
                pragma.CommandText = "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 30000; pragma cache_size = -32000; pragma temp_store = memory; pragma wal_autocheckpoint = 16384;";
                await pragma.ExecuteNonQueryAsync(ct);
            }
            return db;
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    internal void RingCommitted() => Committed?.Invoke();

    /// <summary>Lets go of the pooled connections, so that the file can be moved and the server has them back.</summary>
    public void Release()
    {
        if (Dialect == Dialect.Sqlite) SqliteConnection.ClearPool(new SqliteConnection(connectionString));
        else NpgsqlConnection.ClearPool(new NpgsqlConnection(connectionString));
    }

    /// <summary>A connection string for tools beside the register, such as migrations and backup.</summary>
    internal string ConnectionString => connectionString;
}
