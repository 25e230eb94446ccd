namespace Plumbline.Register.Questions;

/// <summary>A report as received.</summary>
public sealed record ReportRow(long Key, long File, string Title, string Kind, string? Sender, string? LetterNumber, string? LetterDate, long ReceivedAt, long ReceivedBy,
    long? CaseKey, string LegalBasis, string Language, string Text, long Label, long? Origin, string? Source, string? List, string? ListVersion, long CurrentLabel, string Sha256);

/// <summary>Which reports may this reader see, by key or by the file they hold?</summary>
public sealed class ReportRows(Reader reader)
{
    private const string Columns = """
        r.key, r.file, r.title, r.kind, r.sender, r.letter_number as LetterNumber, r.letter_date as LetterDate, r.received_at as ReceivedAt, r.received_by as ReceivedBy,
        r.case_key as CaseKey, r.legal_basis as LegalBasis, r.language, r.text, r.label, r.origin, r.source, r.list, r.list_version as ListVersion, r.current_label as CurrentLabel, f.sha256
        """;

    /// <summary>Reports by key, in key order; those hidden are absent.</summary>
    public Task<IReadOnlyList<ReportRow>> Of(IReadOnlyCollection<long> keys, CancellationToken ct) => reader.Ask<ReportRow>($"""
        select {Columns} from report r join file f on f.key = r.file
        where {reader.OneOf("r.key", "keys")} and {reader.Sees("r.current_label")} order by r.key
        """, new { keys = reader.Keys(keys) }, ct);

    /// <summary>The reports received last, newest first.</summary>
    /// <param name="before">Key of the last one shown; <see cref="long.MaxValue"/> from the newest.</param>
    /// <param name="most">How many at most; the host says so on screen.</param>
    public Task<IReadOnlyList<ReportRow>> Lately(long before, long most, CancellationToken ct) => reader.Ask<ReportRow>($"""
        select {Columns} from report r join file f on f.key = r.file
        where r.key < @before and {reader.Sees("r.current_label")} order by r.key desc limit @most
        """, new { before, most }, ct);

    /// <summary>How many reports there are, of those that the reader sees.</summary>
    public async Task<long> Count(CancellationToken ct) => (await reader.Ask<long>($"select count(*) from report r where {reader.Sees("r.current_label")}", null, ct))[0];

    /// <summary>Reports that hold a file, by its SHA-256 in hexadecimal. A report that the reader may not see does not make the file "already held".</summary>
    public Task<IReadOnlyList<ReportRow>> Holding(string sha256, CancellationToken ct) => reader.Ask<ReportRow>($"""
        select {Columns} from report r join file f on f.key = r.file
        where f.sha256 = @sha256 and {reader.Sees("r.current_label")} order by r.key
        """, new { sha256 }, ct);
}
