namespace Plumbline.Register.Questions;

/// <summary>Where information began, by its reference.</summary>
public sealed record OriginRow(long Key, string Reference);

/// <summary>What are the origins of items that this reader sees called?</summary>
public sealed class OriginRows(Reader reader)
{
    /// <summary>Origins by key, in key order; only those of items that the reader sees.</summary>
    public Task<IReadOnlyList<OriginRow>> Of(IReadOnlyCollection<long> keys, CancellationToken ct) => reader.Ask<OriginRow>($"""
        select o.key, o.reference from origin o
        where {reader.OneOf("o.key", "keys")} and exists (select 1 from item i where i.origin = o.key and {reader.Sees("i.current_label")}) order by o.key
        """, new { keys = reader.Keys(keys) }, ct);
}
