namespace Plumbline.Register.Records;

/// <summary>What a screening did; see the columns of <c>screening_run</c>.</summary>
public sealed record NewScreening(string Name, string Watchlists, string? Authority, string? Grounds, long? AuthorityUntil, long Threshold, string Engine, long Label)
{
    /// <summary>People asked about.</summary>
    public long People { get; set; }

    /// <summary>People whose name could not be read.</summary>
    public long Unreadable { get; set; }

    /// <summary>People who met nobody: they are counted and forgotten.</summary>
    public long None { get; set; }

    /// <summary>People who met only entries against which they were cleared.</summary>
    public long Cleared { get; set; }

    /// <summary>Rows for a person to look at.</summary>
    public long Candidates { get; set; }

    /// <summary>Rows of a short name that nothing else supports.</summary>
    public long Incomplete { get; set; }

    /// <summary>Rows of a name that too many have.</summary>
    public long TooCommon { get; set; }
}

/// <summary>A possible match to keep.</summary>
/// <param name="Row">Which person of the run, from 1: rows of one person belong together.</param>
/// <param name="Asked">What was known of the person, JSON.</param>
/// <param name="Reasons">Why it was suggested, JSON.</param>
/// <param name="Score">Thousandths.</param>
/// <param name="Script">Script of the name asked about.</param>
public sealed record NewCandidate(long Row, long Watchlist, string EntryKey, long Entity, string Asked, string Reasons, long Score, string Verdict, string Script)
{
    /// <summary>The person of the register of whom it is; null for somebody who was asked about.</summary>
    public long? Subject { get; init; }

    /// <summary>Its own label; null for the run's.</summary>
    public long? Label { get; init; }
}

/// <summary>Writes screenings, their candidates and what people found.</summary>
/// <param name="now">UTC microseconds.</param>
public sealed class CandidateRecords(Writer writer, long now)
{
    /// <summary>Keeps a screening with its candidates.</summary>
    /// <returns>Keys of the run and of the first candidate; the others follow.</returns>
    public async Task<(long Run, long First)> Add(NewScreening run, IReadOnlyList<NewCandidate> candidates, long by, CancellationToken ct)
    {
        var key = await writer.TakeKeys("screening_run", 1, ct);
        await writer.Execute("""
            insert into screening_run (key, name, watchlists, authority, grounds, authority_until, threshold, engine, people, unreadable, none, cleared, candidates, incomplete, too_common, run_by, run_at, current_label)
            values (@key, @Name, @Watchlists, @Authority, @Grounds, @AuthorityUntil, @Threshold, @Engine, @People, @Unreadable, @None, @Cleared, @Candidates, @Incomplete, @TooCommon, @by, @now, @Label)
            """, new
        {
            key,
            run.Name,
            run.Watchlists,
            run.Authority,
            run.Grounds,
            run.AuthorityUntil,
            run.Threshold,
            run.Engine,
            run.People,
            run.Unreadable,
            run.None,
            run.Cleared,
            run.Candidates,
            run.Incomplete,
            run.TooCommon,
            by,
            now,
            run.Label,
        }, ct);
        return (key, await Add(key, run.Engine, run.Label, candidates, ct));
    }

    /// <summary>Keeps further candidates of a screening.</summary>
    /// <param name="label">Of those that have none of their own.</param>
    /// <returns>The key of the first; the others follow; 0 for none.</returns>
    public async Task<long> Add(long run, string engine, long label, IReadOnlyList<NewCandidate> candidates, CancellationToken ct)
    {
        if (candidates.Count == 0) return 0;
        var first = await writer.TakeKeys("candidate", candidates.Count, ct);
        for (var n = 0; n < candidates.Count; n++)
        {
            var one = candidates[n];
            await writer.Execute("""
                insert into candidate (key, run, row_number, watchlist, entry_key, entity, asked, reasons, score, verdict, script, engine, state, current_label, subject, compared_at)
                values (@key, @run, @Row, @Watchlist, @EntryKey, @Entity, @Asked, @Reasons, @Score, @Verdict, @Script, @engine, 'open', @label, @Subject, @now)
                """, new { key = first + n, run, one.Row, one.Watchlist, one.EntryKey, one.Entity, one.Asked, one.Reasons, one.Score, one.Verdict, one.Script, engine, label = one.Label ?? label, one.Subject, now }, ct);
        }
        return first;
    }

    /// <summary>Holds a candidate for one officer; false when another holds it or it is settled.</summary>
    /// <param name="until">UTC microseconds; afterwards anybody may take it.</param>
    public async Task<bool> Hold(long candidate, long by, long until, CancellationToken ct) => await writer.Execute("""
        update candidate set held_by = @by, held_until = @until where key = @candidate and state <> 'settled' and (held_by is null or held_by = @by or held_until <= @now)
        """, new { candidate, by, until, now }, ct) == 1;

    /// <summary>Keeps a step and moves the candidate on, if it still stands where the officer saw it.</summary>
    /// <param name="from">State expected: <c>open</c> or <c>proposed</c>.</param>
    /// <param name="to">State afterwards: <c>open</c>, <c>proposed</c> or <c>settled</c>.</param>
    /// <returns>False, with nothing done, when another was faster.</returns>
    public async Task<bool> Step(long candidate, string from, string to, string step, string outcome, string reason, long by, CancellationToken ct)
    {
        if (await writer.Execute("update candidate set state = @to, outcome = @kept, held_by = null, held_until = null where key = @candidate and state = @from",
            new { candidate, from, to, kept = to == "open" ? null : outcome }, ct) == 0) return false;
        var key = await writer.TakeKeys("candidate_step", 1, ct);
        await writer.Execute("insert into candidate_step (key, candidate, step, outcome, reason, given_by, given_at) values (@key, @candidate, @step, @outcome, @reason, @by, @now)",
            new { key, candidate, step, outcome, reason, by, now }, ct);
        return true;
    }

    /// <summary>Puts a candidate back into the queue as it is compared now; what stood there before is kept with the step. False when it stands elsewhere by now.</summary>
    /// <param name="from">As the officer saw it.</param>
    /// <param name="replaced">What stood there before, JSON.</param>
    public async Task<bool> CompareAgain(Questions.CandidateRow from, NewCandidate next, string engine, string replaced, string reason, long by, CancellationToken ct)
    {
        if (await writer.Execute("""
            update candidate set asked = @Asked, reasons = @Reasons, score = @Score, verdict = @Verdict, engine = @engine, compared_at = @now, current_label = @label, state = 'open', outcome = null,
              held_by = null, held_until = null, since_then = null, since_then_at = null where key = @Key and state = @State and since_then = @SinceThen
            """, new { from.Key, from.State, from.SinceThen, next.Asked, next.Reasons, next.Score, next.Verdict, engine, now, label = next.Label ?? from.CurrentLabel }, ct) == 0) return false;
        var key = await writer.TakeKeys("candidate_step", 1, ct);
        await writer.Execute("insert into candidate_step (key, candidate, step, outcome, reason, given_by, given_at, replaced) values (@key, @candidate, 'compared', @outcome, @reason, @by, @now, @replaced)",
            new { key, candidate = from.Key, outcome = from.Outcome ?? "", reason, by, now, replaced }, ct);
        return true;
    }

    /// <summary>Keeps that a namesake was cleared.</summary>
    /// <param name="hashes">Keyed hashes of what tells the person apart.</param>
    public async Task<long> Clear(long candidate, string list, string entryKey, string codeHash, IReadOnlyCollection<string> hashes, long expiresAt, long by, CancellationToken ct)
    {
        var key = await writer.TakeKeys("cleared_namesake", 1, ct);
        await writer.Execute("""
            insert into cleared_namesake (key, candidate, list, entry_key, code_hash, issued_by, issued_at, expires_at) values (@key, @candidate, @list, @entryKey, @codeHash, @by, @now, @expiresAt)
            """, new { key, candidate, list, entryKey, codeHash, by, now, expiresAt }, ct);
        foreach (var hash in hashes.Distinct(StringComparer.Ordinal)) await writer.Execute("insert into cleared_hash (hash, cleared) values (@hash, @key)", new { hash, key }, ct);
        return key;
    }

    /// <summary>Takes in another unit's clearings against a list, in the place of those it sent before: what it renewed or withdrew is so here too. False when a newer file is in.</summary>
    /// <param name="madeAt">When the other unit made the file, UTC microseconds.</param>
    public async Task<bool> Receive(string share, string list, long madeAt, IReadOnlyCollection<(string Hash, long ExpiresAt)> clearings, long by, CancellationToken ct)
    {
        if (await writer.Execute("""
            insert into received_share (share, list, made_at) values (@share, @list, @madeAt) on conflict (share, list) do update set made_at = @madeAt where received_share.made_at < @madeAt
            """, new { share, list, madeAt }, ct) == 0) return false;
        await writer.Execute("delete from received_clearing where share = @share and list = @list", new { share, list }, ct);
        foreach (var (hash, expires) in clearings.GroupBy(one => one.Hash, StringComparer.Ordinal).Select(group => (group.Key, group.Max(one => one.ExpiresAt))))
            await writer.Execute("insert into received_clearing (hash, share, list, expires_at, received_by, received_at) values (@hash, @share, @list, @expires, @by, @now) on conflict (hash, share) do nothing", new { hash, share, list, expires, by, now }, ct);
        return true;
    }

    /// <summary>Takes a clearing back; false when it is none that holds.</summary>
    public async Task<bool> Withdraw(long cleared, string why, long by, CancellationToken ct) => await writer.Execute("""
        update cleared_namesake set withdrawn_by = @by, withdrawn_at = @now, withdrawn_why = @why where key = @cleared and withdrawn_at is null
        """, new { cleared, why, by, now }, ct) == 1;
}
