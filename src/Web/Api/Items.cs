using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Register;
using Plumbline.Register.Questions;

namespace Plumbline.Web.Api;

/// <summary>An item of a report.</summary>
/// <param name="State"><c>ungraded</c>, <c>proposed</c> or <c>graded</c>.</param>
/// <param name="Grade">The confirmed grade; null before there is one, and for the entries of lists.</param>
/// <param name="Date">Date of the information, perhaps partial.</param>
/// <param name="Source">Reference number of the source; never a name.</param>
/// <param name="Listing">List and version, where it is an entry of a list: it proves the listing and not the conduct.</param>
public sealed record ItemAnswer(string Id, string Report, string ReportTitle, long Number, string Text, string Language, string Kind, string Nature, string? Date, string? Source,
    CustodyAnswer Custody, string State, GradeAnswer? Grade, LabelAnswer Label, string? Sender, string? LetterNumber, string? LetterDate, DateTimeOffset ReceivedAt, string? Listing)
{
    internal static ItemAnswer Of(ItemRow row, Label label, PublicIds ids) => new(
        ids.Show(PublicKind.Item, row.Key), ids.Show(PublicKind.Report, row.Report), row.ReportTitle, row.Number, row.Text, row.Language, row.Kind, row.Nature, row.DateText, row.Source,
        new(row.Custody, row.CustodyHeldBy, row.CustodyLawyer, row.CustodyMedical, row.CustodyComplaint, GradingRules.CustodyBar(row)),
        row.State, GradeAnswer.Of(row.CurrentGrade), LabelAnswer.Of(label, ids), row.Sender, row.LetterNumber, row.LetterDate, Clock.FromMicros(row.ReceivedAt),
        row.List is null ? null : $"{row.List} {row.ListVersion}");
}

/// <summary>Whether somebody was deprived of liberty when it was said, and with what safeguards; each <c>no</c>, <c>yes</c> or <c>unknown</c>.</summary>
/// <param name="HeldBy">Who held the person, in words.</param>
/// <param name="Bar">Why it may not corroborate, nominate or leave before an independent review; null when it may.</param>
public sealed record CustodyAnswer(string Deprived, string? HeldBy, string Lawyer, string Medical, string Complaint, string? Bar);

/// <summary>An item with how it came by its grade.</summary>
/// <param name="Origin">Reference of the origin, which two items must not share to corroborate one another.</param>
/// <param name="History">Oldest first.</param>
/// <param name="SourceRecord">How earlier items of the same source were graded, the most frequent first; an offer, never a grade.</param>
public sealed record ItemWithHistory(ItemAnswer Item, string? Origin, IReadOnlyList<GradingAnswer> History, IReadOnlyList<SourceRecordAnswer> SourceRecord)
{
    internal static ItemWithHistory Of(ItemView view, PublicIds ids) => new(ItemAnswer.Of(view.Item, view.Label, ids), view.Origin,
        [.. view.History.Select(step => GradingAnswer.Of(step, ids))],
        [.. view.SourceRecord.Select(row => new SourceRecordAnswer(GradeAnswer.Of(Grade.FromCode(row.Grade)), row.Items))]);
}

/// <summary>How often items of the same source bear a grade.</summary>
public sealed record SourceRecordAnswer(GradeAnswer Grade, long Items);

/// <summary>One step in the history of an item's grade.</summary>
/// <param name="Step"><c>received</c>, <c>proposed</c>, <c>returned</c>, <c>confirmed</c> or <c>regraded</c>.</param>
/// <param name="CorroboratedBy">Id of the item that corroborates.</param>
/// <param name="By">Id of the officer.</param>
public sealed record GradingAnswer(string Id, string Item, string Step, GradeAnswer Grade, string? CorroboratedBy, string? ExternalReference, string By, DateTimeOffset At, string Reason)
{
    internal static GradingAnswer Of(GradingRow row, PublicIds ids) => new(ids.Show(PublicKind.Grading, row.Key), ids.Show(PublicKind.Item, row.Item), row.Step, GradeAnswer.Of(Core.Grade.FromCode(row.Grade)),
        row.CorroboratedBy is { } other ? ids.Show(PublicKind.Item, other) : null, row.ExternalReference, ids.Show(PublicKind.Officer, row.GivenBy), Clock.FromMicros(row.GivenAt), row.Reason);
}
