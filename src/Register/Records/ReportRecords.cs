namespace Plumbline.Register.Records;

/// <summary>A report about to be kept; see the columns of <c>report</c>.</summary>
public sealed record NewReport(long File, string Title, string Kind, string? Sender, string? LetterNumber, string? LetterDate, long ReceivedBy, long? CaseKey,
    string LegalBasis, string Language, string Text, long Label, long? Origin, string? Source, string? List, string? ListVersion, long NoFourEyes);

/// <summary>An item about to be kept; see the columns of <c>item</c>. Days are day numbers.</summary>
public sealed record NewItem(long Number, string Text, long SpanFrom, long SpanTo, string Kind, string Nature, string? DateText, long DateFrom, long DateTo, long? Origin,
    string? Source, string Language, string Custody, long Label, string State, long CurrentLabel, string? EntryKey, string? EntryHash);

/// <summary>Writes files, origins, reports and their items. Nothing here is ever changed afterwards but the projections of grade and label.</summary>
/// <param name="now">UTC microseconds.</param>
public sealed class ReportRecords(Writer writer, long now)
{
    private const int ChunkBytes = 1 << 20;

    private static readonly string[] ItemColumns =
    [
        "key", "report", "number", "text", "span_from", "span_to", "kind", "nature", "date_text", "date_from", "date_to", "origin", "source", "language", "custody",
        "label", "entry_key", "entry_hash", "state", "current_label",
    ];

    /// <summary>The key of a file by its content; its bytes are kept in chunks when it is new.</summary>
    public async Task<long> File(string sha256, string name, string mediaType, ReadOnlyMemory<byte> bytes, long officer, CancellationToken ct)
    {
        if (await writer.One<long?>("select key from file where sha256 = @sha256", new { sha256 }, ct) is { } held) return held;
        var key = await writer.TakeKeys("file", 1, ct);
        await writer.Execute("insert into file (key, sha256, length, media_type, name, received_at, received_by) values (@key, @sha256, @length, @mediaType, @name, @now, @officer)",
            new { key, sha256, length = (long)bytes.Length, mediaType, name, now, officer }, ct);
        for (var (n, at) = (0, 0); at < bytes.Length; n++, at += ChunkBytes)
            await writer.Execute("insert into file_chunk (file, n, data) values (@key, @n, @data)",
                new { key, n, data = bytes.Slice(at, Math.Min(ChunkBytes, bytes.Length - at)).ToArray() }, ct);
        return key;
    }

    /// <summary>The key of an origin by its reference, made when it is new.</summary>
    public async Task<long> Origin(string reference, CancellationToken ct)
    {
        if (await writer.One<long?>("select key from origin where reference = @reference", new { reference }, ct) is { } known) return known;
        var key = await writer.TakeKeys("origin", 1, ct);
        await writer.Execute("insert into origin (key, reference, description) values (@key, @reference, '')", new { key, reference }, ct);
        return key;
    }

    /// <summary>A report; its effective label begins as its own.</summary>
    public async Task<long> Report(NewReport report, CancellationToken ct)
    {
        var key = await writer.TakeKeys("report", 1, ct);
        await writer.Execute("""
            insert into report (key, file, title, kind, sender, letter_number, letter_date, received_at, received_by, case_key, legal_basis, language, text,
              label, origin, source, list, list_version, no_four_eyes, current_label)
            values (@key, @File, @Title, @Kind, @Sender, @LetterNumber, @LetterDate, @now, @ReceivedBy, @CaseKey, @LegalBasis, @Language, @Text,
              @Label, @Origin, @Source, @List, @ListVersion, @NoFourEyes, @Label)
            """, new
        {
            key,
            now,
            report.File,
            report.Title,
            report.Kind,
            report.Sender,
            report.LetterNumber,
            report.LetterDate,
            report.ReceivedBy,
            report.CaseKey,
            report.LegalBasis,
            report.Language,
            report.Text,
            report.Label,
            report.Origin,
            report.Source,
            report.List,
            report.ListVersion,
            report.NoFourEyes,
        }, ct);
        return key;
    }

    /// <summary>The items of a report; returns their keys in order.</summary>
    public async Task<IReadOnlyList<long>> Items(long report, IReadOnlyList<NewItem> items, CancellationToken ct)
    {
        if (items.Count == 0) return [];
        var first = await writer.TakeKeys("item", items.Count, ct);
        await BulkRows.Insert(writer, "item", ItemColumns, items.Select((item, n) => new object?[]
        {
            first + n, report, item.Number, item.Text, item.SpanFrom, item.SpanTo, item.Kind, item.Nature, item.DateText, item.DateFrom, item.DateTo, item.Origin, item.Source, item.Language, item.Custody,
            item.Label, item.EntryKey, item.EntryHash, item.State, item.CurrentLabel,
        }), ct);
        return [.. Enumerable.Range(0, items.Count).Select(n => first + n)];
    }
}
