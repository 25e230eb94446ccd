namespace Plumbline.Register.Questions;

/// <summary>An item as the register holds it, with the fields of its report that a grader needs.</summary>
public sealed record ItemRow(long Key, long Report, long Number, string Text, string Kind, string Nature, string? DateText, long? Origin, string? Source,
    string Language, string Custody, string? CustodyHeldBy, string CustodyLawyer, string CustodyMedical, string CustodyComplaint, long? CustodyClearedBy, string State, long? CurrentGrade, long CurrentLabel,
    string ReportTitle, string? Sender, string? LetterNumber, string? LetterDate, long ReceivedAt, string? List, string? ListVersion, string LegalBasis);

/// <summary>Which items may this reader see, by key, by report, or waiting for a grade?</summary>
public sealed class ItemRows(Reader reader)
{
    private const string Columns = """
        i.key, i.report, i.number, i.text, i.kind, i.nature, i.date_text as DateText, i.origin, i.source,
        i.language, i.custody, i.custody_held_by as CustodyHeldBy, i.custody_lawyer as CustodyLawyer, i.custody_medical as CustodyMedical, i.custody_complaint as CustodyComplaint, i.custody_cleared_by as CustodyClearedBy,
        i.state, i.current_grade as CurrentGrade, i.current_label as CurrentLabel,
        r.title as ReportTitle, r.sender, r.letter_number as LetterNumber, r.letter_date as LetterDate, r.received_at as ReceivedAt, r.list, r.list_version as ListVersion, r.legal_basis as LegalBasis
        """;

    /// <summary>Items by key, in key order; those hidden are absent.</summary>
    public Task<IReadOnlyList<ItemRow>> Of(IReadOnlyCollection<long> keys, CancellationToken ct) => reader.Ask<ItemRow>($"""
        select {Columns} from item i join report r on r.key = i.report
        where {reader.OneOf("i.key", "keys")} and {reader.Sees("i.current_label")} and i.withdrawn_at is null order by i.key
        """, new { keys = reader.Keys(keys) }, ct);

    /// <summary>The items of one report, in their order.</summary>
    public Task<IReadOnlyList<ItemRow>> InReport(long report, CancellationToken ct) => InReport(report, int.MaxValue, ct);

    /// <summary>The first items of one report, in their order.</summary>
    /// <param name="most">How many at most; the host says so on screen.</param>
    public Task<IReadOnlyList<ItemRow>> InReport(long report, long most, CancellationToken ct) => reader.Ask<ItemRow>($"""
        select {Columns} from item i join report r on r.key = i.report
        where i.report = @report and {reader.Sees("i.current_label")} and i.withdrawn_at is null order by i.number limit @most
        """, new { report, most }, ct);

    /// <summary>How many items of a report there are, of those that the reader sees.</summary>
    public async Task<long> CountInReport(long report, CancellationToken ct) => (await reader.Ask<long>($"""
        select count(*) from item i where i.report = @report and {reader.Sees("i.current_label")} and i.withdrawn_at is null
        """, new { report }, ct))[0];

    /// <summary>Items in a state (<c>ungraded</c>, <c>proposed</c>, <c>graded</c>), oldest first.</summary>
    public Task<IReadOnlyList<ItemRow>> Waiting(string state, long most, CancellationToken ct) => Waiting(state, 0, most, ct);

    /// <summary>The same from where another look ended.</summary>
    /// <param name="after">Key of the last one shown; 0 from the beginning.</param>
    public Task<IReadOnlyList<ItemRow>> Waiting(string state, long after, long most, CancellationToken ct) => reader.Ask<ItemRow>($"""
        select {Columns} from item i join report r on r.key = i.report
        where i.state = @state and i.key > @after and {reader.Sees("i.current_label")} and i.withdrawn_at is null order by i.key limit @most
        """, new { state, after, most }, ct);

    /// <summary>The item in a state that comes after another, and after the last the first again; none when nothing else waits.</summary>
    public Task<IReadOnlyList<ItemRow>> After(string state, long key, CancellationToken ct) => reader.Ask<ItemRow>($"""
        select {Columns} from item i join report r on r.key = i.report
        where i.state = @state and i.key <> @key and {reader.Sees("i.current_label")} and i.withdrawn_at is null
        order by case when i.key > @key then 0 else 1 end, i.key limit 1
        """, new { state, key }, ct);

    /// <summary>How many items are in a state, of those that the reader sees.</summary>
    public async Task<long> Count(string state, CancellationToken ct) => (await reader.Ask<long>($"""
        select count(*) from item i where i.state = @state and {reader.Sees("i.current_label")} and i.withdrawn_at is null
        """, new { state }, ct))[0];
}
