using System.Globalization;

namespace Plumbline.Register.Records;

/// <summary>Writes sources, and the references of items that had none.</summary>
/// <param name="now">UTC microseconds.</param>
public sealed class SourceRecords(Writer writer, long now)
{
    private const string Prefix = "S-";

    /// <summary>The next free number of the series S-001, S-002, …; a number that items cite already is not free, entered or not.</summary>
    public async Task<string> Next(CancellationToken ct)
    {
        // "." follows "-": the range is every reference that begins with the prefix.
        var taken = await writer.Query<string>("""
            select reference from source where reference >= 'S-' and reference < 'S.'
            union select source from item where source >= 'S-' and source < 'S.'
            """, null, ct);
        var last = taken.Select(reference => int.TryParse(reference.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).DefaultIfEmpty().Max();
        return string.Create(CultureInfo.InvariantCulture, $"{Prefix}{last + 1:D3}");
    }

    /// <summary>Enters a source; null when its reference is taken.</summary>
    /// <param name="secret">The identity under seal; null for none.</param>
    public async Task<long?> Add(string reference, string kind, byte[]? secret, long keeper, CancellationToken ct)
    {
        var key = await writer.TakeKeys("source", 1, ct);
        return await writer.Execute("""
            insert into source (key, reference, kind, keeper, secret, created_at) values (@key, @reference, @kind, @keeper, @secret, @now)
            on conflict (reference) do nothing
            """, new { key, reference, kind, keeper, secret, now }, ct) == 1 ? key : null;
    }

    /// <summary>States on which legal basis a source is used; what was stated before stays as history.</summary>
    public async Task Basis(long source, string legalBasis, string reason, long by, CancellationToken ct)
    {
        var key = await writer.TakeKeys("source_basis", 1, ct);
        await writer.Execute("insert into source_basis (key, source, legal_basis, reason, given_by, given_at) values (@key, @source, @legalBasis, @reason, @by, @now)",
            new { key, source, legalBasis, reason, by, now }, ct);
    }

    /// <summary>Gives an item its reference, and keeps that it had none; false when it has one by now.</summary>
    public async Task<bool> Assign(long item, string reference, long by, CancellationToken ct)
    {
        if (await writer.Execute("update item set source = @reference where key = @item and source is null", new { item, reference }, ct) == 0) return false;
        var key = await writer.TakeKeys("item_change", 1, ct);
        await writer.Execute("insert into item_change (key, item, field, before, after, given_by, given_at) values (@key, @item, 'source', null, @reference, @by, @now)",
            new { key, item, reference, by, now }, ct);
        return true;
    }
}
