using System.Globalization;
using Plumbline.Core;
using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Files;

/// <summary>Which rows and columns of an edge list are read.</summary>
/// <param name="Weight">The column that holds weights; null for none.</param>
/// <param name="Where">A column and the value that a row must have in it; null for all rows.</param>
public sealed record EdgeColumns(string? Weight, (string Column, string Value)? Where)
{
    /// <summary>Columns and the values that a row must not have in them.</summary>
    public IReadOnlyList<(string Column, string Value)> Except { get; init; } = [];

    /// <summary>Where no column of weights is named, whether one called <c>weight</c> is read if it is there.</summary>
    public bool UsualWeight { get; init; }
}

/// <summary>Reads ties from comma-separated text whose first line names the columns, <c>source</c> and <c>target</c> among them.</summary>
public static class EdgeListReader
{
    private const int Stride = 0xFFF;

    /// <summary>Reads to the end; the caller opens and closes.</summary>
    /// <returns>The ties and the rows left out; or a refusal "edges.columns" where the first line lacks a column that was asked for.</returns>
    public static Outcome<EdgeList> Read(TextReader text, EdgeColumns columns, CancellationToken ct) => Read(text, columns, new(), ct);

    /// <summary>As <see cref="Read(TextReader, EdgeColumns, CancellationToken)"/>, where some ids are known already and keep their numbers.</summary>
    public static Outcome<EdgeList> Read(TextReader text, EdgeColumns columns, VertexNames known, CancellationToken ct)
    {
        var heads = CsvRow.Cut((text.ReadLine() ?? "").TrimStart('\uFEFF')) ?? [];
        if (columns is { Weight: null, UsualWeight: true } && Place(heads, "weight") >= 0) columns = columns with { Weight = "weight" };
        string?[] asked = ["source", "target", columns.Weight, columns.Where?.Column, .. columns.Except.Select(one => one.Column)];
        var at = asked.Select(name => name is null ? -1 : Place(heads, name)).ToArray();
        for (var column = 0; column < asked.Length; column++)
            if (asked[column] is { } name && at[column] < 0) return new Refusal("edges.columns", $"The first line names no column \"{name}\".");
        var list = new EdgeList(known);
        var cuts = new Range[heads.Length + 1];
        for (var line = 2; text.ReadLine() is { } row; line++)
        {
            if ((line & Stride) == 0) ct.ThrowIfCancellationRequested();
            if (row.Length > 0) Take(list, line, CutRow.Of(row, cuts), heads.Length, at, columns);
        }
        return list;
    }

    private static int Place(string[] heads, string name) => Array.FindIndex(heads, head => head.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static bool Leaves(in CutRow row, int[] at, EdgeColumns columns)
    {
        if (columns.Where is { } where && !row[at[3]].SequenceEqual(where.Value)) return true;
        for (var one = 0; one < columns.Except.Count; one++)
            if (row[at[4 + one]].SequenceEqual(columns.Except[one].Value)) return true;
        return false;
    }

    private static void Take(EdgeList list, int line, in CutRow row, int width, int[] at, EdgeColumns columns)
    {
        if (row.Count < 0) list.Leave(line, "A quote is not closed.");
        else if (row.Count != width) list.Leave(line, $"{row.Count} fields, where the first line names {width}.");
        else if (Leaves(row, at, columns)) return;
        else if (row[at[0]].Length == 0 || row[at[1]].Length == 0) list.Leave(line, "An end is missing.");
        else if (columns.Weight is null) list.Add(row[at[0]], row[at[1]], null);
        else if (!double.TryParse(row[at[2]], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) || !(weight >= 0 && double.IsFinite(weight)))
            list.Leave(line, $"The weight \"{row[at[2]]}\" is negative or no finite number.");
        else list.Add(row[at[0]], row[at[1]], weight);
    }
}
