using System.Globalization;
using Plumbline.Core;
using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Files;

/// <summary>Columns of comma-separated text whose rows belong to vertices that are known by their ids; cells without a row are empty.</summary>
/// <param name="Unknown">How many rows name an id that is not known.</param>
/// <param name="Bad">Rows that could not be read.</param>
public sealed record VertexColumns(int Unknown, IReadOnlyList<BadRow> Bad)
{
    private const int Stride = 0xFFF;

    private readonly Dictionary<string, string[]> columns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads to the end; the caller opens and closes.</summary>
    /// <param name="ids">By the vertices' numbers.</param>
    /// <param name="needed">Columns that must be there, beside <c>id</c>.</param>
    /// <param name="also">Columns that are read where they are there.</param>
    /// <returns>The columns; or a refusal "nodes.columns" where the first line lacks one.</returns>
    public static Outcome<VertexColumns> Read(TextReader text, IReadOnlyList<string> ids, string[] needed, string[] also, CancellationToken ct)
    {
        var heads = CsvRow.Cut((text.ReadLine() ?? "").TrimStart('\uFEFF')) ?? [];
        string[] wanted = ["id", .. needed, .. also];
        var at = wanted.Select(name => Array.FindIndex(heads, head => head.Equals(name, StringComparison.OrdinalIgnoreCase))).ToArray();
        for (var column = 0; column <= needed.Length; column++)
            if (at[column] < 0) return new Refusal("nodes.columns", $"The first line names no column \"{wanted[column]}\".");
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var number = 0; number < ids.Count; number++) numbers.TryAdd(ids[number], number);
        var read = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase);
        for (var column = 1; column < wanted.Length; column++)
            if (at[column] >= 0) read[wanted[column]] = [.. Enumerable.Repeat("", ids.Count)];
        var (unknown, bad) = (0, new List<BadRow>());
        for (var line = 2; text.ReadLine() is { } row; line++)
        {
            if ((line & Stride) == 0) ct.ThrowIfCancellationRequested();
            if (row.Length == 0) continue;
            if (CsvRow.Cut(row) is not { } fields) bad.Add(new(line, "A quote is not closed."));
            else if (fields.Length != heads.Length) bad.Add(new(line, $"{fields.Length} fields, where the first line names {heads.Length}."));
            else if (!numbers.TryGetValue(fields[at[0]], out var number)) unknown++;
            else
                for (var column = 1; column < wanted.Length; column++)
                    if (at[column] >= 0) read[wanted[column]][number] = fields[at[column]];
        }
        var found = new VertexColumns(unknown, bad);
        foreach (var (name, cells) in read) found.columns[name] = cells;
        return found;
    }

    /// <summary>Whether a column was there.</summary>
    public bool Has(string column) => columns.ContainsKey(column);

    /// <summary>A column as numbers by vertex; NaN where there is none.</summary>
    public double[] Numbers(string column) =>
        [.. columns[column].Select(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN)];

    /// <summary>A column as numbers of its texts by vertex, from 0 in the order of the first mention.</summary>
    /// <returns>The groups, and the text of each.</returns>
    public (int[] Group, IReadOnlyList<string> Texts) Groups(string column)
    {
        var names = new VertexNames();
        int[] groups = [.. columns[column].Select(text => names.NumberOf(text))];
        return (groups, [.. Enumerable.Range(0, names.Count).Select(number => names[number])]);
    }
}
