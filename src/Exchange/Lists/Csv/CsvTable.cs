namespace Plumbline.Exchange.Lists.Csv;

/// <summary>The columns of a CSV file by name, and which fields of a record nobody took.</summary>
internal sealed class CsvTable
{
    private readonly Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);

    public CsvTable(IReadOnlyList<string> header)
    {
        Header = [.. header.Select((name, at) => name.Trim() is { Length: > 0 } known ? known : $"column {at + 1}")];
        for (var at = 0; at < Header.Count; at++) columns.TryAdd(Header[at], at);
    }

    public IReadOnlyList<string> Header { get; }

    public int Width => Header.Count;

    public bool Has(string column) => columns.ContainsKey(column);

    public CsvRow Row(IReadOnlyList<string> fields) => new(this, fields);

    internal int? Find(string column) => columns.TryGetValue(column, out var at) ? at : null;
}

/// <summary>One record, by column; remembers what was asked for, so that the rest can be kept as remarks.</summary>
internal sealed class CsvRow(CsvTable table, IReadOnlyList<string> fields)
{
    private readonly bool[] taken = new bool[fields.Count];

    /// <summary>The field; empty if there is no such column.</summary>
    public string this[string column]
    {
        get
        {
            if (table.Find(column) is not { } at || at >= fields.Count) return "";
            taken[at] = true;
            return fields[at];
        }
    }

    /// <summary>Fields with text that were not asked for.</summary>
    public IEnumerable<(string Column, string Text)> Rest()
    {
        for (var at = 0; at < fields.Count; at++)
        {
            if (!taken[at] && !string.IsNullOrWhiteSpace(fields[at])) yield return (table.Header[at], fields[at]);
        }
    }
}
