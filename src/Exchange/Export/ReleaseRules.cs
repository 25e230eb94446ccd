using Plumbline.Core;
using Plumbline.Intelligence;

namespace Plumbline.Exchange.Export;

/// <summary>What does not leave by an export, whoever asks. Pure. A release through its ten steps can do more; an export never can.</summary>
public static class ReleaseRules
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["withdrawn"] = "It was withdrawn.",
        ["h2"] = "Not to be disseminated without the provider's permission (H2).",
        ["originator-only"] = "For its originator only.",
        ["tlp-red"] = "For named recipients only (TLP:RED).",
        ["existence-sensitive"] = "That it exists may not be known outside.",
        ["overdue"] = "Its label is overdue for review.",
        ["custody"] = "Taken in custody without safeguards, and not yet reviewed independently.",
        ["sensitive"] = "A sensitive property, left out unless a release names it.",
        ["link-incomplete"] = "Of a link of which one end does not leave.",
    };

    /// <summary>The rule that keeps a statement in; null when it may leave.</summary>
    public static string? WhyNot(CitedStatement statement, DateOnly today) =>
        !statement.Row.IsLive ? "withdrawn"
        : WhyNot(statement.Label, today) is { } label ? label
        : statement.CustodyBar is not null ? "custody"
        : statement.Property.Sensitive ? "sensitive"
        : null;

    /// <summary>The rule by which a label keeps something in; null when it may leave.</summary>
    public static string? WhyNot(Label label, DateOnly today) =>
        label.H2 ? "h2"
        : label.Audience is { } audience && audience.IsSubsetOf(label.Originators) ? "originator-only"
        : label.Tlp == Tlp.Red ? "tlp-red"
        : label.ExistenceSensitive ? "existence-sensitive"
        : label.ReviewOn < today ? "overdue"
        : null;

    /// <summary>Rules counted, in the order of the table.</summary>
    public static IReadOnlyList<LeftOut> Count(IEnumerable<string> rules)
    {
        var counts = rules.CountBy(rule => rule).ToDictionary();
        return [.. Words.Where(rule => counts.ContainsKey(rule.Key)).Select(rule => new LeftOut(rule.Key, counts[rule.Key], rule.Value))];
    }
}
