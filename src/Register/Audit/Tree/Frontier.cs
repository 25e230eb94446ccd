using System.Buffers.Binary;
using System.Numerics;

namespace Plumbline.Register.Audit;

/// <summary>All that an append-only log must remember to go on: the roots of its perfect subtrees, one a bit of its size.</summary>
/// <remarks>At most 63 hashes however long the log. Not safe for several threads. Known elsewhere as a compact range from 0.</remarks>
public sealed class Frontier
{
    private const int Width = MerkleTree.HashLength;
    private const int Levels = 63;
    private readonly byte[] subtrees = new byte[Levels * Width];   // the subtree of 2^level leaves, where the size has that bit

    /// <summary>How many leaves were appended, 0 or more.</summary>
    public long Size { get; private set; }

    /// <summary>Appends a leaf by its hash.</summary>
    /// <param name="leafHash">32 bytes, see <see cref="MerkleTree.LeafHash"/>.</param>
    /// <exception cref="ArgumentException">The hash is not 32 bytes long.</exception>
    public void Append(ReadOnlySpan<byte> leafHash)
    {
        if (leafHash.Length != Width) throw new ArgumentException("A leaf hash has 32 bytes.", nameof(leafHash));
        Span<byte> carried = stackalloc byte[Width];
        leafHash.CopyTo(carried);
        var level = 0;
        for (; (Size >> level & 1) == 1; level++) MerkleTree.NodeHash(Subtree(level), carried, carried);
        carried.CopyTo(Subtree(level));
        Size++;
    }

    /// <summary>The root over all leaves so far; the hash of nothing for an empty log.</summary>
    /// <returns>A new array of 32 bytes.</returns>
    public byte[] Root()
    {
        if (Size == 0) return MerkleTree.EmptyRoot();
        var level = BitOperations.TrailingZeroCount(Size);
        var root = Subtree(level).ToArray();
        for (level++; level < Levels; level++)
        {
            if ((Size >> level & 1) == 1) MerkleTree.NodeHash(Subtree(level), root, root);
        }

        return root;
    }

    /// <summary>A frontier of its own with the same leaves, to be carried on elsewhere.</summary>
    public Frontier Copy()
    {
        var copy = new Frontier { Size = Size };
        subtrees.CopyTo(copy.subtrees, 0);
        return copy;
    }

    /// <summary>The size (8 bytes, big-endian) and the hashes of the perfect subtrees from left to right.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[8 + BitOperations.PopCount((ulong)Size) * Width];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Size);
        var at = 8;
        for (var level = Levels - 1; level >= 0; level--)
        {
            if ((Size >> level & 1) == 0) continue;
            Subtree(level).CopyTo(bytes.AsSpan(at));
            at += Width;
        }

        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <returns>False for a negative size or a length that does not fit the size.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out Frontier frontier)
    {
        frontier = new Frontier();
        if (bytes.Length < 8) return false;
        var size = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (size < 0 || bytes.Length != 8 + BitOperations.PopCount((ulong)size) * Width) return false;
        frontier.Size = size;
        var at = 8;
        for (var level = Levels - 1; level >= 0; level--)
        {
            if ((size >> level & 1) == 0) continue;
            bytes.Slice(at, Width).CopyTo(frontier.Subtree(level));
            at += Width;
        }

        return true;
    }

    private Span<byte> Subtree(int level) => subtrees.AsSpan(level * Width, Width);
}
