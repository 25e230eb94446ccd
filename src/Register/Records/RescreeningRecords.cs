namespace Plumbline.Register.Records;

/// <summary>How far a re-screening has come.</summary>
/// <param name="Since">Changes behind this time are looked at, UTC microseconds.</param>
/// <param name="Until">When it began: what changes later is the next one's.</param>
/// <param name="After">Key of the last person done.</param>
/// <param name="ActSeen">The last act there was when it began.</param>
public sealed record RescreeningRecord(long Key, long Watchlist, long Run, string State, long Since, long Until, long After, long ActSeen, long Entries, long Changed, long Delisted);

/// <summary>On whose instruction a watchlist in use is screened again.</summary>
public sealed record StandingInstruction(long Watchlist, string Name, string List, string State, long ReviewDay, long? Officer, string? OfficerName);

/// <summary>Numbers that a chunk adds to a run.</summary>
public sealed record RunGrowth(long People, long Unreadable, long None, long Cleared, long Candidates, long Incomplete, long TooCommon);

/// <summary>Writes the bookkeeping of re-screenings; each chunk is one transaction, so that a killed one leaves a chunk or nothing.</summary>
/// <param name="now">UTC microseconds.</param>
public sealed class RescreeningRecords(Writer writer, long now)
{
    private const string Columns = "key, watchlist, run, state, since, until, after, act_seen as ActSeen, entries, changed, delisted";

    // What can add, change or take away a name or a particular, or an entry, or join the records of a person.
    private const string Moving = "('report.receive', 'note.write', 'mark', 'mark.accept', 'statement.withdraw', 'custody.clear', 'watchlist.approve', 'watchlist.nominate', 'watchlist.keep', 'identity.judge', 'identity.withdraw')";

    /// <summary>Watchlists in use with who put them to use.</summary>
    public Task<IReadOnlyList<StandingInstruction>> Instructions(CancellationToken ct) => writer.Query<StandingInstruction>("""
        select w.key as Watchlist, w.name, w.list, w.state, w.review_day as ReviewDay, w.activated_by as Officer, o.name as OfficerName
        from watchlist w left join officer o on o.key = w.activated_by order by w.key
        """, null, ct);

    /// <summary>The last re-screening of a watchlist; null before the first.</summary>
    public Task<RescreeningRecord?> Last(long watchlist, CancellationToken ct) =>
        writer.One<RescreeningRecord>($"select {Columns} from rescreening where watchlist = @watchlist order by key desc limit 1", new { watchlist }, ct);

    /// <summary>By key.</summary>
    public Task<RescreeningRecord?> Of(long key, CancellationToken ct) => writer.One<RescreeningRecord>($"select {Columns} from rescreening where key = @key", new { key }, ct);

    /// <summary>Whether anything was done since an act that could change what is compared.</summary>
    public async Task<bool> MovedSince(long act, CancellationToken ct) =>
        await writer.One<long>($"select count(*) from (select 1 from act where key > @act and outcome = 'done' and action in {Moving} limit 1) a", new { act }, ct) > 0;

    /// <summary>Begins one.</summary>
    public async Task<long> Begin(long watchlist, long run, long since, long entries, long changed, long delisted, long by, CancellationToken ct)
    {
        var key = await writer.TakeKeys("rescreening", 1, ct);
        await writer.Execute("""
            insert into rescreening (key, watchlist, run, state, since, until, after, act_seen, entries, changed, delisted, started_by, started_at)
            values (@key, @watchlist, @run, 'running', @since, @now, 0, (select coalesce(max(key), 0) from act), @entries, @changed, @delisted, @by, @now)
            """, new { key, watchlist, run, since, entries, changed, delisted, by, now }, ct);
        return key;
    }

    /// <summary>Takes up one that was stopped.</summary>
    public Task<int> Resume(long key, CancellationToken ct) => writer.Execute("update rescreening set state = 'running' where key = @key and state = 'cancelled'", new { key }, ct);

    /// <summary>Stops one; false when none runs.</summary>
    public async Task<bool> Cancel(long key, CancellationToken ct) => await writer.Execute("update rescreening set state = 'cancelled' where key = @key and state = 'running'", new { key }, ct) == 1;

    /// <summary>One chunk is done: counts grow in the transaction that kept its candidates. False, with nothing done, when it was stopped or another does it.</summary>
    public async Task<bool> Advance(RescreeningRecord from, long to, RunGrowth growth, CancellationToken ct)
    {
        if (await writer.Execute("update rescreening set after = @to where key = @Key and state = 'running' and after = @After", new { from.Key, from.After, to }, ct) == 0) return false;
        await writer.Execute("""
            update screening_run set people = people + @People, unreadable = unreadable + @Unreadable, none = none + @None, cleared = cleared + @Cleared,
              candidates = candidates + @Candidates, incomplete = incomplete + @Incomplete, too_common = too_common + @TooCommon where key = @Run
            """, new { from.Run, growth.People, growth.Unreadable, growth.None, growth.Cleared, growth.Candidates, growth.Incomplete, growth.TooCommon }, ct);
        return true;
    }

    /// <summary>It came to its end; false when it was stopped or another ended it.</summary>
    public async Task<bool> Finish(RescreeningRecord from, CancellationToken ct) => await writer.Execute("""
        update rescreening set state = 'done', finished_at = @now where key = @Key and state = 'running' and after = @After
        """, new { from.Key, from.After, now }, ct) == 1;

    /// <summary>Which of these persons stand in a candidate of this watchlist already, and for which entry.</summary>
    public Task<IReadOnlyList<(long Subject, string EntryKey)>> Known(long watchlist, IReadOnlyCollection<long> subjects, CancellationToken ct) => writer.Query<(long, string)>($"""
        select subject, entry_key from candidate where watchlist = @watchlist and subject is not null and {writer.Dialect.OneOf("subject", "subjects")}
        """, new { watchlist, subjects = writer.Dialect.KeyList(subjects) }, ct);

    /// <summary>Marks the candidates of an entry that changed after they were compared.</summary>
    public Task<int> MarkChanged(long watchlist, string entryKey, long changedAt, CancellationToken ct) => writer.Execute("""
        update candidate set since_then = 'changed', since_then_at = @now
        where watchlist = @watchlist and entry_key = @entryKey and (since_then is null or since_then <> 'changed')
          and coalesce(compared_at, (select r.run_at from screening_run r where r.key = run)) < @changedAt
        """, new { watchlist, entryKey, changedAt, now }, ct);

    /// <summary>Marks the candidates of a person of whom the register says something else since they were compared.</summary>
    public Task<int> MarkPerson(long watchlist, long subject, long changedAt, CancellationToken ct) => writer.Execute("""
        update candidate set since_then = 'person', since_then_at = @now
        where watchlist = @watchlist and subject = @subject and since_then is null and coalesce(compared_at, (select r.run_at from screening_run r where r.key = run)) < @changedAt
        """, new { watchlist, subject, changedAt, now }, ct);

    /// <summary>Marks the candidates whose entry is listed no more.</summary>
    /// <param name="today">Day number: own entries are in force until a day.</param>
    public Task<int> MarkDelisted(long watchlist, string list, long today, CancellationToken ct) => writer.Execute("""
        update candidate set since_then = 'delisted', since_then_at = @now
        where watchlist = @watchlist and (since_then is null or since_then <> 'delisted')
          and not exists (select 1 from list_entry l where l.list = @list and l.entry_key = candidate.entry_key)
          and not exists (select 1 from nomination n where n.entry_key = candidate.entry_key and n.list = @list and n.state in ('approved', 'renewing') and n.expires_day >= @today)
        """, new { watchlist, list, today, now }, ct);
}
