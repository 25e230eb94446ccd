using System.Globalization;
using Plumbline.Core;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;

namespace Plumbline.Intelligence;

/// <summary>What a grader may set of an item, and what that changes. Pure: rows in, refusal or changes out.</summary>
public static class CompletionRules
{
    private static readonly string[] Answers = ["no", "yes", "unknown"];

    /// <summary>Why these fields may not be set; null when they may.</summary>
    public static Refusal? WhyNot(ItemRow item, ItemFields fields)
    {
        if (item.State == "graded") return new("item.graded", "The grade is confirmed: what it rests on is no longer changed. Regrade with a reason.");
        if (item.Kind == "listing") return new("grade.listing", "A list entry carries no grade: it proves the listing, not the conduct.");
        if (fields.Date is { } date && !PartialDate.TryParse(date, out _)) return new("date.unreadable", "The date cannot be read: write 2026-03-14, 2026-03 or 2026.");
        if (new[] { fields.Custody, fields.Lawyer, fields.Medical, fields.Complaint }.Any(answer => answer is not null && !Answers.Contains(answer)))
            return new("custody.unreadable", "Answer yes, no or unknown.");
        // Only an independent review lifts what is recorded; a grader who wants the item usable is not one.
        if (item.Custody == "yes" && fields.Custody is "no" or "unknown") return new("custody.recorded", "It is recorded that someone was deprived of liberty: only an independent review changes what follows from that.");
        if (item.CustodyComplaint == "yes" && fields.Complaint is "no" or "unknown") return new("custody.recorded", "A complaint is recorded: only an independent review changes what follows from that.");
        return null;
    }

    /// <summary>The columns that differ, with what stood there before.</summary>
    /// <param name="origin">Key of the origin named; null when none is.</param>
    public static IReadOnlyList<ItemChange> Changes(ItemRow item, ItemFields fields, long? origin) =>
    [
        .. new ItemChange?[]
        {
            Change("date_text", item.DateText, fields.Date is { } date && PartialDate.TryParse(date, out var read) ? read.ToString() : null),
            Change("origin", item.Origin?.ToString(CultureInfo.InvariantCulture), origin?.ToString(CultureInfo.InvariantCulture)),
            Change("source", item.Source, fields.Source?.Trim()),
            Change("custody", item.Custody, fields.Custody),
            Change("custody_held_by", item.CustodyHeldBy, fields.HeldBy?.Trim()),
            Change("custody_lawyer", item.CustodyLawyer, fields.Lawyer),
            Change("custody_medical", item.CustodyMedical, fields.Medical),
            Change("custody_complaint", item.CustodyComplaint, fields.Complaint),
        }.OfType<ItemChange>(),
    ];

    private static ItemChange? Change(string field, string? before, string? after) =>
        string.IsNullOrEmpty(after) || after == before ? null : new ItemChange(field, before, after);
}
