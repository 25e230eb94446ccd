using System.Security.Cryptography;
using Dapper;
using Plumbline.Core;

namespace Plumbline.Register.Audit;

/// <summary>What verifying found.</summary>
/// <param name="Leaves">Acts in the tree.</param>
/// <param name="Root">Root recomputed from the acts themselves.</param>
/// <param name="Faults">What is wrong, in sentences; empty when all is well.</param>
public sealed record AuditFinding(long Leaves, byte[] Root, IReadOnlyList<string> Faults);

/// <summary>Recomputes the audit tree from the acts and holds it against the leaves, the checkpoints kept and one lodged outside.</summary>
public sealed class AuditCheck(RegisterStore store)
{
    private const int FaultsShown = 20;

    /// <summary>Verifies the whole log in one pass. Memory does not grow with the log.</summary>
    /// <param name="lodged">A checkpoint from outside; null for those of the register alone.</param>
    /// <param name="key">Whose signature the checkpoints must carry.</param>
    public async Task<AuditFinding> Verify(Checkpoint? lodged, NoteVerifier key, CancellationToken ct)
    {
        await using var db = await store.Open(ct);
        var faults = new List<string>();
        var heads = await Heads(db, lodged, key, faults, ct);
        var tree = new Frontier();
        await foreach (var row in db.QueryUnbufferedAsync<LeafRow>($"""
            select l.leaf, l.hash, {ActRow.Columns}, c.salt, c.content
            from audit_leaf l left join act a on a.key = l.act left join act_content c on c.act = l.act order by l.leaf
            """).WithCancellation(ct))
        {
            CheckHead(tree, heads, faults);
            if (row.Leaf != tree.Size) Add(faults, $"Leaf {tree.Size} is missing.");
            if (row.Commitment is null) Add(faults, $"Leaf {row.Leaf} has lost its act.");
            else if (!row.Act().LeafHash().AsSpan().SequenceEqual(row.Hash)) Add(faults, $"Leaf {row.Leaf} (act {row.Key}) was changed.");
            else if (row.Salt is not null && row.Content is not null && !ActEntry.Commit(row.Salt, row.Content).AsSpan().SequenceEqual(row.Commitment))
                Add(faults, $"The content of leaf {row.Leaf} (act {row.Key}) was changed.");
            tree.Append(row.Hash);
        }
        CheckHead(tree, heads, faults);
        foreach (var head in heads.Values.Where(head => head.Size > tree.Size))
            Add(faults, $"A checkpoint of size {head.Size} is known, but only {tree.Size} leaves are left: entries were cut off.");
        return new AuditFinding(tree.Size, tree.Root(), faults);
    }

    /// <summary>Proves that leaf <paramref name="index"/> is in the tree of the given size.</summary>
    public async Task<Outcome<(byte[] LeafHash, InclusionProof Proof, byte[] Root)>> Prove(long index, CancellationToken ct)
    {
        await using var db = await store.Open(ct);
        var hashes = (await db.QueryAsync<byte[]>(new CommandDefinition("select hash from audit_leaf order by leaf", cancellationToken: ct))).AsList();
        if (index < 0 || index >= hashes.Count) return new Refusal("audit.no-leaf", $"The log has leaves 0 to {hashes.Count - 1}.");
        IEnumerable<byte[]> Leaves(long from, long to) => hashes.Skip((int)from).Take((int)(to - from));
        return (hashes[(int)index], MerkleProofs.Inclusion(Leaves, index, hashes.Count, ct), MerkleProofs.Root(Leaves, hashes.Count, ct));
    }

    private static async Task<SortedDictionary<long, Checkpoint>> Heads(System.Data.Common.DbConnection db, Checkpoint? lodged, NoteVerifier key, List<string> faults, CancellationToken ct)
    {
        var heads = new SortedDictionary<long, Checkpoint>();
        foreach (var text in await db.QueryAsync<string>(new CommandDefinition("select text from audit_checkpoint order by size", cancellationToken: ct)))
        {
            if (Checkpoint.Read(text) is not Outcome<Checkpoint>.Done { Value: var kept }) Add(faults, "A checkpoint kept here cannot be read.");
            else if (!kept.IsSignedBy(key)) Add(faults, $"The checkpoint of size {kept.Size} kept here is not signed by {key.Name}.");
            else heads[kept.Size] = kept;
        }
        if (lodged is null) return heads;
        if (!lodged.IsSignedBy(key)) Add(faults, $"The checkpoint given is not signed by {key.Name}.");
        else if (heads.TryGetValue(lodged.Size, out var own) && !own.Root.Span.SequenceEqual(lodged.Root.Span)) Add(faults, $"The checkpoint given and the one kept for size {lodged.Size} differ.");
        else heads[lodged.Size] = lodged;
        return heads;
    }

    private static void CheckHead(Frontier tree, SortedDictionary<long, Checkpoint> heads, List<string> faults)
    {
        if (heads.TryGetValue(tree.Size, out var head) && !CryptographicOperations.FixedTimeEquals(head.Root.Span, tree.Root()))
            Add(faults, $"History before leaf {tree.Size} was rewritten: the checkpoint of that size has another root.");
    }

    private static void Add(List<string> faults, string fault)
    {
        if (faults.Count < FaultsShown) faults.Add(fault);
        else if (faults.Count == FaultsShown) faults.Add("More faults follow; the first ones are shown.");
    }

    private sealed class LeafRow
    {
        public long Leaf { get; init; }
        public byte[] Hash { get; init; } = [];
        public long Key { get; init; }
        public long At { get; init; }
        public long Officer { get; init; }
        public string Role { get; init; } = "";
        public string Channel { get; init; } = "";
        public string? OnInstructionOf { get; init; }
        public long? Purpose { get; init; }
        public long? CaseKey { get; init; }
        public string Action { get; init; } = "";
        public string Objects { get; init; } = "";
        public long Count { get; init; }
        public string Outcome { get; init; } = "";
        public byte[]? Commitment { get; init; }
        public byte[]? Salt { get; init; }
        public string? Content { get; init; }

        public ActRow Act() => new(Key, At, Officer, Role, Channel, OnInstructionOf, Purpose, CaseKey, Action, Objects, Count, Outcome, Commitment!);
    }
}
