using System.Buffers;
using System.Security.Cryptography;

namespace Plumbline.Register.Audit;

/// <summary>Leaf hashes of a log in index order.</summary>
/// <param name="from">Index of the first leaf, 0 or more.</param>
/// <param name="to">Index after the last leaf.</param>
/// <returns>Exactly <paramref name="to"/> − <paramref name="from"/> hashes of 32 bytes; it may be read lazily, once.</returns>
public delegate IEnumerable<byte[]> LeafHashes(long from, long to);

/// <summary>The hashes of the audit log's Merkle tree: SHA-256, leaves and nodes told apart by their first byte.</summary>
/// <remarks>RFC 6962 §2.1, the same in RFC 9162 §2.1.1.</remarks>
public static class MerkleTree
{
    /// <summary>Bytes of a hash.</summary>
    public const int HashLength = SHA256.HashSizeInBytes;

    private const int OnStack = 1024;

    /// <summary>The root of a log without a leaf: SHA-256 of nothing.</summary>
    public static byte[] EmptyRoot() => SHA256.HashData([]);

    /// <summary>The hash of an entry: SHA-256(0x00 ‖ entry).</summary>
    public static byte[] LeafHash(ReadOnlySpan<byte> entry)
    {
        var room = checked(entry.Length + 1);
        byte[]? rented = room <= OnStack ? null : ArrayPool<byte>.Shared.Rent(room);
        try
        {
            var prefixed = rented is null ? stackalloc byte[room] : rented.AsSpan(0, room);
            prefixed[0] = 0x00;
            entry.CopyTo(prefixed[1..]);
            return SHA256.HashData(prefixed);
        }
        finally
        {
            if (rented is not null) ArrayPool<byte>.Shared.Return(rented, clearArray: true);   // an entry may be secret
        }
    }

    /// <summary>The hash of a node: SHA-256(0x01 ‖ left ‖ right).</summary>
    /// <param name="left">32 bytes.</param>
    /// <param name="right">32 bytes.</param>
    /// <exception cref="ArgumentException">A side is not 32 bytes long.</exception>
    public static byte[] NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var hash = new byte[HashLength];
        NodeHash(left, right, hash);
        return hash;
    }

    /// <summary>The hash of a node, written to <paramref name="hash"/>, which may be one of the two sides.</summary>
    /// <exception cref="ArgumentException">A side is not 32 bytes long, or there is no room.</exception>
    public static void NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> hash)
    {
        if (left.Length != HashLength || right.Length != HashLength) throw new ArgumentException("A node joins two hashes of 32 bytes.");
        Span<byte> prefixed = stackalloc byte[1 + 2 * HashLength];
        prefixed[0] = 0x01;
        left.CopyTo(prefixed[1..]);
        right.CopyTo(prefixed[(1 + HashLength)..]);
        SHA256.HashData(prefixed, hash);
    }

    /// <summary>Reads leaf hashes from rows of 32 bytes held in memory.</summary>
    /// <exception cref="ArgumentException">The length is not a multiple of 32.</exception>
    public static LeafHashes Rows(ReadOnlyMemory<byte> rows)
    {
        if (rows.Length % HashLength != 0) throw new ArgumentException("Rows are 32 bytes each.", nameof(rows));
        return Read;

        IEnumerable<byte[]> Read(long from, long to)
        {
            for (var row = from; row < to; row++) yield return rows.Slice((int)(row * HashLength), HashLength).ToArray();
        }
    }
}
