namespace Plumbline.Register.Records;

/// <summary>Writes what oversight is told and what it found.</summary>
/// <param name="now">UTC microseconds.</param>
public sealed class OversightRecords(Writer writer, long now)
{
    /// <summary>A concern of an officer.</summary>
    public async Task<long> AddConcern(string text, long by, CancellationToken ct)
    {
        var key = await writer.TakeKeys("concern", 1, ct);
        await writer.Execute("insert into concern (key, text, sent_by, sent_at) values (@key, @text, @by, @now)", new { key, text, by, now }, ct);
        return key;
    }

    /// <summary>What oversight did about a concern; false when it was answered already or there is none.</summary>
    public async Task<bool> AnswerConcern(long concern, string answer, long by, CancellationToken ct) => await writer.Execute(
        "update concern set answer = @answer, answered_by = @by, answered_at = @now where key = @concern and answered_at is null", new { concern, answer, by, now }, ct) == 1;

    /// <summary>What oversight thinks of an act; false when it was reviewed already.</summary>
    /// <param name="verdict"><c>in-order</c> or <c>concern</c>.</param>
    public async Task<bool> Review(long act, string verdict, string note, long by, CancellationToken ct) => await writer.Execute(
        "insert into audit_review (act, verdict, note, reviewed_by, reviewed_at) values (@act, @verdict, @note, @by, @now) on conflict (act) do nothing", new { act, verdict, note, by, now }, ct) == 1;
}
