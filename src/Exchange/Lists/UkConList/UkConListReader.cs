using Plumbline.Exchange.Lists.Csv;
using Plumbline.Exchange.Lists.Entries;
using Plumbline.Exchange.Lists.Sources;

namespace Plumbline.Exchange.Lists.UkConList;

/// <summary>HM Treasury's consolidated list (ConList), CSV: the date in the first line, one line a name, joined by Group ID.</summary>
/// <remarks>The list was retired on 28 January 2026; its copies and its group ids live on in files of others.</remarks>
public sealed class UkConListReader : IListReader
{
    /// <inheritdoc/>
    public string Format => "uk-conlist-csv";

    /// <inheritdoc/>
    public string Title => "UK HM Treasury consolidated list (ConList CSV)";

    /// <inheritdoc/>
    public ListPart? Recognise(SniffedFile head)
    {
        var lines = head.Head.Split('\n', 3);
        return lines.Length > 1 && lines[0].TrimStart('"').StartsWith("Last Updated", StringComparison.OrdinalIgnoreCase) && lines[1].Contains("Group ID", StringComparison.OrdinalIgnoreCase)
            ? ListPart.Whole
            : null;
    }

    /// <inheritdoc/>
    public ListReading Read(IReadOnlyList<SniffedFile> parts, ListLimits limits, CancellationToken ct)
    {
        var log = new ReadingLog(limits);
        var fields = new List<string>();
        CsvFields.Split(parts[0].Head.Split('\n', 2)[0].TrimEnd('\r'), fields);
        var stated = fields.Count > 1 ? fields[1] : "";
        return new ListReading(ListVersions.Header(this, "UK", "UK HMT Consolidated", parts[0], stated, log), log, Rows(parts[0], log, ct));
    }

    private static IEnumerable<ListRow> Rows(SniffedFile file, ReadingLog log, CancellationToken ct)
    {
        using var text = TextSource.Open(file, log);
        var records = new CsvRecords(file.Name, text, log);
        records.First(ct);
        if (records.First(ct) is not { Problem: null } header) throw new ReadingStopped("malformed", "The line of column names cannot be read.", 2);
        var table = new CsvTable(header.Fields);
        var groups = new Dictionary<string, List<CsvRecord>>(StringComparer.Ordinal);
        var held = 0L;
        foreach (var record in records.Records(table.Width, ct))
        {
            if (record.Problem is { } problem)
            {
                yield return Rejects.Of(file, record, "", problem.Detail);
                continue;
            }

            var group = Blanks.Squeeze(table.Row(record.Fields)["Group ID"]);
            if (group.Length == 0)
            {
                yield return Rejects.Of(file, record, "Group ID", "The line has no group id.");
                continue;
            }

            // The lines of a group lie apart, so the whole file has to be held.
            held += record.Raw.Length;
            if (held > log.Limits.HeldChars) throw new ReadingStopped("limit", $"The list is longer than {log.Limits.HeldChars:N0} characters; its lines cannot be joined.", record.Line);
            if (!groups.TryGetValue(group, out var lines)) groups[group] = lines = [];
            lines.Add(record);
        }

        foreach (var (group, lines) in groups)
        {
            ct.ThrowIfCancellationRequested();
            yield return UkEntry.Of(file, table, group, lines);
        }
    }
}
