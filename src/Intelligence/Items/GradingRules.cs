using Plumbline.Core;
using Plumbline.Register.Questions;

namespace Plumbline.Intelligence;

/// <summary>The rules of grading that hold in every scheme. Pure: rows in, refusal or nothing out.</summary>
public static class GradingRules
{
    /// <summary>Whether the information evaluation says "corroborated", which needs a second origin.</summary>
    public static bool ClaimsCorroboration(Grade grade) => (grade.Scheme, grade.Information) switch
    {
        (GradingScheme.ThreeByFiveByTwo, 'B') => true,
        (GradingScheme.FourByFour or GradingScheme.FiveByFiveByFive, '3') => true,
        (GradingScheme.SixBySix, '1') => true,
        _ => false,
    };

    /// <summary>Why this grade may not be given to this item; null when it may.</summary>
    /// <param name="item">The item to be graded.</param>
    /// <param name="corroboration">The item cited, as far as the grader sees it; null when none is cited or it is hidden.</param>
    public static Refusal? WhyNot(ItemRow item, GradeProposal proposal, ItemRow? corroboration)
    {
        if (item.Kind == "listing")
            return new("grade.listing", "A list entry carries no grade: it proves the listing, not the conduct.");
        if (!ClaimsCorroboration(proposal.Grade)) return null;
        if (proposal.CorroboratedBy is null && string.IsNullOrWhiteSpace(proposal.ExternalReference))
            return new("grade.needs-corroboration", "\"Corroborated\" needs another item of a different origin, or a reference outside the register.");
        if (proposal.CorroboratedBy is not { } cited) return null;
        if (corroboration is null)
            return new("item.unknown", "There is no such item.");
        if (cited == item.Key)
            return new("grade.same-item", "An item cannot corroborate itself.");
        if (item.Origin is not { } origin || corroboration.Origin is not { } other || origin == other)
            return new("grade.same-origin", "Both items have the same origin, or one has none recorded: that is one report told twice, not corroboration.");
        if (corroboration.Kind == "listing")
            return new("grade.listing-corroborates", "A list entry never corroborates.");
        return CustodyBar(corroboration) is null ? null : new("custody.barred", "The item cited was taken in custody without safeguards: it may not corroborate until an independent review clears it.");
    }

    /// <summary>Why custody bars an item from corroboration, nomination, product and release; null when it does not.</summary>
    public static string? CustodyBar(ItemRow item) => CustodyRule.Bars(item.Custody, item.CustodyLawyer, item.CustodyComplaint, item.CustodyClearedBy);

    /// <summary>Why custody bars an item that a statement cites; null when it does not.</summary>
    public static string? CustodyBar(CitedItem item) => CustodyRule.Bars(item.Custody, item.CustodyLawyer, item.CustodyComplaint, item.CustodyClearedBy);
}
