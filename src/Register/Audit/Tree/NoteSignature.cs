using System.Buffers.Binary;

namespace Plumbline.Register.Audit;

/// <summary>A signature line of a note: <c>— name base64(key hash ‖ signature)</c>.</summary>
/// <param name="Name">Whose key.</param>
/// <param name="KeyHash">Which of that name's keys.</param>
/// <param name="Signature">64 bytes for Ed25519; lines of other algorithms are carried along unread.</param>
public sealed record NoteSignature(string Name, uint KeyHash, byte[] Signature)
{
    private const string Dash = "— ";   // U+2014 and a blank

    /// <summary>The line without its end.</summary>
    public override string ToString()
    {
        var bytes = new byte[4 + Signature.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyHash);
        Signature.CopyTo(bytes, 4);
        return $"{Dash}{Name} {Convert.ToBase64String(bytes)}";
    }

    /// <summary>Reads a line; null if it is none.</summary>
    internal static NoteSignature? Read(string line)
    {
        if (!line.StartsWith(Dash, StringComparison.Ordinal) || line[Dash.Length..].Split(' ') is not [var name, var base64]) return null;
        return NoteName.IsValid(name) && NoteName.TryBase64(base64, out var bytes) && bytes.Length > 4
            ? new NoteSignature(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[4..])
            : null;
    }
}
