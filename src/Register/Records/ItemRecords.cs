using Plumbline.Core;

namespace Plumbline.Register.Records;

/// <summary>A field of an item, as it was and as it becomes.</summary>
/// <param name="Field">Column of <c>item</c>: <c>date_text</c>, <c>origin</c>, <c>source</c> or one of custody.</param>
public sealed record ItemChange(string Field, string? Before, string After);

/// <summary>Completes items where their report was silent; what stood there before is kept.</summary>
/// <param name="now">UTC microseconds.</param>
public sealed class ItemRecords(Writer writer, long now)
{
    private static readonly string[] Fields = ["date_text", "origin", "source", "custody", "custody_held_by", "custody_lawyer", "custody_medical", "custody_complaint"];

    /// <summary>Writes the changes to one item.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A field that is not completed like this.</exception>
    public async Task Set(long item, IReadOnlyList<ItemChange> changes, long by, CancellationToken ct)
    {
        foreach (var change in changes)
        {
            if (!Fields.Contains(change.Field)) throw new ArgumentOutOfRangeException(nameof(changes), change.Field, "No such field of an item.");
            var key = await writer.TakeKeys("item_change", 1, ct);
            await writer.Execute("insert into item_change (key, item, field, before, after, given_by, given_at) values (@key, @item, @Field, @Before, @After, @by, @now)",
                new { key, item, change.Field, change.Before, change.After, by, now }, ct);
            var value = change.Field == "origin" ? "cast(@After as bigint)" : "@After";
            await writer.Execute($"update item set {change.Field} = {value} where key = @item", new { item, change.After }, ct);
            if (change.Field != "date_text") continue;
            var date = PartialDate.TryParse(change.After, out var read) ? read : default;
            await writer.Execute("update item set date_from = @from, date_to = @to where key = @item", new { item, from = (long)date.Earliest, to = (long)date.Latest }, ct);
        }
    }
}
