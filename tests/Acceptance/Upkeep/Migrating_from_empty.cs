using Plumbline.Register;
using Plumbline.Register.Upkeep;

namespace Plumbline.Acceptance.Upkeep;

public sealed class Migrating_from_empty(ThrowawayPostgres postgres)
{
    [Fact]
    public async Task Makes_the_same_tables_and_columns_on_both_engines()
    {
        var folder = Directory.CreateTempSubdirectory("plumbline-").FullName;
        try
        {
            var file = RegisterStore.Sqlite(Path.Combine(folder, "register.db"));
            var server = RegisterStore.Postgres(await postgres.NewDatabase());
            foreach (var store in (RegisterStore[])[file, server])
            {
                Migrator.Run(store);
                Migrator.Run(store); // the second time there is nothing to do
                Assert.Empty(await Migrator.Unknown(store, default));
            }
            var columns = await RegisterTables.Columns(file, default);
            Assert.Contains("statement.value_key", columns);
            Assert.Equal(columns, await RegisterTables.Columns(server, default));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Is_done_once_by_whichever_of_many_comes_first(string engine)
    {
        var folder = Directory.CreateTempSubdirectory("plumbline-").FullName;
        try
        {
            var address = engine == "postgres" ? await postgres.NewDatabase() : null;
            using var start = new Barrier(8);
            var homes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(() =>
            {
                start.SignalAndWait();
                var home = Home.Create(folder, address);
                using var key = home.AuditKey();
                return (home.Store, Verifier: $"{key.Verifier}");
            }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
            var verifier = Assert.Single(homes.Select(home => home.Verifier).Distinct());
            Assert.Equal(verifier, File.ReadAllText(Path.Combine(folder, "keys", "audit.pub")).Trim());
            Assert.Empty(await Migrator.Unknown(homes[0].Store, default));
            Assert.Equal(["audit", "audit.pub", "ids", "sources"], Directory.EnumerateFiles(Path.Combine(folder, "keys")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}
