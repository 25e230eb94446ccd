using Plumbline.Core;

namespace Plumbline.Safeguards;

/// <summary>What decides which labels an officer sees: facts about the officer, the purpose and the case.</summary>
/// <param name="Names">The officer's login and unit, as an audience may name them.</param>
/// <param name="Clearance">The highest classification level that may be read; 0 for none.</param>
/// <param name="Cases">Keys of the cases that the officer is a member of.</param>
/// <param name="Case">The case worked in; null without one.</param>
/// <param name="PurposeCode">The purpose stated.</param>
/// <param name="MayReview">Whether what is overdue for review may be seen, to review it.</param>
public sealed record Sight(IReadOnlySet<string> Names, int Clearance, IReadOnlySet<long> Cases, long? Case, string PurposeCode, bool MayReview);

/// <summary>The rule of label visibility. Pure; every part of a label must allow.</summary>
public static class LabelSight
{
    /// <summary>Whether a reader sees what carries this label.</summary>
    /// <param name="sight">The reader's facts.</param>
    /// <param name="label">The effective label.</param>
    /// <param name="today">Day of the question, for labels that are due for review.</param>
    public static bool Sees(this Sight sight, Label label, DateOnly today) => WhyNot(sight, label, today) is null;

    /// <summary>The rule that hides a label from a reader, as a code; null when nothing does. Never shown to the reader, for whom hidden and absent are the same.</summary>
    public static string? WhyNot(Sight sight, Label label, DateOnly today)
    {
        if (label.Classification > sight.Clearance) return "label.classification";
        if (label.Cases.Any(required => !sight.Cases.Contains(required))) return "label.case-member";
        // Held under one case, worked in another: membership alone is not enough.
        if (label.Cases.Count > 0 && (sight.Case is not { } working || !label.Cases.Contains(working))) return "label.case-working";
        if (label.Audience is { } audience && !sight.Names.Any(audience.Contains)) return "label.audience";
        if (label.Purposes is { } purposes && !purposes.Contains(sight.PurposeCode)) return "label.purpose";
        if (label.Conditions.HasFlag(SenderConditions.ProtectionOnly) && sight.PurposeCode is not ("protection" or "threat_to_life" or "oversight")) return "label.protection-only";
        if (label.ReviewOn is { } review && review < today && !sight.MayReview) return "label.overdue";
        return null;
    }

    /// <summary>The rules that let a reader see a label, in sentences for "why do I see this".</summary>
    public static IReadOnlyList<string> Why(Sight sight, Label label)
    {
        var rules = new List<string> { label.Classification == 0 ? "why.unclassified" : "why.clearance" };
        if (label.Cases.Count > 0) rules.Add("why.case-member");
        if (label.Audience is not null) rules.Add("why.audience");
        if (label.Purposes is not null) rules.Add("why.purpose");
        if (label.Conditions.HasFlag(SenderConditions.ProtectionOnly)) rules.Add("why.protection");
        if (sight.MayReview && label.ReviewOn is not null) rules.Add("why.review");
        return rules;
    }
}
