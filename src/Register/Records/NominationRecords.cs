namespace Plumbline.Register.Records;

/// <summary>A nomination about to be kept; see the columns of <c>nomination</c>.</summary>
/// <param name="Until">Day number.</param>
public sealed record NewNomination(long Watchlist, string List, long Person, string Conduct, string Proportionate, string Lawful, string Accountable, string Necessary, string Instruction, long Until, long Label);

/// <summary>Writes own entries and their history; nothing of it is ever deleted.</summary>
/// <param name="now">UTC microseconds.</param>
public sealed class NominationRecords(Writer writer, long now)
{
    /// <summary>Keeps a nomination; null when the person is nominated for this list already.</summary>
    /// <param name="entryKey">The entry's name from its key.</param>
    public async Task<long?> Add(NewNomination one, IReadOnlyCollection<long> items, Func<long, string> entryKey, string reason, long by, CancellationToken ct)
    {
        if (await writer.One<long>("select count(*) from nomination where list = @List and person = @Person and state in ('proposed', 'approved', 'renewing')", new { one.List, one.Person }, ct) > 0) return null;
        var key = await writer.TakeKeys("nomination", 1, ct);
        await writer.Execute("""
            insert into nomination (key, entry_key, list, watchlist, person, conduct, proportionate, lawful, accountable, necessary, instruction, expires_day, proposed_day, state, moved_at, nominated_by, nominated_at, current_label)
            values (@key, @entry, @List, @Watchlist, @Person, @Conduct, @Proportionate, @Lawful, @Accountable, @Necessary, @Instruction, @Until, @Until, 'proposed', @now, @by, @now, @Label)
            """, new { key, entry = entryKey(key), one.List, one.Watchlist, one.Person, one.Conduct, one.Proportionate, one.Lawful, one.Accountable, one.Necessary, one.Instruction, one.Until, one.Label, by, now }, ct);
        foreach (var item in items.Distinct()) await writer.Execute("insert into nomination_item (nomination, item) values (@key, @item)", new { key, item }, ct);
        await Step(key, "nominated", reason, one.Until, by, ct);
        return key;
    }

    /// <summary>Moves a nomination on, if it still stands where the officer saw it.</summary>
    /// <param name="from">State expected.</param>
    /// <param name="step">What was done.</param>
    /// <param name="expires">Day until which it holds from now on; null to leave it.</param>
    /// <param name="proposed">Day until which it is asked for; null to leave it.</param>
    /// <returns>False, with nothing done, when another was faster.</returns>
    public async Task<bool> Move(long nomination, string from, string to, string step, string reason, long? expires, long? proposed, long by, CancellationToken ct)
    {
        if (await writer.Execute("""
            update nomination set state = @to, moved_at = @now, expires_day = coalesce(@expires, expires_day), proposed_day = coalesce(@proposed, proposed_day) where key = @nomination and state = @from
            """, new { nomination, from, to, now, expires, proposed }, ct) == 0) return false;
        await Step(nomination, step, reason, proposed ?? expires ?? 0, by, ct);
        return true;
    }

    private async Task Step(long nomination, string step, string reason, long until, long by, CancellationToken ct)
    {
        var key = await writer.TakeKeys("nomination_step", 1, ct);
        await writer.Execute("insert into nomination_step (key, nomination, step, reason, until_day, given_by, given_at) values (@key, @nomination, @step, @reason, @until, @by, @now)",
            new { key, nomination, step, reason, until, by, now }, ct);
    }
}
