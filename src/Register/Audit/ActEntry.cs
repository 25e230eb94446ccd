using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Plumbline.Register;

/// <summary>One entry of the audit log: who did or asked what, when, in which role and for which purpose, and what came of it.</summary>
/// <param name="At">UTC microseconds.</param>
/// <param name="Officer">Key of the officer; 0 for the system before the first officer exists.</param>
/// <param name="Role">The roles used, comma-separated in policy order.</param>
/// <param name="Channel"><c>cli</c>, <c>web</c> or <c>api</c>.</param>
/// <param name="Action">A code of the policy, such as <c>item.read</c>.</param>
/// <param name="Objects">Opaque ids of what was touched, comma-separated; never names or text.</param>
/// <param name="Count">How many rows were given or changed.</param>
/// <param name="Outcome"><c>done</c> or the code of the refusal.</param>
/// <param name="Content">Personal content kept beside the entry under a salt: search text, reasons, file hashes.</param>
public sealed record ActEntry(long At, long Officer, string Role, string Channel, string Action, string Objects, long Count, string Outcome, string Content)
{
    /// <summary>Who told the officer to do it, in the officer's words; null when nobody did.</summary>
    public string? OnInstructionOf { get; init; }

    /// <summary>Key of the purpose stated; null where none is needed.</summary>
    public long? Purpose { get; init; }

    /// <summary>Key of the case worked in; null for an enquiry without a case.</summary>
    public long? Case { get; init; }

    /// <summary>What the leaf commits to for the content: SHA-256 of salt followed by the content in UTF-8. Erasing both leaves the proof whole.</summary>
    public static byte[] Commit(ReadOnlySpan<byte> salt, string content) => SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(content)]);

    /// <summary>The bytes of the leaf: every field in fixed order, one a line, escaped so that no field can pose as another.</summary>
    public byte[] LeafBytes(long key, ReadOnlySpan<byte> commitment)
    {
        var text = new StringBuilder(256).Append("act 1\n");
        void Line(string? value) => text.Append(value?.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal) ?? "\\-").Append('\n');
        void Number(long? value) => Line(value?.ToString(CultureInfo.InvariantCulture));
        Number(key);
        Number(At);
        Number(Officer);
        Line(Role);
        Line(Channel);
        Line(OnInstructionOf);
        Number(Purpose);
        Number(Case);
        Line(Action);
        Line(Objects);
        Number(Count);
        Line(Outcome);
        Line(Convert.ToHexStringLower(commitment));
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
