using System.Text;
using NSec.Cryptography;
using Plumbline.Core;

namespace Plumbline.Register.Audit;

/// <summary>The public key by which others check a register's checkpoints.</summary>
/// <remarks>Text form of golang.org/x/mod/sumdb/note: <c>name+hash+base64(0x01 ‖ public key)</c>.</remarks>
public sealed class NoteVerifier
{
    private readonly PublicKey key;
    private readonly byte[] bytes;

    internal NoteVerifier(string name, byte[] publicKey)
    {
        (Name, bytes, Hash) = (name, publicKey, NoteName.KeyHash(name, publicKey));
        key = PublicKey.Import(SignatureAlgorithm.Ed25519, publicKey, KeyBlobFormat.RawPublicKey);
    }

    /// <summary>The signer's name.</summary>
    public string Name { get; }

    /// <summary>First 32 bits of the hash over name and key: which key of that name, no proof of anything.</summary>
    public uint Hash { get; }

    /// <summary>Reads the text form; blanks around it are cut off.</summary>
    /// <returns>The key, or <c>note-key.malformed</c>.</returns>
    public static Outcome<NoteVerifier> Read(string text)
    {
        if (!NoteName.TrySplit(text.Trim(), out var name, out var hash, out var publicKey))
        {
            return new Refusal("note-key.malformed", "Expected a verifier key of the form name+hash+key.");
        }

        if (NoteName.KeyHash(name, publicKey) != hash)
        {
            return new Refusal("note-key.malformed", "The verifier key does not fit its name: the text was changed or cut.");
        }

        return PublicKey.TryImport(SignatureAlgorithm.Ed25519, publicKey, KeyBlobFormat.RawPublicKey, out _)
            ? new NoteVerifier(name, publicKey)
            : new Refusal("note-key.malformed", "The verifier key is not a point of the curve.");
    }

    /// <summary>Whether this key signed this text under this line; a line of another key is false too.</summary>
    internal bool Verifies(string text, NoteSignature line) =>
        line.Name == Name && line.KeyHash == Hash
        && SignatureAlgorithm.Ed25519.Verify(key, Encoding.UTF8.GetBytes(text), line.Signature);

    /// <summary>The text form.</summary>
    public override string ToString() => $"{Name}+{Hash:x8}+{Convert.ToBase64String([NoteName.Ed25519, .. bytes])}";
}
