using Sylvan.Data.Csv;

namespace Plumbline.Exchange.People;

/// <summary>A CSV or TSV file with a header, read once, row by row. The header tells which of the two it is; in TSV a quote is a letter like any other.</summary>
public sealed class PlainTable : IDisposable
{
    private readonly StreamReader text;
    private readonly CsvDataReader? comma;
    private readonly Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);
    private string[] cells = [];

    /// <summary>Opens a table.</summary>
    /// <param name="open">Opens the text from its beginning; asked twice, first for the header alone.</param>
    public PlainTable(Func<StreamReader> open)
    {
        string? header;
        using (var head = open()) header = head.ReadLine();
        text = open();
        // A file without a line is a table without columns.
        if (string.IsNullOrWhiteSpace(header)) return;
        if (header.Contains('\t', StringComparison.Ordinal))
        {
            Name((text.ReadLine() ?? "").Split('\t'));
            return;
        }
        comma = CsvDataReader.Create(text, new CsvDataReaderOptions { Delimiter = ',', BufferSize = 1 << 16, MaxBufferSize = 1 << 22 });
        Name([.. Enumerable.Range(0, comma.FieldCount).Select(comma.GetName)]);
    }

    /// <summary>Names of the columns.</summary>
    public IReadOnlyCollection<string> Columns => columns.Keys;

    /// <summary>Whether there is such a column.</summary>
    public bool Has(string column) => columns.ContainsKey(column);

    /// <summary>Goes to the next row; false at the end.</summary>
    public bool Next()
    {
        if (comma is not null) return comma.Read();
        if (text.ReadLine() is not { } line) return false;
        cells = line.Split('\t');
        return true;
    }

    /// <summary>The cell of a column, trimmed; empty where the file or the row has none.</summary>
    public string this[string column]
    {
        get
        {
            if (!columns.TryGetValue(column, out var at)) return "";
            if (comma is not null) return at < comma.RowFieldCount ? comma.GetString(at).Trim() : "";
            return at < cells.Length ? cells[at].Trim() : "";
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        comma?.Dispose();
        text.Dispose();
    }

    private void Name(string[] names)
    {
        for (var n = 0; n < names.Length; n++) columns.TryAdd(names[n].Trim().TrimStart('\uFEFF'), n);
    }
}
