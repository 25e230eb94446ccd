using System.Reflection;
using Dapper;
using DbUp;
using DbUp.Engine;

namespace Plumbline.Register;

/// <summary>Brings a register to the newest shape: numbered SQL files, forward only, each run once and never edited afterwards.</summary>
public static class Migrator
{
    /// <summary>Runs the migrations that this register has not seen; does nothing when it is up to date.</summary>
    /// <exception cref="InvalidOperationException">A migration failed; the register is as it was before that migration.</exception>
    public static void Run(RegisterStore store)
    {
        var steps = Steps(store.Dialect);
        var engine = (store.Dialect == Dialect.Sqlite
                ? DeployChanges.To.SqliteDatabase(store.ConnectionString)
                : DeployChanges.To.PostgresqlDatabase(store.ConnectionString))
            .WithScripts(steps)
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogToNowhere()
            .Build();
        var result = engine.PerformUpgrade();
        if (!result.Successful)
            throw new InvalidOperationException($"Migration {result.ErrorScript?.Name} failed: {result.Error.Message}", result.Error);
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
