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
}
