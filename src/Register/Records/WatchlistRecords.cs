namespace Plumbline.Register.Records;

/// <summary>A watchlist about to be kept; see the columns of <c>watchlist</c>.</summary>
/// <param name="List">Key of the imported list that it stands on; empty for entries of the unit's own.</param>
/// <param name="ReviewDay">Day number by which its owner reviews it.</param>
public sealed record NewWatchlist(string Name, string List, long Owner, string LegalBasis, string Instruction, long ReviewDay);

/// <summary>Writes watchlists and the numbers that oversight reads.</summary>
/// <param name="now">UTC microseconds.</param>
public sealed class WatchlistRecords(Writer writer, long now)
{
    /// <summary>Keeps a draft; null when the name is taken.</summary>
    public async Task<long?> Add(NewWatchlist list, long by, CancellationToken ct)
    {
        var key = await writer.TakeKeys("watchlist", 1, ct);
        return await writer.Execute("""
            insert into watchlist (key, name, list, owner, legal_basis, instruction, review_day, state, created_by, created_at)
            values (@key, @Name, @List, @Owner, @LegalBasis, @Instruction, @ReviewDay, 'draft', @by, @now) on conflict (name) do nothing
            """, new { key, list.Name, List = list.List.Length > 0 ? list.List : $"{Questions.WatchlistRow.OwnPrefix}{key}", list.Owner, list.LegalBasis, list.Instruction, list.ReviewDay, by, now }, ct) == 1 ? key : null;
    }

    /// <summary>Keeps how many of a sample would have met somebody.</summary>
    public Task<int> Sampled(long watchlist, long people, long hits, CancellationToken ct) =>
        writer.Execute("update watchlist set sampled = @people, sample_hits = @hits, sampled_at = @now where key = @watchlist", new { watchlist, people, hits, now }, ct);

    /// <summary>Puts a draft to use; false when it is none.</summary>
    public async Task<bool> Activate(long watchlist, long by, CancellationToken ct) =>
        await writer.Execute("update watchlist set state = 'active', activated_by = @by, activated_at = @now where key = @watchlist and state = 'draft'", new { watchlist, by, now }, ct) == 1;

    /// <summary>Takes a list out of use; false when it is out already.</summary>
    public async Task<bool> Retire(long watchlist, CancellationToken ct) =>
        await writer.Execute("update watchlist set state = 'retired' where key = @watchlist and state <> 'retired'", new { watchlist }, ct) == 1;

    /// <summary>Sets a new day of review.</summary>
    public async Task<bool> Review(long watchlist, long day, CancellationToken ct) =>
        await writer.Execute("update watchlist set review_day = @day where key = @watchlist and state = 'active'", new { watchlist, day }, ct) == 1;

    /// <summary>Adds to the numbers by list, script and outcome.</summary>
    public async Task Count(long watchlist, string script, string what, long number, CancellationToken ct)
    {
        if (number == 0) return;
        await writer.Execute("""
            insert into screening_tally (watchlist, script, what, number) values (@watchlist, @script, @what, @number)
            on conflict (watchlist, script, what) do update set number = screening_tally.number + @number
            """, new { watchlist, script, what, number }, ct);
    }
}
