using CsCheck;
using Plumbline.Register.Audit;

namespace Plumbline.Specs.Register.Audit;

public sealed class A_proof_of_inclusion
{
    private static readonly Gen<(byte[][] Entries, int Index, uint Bit)> Cases =
        from entries in Logs.NotEmpty
        from index in Gen.Int[0, entries.Length - 1]
        from bit in Gen.UInt
        select (entries, index, bit);

    [Fact]
    public void Verifies_and_is_the_path_of_the_standard() => Cases.Sample(c =>
    {
        var proof = MerkleProofs.Inclusion(Logs.Leaves(c.Entries), c.Index, c.Entries.Length, CancellationToken.None);
        Assert.Equal(SlowTree.Path(c.Index, c.Entries), proof.Path);
        Assert.True(proof.Verify(MerkleTree.LeafHash(c.Entries[c.Index]), SlowTree.Root(c.Entries)));
    });

    [Fact]
    public void Fails_when_any_bit_is_turned() => Cases.Sample(c =>
    {
        var proof = MerkleProofs.Inclusion(Logs.Leaves(c.Entries), c.Index, c.Entries.Length, CancellationToken.None);
        var (leaf, root) = (MerkleTree.LeafHash(c.Entries[c.Index]), SlowTree.Root(c.Entries));
        Assert.False(proof.Verify(Logs.Turned([leaf], c.Bit)![0], root));
        Assert.False(proof.Verify(leaf, Logs.Turned([root], c.Bit)![0]));
        if (Logs.Turned(proof.Path, c.Bit) is { } path) Assert.False((proof with { Path = path }).Verify(leaf, root));
    });

    [Fact]
    public void Fails_for_another_place_or_a_path_of_another_length() => Cases.Sample(c =>
    {
        // Two equal entries side by side do stand in each other's place.
        byte[][] entries = [.. c.Entries.Select((entry, at) => (byte[])[(byte)at, .. entry])];
        var size = entries.Length;
        var proof = MerkleProofs.Inclusion(Logs.Leaves(entries), c.Index, size, CancellationToken.None);
        var (leaf, root) = (MerkleTree.LeafHash(entries[c.Index]), SlowTree.Root(entries));
        Assert.All(Enumerable.Range(-1, size + 2).Where(index => index != c.Index), index =>
            Assert.False((proof with { Index = index }).Verify(leaf, root)));
        Assert.False((proof with { Path = [.. proof.Path, root] }).Verify(leaf, root));
        if (proof.Path.Count > 0) Assert.False((proof with { Path = [.. proof.Path.Skip(1)] }).Verify(leaf, root));
        if (proof.Path.Count > 0) Assert.False((proof with { Path = [[1], .. proof.Path.Skip(1)] }).Verify(leaf, root));
    });

    [Fact]
    public void Is_not_made_from_a_log_that_gives_too_few_leaves() =>
        Assert.Throws<InvalidDataException>(() => MerkleProofs.Inclusion((_, _) => [new byte[32]], 0, 8, CancellationToken.None));

    [Fact]
    public void Stops_when_asked_to()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.Throws<OperationCanceledException>(() => MerkleProofs.Inclusion(Logs.Leaves(SlowTree.Entries), 0, 8, stopped.Token));
    }
}

public sealed class A_proof_of_consistency
{
    private static readonly Gen<(byte[][] Entries, int First, uint Bit)> Cases =
        from entries in Logs.NotEmpty
        from first in Gen.Int[0, entries.Length]
        from bit in Gen.UInt
        select (entries, first, bit);

    [Fact]
    public void Verifies_between_any_two_sizes() => Cases.Sample(c =>
    {
        var proof = MerkleProofs.Consistency(Logs.Leaves(c.Entries), c.First, c.Entries.Length, CancellationToken.None);
        if (c.First > 0) Assert.Equal(SlowTree.Proof(c.First, c.Entries), proof.Path);
        Assert.True(proof.Verify(SlowTree.Root(c.Entries.AsSpan(0, c.First)), SlowTree.Root(c.Entries)));
    });

    [Fact]
    public void Fails_when_any_bit_is_turned() => Cases.Sample(c =>
    {
        var proof = MerkleProofs.Consistency(Logs.Leaves(c.Entries), c.First, c.Entries.Length, CancellationToken.None);
        var (older, newer) = (SlowTree.Root(c.Entries.AsSpan(0, c.First)), SlowTree.Root(c.Entries));
        Assert.False(proof.Verify(Logs.Turned([older], c.Bit)![0], newer));
        // From nothing, every tree is a continuation: there the newer root proves nothing and is not asked.
        if (c.First > 0) Assert.False(proof.Verify(older, Logs.Turned([newer], c.Bit)![0]));
        if (Logs.Turned(proof.Path, c.Bit) is { } path) Assert.False((proof with { Path = path }).Verify(older, newer));
        Assert.False((proof with { Path = [.. proof.Path, newer] }).Verify(older, newer));
    });

    [Fact]
    public void Fails_when_history_was_rewritten() => Cases.Where(c => c.First > 0).Sample(c =>
    {
        var older = SlowTree.Root(c.Entries.AsSpan(0, c.First));
        byte[][] rewritten = [.. c.Entries];
        rewritten[c.Bit % c.First] = [.. rewritten[c.Bit % c.First], 1];
        var proof = MerkleProofs.Consistency(Logs.Leaves(rewritten), c.First, rewritten.Length, CancellationToken.None);
        Assert.False(proof.Verify(older, SlowTree.Root(rewritten)));
    });

    [Fact]
    public void Is_false_when_malformed()
    {
        var root = SlowTree.Root(SlowTree.Entries);
        Assert.False(new ConsistencyProof(-1, 8, []).Verify(root, root));
        Assert.False(new ConsistencyProof(9, 8, []).Verify(root, root));
        Assert.False(new ConsistencyProof(3, 8, []).Verify(root, root));
        Assert.False(new ConsistencyProof(3, 8, [[]]).Verify(root, root));
    }
}
