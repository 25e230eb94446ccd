using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Plumbline.Core;

namespace Plumbline.Register;

/// <summary>Labels are interned: each canonical text has one small key. Keys never change meaning, so both ways may be cached for ever.</summary>
public sealed class Labels(RegisterStore store)
{
    private readonly ConcurrentDictionary<string, long> keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, Label> labels = new();
    private long read;

    /// <summary>The key of a label, made within the writer's transaction when it is new.</summary>
    public async Task<long> Intern(Writer writer, Label label, CancellationToken ct)
    {
        var canonical = label.ToString();
        if (keys.TryGetValue(canonical, out var known)) return known;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
        var key = await writer.One<long?>("select key from label where hash = @hash", new { hash }, ct);
        if (key is { } found)
        {
            // Only what another transaction has committed, or this one may yet undo: remember it when it is read back.
            return found;
        }
        key = await writer.TakeKeys("label", 1, ct);
        await writer.Execute("insert into label (key, canonical, hash) values (@key, @canonical, @hash) on conflict (hash) do nothing", new { key, canonical, hash }, ct);
        return (await writer.One<long?>("select key from label where hash = @hash", new { hash }, ct))!.Value;
    }

    /// <summary>Every label of the register by key.</summary>
    public async Task<IReadOnlyDictionary<long, Label>> All(CancellationToken ct)
    {
        await using var db = await store.Open(ct);
        // By their number, not after the greatest key: on a server a smaller key may be committed later.
        var rows = (await db.QueryAsync<(long Key, string Canonical)>(
            new CommandDefinition("select key, canonical from label where (select count(*) from label) <> @read order by key", new { read = Interlocked.Read(ref read) }, cancellationToken: ct))).AsList();
        foreach (var (key, canonical) in rows)
        {
            // A label that cannot be read is left out, and what is left out is denied.
            if (!Label.TryParse(canonical, out var label)) continue;
            labels[key] = label;
            keys[canonical] = key;
        }
        if (rows.Count > 0) Interlocked.Exchange(ref read, rows.Count);
        return labels;
    }

    /// <summary>The union of the labels behind these keys: what a page that shows them all must bear.</summary>
    public async Task<Label> Union(IEnumerable<long> keys, CancellationToken ct)
    {
        var shown = new List<Label>();
        foreach (var key in keys.Distinct()) shown.Add(await Of(key, ct));
        return Label.Combine(shown);
    }

    /// <summary>The label behind a key.</summary>
    /// <exception cref="KeyNotFoundException">No such label.</exception>
    public async Task<Label> Of(long key, CancellationToken ct) =>
        labels.TryGetValue(key, out var label) ? label : (await All(ct))[key];
}
