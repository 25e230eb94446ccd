using System.Data.Common;
using System.Reflection;
using Dapper;
using DbUp;
using DbUp.Builder;
using DbUp.Engine;
using DbUp.Sqlite.Helpers;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Plumbline.Register;

/// <summary>Brings a register to the newest shape: numbered SQL files, forward only, each run once and never edited afterwards.</summary>
public static class Migrator
{
    /// <summary>Any number that nothing else in the database locks: "Plumb" in ASCII.</summary>
    private const long Lock = 0x50_6C_75_6D_62;

    /// <summary>How long to wait for another process that migrates, in seconds: on a large register a step may take minutes.</summary>
    private const int Patience = 600;

    /// <summary>Runs the migrations that this register has not seen; does nothing when it is up to date. Of several processes that start at once, one does it and the others wait.</summary>
    /// <exception cref="InvalidOperationException">A migration failed; the register is as it was before that migration.</exception>
    public static void Run(RegisterStore store)
    {
        // Asked without the lock first: nobody who only opens a register waits for those who write in it.
        if (!Engine(store, store.Dialect == Dialect.Sqlite ? DeployChanges.To.SqliteDatabase(store.ConnectionString) : DeployChanges.To.PostgresqlDatabase(store.ConnectionString)).IsUpgradeRequired()) return;
        if (store.Dialect == Dialect.Sqlite) RunEmbedded(store);
        else RunOnServer(store);
    }

    // All steps in one transaction that has the write lock from its beginning.
    private static void RunEmbedded(RegisterStore store)
    {
        using var db = new SqliteConnection(store.ConnectionString);
        db.Open();
        Do(db, "begin immediate");
        try
        {
            using var shared = new SharedConnection(db);
            Upgrade(Engine(store, DeployChanges.To.SqliteDatabase(shared).WithoutTransaction()));
            Do(db, "commit");
        }
        catch
        {
            Do(db, "rollback");
            throw;
        }
    }

    private static void RunOnServer(RegisterStore store)
    {
        // The lock is the session's: it goes with the connection, however the process ends.
        using var db = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(store.ConnectionString) { Pooling = false }.ToString());
        db.Open();
        Do(db, $"select pg_advisory_lock({Lock})");
        Upgrade(Engine(store, DeployChanges.To.PostgresqlDatabase(store.ConnectionString).WithTransactionPerScript()));
    }

    private static UpgradeEngine Engine(RegisterStore store, UpgradeEngineBuilder builder) =>
        builder.WithScripts(Steps(store.Dialect)).WithVariablesDisabled().LogToNowhere().Build();

    private static void Upgrade(UpgradeEngine engine)
    {
        var result = engine.PerformUpgrade();
        if (!result.Successful) throw new InvalidOperationException($"Migration {result.ErrorScript?.Name} failed: {result.Error.Message}", result.Error);
    }

    private static void Do(DbConnection db, string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = Patience;
        command.ExecuteNonQuery();
    }

    /// <summary>Names of the migrations that both engines share, in order: the shape of the register that this program knows.</summary>
    public static IReadOnlyList<string> Shared() =>
        [.. Steps(Dialect.Sqlite).Select(step => step.Name).Where(name => !name.EndsWith(".sqlite.sql", StringComparison.Ordinal))];

    /// <summary>Migrations that a register has seen and this program does not know: the register is newer.</summary>
    public static async Task<IReadOnlyList<string>> Unknown(RegisterStore store, CancellationToken ct)
    {
        await using var db = await store.Open(ct);
        var seen = await db.QueryAsync<string>(new CommandDefinition("select scriptname from schemaversions order by 1", cancellationToken: ct));
        return [.. seen.Except(Steps(store.Dialect).Select(step => step.Name), StringComparer.Ordinal)];
    }

    /// <summary>The migrations of one engine in order: <c>0001_name.sql</c> for both, <c>.sqlite.sql</c> and <c>.postgres.sql</c> only where they must differ.</summary>
    private static IEnumerable<SqlScript> Steps(Dialect dialect)
    {
        const string prefix = "migrations/";
        var other = dialect == Dialect.Sqlite ? ".postgres.sql" : ".sqlite.sql";
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            if (name.EndsWith(other, StringComparison.Ordinal)) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return new SqlScript(name[prefix.Length..], dialect.Translate(reader.ReadToEnd()));
        }
    }
}
