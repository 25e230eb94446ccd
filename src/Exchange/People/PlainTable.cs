using System.Globalization;
using Plumbline.Core;
using Plumbline.Exchange.Lists;
using Plumbline.Exchange.Lists.Csv;

namespace Plumbline.Exchange.People;

/// <summary>A CSV or TSV file with a header, read once, row by row. The header tells which of the two it is; in TSV a quote is a letter like any other.</summary>
/// <remarks>A row that cannot be read loses no other: it comes with the reason, and without cells.</remarks>
public sealed class PlainTable : IDisposable
{
    private readonly StreamReader text;
    private readonly bool isTabbed;
    private readonly IEnumerator<CsvRecord>? records;
    private readonly Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly int width;
    private IReadOnlyList<string> cells = [];
    private long line = 1;

    /// <summary>Opens a table.</summary>
    /// <param name="open">Opens the text from its beginning; asked twice, first for the header alone.</param>
    public PlainTable(Func<StreamReader> open)
    {
        string? header;
        using (var head = open()) header = head.ReadLine();
        text = open();
        // A file without a line is a table without columns.
        if (string.IsNullOrWhiteSpace(header)) return;
        isTabbed = header.Contains('\t', StringComparison.Ordinal);
        if (isTabbed)
        {
            Name((text.ReadLine() ?? "").Split('\t'));
        }
        else
        {
            var lines = new CsvRecords("", text, new ReadingLog(ListLimits.Default));
            Name(lines.First(CancellationToken.None)?.Fields ?? []);
            lines.Usual = columns.Count;
            records = lines.Records(0, CancellationToken.None).GetEnumerator();
        }
        width = columns.Count;
    }

    /// <summary>Names of the columns.</summary>
    public IReadOnlyCollection<string> Columns => columns.Keys;

    /// <summary>Why the row cannot be read, with its line; null where it can.</summary>
    public Refusal? Problem { get; private set; }

    /// <summary>Whether there is such a column.</summary>
    public bool Has(string column) => columns.ContainsKey(column);

    /// <summary>Goes to the next row; false at the end.</summary>
    public bool Next()
    {
        (cells, Problem) = ([], null);
        if (isTabbed)
        {
            if (text.ReadLine() is not { } row) return false;
            (line, cells) = (line + 1, row.Split('\t'));
        }
        else
        {
            if (records?.MoveNext() != true) return false;
            (line, cells, Problem) = (records.Current.Line, records.Current.Fields, records.Current.Problem);
        }
        // What stands behind the last column was meant for one before it: nobody knows which cell is which.
        if (cells.Skip(width).Any(cell => cell.Trim().Length > 0)) Problem = TooMany();
        if (Problem is null) return true;
        (cells, Problem) = ([], AtLine(Problem));
        return true;
    }

    /// <summary>The cell of a column, trimmed; empty where the file or the row has none.</summary>
    public string this[string column] => columns.TryGetValue(column, out var at) && at < cells.Count ? cells[at].Trim() : "";

    /// <inheritdoc/>
    public void Dispose()
    {
        records?.Dispose();
        text.Dispose();
    }

    private Refusal TooMany() => new("row.cells", $"The row has {cells.Count} cells where there are {width} columns; a comma within a cell needs quotes around it.")
    {
        Values = new Dictionary<string, string> { ["cells"] = Text(cells.Count), ["columns"] = Text(width) },
    };

    private Refusal AtLine(Refusal why) => new(why.Code, $"line {line}: {why.Detail}") { Values = new Dictionary<string, string>(why.Values ?? new Dictionary<string, string>()) { ["line"] = Text(line) } };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private void Name(IReadOnlyList<string> names)
    {
        for (var n = 0; n < names.Count; n++) columns.TryAdd(names[n].Trim().TrimStart('\uFEFF') is { Length: > 0 } name ? name : $"column {n + 1}", n);
    }
}
