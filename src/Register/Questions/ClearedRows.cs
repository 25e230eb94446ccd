namespace Plumbline.Register.Questions;

/// <summary>A clearing: against which entry, until when; whom it clears stands nowhere.</summary>
public sealed record ClearedRow(long Key, string List, string EntryKey, long IssuedAt, long ExpiresAt, long? WithdrawnAt)
{
    /// <summary>Whether it holds at a time.</summary>
    public bool HoldsAt(long now) => WithdrawnAt is null && ExpiresAt > now;
}

/// <summary>A clearing as it is asked for by a hash, with what came of its candidate since.</summary>
/// <param name="State">The candidate's.</param>
/// <param name="Outcome">What was found of it; null while it waits anew.</param>
/// <param name="Reasons">What was said for and against when it was compared last, JSON.</param>
public sealed record HashedClearing(long ExpiresAt, long? WithdrawnAt, string State, string? Outcome, string Reasons)
{
    /// <summary>Whether it holds at a time: not after two officers found that it is the same person after all.</summary>
    public bool HoldsAt(long now) => WithdrawnAt is null && ExpiresAt > now && (State, Outcome) is not ("settled", "same");

    /// <summary>Whether what was known stands as two officers settled it.</summary>
    public bool IsAsSettled => (State, Outcome) is ("settled", "different");
}

/// <summary>A clearing that may travel: against which entry, until when, and what its person came with.</summary>
public sealed record TravellingRow(string EntryKey, long ExpiresAt, string Asked);

/// <summary>What another unit sent of a list: when it made the file, and how many of its clearings hold.</summary>
public sealed record ReceivedShareRow
{
    /// <summary>Id of the key.</summary>
    public string Share { get; init; } = "";

    /// <summary>Key of the list.</summary>
    public string List { get; init; } = "";

    /// <summary>When the file was made, UTC microseconds.</summary>
    public long MadeAt { get; init; }

    /// <summary>How many hold.</summary>
    public long Clearings { get; init; }
}

/// <summary>Was this person cleared against this entry? Asked by keyed hashes, so that nobody can list who was.</summary>
public sealed class ClearedRows(Reader reader)
{
    /// <summary>The clearings of a hash. Whoever screens is told whether they hold, and nothing of their candidates.</summary>
    public Task<IReadOnlyList<HashedClearing>> Of(string hash, CancellationToken ct) => reader.Ask<HashedClearing>("""
        select n.expires_at as ExpiresAt, n.withdrawn_at as WithdrawnAt, c.state, c.outcome, c.reasons
        from cleared_hash h join cleared_namesake n on n.key = h.cleared join candidate c on c.key = n.candidate where h.hash = @hash order by n.key
        """, new { hash }, ct);

    /// <summary>Under which shared keys other units cleared people against a list.</summary>
    public Task<IReadOnlyList<string>> Shares(string list, CancellationToken ct) => reader.Ask<string>("select share from received_share where list = @list order by share", new { list }, ct);

    /// <summary>What other units sent, by list.</summary>
    public Task<IReadOnlyList<ReceivedShareRow>> Received(long now, CancellationToken ct) => reader.Ask<ReceivedShareRow>("""
        select s.share, s.list, s.made_at as MadeAt, (select count(*) from received_clearing c where c.share = s.share and c.list = s.list and c.expires_at > @now) as Clearings
        from received_share s order by s.list, s.share
        """, new { now }, ct);

    /// <summary>Whether another unit's clearing of this hash holds.</summary>
    public async Task<bool> IsReceived(string hash, string share, long now, CancellationToken ct) =>
        (await reader.Ask<long>("select count(*) from received_clearing where hash = @hash and share = @share and expires_at > @now", new { hash, share, now }, ct))[0] > 0;

    /// <summary>Clearings against a list that hold, and were not overtaken by what two officers found since, of people whose candidate this reader sees.</summary>
    public Task<IReadOnlyList<TravellingRow>> Holding(string list, long now, CancellationToken ct) => reader.Ask<TravellingRow>($"""
        select n.entry_key as EntryKey, n.expires_at as ExpiresAt, c.asked from cleared_namesake n join candidate c on c.key = n.candidate
        where n.list = @list and n.withdrawn_at is null and n.expires_at > @now and not (c.state = 'settled' and c.outcome = 'same') and {reader.Sees("c.current_label")} order by n.key
        """, new { list, now }, ct);

    /// <summary>The clearing of a code, by the code's hash; null when there is none.</summary>
    public async Task<ClearedRow?> Coded(string codeHash, CancellationToken ct) => (await reader.Ask<ClearedRow>("""
        select n.key, n.list, n.entry_key as EntryKey, n.issued_at as IssuedAt, n.expires_at as ExpiresAt, n.withdrawn_at as WithdrawnAt from cleared_namesake n where n.code_hash = @codeHash
        """, new { codeHash }, ct)).FirstOrDefault();
}
