namespace Plumbline.Register.Questions;

/// <summary>A person of the register, nominated for an own watchlist.</summary>
public sealed record NominationRow
{
    /// <summary>Key.</summary>
    public long Key { get; init; }

    /// <summary>The entry, as its list names it.</summary>
    public string EntryKey { get; init; } = "";

    /// <summary>Key of the watchlist.</summary>
    public long Watchlist { get; init; }

    /// <summary>Its name.</summary>
    public string WatchlistName { get; init; } = "";

    /// <summary>Key of the person.</summary>
    public long Person { get; init; }

    /// <summary>What the person did or prepares, in the nominator's words.</summary>
    public string Conduct { get; init; } = "";

    /// <summary>Why it is proportionate.</summary>
    public string Proportionate { get; init; } = "";

    /// <summary>Why it is lawful.</summary>
    public string Lawful { get; init; } = "";

    /// <summary>Who answers for it and how it is looked over.</summary>
    public string Accountable { get; init; } = "";

    /// <summary>Why nothing less does.</summary>
    public string Necessary { get; init; } = "";

    /// <summary>What an officer does who meets the person.</summary>
    public string Instruction { get; init; } = "";

    /// <summary>Day number until which it was approved.</summary>
    public long ExpiresDay { get; init; }

    /// <summary>Day number until which it is asked for.</summary>
    public long ProposedDay { get; init; }

    /// <summary><c>proposed</c>, <c>approved</c>, <c>renewing</c>, <c>declined</c> or <c>removed</c>.</summary>
    public string State { get; init; } = "";

    /// <summary>Key of the nominator.</summary>
    public long NominatedBy { get; init; }

    /// <summary>Name of the nominator.</summary>
    public string NominatedByName { get; init; } = "";

    /// <summary>UTC microseconds.</summary>
    public long NominatedAt { get; init; }

    /// <summary>Effective label: that of all it rests on.</summary>
    public long CurrentLabel { get; init; }

    /// <summary>Whether people are screened against it on a day.</summary>
    public bool IsInForce(long today) => State is "approved" or "renewing" && ExpiresDay >= today;
}

/// <summary>A step of a nomination.</summary>
public sealed record NominationStep(long Nomination, string Step, string Reason, long UntilDay, long GivenBy, string GivenByName, long GivenAt);

/// <summary>Who was nominated, on what, and what became of it, as far as this reader may see?</summary>
public sealed class NominationRows(Reader reader)
{
    private const string Columns = """
        n.key, n.entry_key as EntryKey, n.watchlist, w.name as WatchlistName, n.person, n.conduct, n.proportionate, n.lawful, n.accountable, n.necessary, n.instruction,
        n.expires_day as ExpiresDay, n.proposed_day as ProposedDay, n.state, n.nominated_by as NominatedBy, o.name as NominatedByName, n.nominated_at as NominatedAt, n.current_label as CurrentLabel
        """;

    /// <summary>All of them, those that wait first, then by age, newest first.</summary>
    public Task<IReadOnlyList<NominationRow>> All(long most, CancellationToken ct) => reader.Ask<NominationRow>($"""
        select {Columns} from nomination n join watchlist w on w.key = n.watchlist join officer o on o.key = n.nominated_by
        where {reader.Sees("n.current_label")} order by case n.state when 'proposed' then 0 when 'renewing' then 0 when 'approved' then 1 else 2 end, n.key desc limit @most
        """, new { most }, ct);

    /// <summary>By key.</summary>
    public async Task<NominationRow?> Of(long key, CancellationToken ct) => (await reader.Ask<NominationRow>($"""
        select {Columns} from nomination n join watchlist w on w.key = n.watchlist join officer o on o.key = n.nominated_by where n.key = @key and {reader.Sees("n.current_label")}
        """, new { key }, ct)).FirstOrDefault();

    /// <summary>Keys of the items that they rest on.</summary>
    public Task<IReadOnlyList<(long Nomination, long Item)>> Items(IReadOnlyCollection<long> nominations, CancellationToken ct) => reader.Ask<(long, long)>($"""
        select m.nomination, m.item from nomination_item m join nomination n on n.key = m.nomination
        where {reader.OneOf("m.nomination", "keys")} and {reader.Sees("n.current_label")} order by m.nomination, m.item
        """, new { keys = reader.Keys(nominations) }, ct);

    /// <summary>What was done about them, oldest first.</summary>
    public Task<IReadOnlyList<NominationStep>> Steps(IReadOnlyCollection<long> nominations, CancellationToken ct) => reader.Ask<NominationStep>($"""
        select s.nomination, s.step, s.reason, s.until_day as UntilDay, s.given_by as GivenBy, o.name as GivenByName, s.given_at as GivenAt
        from nomination_step s join officer o on o.key = s.given_by join nomination n on n.key = s.nomination
        where {reader.OneOf("s.nomination", "keys")} and {reader.Sees("n.current_label")} order by s.key
        """, new { keys = reader.Keys(nominations) }, ct);
}
