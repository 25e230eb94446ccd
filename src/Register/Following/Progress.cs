using Dapper;

namespace Plumbline.Register.Following;

/// <summary>How far the log has come: what waits for its place, and the last leaf that has one.</summary>
/// <param name="Newest">Greatest key of a committed act; 0 before the first.</param>
/// <param name="Waiting">How many acts up to a given key wait for the sequencer.</param>
/// <param name="Leaf">The last leaf of the tree; −1 before the first.</param>
public sealed record Progress(long Newest, long Waiting, long Leaf)
{
    /// <summary>Asks the register.</summary>
    /// <param name="upTo">Only acts up to this key are counted as waiting; null counts all.</param>
    /// <exception cref="System.Data.Common.DbException">The database cannot be reached.</exception>
    public static async Task<Progress> Of(RegisterStore store, long? upTo, CancellationToken ct)
    {
        await using var db = await store.Open(ct);
        return await db.QuerySingleAsync<Progress>(new CommandDefinition("""
            select (select coalesce(max(key), 0) from act) as Newest, (select count(*) from act_waiting where act <= @upTo) as Waiting,
              (select coalesce(max(leaf), -1) from audit_leaf) as Leaf
            """, new { upTo = upTo ?? long.MaxValue }, cancellationToken: ct));
    }
}
