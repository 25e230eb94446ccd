using System.Globalization;
using Plumbline.Core;

namespace Plumbline.Register.Audit;

/// <summary>Reads checkpoints as they come back from outside.</summary>
/// <remarks>Tolerant of what mail and editors do (byte order mark, CR LF, a lost last line end, empty lines after the
/// last signature), strict about all that is signed: one spelling for each size and hash.</remarks>
internal static class CheckpointText
{
    private const int LongestText = 64 * 1024;
    private const int MostSignatures = 100;

    public static Outcome<Checkpoint> Read(string text)
    {
        if (text.Length > LongestText) return Malformed("it is longer than 64 KiB");
        text = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n');
        // A note's text may hold empty lines, a checkpoint's may not: so the first one ends it.
        var parts = text.Split("\n\n", 2);
        var body = parts[0].Split('\n');
        if (body.Length < 3) return Malformed("it has fewer than three lines before the empty one");
        if (Array.FindIndex(body, line => !IsLine(line)) is var bad and >= 0) return Malformed($"line {bad + 1} is empty or has control characters");
        if (!TrySize(body[1], out var size)) return Malformed("line 2 is not a size in decimal digits");
        if (!NoteName.TryBase64(body[2], out var root) || root.Length != MerkleTree.HashLength) return Malformed("line 3 is not a hash of 32 bytes in base64");
        var lines = parts.Length == 2 ? parts[1].Split('\n') : [];
        if (lines.Length > MostSignatures) return Malformed("it has more than 100 signatures");
        var signatures = new List<NoteSignature>(lines.Length);
        foreach (var line in lines)
        {
            if (NoteSignature.Read(line) is not { } signature) return Malformed($"line {body.Length + 2 + signatures.Count} is not a signature");
            signatures.Add(signature);
        }

        return new Checkpoint(body[0], size, root, body[3..], signatures);
    }

    /// <summary>Whether this can stand as one line of a note.</summary>
    public static bool IsLine(string line) => line.Length > 0 && TextNormalisation.IsClean(line) && !line.Any(c => c < ' ');

    private static bool TrySize(string text, out long size) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out size) && (text == "0" || text[0] != '0');

    private static Refusal Malformed(string why) => new("checkpoint.malformed", $"This is not a checkpoint: {why}.");
}
