using System.Text;
using NSec.Cryptography;
using Plumbline.Core;

namespace Plumbline.Register.Audit;

/// <summary>The secret key by which this register signs its checkpoints: Ed25519, with a name.</summary>
/// <remarks>Text form of golang.org/x/mod/sumdb/note: <c>PRIVATE+KEY+name+hash+base64(0x01 ‖ seed)</c>.
/// <see cref="ToString"/> never shows the secret.</remarks>
public sealed class NoteKey : IDisposable
{
    private const string Prefix = "PRIVATE+KEY+";
    private readonly Key key;

    private NoteKey(string name, Key key)
    {
        this.key = key;
        Verifier = new NoteVerifier(name, key.PublicKey.Export(KeyBlobFormat.RawPublicKey));
    }

    /// <summary>The public half, to be handed out.</summary>
    public NoteVerifier Verifier { get; }

    /// <summary>The signer's name, such as the register's address without scheme.</summary>
    public string Name => Verifier.Name;

    /// <summary>A new key from the operating system's randomness.</summary>
    /// <param name="name">Not empty, no blanks, no plus.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    public static NoteKey Generate(string name)
    {
        if (!NoteName.IsValid(name)) throw new ArgumentException("A key's name has no blanks and no plus.", nameof(name));
        return new NoteKey(name, Key.Create(SignatureAlgorithm.Ed25519, Exportable));
    }

    /// <summary>Reads the private text form; blanks around it are cut off.</summary>
    /// <returns>The key, or <c>note-key.malformed</c>, which never repeats the text.</returns>
    public static Outcome<NoteKey> Read(string text)
    {
        text = text.Trim();
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || !NoteName.TrySplit(text[Prefix.Length..], out var name, out var hash, out var seed))
        {
            return new Refusal("note-key.malformed", "Expected a signing key of the form PRIVATE+KEY+name+hash+key.");
        }

        var note = new NoteKey(name, Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey, Exportable));
        if (note.Verifier.Hash == hash) return note;
        note.Dispose();
        return new Refusal("note-key.malformed", "The signing key does not fit its name: the text was changed or cut.");
    }

    /// <summary>The private text form: a secret, for the key file only.</summary>
    public string ExportSecret()
    {
        var bytes = Convert.ToBase64String([NoteName.Ed25519, .. key.Export(KeyBlobFormat.RawPrivateKey)]);
        return $"{Prefix}{Name}+{Verifier.Hash:x8}+{bytes}";
    }

    /// <summary>Signs a note's text, which ends with a line end.</summary>
    internal NoteSignature Sign(string text) =>
        new(Name, Verifier.Hash, SignatureAlgorithm.Ed25519.Sign(key, Encoding.UTF8.GetBytes(text)));

    /// <summary>The verifier key.</summary>
    public override string ToString() => Verifier.ToString();

    /// <summary>Wipes the secret from memory.</summary>
    public void Dispose() => key.Dispose();

    private static KeyCreationParameters Exportable => new() { ExportPolicy = KeyExportPolicies.AllowPlaintextExport };
}
