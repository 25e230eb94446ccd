namespace Plumbline.Core;

/// <summary>The codes of labels as people and files write them.</summary>
public static class LabelCodes
{
    private static readonly (SenderConditions Condition, string Text)[] Conditions =
    [
        (SenderConditions.NoCapitalProceedings, "no-capital-proceedings"), (SenderConditions.NoDetention, "no-detention"),
        (SenderConditions.NoOnwardState, "no-onward-state"), (SenderConditions.ProtectionOnly, "protection-only"),
    ];

    /// <summary>The audience code of law-enforcement agencies.</summary>
    public const string LawEnforcement = "law-enforcement";

    /// <summary>Every handling code: P, C, A1–A3, S1, S2, H0–H3. There is no H4.</summary>
    public static IReadOnlyList<string> Handling { get; } = ["P", "C", "A1", "A2", "A3", "S1", "S2", "H0", "H1", "H2", "H3"];

    /// <summary>The colour as in the marking, without its prefix: <c>amber+strict</c>.</summary>
    public static string Text(this Tlp tlp) => tlp == Tlp.AmberStrict ? "amber+strict" : tlp.ToString().ToLowerInvariant();

    /// <summary>The sender's conditions in a fixed order, such as <c>no-detention</c>.</summary>
    public static IEnumerable<string> Texts(this SenderConditions conditions) =>
        from row in Conditions where conditions.HasFlag(row.Condition) select row.Text;

    /// <summary>Reads a colour; capitals and the prefix <c>TLP:</c> are taken, and the old <c>white</c> for clear.</summary>
    public static bool TryParse(string? text, out Tlp tlp)
    {
        var plain = text?.Trim().ToLowerInvariant() ?? "";
        if (plain.StartsWith("tlp:", StringComparison.Ordinal)) plain = plain[4..];
        if (plain == "white") plain = "clear";
        tlp = Enum.GetValues<Tlp>().FirstOrDefault(candidate => candidate.Text() == plain);
        return tlp != default;
    }

    /// <summary>Reads one condition of a sender.</summary>
    public static bool TryParse(string? text, out SenderConditions condition)
    {
        condition = Conditions.FirstOrDefault(row => row.Text == text).Condition;
        return condition != SenderConditions.None;
    }
}
