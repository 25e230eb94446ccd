using System.Globalization;

namespace Plumbline.Cli.Networks;

/// <summary>Rows of comma-separated text on standard output.</summary>
internal static class Table
{
    /// <summary>Rows behind their header: for machines one object a row, else the text.</summary>
    public static async Task Give(bool json, IReadOnlyList<string[]> rows, CancellationToken ct)
    {
        if (json) Answer.Give(true, rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second)), () => []);
        else await Write(rows, ct);
    }

    public static async Task Write(IEnumerable<string[]> rows, CancellationToken ct)
    {
        await using var output = PlainFiles.Out();
        foreach (var row in rows) await output.WriteLineAsync(string.Join(',', row.Select(Cell)).AsMemory(), ct);
    }

    /// <summary>As many digits as it takes to read the same number again.</summary>
    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Cell(string text) => text.AsSpan().IndexOfAny(",\"\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
