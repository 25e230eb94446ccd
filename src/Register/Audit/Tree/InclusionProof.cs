namespace Plumbline.Register.Audit;

/// <summary>The hashes beside a leaf's way up to the root: who holds them can compute the root from the leaf alone.</summary>
/// <param name="Index">Which leaf, from 0.</param>
/// <param name="Size">Leaves of the tree.</param>
/// <param name="Path">Hashes of 32 bytes, from the leaf up; at most 63.</param>
public sealed record InclusionProof(long Index, long Size, IReadOnlyList<byte[]> Path)
{
    /// <summary>Whether the leaf is at its index in the tree with this root. Anything malformed is simply false.</summary>
    /// <param name="leafHash">32 bytes.</param>
    /// <param name="root">32 bytes, from a checkpoint that was verified.</param>
    /// <remarks>RFC 9162 §2.1.3.2.</remarks>
    public bool Verify(ReadOnlySpan<byte> leafHash, ReadOnlySpan<byte> root)
    {
        if (Index < 0 || Index >= Size || leafHash.Length != MerkleTree.HashLength) return false;
        var (node, last) = (Index, Size - 1);
        var hash = leafHash.ToArray();
        foreach (var beside in Path)
        {
            if (last == 0 || beside.Length != MerkleTree.HashLength) return false;
            if ((node & 1) == 1 || node == last)
            {
                MerkleTree.NodeHash(beside, hash, hash);
                for (; (node & 1) == 0 && node != 0; last >>= 1) node >>= 1;
            }
            else
            {
                MerkleTree.NodeHash(hash, beside, hash);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && root.SequenceEqual(hash);
    }
}
