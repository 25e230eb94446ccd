using Plumbline.Exchange.Lists.Csv;
using Plumbline.Exchange.Lists.Entries;
using Plumbline.Exchange.Lists.Sources;

namespace Plumbline.Exchange.Lists.UsCsl;

/// <summary>The United States' Consolidated Screening List, CSV: thirteen lists of three departments under one header line.</summary>
public sealed class UsCslReader : IListReader
{
    private static readonly string[] Columns = ["source", "name", "alt_names", "programs"];

    /// <inheritdoc/>
    public string Format => "us-csl-csv";

    /// <inheritdoc/>
    public string Title => "US Consolidated Screening List (CSV)";

    /// <inheritdoc/>
    public ListPart? Recognise(SniffedFile head)
    {
        var fields = new List<string>();
        CsvFields.Split(head.Head.Split('\n', 2)[0].TrimEnd('\r'), fields);
        return Columns.All(fields.Contains) ? ListPart.Whole : null;
    }

    /// <inheritdoc/>
    public ListReading Read(IReadOnlyList<SniffedFile> parts, ListLimits limits, CancellationToken ct)
    {
        var log = new ReadingLog(limits);
        return new ListReading(ListVersions.Header(this, "US-CSL", "US Consolidated Screening List", parts[0], "", log), log, Rows(parts[0], log, ct));
    }

    private static IEnumerable<ListRow> Rows(SniffedFile file, ReadingLog log, CancellationToken ct)
    {
        using var text = TextSource.Open(file, log);
        var records = new CsvRecords(file.Name, text, log);
        if (records.First(ct) is not { Problem: null } header) throw new ReadingStopped("malformed", "The line of column names cannot be read.", 1);
        var table = new CsvTable(header.Fields);
        foreach (var record in records.Records(table.Width, ct))
        {
            if (record.Problem is { } problem)
            {
                yield return Rejects.Of(file, record, "", problem.Detail);
                continue;
            }

            var row = table.Row(record.Fields);
            var number = Blanks.Squeeze(row["entity_number"]) is { Length: > 0 } given ? given : Blanks.Squeeze(row["_id"]);
            if (number.Length == 0) yield return Rejects.Of(file, record, "_id", "The line has neither an entity number nor an id.");
            else if (Blanks.Squeeze(row["name"]).Length == 0) yield return Rejects.Of(file, record, "name", "The line has no name.");
            else yield return CslEntry.Of(row, number, record.Line);
        }
    }
}
