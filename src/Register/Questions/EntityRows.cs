namespace Plumbline.Register.Questions;

/// <summary>An entity that exists for a reader: at least one live statement about it may be seen.</summary>
public sealed record EntityRow(long Key, string Type);

/// <summary>Which of these entities exist for this reader?</summary>
public sealed class EntityRows(Reader reader)
{
    /// <summary>Those of the keys about which the reader sees a live statement, in key order; hidden and absent are left out alike.</summary>
    /// <param name="waiting">Whether statements that wait for acceptance count too: for those who mark, never for those who read.</param>
    public Task<IReadOnlyList<EntityRow>> Existing(IReadOnlyCollection<long> keys, bool waiting, CancellationToken ct) => reader.Ask<EntityRow>($"""
        select e.key, e.type from entity e
        where {reader.OneOf("e.key", "keys")} and exists (
          select 1 from statement s where s.entity = e.key and s.waiting <= @most and s.withdrawn_at is null and {reader.Sees("s.current_label")})
        order by e.key
        """, new { keys = reader.Keys(keys), most = waiting ? 1L : 0L }, ct);
}
