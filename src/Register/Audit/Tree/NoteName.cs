using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Plumbline.Register.Audit;

/// <summary>What signers, verifiers and signature lines of a note have in common.</summary>
/// <remarks>C2SP signed-note; golang.org/x/mod/sumdb/note.</remarks>
internal static class NoteName
{
    /// <summary>The byte before an Ed25519 key.</summary>
    public const byte Ed25519 = 0x01;

    /// <summary>A key's name is not empty and has neither blanks, nor plus, nor control characters, nor half characters.</summary>
    public static bool IsValid(string name) =>
        name.Length is > 0 and <= 255 && name.EnumerateRunes().All(rune =>
            rune.Value is not ('+' or '\uFFFD') && !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune));

    /// <summary>SHA-256(name ‖ LF ‖ 0x01 ‖ public key), its first four bytes, big-endian.</summary>
    public static uint KeyHash(string name, ReadOnlySpan<byte> publicKey)
    {
        byte[] named = [.. Encoding.UTF8.GetBytes(name), (byte)'\n', Ed25519, .. publicKey];
        return BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(named));
    }

    /// <summary>Reads "name+hash+base64(0x01 ‖ 32 bytes)".</summary>
    public static bool TrySplit(string text, out string name, out uint hash, out byte[] key)
    {
        (name, hash, key) = ("", 0, []);
        var parts = text.Split('+', 3);   // the base64 may hold a plus itself
        if (parts.Length != 3 || !IsValid(parts[0]) || !IsHash(parts[1]) || !TryBase64(parts[2], out var bytes)) return false;
        if (bytes.Length != 33 || bytes[0] != Ed25519) return false;
        (name, hash, key) = (parts[0], Convert.ToUInt32(parts[1], 16), bytes[1..]);
        return true;
    }

    /// <summary>Standard base64 with padding and in its one canonical spelling: no blanks, no stray bits.</summary>
    public static bool TryBase64(string text, out byte[] bytes)
    {
        bytes = new byte[text.Length];
        var fits = Convert.TryFromBase64String(text, bytes, out var length);
        bytes = bytes[..length];
        return fits && Convert.ToBase64String(bytes) == text;
    }

    private static bool IsHash(string text) => text.Length == 8 && text.All(char.IsAsciiHexDigitLower);
}
