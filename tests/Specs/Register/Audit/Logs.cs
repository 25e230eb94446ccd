using CsCheck;
using Plumbline.Register.Audit;

namespace Plumbline.Specs.Register.Audit;

/// <summary>Generated logs.</summary>
internal static class Logs
{
    public static readonly Gen<byte[][]> Entries = Gen.Byte.Array[0, 12].Array[0, 70];

    public static readonly Gen<byte[][]> NotEmpty = Gen.Byte.Array[0, 12].Array[1, 70];

    public static LeafHashes Leaves(byte[][] entries) =>
        MerkleTree.Rows(entries.SelectMany(entry => MerkleTree.LeafHash(entry)).ToArray());

    /// <summary>The same hashes with one bit of one of them turned; null if there is none.</summary>
    public static byte[][]? Turned(IReadOnlyList<byte[]> hashes, uint bit)
    {
        if (hashes.Count == 0) return null;
        byte[][] turned = [.. hashes.Select(hash => (byte[])hash.Clone())];
        var hash = turned[bit / 256 % turned.Length];
        hash[bit % 256 / 8] ^= (byte)(1 << (int)(bit % 8));
        return turned;
    }
}
