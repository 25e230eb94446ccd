using Plumbline.Core;

namespace Plumbline.Register.Audit;

/// <summary>A signed statement of the audit log's size and root; kept outside, it makes rewriting history visible.</summary>
/// <remarks>C2SP tlog-checkpoint in a signed note: origin, size, base64 of the root, further lines, an empty line,
/// signature lines. Equality is of the text.</remarks>
public sealed class Checkpoint : IEquatable<Checkpoint>
{
    /// <summary>An unsigned checkpoint.</summary>
    /// <param name="origin">Which log, such as the register's address without scheme: one line, not empty.</param>
    /// <param name="size">Leaves, 0 or more.</param>
    /// <param name="root">32 bytes.</param>
    /// <exception cref="ArgumentException">A part is not of this form.</exception>
    public Checkpoint(string origin, long size, ReadOnlySpan<byte> root)
        : this(origin, size, root.ToArray(), [], [])
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        if (!CheckpointText.IsLine(origin)) throw new ArgumentException("The origin is one line and not empty.", nameof(origin));
        if (root.Length != MerkleTree.HashLength) throw new ArgumentException("A root has 32 bytes.", nameof(root));
    }

    internal Checkpoint(string origin, long size, byte[] root, IReadOnlyList<string> extensions, IReadOnlyList<NoteSignature> signatures) =>
        (Origin, Size, Root, Extensions, Signatures) = (origin, size, root, extensions, signatures);

    /// <summary>Which log.</summary>
    public string Origin { get; }

    /// <summary>Leaves of the log.</summary>
    public long Size { get; }

    /// <summary>Root of the tree, 32 bytes.</summary>
    public ReadOnlyMemory<byte> Root { get; }

    /// <summary>Further lines, signed but not understood by us.</summary>
    public IReadOnlyList<string> Extensions { get; }

    /// <summary>The signature lines in their order, known and unknown.</summary>
    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <summary>The text that is signed, up to and with the last line end before the empty line.</summary>
    public string Body => string.Concat(
        new[] { Origin, Size.ToString(System.Globalization.CultureInfo.InvariantCulture), Convert.ToBase64String(Root.Span) }
            .Concat(Extensions).Select(line => line + "\n"));

    /// <summary>The same checkpoint with one more signature; a second one by the same key replaces the first.</summary>
    public Checkpoint Sign(NoteKey key)
    {
        var line = key.Sign(Body);
        var others = Signatures.Where(other => other.Name != line.Name || other.KeyHash != line.KeyHash);
        return new Checkpoint(Origin, Size, Root.ToArray(), Extensions, [.. others, line]);
    }

    /// <summary>Whether this key signed it: at least one line of the key, and none of them false.</summary>
    public bool IsSignedBy(NoteVerifier key)
    {
        var lines = Signatures.Where(line => line.Name == key.Name && line.KeyHash == key.Hash).ToList();
        return lines.Count > 0 && lines.TrueForAll(line => key.Verifies(Body, line));
    }

    /// <summary>Reads the text form, signed or not.</summary>
    /// <returns>The checkpoint, or <c>checkpoint.malformed</c> with the line at fault. Reading verifies nothing.</returns>
    public static Outcome<Checkpoint> Read(string text) => CheckpointText.Read(text);

    /// <summary>The text form, to be written in UTF-8 without byte order mark.</summary>
    public override string ToString() => Body + "\n" + string.Concat(Signatures.Select(line => line + "\n"));

    /// <inheritdoc/>
    public bool Equals(Checkpoint? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Checkpoint);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
