namespace Plumbline.Register.Questions;

/// <summary>A clearing: against which entry, until when; whom it clears stands nowhere.</summary>
public sealed record ClearedRow(long Key, string List, string EntryKey, long IssuedAt, long ExpiresAt, long? WithdrawnAt)
{
    /// <summary>Whether it holds at a time.</summary>
    public bool HoldsAt(long now) => WithdrawnAt is null && ExpiresAt > now;
}

/// <summary>Was this person cleared against this entry? Asked by keyed hashes, so that nobody can list who was.</summary>
public sealed class ClearedRows(Reader reader)
{
    /// <summary>The clearings that hold, among those of a hash.</summary>
    public Task<IReadOnlyList<ClearedRow>> Of(string hash, CancellationToken ct) => reader.Ask<ClearedRow>("""
        select n.key, n.list, n.entry_key as EntryKey, n.issued_at as IssuedAt, n.expires_at as ExpiresAt, n.withdrawn_at as WithdrawnAt
        from cleared_hash h join cleared_namesake n on n.key = h.cleared where h.hash = @hash order by n.key
        """, new { hash }, ct);

    /// <summary>The clearing of a code, by the code's hash; null when there is none.</summary>
    public async Task<ClearedRow?> Coded(string codeHash, CancellationToken ct) => (await reader.Ask<ClearedRow>("""
        select n.key, n.list, n.entry_key as EntryKey, n.issued_at as IssuedAt, n.expires_at as ExpiresAt, n.withdrawn_at as WithdrawnAt from cleared_namesake n where n.code_hash = @codeHash
        """, new { codeHash }, ct)).FirstOrDefault();
}
