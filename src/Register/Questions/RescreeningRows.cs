namespace Plumbline.Register.Questions;

/// <summary>A re-screening as officers see it: how far it came, and its numbers.</summary>
/// <param name="State"><c>running</c>, <c>cancelled</c> or <c>done</c>; one that was cut off is running until somebody takes it up.</param>
/// <param name="Entries">Entries that were new or had changed.</param>
/// <param name="Changed">Candidates whose entry or person had changed.</param>
/// <param name="Delisted">Candidates whose entry was gone.</param>
public sealed record RescreeningRow(long Key, long Watchlist, string Name, string State, long Entries, long Changed, long Delisted, long People, long None, long Candidates, long Incomplete, long TooCommon,
    string StartedBy, long StartedAt, long? FinishedAt);

/// <summary>What came of screening the register again? Numbers; they carry the label of the run.</summary>
public sealed class RescreeningRows(Reader reader)
{
    /// <summary>The last ones of each watchlist, newest first.</summary>
    public Task<IReadOnlyList<RescreeningRow>> Lately(long most, CancellationToken ct) => reader.Ask<RescreeningRow>($"""
        select r.key, r.watchlist, w.name, r.state, r.entries, r.changed, r.delisted, s.people, s.none, s.candidates, s.incomplete, s.too_common as TooCommon,
          o.name as StartedBy, r.started_at as StartedAt, r.finished_at as FinishedAt
        from rescreening r join watchlist w on w.key = r.watchlist join screening_run s on s.key = r.run join officer o on o.key = r.started_by
        where {reader.Sees("s.current_label")} order by r.key desc limit @most
        """, new { most }, ct);
}
