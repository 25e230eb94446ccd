using Npgsql;

namespace Plumbline.Acceptance.Support;

public sealed class A_throwaway_database(ThrowawayPostgres postgres)
{
    [Fact]
    public async Task Is_empty_and_apart_from_every_other()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var first = NpgsqlDataSource.Create(await postgres.NewDatabase());
        await using var second = NpgsqlDataSource.Create(await postgres.NewDatabase());
        await using (var make = first.CreateCommand("create table note (text text)")) await make.ExecuteNonQueryAsync(cancel);

        await using var count = second.CreateCommand("select count(*) from pg_tables where schemaname = 'public'");
        Assert.Equal(0L, await count.ExecuteScalarAsync(cancel));
    }

    [Fact]
    public async Task Comes_back_after_the_plug_was_pulled()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var own = new ThrowawayPostgres();
        var connection = await own.NewDatabase() + ";Pooling=false";
        await own.Stop(cancel);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => One(connection, cancel));
        await own.Start(cancel);
        Assert.Equal(1, await One(connection, cancel));
    }

    private static async Task<object?> One(string connection, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var one = source.CreateCommand("select 1");
        return await one.ExecuteScalarAsync(cancel);
    }
}
