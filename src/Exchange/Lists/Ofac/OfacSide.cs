using System.Globalization;
using Plumbline.Exchange.Lists.Csv;
using Plumbline.Exchange.Lists.Entries;
using Plumbline.Exchange.Lists.Sources;

namespace Plumbline.Exchange.Lists.Ofac;

/// <summary>An ALT or ADD file, held by entity number until its entry comes.</summary>
internal sealed class OfacSide(int width, ReadingLog log)
{
    private readonly Dictionary<long, List<CsvRecord>> rows = [];
    private SniffedFile? file;
    private long held;

    /// <summary>Reads the file; gives back its rejects.</summary>
    /// <exception cref="ReadingStopped">More than may be held.</exception>
    public IEnumerable<ListRow> Load(SniffedFile side, CancellationToken ct)
    {
        file = side;
        using var text = TextSource.Open(side, log);
        foreach (var record in new CsvRecords(side.Name, text, log).Records(width, ct))
        {
            if (record.Problem is { } problem)
            {
                yield return Rejects.Of(side, record, "", problem.Detail);
            }
            else if (!long.TryParse(record.Fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                yield return Rejects.Of(side, record, "ent_num", "The entity number is not a number.");
            }
            else
            {
                held += record.Raw.Length;
                if (held > log.Limits.HeldChars) throw new ReadingStopped("limit", $"More than {log.Limits.HeldChars:N0} characters of alternate names and addresses.", record.Line);
                if (!rows.TryGetValue(number, out var list)) rows[number] = list = [];
                list.Add(record);
            }
        }
    }

    /// <summary>The rows of an entry, which are then gone.</summary>
    public IReadOnlyList<CsvRecord> Take(long number) => rows.Remove(number, out var list) ? list : [];

    /// <summary>Rows whose entry never came.</summary>
    public IEnumerable<ListRow> Orphans() =>
        from record in rows.Values.SelectMany(list => list).OrderBy(record => record.Line)
        select Rejects.Of(file!, record, "ent_num", $"There is no entry {record.Fields[0].Trim()} in the list.");
}
