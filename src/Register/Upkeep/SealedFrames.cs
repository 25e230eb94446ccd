using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Plumbline.Register.Upkeep;

/// <summary>The form of a sealed archive: a head with the salt, then frames of AES-256-GCM in order, the last one marked, so that nothing can be changed, moved or cut off unseen.</summary>
internal static class SealedFrames
{
    /// <summary>Plain bytes in a full frame.</summary>
    public const int Most = 1 << 20;

    public const int TagLength = 16;
    public const int SaltLength = 16;
    public const uint Last = 0x8000_0000;

    // OWASP's figure of 2023 for PBKDF2 with SHA-256.
    private const int Rounds = 600_000;

    /// <summary>The first bytes of a sealed archive.</summary>
    public static ReadOnlySpan<byte> Magic => "plumbline sealed 1\n"u8;

    /// <summary>The cipher of a passphrase and a salt; the caller disposes it.</summary>
    public static AesGcm Cipher(string passphrase, ReadOnlySpan<byte> salt) => new(Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, Rounds, HashAlgorithmName.SHA256, 32), TagLength);

    /// <summary>The nonce of a frame: its number. A key is used for one archive only, as the salt is fresh.</summary>
    public static void Nonce(Span<byte> nonce, long frame)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64BigEndian(nonce[4..], frame);
    }
}
