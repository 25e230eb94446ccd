namespace Plumbline.Register.Records;

/// <summary>How far the import of one version of a list has come, and what it did.</summary>
public sealed record ImportRecord(long Key, string Sha256, string List, string Version, long Report, long Chunks, string State,
    long Added, long Changed, long Unchanged, long Rejected, long Withdrawn, long Statements);

/// <summary>An entry as held: its entity, the item of its newest version, and the hash by which it is known to be unchanged.</summary>
public sealed record HeldEntry(string EntryKey, long Entity, long Item, string Hash, long Seen);

/// <summary>Writes the bookkeeping of lists: imports that can be resumed, and which entry of the list is which entity.</summary>
public sealed class ListRecords(Writer writer, long now)
{
    private const string Columns = "key, sha256, list, version, report, chunks, state, added, changed, unchanged, rejected, withdrawn, statements";

    /// <summary>The import of these very files; null when there was none.</summary>
    public Task<ImportRecord?> Find(string sha256, CancellationToken ct) => writer.One<ImportRecord>($"select {Columns} from import_record where sha256 = @sha256", new { sha256 }, ct);

    /// <summary>The newest version of a list that was imported to its end; null when there is none.</summary>
    public Task<ImportRecord?> Newest(string list, CancellationToken ct) =>
        writer.One<ImportRecord>($"select {Columns} from import_record where list = @list and state = 'done' order by version desc, key desc limit 1", new { list }, ct);

    /// <summary>Begins an import.</summary>
    public async Task<long> Begin(string sha256, string list, string version, long report, long rejected, CancellationToken ct)
    {
        var key = await writer.TakeKeys("import_record", 1, ct);
        await writer.Execute("""
            insert into import_record (key, sha256, list, version, report, chunks, state, rejected, started_at)
            values (@key, @sha256, @list, @version, @report, 0, 'running', @rejected, @now)
            """, new { key, sha256, list, version, report, rejected, now }, ct);
        return key;
    }

    /// <summary>One chunk is in: the counts grow in the transaction that wrote it.</summary>
    public Task Advance(long import, long added, long changed, long unchanged, long statements, CancellationToken ct) => writer.Execute("""
        update import_record set chunks = chunks + 1, added = added + @added, changed = changed + @changed, unchanged = unchanged + @unchanged, statements = statements + @statements
        where key = @import
        """, new { import, added, changed, unchanged, statements }, ct);

    /// <summary>The import has come to its end.</summary>
    public Task Finish(long import, long withdrawn, CancellationToken ct) => writer.Execute(
        "update import_record set state = 'done', withdrawn = withdrawn + @withdrawn, finished_at = @now where key = @import", new { import, withdrawn, now }, ct);

    /// <summary>How many entries of a list are held.</summary>
    public Task<long> Held(string list, CancellationToken ct) => writer.One<long>("select count(*) from list_entry where list = @list", new { list }, ct);

    /// <summary>Entries of a list by key, as held.</summary>
    public async Task<IReadOnlyDictionary<string, HeldEntry>> Entries(string list, CancellationToken ct) =>
        (await writer.Query<HeldEntry>("select entry_key as EntryKey, entity, item, hash, seen from list_entry where list = @list", new { list }, ct)).ToDictionary(entry => entry.EntryKey, StringComparer.Ordinal);

    /// <summary>Holds entries: new ones, and new versions of those held.</summary>
    public Task Hold(string list, IReadOnlyList<HeldEntry> entries, CancellationToken ct) => writer.Execute("""
        insert into list_entry (list, entry_key, entity, item, hash, seen) values (@list, @EntryKey, @Entity, @Item, @Hash, @Seen)
        on conflict (list, entry_key) do update set item = excluded.item, hash = excluded.hash, seen = excluded.seen
        """, entries.Select(entry => new { list, entry.EntryKey, entry.Entity, entry.Item, entry.Hash, entry.Seen }).ToArray(), ct);

    /// <summary>Entries that a complete version no longer has.</summary>
    public Task<IReadOnlyList<HeldEntry>> Missing(string list, long import, CancellationToken ct) =>
        writer.Query<HeldEntry>("select entry_key as EntryKey, entity, item, hash, seen from list_entry where list = @list and seen <> @import order by entry_key", new { list, import }, ct);

    /// <summary>Withdraws the items of entries, with all that was drawn from them.</summary>
    /// <param name="why"><c>superseded</c> or <c>delisted</c>.</param>
    public async Task Withdraw(string list, IReadOnlyList<HeldEntry> entries, string why, long by, CancellationToken ct)
    {
        if (entries.Count == 0) return;
        var items = writer.Dialect.KeyList([.. entries.Select(entry => entry.Item)]);
        await writer.Execute($"update item set withdrawn_at = @now, withdrawn_by = @by, withdrawn_why = @why where {writer.Dialect.OneOf("key", "items")}", new { now, by, why, items }, ct);
        await writer.Execute($"update statement set withdrawn_at = @now, withdrawn_by = @by, withdrawn_why = @why where {writer.Dialect.OneOf("item", "items")} and withdrawn_at is null", new { now, by, why, items }, ct);
        if (why == "delisted")
            await writer.Execute("delete from list_entry where list = @list and entry_key = @EntryKey", entries.Select(entry => new { list, entry.EntryKey }).ToArray(), ct);
    }
}
