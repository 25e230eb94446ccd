namespace Plumbline.Register.Questions;

/// <summary>One step in an item's grade history.</summary>
/// <param name="Step"><c>received</c>, <c>proposed</c>, <c>returned</c>, <c>confirmed</c> or <c>regraded</c>.</param>
public sealed record GradingRow(long Key, long Item, string Scheme, long Grade, string Step, long? DerivedFrom, long? CorroboratedBy, string? ExternalReference, long GivenBy, long GivenAt, string Reason);

/// <summary>How did these items come by their grades?</summary>
public sealed class GradingRows(Reader reader)
{
    /// <summary>The history of the items that the reader sees, oldest first.</summary>
    public Task<IReadOnlyList<GradingRow>> Of(IReadOnlyCollection<long> items, CancellationToken ct) => reader.Ask<GradingRow>($"""
        select g.key, g.item, g.scheme, g.grade, g.step, g.derived_from as DerivedFrom, g.corroborated_by as CorroboratedBy, g.external_reference as ExternalReference,
          g.given_by as GivenBy, g.given_at as GivenAt, g.reason
        from grading g join item i on i.key = g.item
        where {reader.OneOf("g.item", "keys")} and {reader.Sees("i.current_label")} order by g.key
        """, new { keys = reader.Keys(items) }, ct);
}
