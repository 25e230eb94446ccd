using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Plumbline.Register.Audit;

namespace Plumbline.Register;

/// <summary>One act's transaction: what is written and the audit entry are kept together or not at all.</summary>
/// <remarks>Disposed without <see cref="Commit"/>, everything is rolled back. Not thread-safe.</remarks>
public sealed class Writer : IAsyncDisposable
{
    private readonly RegisterStore store;
    private readonly DbConnection db;
    private readonly DbTransaction transaction;
    private bool hasActs;

    private Writer(RegisterStore store, DbConnection db, DbTransaction transaction)
    {
        this.store = store;
        this.db = db;
        this.transaction = transaction;
    }

    /// <summary>The engine that is written to.</summary>
    public Dialect Dialect => store.Dialect;

    internal DbConnection Connection => db;

    internal DbTransaction Transaction => transaction;

    /// <summary>Begins a transaction; on SQLite it takes the write lock at once, so that a later step cannot fail on a stale snapshot.</summary>
    public static async Task<Writer> Begin(RegisterStore store, CancellationToken ct)
    {
        var db = await store.Open(ct);
        try
        {
            return new Writer(store, db, await db.BeginTransactionAsync(IsolationLevel.Unspecified, ct));
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    /// <summary>Begins a transaction that only looks: it takes no lock, and sees one state of the register until it is disposed.</summary>
    public static async Task<Writer> BeginLook(RegisterStore store, CancellationToken ct)
    {
        var db = await store.Open(ct);
        return new Writer(store, db, db is SqliteConnection embedded ? embedded.BeginTransaction(deferred: true) : await db.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct));
    }

    /// <summary>Runs one statement; returns the rows it changed.</summary>
    public Task<int> Execute(string sql, object? args, CancellationToken ct) =>
        db.ExecuteAsync(new CommandDefinition(sql, args, transaction, cancellationToken: ct));

    /// <summary>Asks inside the transaction.</summary>
    public async Task<IReadOnlyList<T>> Query<T>(string sql, object? args, CancellationToken ct) =>
        (await db.QueryAsync<T>(new CommandDefinition(sql, args, transaction, cancellationToken: ct))).AsList();

    /// <summary>The single value of a question, or the type's default when there is no row.</summary>
    public Task<T?> One<T>(string sql, object? args, CancellationToken ct) =>
        db.QueryFirstOrDefaultAsync<T>(new CommandDefinition(sql, args, transaction, cancellationToken: ct));

    /// <summary>Takes <paramref name="count"/> fresh keys for a table; returns the first, the others follow without gaps. Keys of what is rolled back are not given again on a server.</summary>
    public async Task<long> TakeKeys(string table, long count, CancellationToken ct)
    {
        if (Dialect == Dialect.Postgres) return await One<long>("select take_keys(@counter::regclass, @count)", new { counter = "key_" + table, count }, ct);
        // One writer at a time: the counter's row is nobody else's meanwhile.
        var next = await One<long?>("""
            insert into key_counter (name, next) values (@table, 1 + @count)
            on conflict (name) do update set next = key_counter.next + @count returning next
            """, new { table, count }, ct);
        return (next ?? 1 + count) - count;
    }

    /// <summary>The rights epoch as this transaction sees it.</summary>
    public Task<long> Epoch(CancellationToken ct) => One<long>("select value from rights_epoch where id = 1", null, ct);

    /// <summary>Writes audit entries in this transaction; the sequencer gives them their place in the tree after the commit.</summary>
    public async Task Record(IReadOnlyList<ActEntry> entries, CancellationToken ct)
    {
        await ActRecords.Write(this, await TakeKeys("act", entries.Count, ct), entries, ct);
        hasActs = true;
    }

    /// <summary>Keeps everything.</summary>
    public async Task Commit(CancellationToken ct)
    {
        await transaction.CommitAsync(ct);
        if (hasActs) store.RingCommitted();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await db.DisposeAsync();
    }
}
