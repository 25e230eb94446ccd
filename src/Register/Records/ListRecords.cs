namespace Plumbline.Register.Records;

/// <summary>How far the import of one version of a list has come, and what it did.</summary>
public sealed record ImportRecord(long Key, string Sha256, string List, string Version, long Report, long Chunks, string State,
    long Added, long Changed, long Unchanged, long Rejected, long Withdrawn, long Statements)
{
    /// <summary>Entries that were compared with what is held; the import goes on behind them.</summary>
    public long Compared => Added + Changed + Unchanged;
}

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

    /// <summary>Makes this the one running import of its list. One that was overtaken by another begins anew: what it compared may have changed since.</summary>
    /// <param name="rejected">As the files are read now: a newer program may read what an older one rejected.</param>
    public async Task Claim(long import, string list, long rejected, CancellationToken ct)
    {
        await writer.Execute("update import_record set state = 'overtaken' where list = @list and state = 'running' and key <> @import", new { list, import }, ct);
        await writer.Execute("""
            update import_record set state = 'running', chunks = 0, added = 0, changed = 0, unchanged = 0, statements = 0 where key = @import and state = 'overtaken'
            """, new { import }, ct);
        await writer.Execute("update import_record set rejected = @rejected where key = @import and rejected <> @rejected", new { import, rejected }, ct);
    }

    /// <summary>One chunk is in: the counts grow in the transaction that wrote it. False, with nothing done, when another import of the list was faster.</summary>
    public async Task<bool> Advance(ImportRecord from, ImportRecord to, CancellationToken ct) => await writer.Execute("""
        update import_record set chunks = @Chunks, added = @Added, changed = @Changed, unchanged = @Unchanged, statements = @Statements
        where key = @Key and state = 'running' and chunks = @before
        """, new { to.Chunks, to.Added, to.Changed, to.Unchanged, to.Statements, to.Key, before = from.Chunks }, ct) == 1;

    /// <summary>The import has come to its end. False, with nothing done, when another import of the list was faster.</summary>
    public async Task<bool> Finish(ImportRecord import, long withdrawn, CancellationToken ct) => await writer.Execute("""
        update import_record set state = 'done', withdrawn = @withdrawn, finished_at = @now where key = @Key and state = 'running' and chunks = @Chunks
        """, new { import.Key, import.Chunks, withdrawn, now }, ct) == 1;

    /// <summary>Keys of the entries of a list that are held.</summary>
    public async Task<IReadOnlyCollection<string>> Keys(string list, CancellationToken ct) => await writer.Query<string>("select entry_key from list_entry where list = @list", new { list }, ct);

    /// <summary>Entries of a list by key, as held.</summary>
    public async Task<Dictionary<string, HeldEntry>> Entries(string list, CancellationToken ct) =>
        (await writer.Query<HeldEntry>("select entry_key as EntryKey, entity, item, hash, seen from list_entry where list = @list", new { list }, ct)).ToDictionary(entry => entry.EntryKey, StringComparer.Ordinal);

    /// <summary>Holds entries: new ones, and new versions of those held.</summary>
    public async Task Hold(string list, IReadOnlyList<HeldEntry> entries, CancellationToken ct)
    {
        await BulkRows.Upsert(writer, "list_entry", ["list", "entry_key", "entity", "item", "hash", "seen"], "list, entry_key", ["item", "hash", "seen"],
            entries.Select(entry => new object?[] { list, entry.EntryKey, entry.Entity, entry.Item, entry.Hash, entry.Seen }), ct);
        await new TouchedRecords(writer).Note(entries.Select(entry => entry.Entity), ct);
    }

    /// <summary>Marks entries that did not change as seen, by their items.</summary>
    public Task<int> See(string list, IReadOnlyCollection<long> items, long import, CancellationToken ct) => items.Count == 0 ? Task.FromResult(0) : writer.Execute(
        $"update list_entry set seen = @import where list = @list and {writer.Dialect.OneOf("item", "items")}", new { list, import, items = writer.Dialect.KeyList(items) }, ct);

    /// <summary>Entries that a complete version no longer has.</summary>
    public Task<IReadOnlyList<HeldEntry>> Missing(string list, long import, CancellationToken ct) =>
        writer.Query<HeldEntry>("select entry_key as EntryKey, entity, item, hash, seen from list_entry where list = @list and seen <> @import order by entry_key", new { list, import }, ct);

    /// <summary>Withdraws the items of entries, with all that was drawn from them.</summary>
    /// <param name="why"><c>superseded</c> or <c>delisted</c>.</param>
    public async Task Withdraw(string list, IReadOnlyList<HeldEntry> entries, string why, long by, CancellationToken ct)
    {
        if (entries.Count == 0) return;
        var items = writer.Dialect.KeyList([.. entries.Select(entry => entry.Item)]);
        var touched = new TouchedRecords(writer);
        await touched.Note(entries.Select(entry => entry.Entity), ct);
        // An officer may have drawn something of somebody else from an entry.
        await touched.NoteOf(writer.Dialect.OneOf("item", "items"), new { items }, ct);
        await writer.Execute($"update item set withdrawn_at = @now, withdrawn_by = @by, withdrawn_why = @why where {writer.Dialect.OneOf("key", "items")}", new { now, by, why, items }, ct);
        await writer.Execute($"update statement set withdrawn_at = @now, withdrawn_by = @by, withdrawn_why = @why where {writer.Dialect.OneOf("item", "items")} and withdrawn_at is null", new { now, by, why, items }, ct);
        if (why == "delisted")
            await writer.Execute("delete from list_entry where list = @list and entry_key = @EntryKey", entries.Select(entry => new { list, entry.EntryKey }).ToArray(), ct);
    }
}
