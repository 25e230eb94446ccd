namespace Plumbline.Register.Questions;

/// <summary>A concern that an officer sent to oversight, and what oversight did about it.</summary>
public sealed record ConcernRow(long Key, string Text, string? Login, string? Name, long SentAt, string? Answer, long? AnsweredAt);

/// <summary>What worries officers? Only oversight may ask, and the sender for the answer to the sender's own.</summary>
public sealed class ConcernRows(Reader reader)
{
    private const string Columns = "k.key, k.text, o.login, o.name, k.sent_at as SentAt, k.answer, k.answered_at as AnsweredAt";

    /// <summary>All concerns, those without an answer first, newest first.</summary>
    public Task<IReadOnlyList<ConcernRow>> All(CancellationToken ct) => reader.Ask<ConcernRow>($"""
        select {Columns} from concern k left join officer o on o.key = k.sent_by
        order by case when k.answered_at is null then 0 else 1 end, k.key desc
        """, null, ct);

    /// <summary>The reader's own, newest first.</summary>
    public Task<IReadOnlyList<ConcernRow>> Own(CancellationToken ct) => reader.Ask<ConcernRow>($"""
        select {Columns} from concern k left join officer o on o.key = k.sent_by where k.sent_by = @me order by k.key desc
        """, new { me = reader.Standing.Officer }, ct);
}
