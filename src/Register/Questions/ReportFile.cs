namespace Plumbline.Register.Questions;

/// <summary>The file of a report, without its bytes.</summary>
public sealed record ReportFileRow
{
    /// <summary>As the sender named it; shown, never used as a path.</summary>
    public string Name { get; init; } = "";

    /// <summary>Such as <c>text/plain</c>.</summary>
    public string MediaType { get; init; } = "";

    /// <summary>Bytes.</summary>
    public long Length { get; init; }

    /// <summary>How many pieces of at most 1 MiB it has.</summary>
    public long Chunks { get; init; }
}

/// <summary>What file holds this report, and what is in it?</summary>
public sealed class ReportFile(Reader reader)
{
    /// <summary>The file of a report that the reader sees; none otherwise.</summary>
    public Task<IReadOnlyList<ReportFileRow>> Of(long report, CancellationToken ct) => reader.Ask<ReportFileRow>($"""
        select f.name, f.media_type as MediaType, f.length, (select count(*) from file_chunk c where c.file = f.key) as Chunks
        from report r join file f on f.key = r.file where r.key = @report and {reader.Sees("r.current_label")}
        """, new { report }, ct);

    /// <summary>One piece of the file, by its number from 0.</summary>
    public Task<IReadOnlyList<byte[]>> Chunk(long report, long n, CancellationToken ct) => reader.Ask<byte[]>($"""
        select c.data from report r join file_chunk c on c.file = r.file
        where r.key = @report and c.n = @n and {reader.Sees("r.current_label")}
        """, new { report, n }, ct);
}
