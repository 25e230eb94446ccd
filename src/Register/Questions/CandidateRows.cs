namespace Plumbline.Register.Questions;

/// <summary>A possible match, as it waits or was settled.</summary>
public sealed record CandidateRow
{
    /// <summary>Key.</summary>
    public long Key { get; init; }

    /// <summary>Key of the screening.</summary>
    public long Run { get; init; }

    /// <summary>Which person of the screening, from 1.</summary>
    public long RowNumber { get; init; }

    /// <summary>Key of the watchlist.</summary>
    public long Watchlist { get; init; }

    /// <summary>Name of the watchlist.</summary>
    public string WatchlistName { get; init; } = "";

    /// <summary>Key of the imported list.</summary>
    public string List { get; init; } = "";

    /// <summary>Whether the list is the unit's own, so that the entry is a person of the register.</summary>
    public bool IsOfOwnList => List.StartsWith(WatchlistRow.OwnPrefix, StringComparison.Ordinal);

    /// <summary>What an officer does who meets somebody of it.</summary>
    public string Instruction { get; init; } = "";

    /// <summary>The entry, as its list names it.</summary>
    public string EntryKey { get; init; } = "";

    /// <summary>The entity that the entry is about.</summary>
    public long Entity { get; init; }

    /// <summary>What was known of the person, JSON.</summary>
    public string Asked { get; init; } = "";

    /// <summary>Why it was suggested, JSON.</summary>
    public string Reasons { get; init; } = "";

    /// <summary>Thousandths.</summary>
    public long Score { get; init; }

    /// <summary><c>candidate</c>, <c>incomplete</c> or <c>too_common</c>.</summary>
    public string Verdict { get; init; } = "";

    /// <summary>Script of the name asked about.</summary>
    public string Script { get; init; } = "";

    /// <summary>Version of rules and numbers that suggested it.</summary>
    public string Engine { get; init; } = "";

    /// <summary><c>open</c>, <c>proposed</c> or <c>settled</c>.</summary>
    public string State { get; init; } = "";

    /// <summary>What was proposed or found: <c>same</c>, <c>different</c> or <c>unresolved</c>; null while open.</summary>
    public string? Outcome { get; init; }

    /// <summary>Key of the officer who has it on the desk; null for none.</summary>
    public long? HeldBy { get; init; }

    /// <summary>Until when, UTC microseconds.</summary>
    public long? HeldUntil { get; init; }

    /// <summary>The person of the register of whom it is; null for somebody who was asked about.</summary>
    public long? Subject { get; init; }

    /// <summary>When it was compared, UTC microseconds.</summary>
    public long ComparedAt { get; init; }

    /// <summary>What became of it since: <c>changed</c> (the entry), <c>person</c> (what the register says of the person) or <c>delisted</c>; null for nothing.</summary>
    public string? SinceThen { get; init; }

    /// <summary>When that was found, UTC microseconds.</summary>
    public long? SinceThenAt { get; init; }

    /// <summary>Effective label.</summary>
    public long CurrentLabel { get; init; }
}

/// <summary>A step in the settling of a candidate.</summary>
public sealed record CandidateStep(long Candidate, string Step, string Outcome, string Reason, long GivenBy, string GivenByName, long GivenAt);

/// <summary>A screening as it was run; numbers of people, never who they were.</summary>
public sealed record ScreeningRow(long Key, string Name, string Watchlists, string? Authority, long People, long Unreadable, long None, long Cleared, long Candidates, long Incomplete, long TooCommon, string RunBy, long RunAt);

/// <summary>Which candidates wait or were settled, as far as this reader may see?</summary>
public sealed class CandidateRows(Reader reader)
{
    private const string Columns = """
        c.key, c.run, c.row_number as RowNumber, c.watchlist, w.name as WatchlistName, w.list, coalesce(n.instruction, w.instruction) as Instruction, c.entry_key as EntryKey, c.entity, c.asked, c.reasons, c.score, c.verdict,
        c.script, c.engine, c.state, c.outcome, c.held_by as HeldBy, c.held_until as HeldUntil, c.current_label as CurrentLabel,
        c.subject, coalesce(c.compared_at, r.run_at) as ComparedAt, c.since_then as SinceThen, c.since_then_at as SinceThenAt
        """;

    // An own entry says itself what an officer does.
    private const string From = "candidate c join watchlist w on w.key = c.watchlist join screening_run r on r.key = c.run left join nomination n on n.entry_key = c.entry_key and n.list = w.list";

    /// <summary>Those of a state, oldest first; of one person the likeliest first.</summary>
    public Task<IReadOnlyList<CandidateRow>> In(string state, long most, CancellationToken ct) => reader.Ask<CandidateRow>($"""
        select {Columns} from {From}
        where c.state = @state and {reader.Sees("c.current_label")} order by c.run, c.row_number, c.score desc, c.key limit @most
        """, new { state, most }, ct);

    /// <summary>How many there are in a state.</summary>
    public async Task<long> Count(string state, CancellationToken ct) =>
        (await reader.Ask<long>($"select count(*) from candidate c where c.state = @state and {reader.Sees("c.current_label")}", new { state }, ct))[0];

    /// <summary>Those of which the entry or the person changed, or the entry was delisted, since they were compared; whatever their state, latest first.</summary>
    public Task<IReadOnlyList<CandidateRow>> Overtaken(long most, CancellationToken ct) => reader.Ask<CandidateRow>($"""
        select {Columns} from {From} where c.since_then is not null and {reader.Sees("c.current_label")} order by c.since_then_at desc, c.run, c.row_number, c.key limit @most
        """, new { most }, ct);

    /// <summary>How many there are of those.</summary>
    public async Task<long> CountOvertaken(CancellationToken ct) =>
        (await reader.Ask<long>($"select count(*) from candidate c where c.since_then is not null and {reader.Sees("c.current_label")}", null, ct))[0];

    /// <summary>By key.</summary>
    public async Task<CandidateRow?> Of(long key, CancellationToken ct) => (await reader.Ask<CandidateRow>($"""
        select {Columns} from {From} where c.key = @key and {reader.Sees("c.current_label")}
        """, new { key }, ct)).FirstOrDefault();

    /// <summary>What was done about candidates, oldest first.</summary>
    public Task<IReadOnlyList<CandidateStep>> Steps(IReadOnlyCollection<long> candidates, CancellationToken ct) => reader.Ask<CandidateStep>($"""
        select s.candidate, s.step, s.outcome, s.reason, s.given_by as GivenBy, o.name as GivenByName, s.given_at as GivenAt
        from candidate_step s join officer o on o.key = s.given_by join candidate c on c.key = s.candidate
        where {reader.OneOf("s.candidate", "keys")} and {reader.Sees("c.current_label")} order by s.key
        """, new { keys = reader.Keys(candidates) }, ct);

    /// <summary>How many people this reader screened from tables without an authority since a time; one at the desk is no table.</summary>
    public async Task<long> WithoutAuthority(long since, CancellationToken ct) => (await reader.Ask<long>("""
        select cast(coalesce(sum(people), 0) as bigint) from screening_run where run_by = @me and authority is null and people > 1 and run_at > @since
        """, new { me = reader.Standing.Officer, since }, ct))[0];

    /// <summary>The last screenings, newest first.</summary>
    public Task<IReadOnlyList<ScreeningRow>> Runs(long most, CancellationToken ct) => reader.Ask<ScreeningRow>($"""
        select r.key, r.name, r.watchlists, r.authority, r.people, r.unreadable, r.none, r.cleared, r.candidates, r.incomplete, r.too_common as TooCommon, o.name as RunBy, r.run_at as RunAt
        from screening_run r join officer o on o.key = r.run_by where {reader.Sees("r.current_label")} order by r.key desc limit @most
        """, new { most }, ct);
}
