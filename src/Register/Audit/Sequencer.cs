namespace Plumbline.Register.Audit;

/// <summary>Gives committed acts their place in the one tree. One at a time over all processes; writers never wait for it.</summary>
public sealed class Sequencer(RegisterStore store, TimeProvider clock)
{
    private const int Most = 10_000;
    private const string FrontierName = "audit.frontier";

    // Any number that no other part takes: it names the one lock of PostgreSQL that sequencers share.
    private const long LockName = 0x504C554D42;

    /// <summary>Sequences everything that waits; returns how many acts were placed. Returns 0 at once when another process is at it.</summary>
    public async Task<long> Run(CancellationToken ct)
    {
        var placed = 0L;
        while (true)
        {
            var n = await Batch(ct);
            placed += n;
            if (n < Most) return placed;
        }
    }

    private async Task<int> Batch(CancellationToken ct)
    {
        // Looking costs nothing; on SQLite to begin is to hold the one write lock.
        if ((await Following.Progress.Of(store, null, ct)).Waiting == 0) return 0;
        await using var writer = await Writer.Begin(store, ct);
        if (store.Dialect == Dialect.Postgres && !await writer.One<bool>("select pg_try_advisory_xact_lock(@LockName)", new { LockName }, ct)) return 0;
        var acts = await writer.Query<ActRow>($"select {ActRow.Columns} from act_waiting w join act a on a.key = w.act order by a.key limit @Most", new { Most }, ct);
        if (acts.Count == 0) return 0;
        var frontier = await Stored(writer, ct);
        var leaves = acts.Select(act => (act.Key, Hash: act.LeafHash())).ToArray();
        var first = frontier.Size;
        foreach (var (_, hash) in leaves) frontier.Append(hash);
        await Place(writer, first, leaves, ct);
        await writer.Execute($"delete from act_waiting where {store.Dialect.OneOf("act", "keys")}", new { keys = store.Dialect.KeyList([.. leaves.Select(leaf => leaf.Key)]) }, ct);
        await writer.Execute("insert into home (name, value) values (@FrontierName, @value) on conflict (name) do update set value = excluded.value",
            new { FrontierName, value = Convert.ToBase64String(frontier.ToBytes()) }, ct);
        await writer.Commit(ct);
        return leaves.Length;
    }

    private static Task Place(Writer writer, long first, (long Key, byte[] Hash)[] leaves, CancellationToken ct) => writer.Dialect == Dialect.Postgres
        ? writer.Execute("insert into audit_leaf (leaf, act, hash) select @first + n - 1, act, hash from unnest(@acts, @hashes) with ordinality as t (act, hash, n)",
            new { first, acts = leaves.Select(leaf => leaf.Key).ToArray(), hashes = leaves.Select(leaf => leaf.Hash).ToArray() }, ct)
        : writer.Execute("insert into audit_leaf (leaf, act, hash) values (@leaf, @Key, @Hash)", leaves.Select((leaf, n) => new { leaf = first + n, leaf.Key, leaf.Hash }), ct);

    /// <summary>Signs the head of the tree as it stands and keeps it; give the text to someone outside.</summary>
    public async Task<Checkpoint> Lodge(NoteKey key, CancellationToken ct)
    {
        await Run(ct);
        await using var writer = await Writer.Begin(store, ct);
        var frontier = await Stored(writer, ct);
        var checkpoint = new Checkpoint(key.Name, frontier.Size, frontier.Root()).Sign(key);
        await writer.Execute("insert into audit_checkpoint (size, text, at) values (@Size, @text, @at) on conflict (size) do nothing",
            new { checkpoint.Size, text = checkpoint.ToString(), at = clock.Micros() }, ct);
        await writer.Commit(ct);
        return checkpoint;
    }

    private static async Task<Frontier> Stored(Writer writer, CancellationToken ct)
    {
        var text = await writer.One<string?>("select value from home where name = @FrontierName", new { FrontierName }, ct);
        if (text is null) return new Frontier();
        return Frontier.TryRead(Convert.FromBase64String(text), out var frontier)
            ? frontier
            : throw new InvalidDataException("The stored head of the audit tree is damaged: verify the log, then restore from a backup.");
    }
}
