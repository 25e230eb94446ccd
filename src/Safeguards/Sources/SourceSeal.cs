using System.Security.Cryptography;
using System.Text;
using Plumbline.Register;

namespace Plumbline.Safeguards.Sources;

/// <summary>Seals who a source is: AES-256-GCM under the home's key, which lies outside the database. Layout: nonce (12 bytes), tag (16), text.</summary>
/// <remarks>The reference is sealed in with the text: moved to another source, it does not open.</remarks>
public sealed class SourceSeal(Home home)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Seals an identity.</summary>
    public byte[] Close(string reference, string identity)
    {
        var text = Encoding.UTF8.GetBytes(identity);
        var made = new byte[NonceLength + TagLength + text.Length];
        RandomNumberGenerator.Fill(made.AsSpan(0, NonceLength));
        Run(cipher => cipher.Encrypt(made.AsSpan(0, NonceLength), text, made.AsSpan(NonceLength + TagLength), made.AsSpan(NonceLength, TagLength), Encoding.UTF8.GetBytes(reference)));
        CryptographicOperations.ZeroMemory(text);
        return made;
    }

    /// <summary>Opens what <see cref="Close"/> sealed.</summary>
    /// <exception cref="CryptographicException">Another key, another reference, or damaged.</exception>
    public string Open(string reference, ReadOnlyMemory<byte> made)
    {
        if (made.Length < NonceLength + TagLength) throw new CryptographicException("The sealed identity is cut off.");
        var text = new byte[made.Length - NonceLength - TagLength];
        Run(cipher => cipher.Decrypt(made.Span[..NonceLength], made.Span[(NonceLength + TagLength)..], made.Span.Slice(NonceLength, TagLength), text, Encoding.UTF8.GetBytes(reference)));
        var identity = Encoding.UTF8.GetString(text);
        CryptographicOperations.ZeroMemory(text);
        return identity;
    }

    // Read anew each time: the key stays in memory no longer than it is used.
    private void Run(Action<AesGcm> work)
    {
        var key = home.SourcesKey();
        using var cipher = new AesGcm(key, TagLength);
        CryptographicOperations.ZeroMemory(key);
        work(cipher);
    }
}
