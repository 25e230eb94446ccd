using System.Numerics;

namespace Plumbline.Register.Audit;

/// <summary>The hashes by which two roots are seen to be of one log: the older tree is the beginning of the newer.</summary>
/// <param name="First">Leaves of the older tree.</param>
/// <param name="Second">Leaves of the newer tree, not fewer.</param>
/// <param name="Path">Hashes of 32 bytes; none if the older tree is empty or the same.</param>
public sealed record ConsistencyProof(long First, long Second, IReadOnlyList<byte[]> Path)
{
    /// <summary>Whether the tree only grew between the two roots. Anything malformed is simply false.</summary>
    /// <param name="firstRoot">32 bytes, of the older checkpoint.</param>
    /// <param name="secondRoot">32 bytes, of the newer one.</param>
    /// <remarks>RFC 9162 §2.1.4.2; beside it an empty older tree must have the root of nothing.</remarks>
    public bool Verify(ReadOnlySpan<byte> firstRoot, ReadOnlySpan<byte> secondRoot)
    {
        if (First < 0 || First > Second || Path.Any(hash => hash.Length != MerkleTree.HashLength)) return false;
        if (First == Second) return Path.Count == 0 && firstRoot.SequenceEqual(secondRoot);
        if (First == 0) return Path.Count == 0 && firstRoot.SequenceEqual(MerkleTree.EmptyRoot());
        // A perfect older tree is a node of the newer one: its root is left out of the path.
        var hashes = BitOperations.IsPow2(First) ? [firstRoot.ToArray(), .. Path] : Path;
        return hashes.Count > 0 && Climb(hashes, firstRoot, secondRoot);
    }

    private bool Climb(IReadOnlyList<byte[]> hashes, ReadOnlySpan<byte> firstRoot, ReadOnlySpan<byte> secondRoot)
    {
        var (node, last) = (First - 1, Second - 1);
        for (; (node & 1) == 1; last >>= 1) node >>= 1;
        var (older, newer) = (hashes[0].ToArray(), hashes[0].ToArray());
        foreach (var beside in hashes.Skip(1))
        {
            if (last == 0) return false;
            if ((node & 1) == 1 || node == last)
            {
                MerkleTree.NodeHash(beside, older, older);
                MerkleTree.NodeHash(beside, newer, newer);
                for (; (node & 1) == 0 && node != 0; last >>= 1) node >>= 1;
            }
            else
            {
                MerkleTree.NodeHash(newer, beside, newer);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && firstRoot.SequenceEqual(older) && secondRoot.SequenceEqual(newer);
    }
}
