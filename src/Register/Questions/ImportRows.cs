namespace Plumbline.Register.Questions;

/// <summary>What the import of one version of a list did.</summary>
/// <param name="Sha256">What the import is known by: of the file, or of the hashes of its files.</param>
/// <param name="State"><c>running</c>, <c>overtaken</c> or <c>done</c>.</param>
public sealed record ImportRow(string Sha256, string State, long Added, long Changed, long Unchanged, long Rejected, long Withdrawn);

/// <summary>What did the import of this list do?</summary>
public sealed class ImportRows(Reader reader)
{
    /// <summary>The import that opened a report; none for a report that is no list, and for one that the reader does not see.</summary>
    public Task<IReadOnlyList<ImportRow>> Of(long report, CancellationToken ct) => reader.Ask<ImportRow>($"""
        select i.sha256, i.state, i.added, i.changed, i.unchanged, i.rejected, i.withdrawn
        from import_record i join report r on r.key = i.report where i.report = @report and {reader.Sees("r.current_label")}
        """, new { report }, ct);
}
