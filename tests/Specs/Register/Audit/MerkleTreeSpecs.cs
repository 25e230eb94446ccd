using CsCheck;
using Plumbline.Register.Audit;

namespace Plumbline.Specs.Register.Audit;

public sealed class The_tree_of_the_audit_log
{
    /// <summary>Roots of the certificate transparency reference tests, by size.</summary>
    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Has_the_roots_that_others_compute(int size, string root)
    {
        Assert.Equal(root, Convert.ToHexStringLower(Grown(SlowTree.Entries[..size]).Root()));
        Assert.Equal(root, Convert.ToHexStringLower(SlowTree.Root(SlowTree.Entries.AsSpan(0, size))));
    }

    [Fact]
    public void Agrees_with_the_slow_tree() => Logs.Entries.Sample(entries =>
        Assert.Equal(SlowTree.Root(entries), Grown(entries).Root()));

    [Fact]
    public void Goes_on_from_what_was_kept() => Gen.Select(Logs.Entries, Logs.Entries).Sample((before, after) =>
    {
        Assert.True(Frontier.TryRead(Grown(before).ToBytes(), out var kept));
        foreach (var entry in after) kept.Append(MerkleTree.LeafHash(entry));
        Assert.Equal(before.Length + after.Length, kept.Size);
        Assert.Equal(SlowTree.Root([.. before, .. after]), kept.Root());
    });

    [Fact]
    public void Can_be_carried_on_in_a_copy()
    {
        var tree = Grown(SlowTree.Entries[..3]);
        var copy = tree.Copy();
        copy.Append(MerkleTree.LeafHash(SlowTree.Entries[3]));
        Assert.Equal(SlowTree.Root(SlowTree.Entries.AsSpan(0, 3)), tree.Root());
        Assert.Equal(SlowTree.Root(SlowTree.Entries.AsSpan(0, 4)), copy.Root());
    }

    [Fact]
    public void Is_not_read_from_what_was_cut()
    {
        var bytes = Grown(SlowTree.Entries[..7]).ToBytes();
        Assert.False(Frontier.TryRead(bytes.AsSpan(0, 7), out _));
        Assert.False(Frontier.TryRead(bytes.AsSpan(0, bytes.Length - 1), out _));
        Assert.False(Frontier.TryRead([.. bytes, 0], out _));
        Assert.False(Frontier.TryRead([0xFF, .. new byte[7]], out _));
    }

    [Fact]
    public void Hashes_long_entries_like_short_ones()
    {
        var entry = new byte[100_000];
        Assert.Equal(SlowTree.Root(new[] { entry }), MerkleTree.LeafHash(entry));
    }

    private static Frontier Grown(byte[][] entries)
    {
        var tree = new Frontier();
        foreach (var entry in entries) tree.Append(MerkleTree.LeafHash(entry));
        return tree;
    }
}
