namespace Plumbline.Register.Questions;

/// <summary>What a statement needs to show of the item it was drawn from: where it stands, whose it is, and how it may be used.</summary>
/// <param name="OriginReference">What two items must not share to corroborate one another; null where none was recorded.</param>
/// <param name="Source">Reference number of the source; never a name.</param>
/// <param name="DateFrom">Day number; with <paramref name="DateTo"/> meaningful only where <paramref name="DateText"/> is given.</param>
public sealed record CitedItem(long Key, long Report, long Number, string Kind, string Nature, string? DateText, long DateFrom, long DateTo, long? Origin, string? OriginReference, string? Source,
    string Custody, string CustodyLawyer, string CustodyComplaint, long? CustodyClearedBy, long? CurrentGrade, long CurrentLabel, long? WithdrawnAt,
    string ReportTitle, string? LetterNumber, string? LetterDate, long ReceivedAt, long ReceivedBy, string? List, string? ListVersion, string LegalBasis);

/// <summary>From which items was this drawn? Those withdrawn since are answered too: what rested on them stays, struck.</summary>
public sealed class CitedItems(Reader reader)
{
    /// <summary>Items by key, in key order; those hidden are absent.</summary>
    public Task<IReadOnlyList<CitedItem>> Of(IReadOnlyCollection<long> keys, CancellationToken ct) => reader.Ask<CitedItem>($"""
        select i.key, i.report, i.number, i.kind, i.nature, i.date_text as DateText, i.date_from as DateFrom, i.date_to as DateTo, i.origin, o.reference as OriginReference, i.source,
          i.custody, i.custody_lawyer as CustodyLawyer, i.custody_complaint as CustodyComplaint, i.custody_cleared_by as CustodyClearedBy,
          i.current_grade as CurrentGrade, i.current_label as CurrentLabel, i.withdrawn_at as WithdrawnAt,
          r.title as ReportTitle, r.letter_number as LetterNumber, r.letter_date as LetterDate, r.received_at as ReceivedAt, r.received_by as ReceivedBy, r.list, r.list_version as ListVersion, r.legal_basis as LegalBasis
        from item i join report r on r.key = i.report left join origin o on o.key = i.origin
        where {reader.OneOf("i.key", "keys")} and {reader.Sees("i.current_label")} order by i.key
        """, new { keys = reader.Keys(keys) }, ct);
}
