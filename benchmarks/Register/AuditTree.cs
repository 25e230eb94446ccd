using System.Diagnostics;
using Plumbline.Core;
using Plumbline.Register.Audit;

namespace Plumbline.Benchmarks.Register;

/// <summary>Hashing, appending and proving in the audit log's tree; public ids beside it.</summary>
public static class AuditTree
{
    public static void Run(string[] args)
    {
        foreach (var size in new[] { 100_000, 1_000_000 })
        {
            var rows = new byte[size * MerkleTree.HashLength];
            var root = Time($"hash and append {size:N0} leaves of 32 bytes", () => Grown(size, rows).Root());
            var leaves = MerkleTree.Rows(rows);
            var inclusion = Time($"prove 1 of {size:N0}", () => MerkleProofs.Inclusion(leaves, size / 3, size, CancellationToken.None));
            var verified = inclusion.Verify(rows.AsSpan(size / 3 * MerkleTree.HashLength, MerkleTree.HashLength), root);
            var consistency = Time($"prove growth from {size / 3:N0} to {size:N0}", () => MerkleProofs.Consistency(leaves, size / 3, size, CancellationToken.None));
            verified &= consistency.Verify(MerkleProofs.Root(leaves, size / 3, CancellationToken.None), root);
            Console.WriteLine($"  both proofs verify: {verified}");
        }

        var ids = new PublicIds(new byte[32]);
        Time("1,000,000 public ids shown and read", () =>
        {
            var same = true;
            for (long key = 0; key < 1_000_000; key++) same &= ids.TryRead(ids.Show(PublicKind.Entity, key), out _, out var read) && read == key;
            return same;
        });
    }

    private static Frontier Grown(int size, byte[] rows)
    {
        var tree = new Frontier();
        Span<byte> entry = stackalloc byte[32];
        for (var leaf = 0; leaf < size; leaf++)
        {
            BitConverter.TryWriteBytes(entry, leaf);
            var hash = MerkleTree.LeafHash(entry);
            hash.CopyTo(rows, leaf * MerkleTree.HashLength);
            tree.Append(hash);
        }

        return tree;
    }

    private static T Time<T>(string what, Func<T> work)
    {
        var watch = Stopwatch.StartNew();
        var result = work();
        Console.WriteLine($"  {what,-52} {watch.Elapsed.TotalMilliseconds,8:F0} ms");
        return result;
    }
}
