using Plumbline.Core;
using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Files;

/// <summary>Reads the ids of vertices from comma-separated text whose first line names a column <c>id</c>; so vertices without ties are known too.</summary>
public static class VertexListReader
{
    private const int Stride = 0xFFF;

    /// <summary>Reads to the end; the caller opens and closes.</summary>
    /// <returns>The ids in the order of the file, and the rows left out; or a refusal "nodes.columns".</returns>
    public static Outcome<(VertexNames Names, IReadOnlyList<BadRow> Bad)> Read(TextReader text, CancellationToken ct)
    {
        var heads = CsvRow.Cut((text.ReadLine() ?? "").TrimStart('\uFEFF')) ?? [];
        var id = Array.FindIndex(heads, head => head.Equals("id", StringComparison.OrdinalIgnoreCase));
        if (id < 0) return new Refusal("nodes.columns", "The first line names no column \"id\".");
        var (names, bad) = (new VertexNames(), new List<BadRow>());
        for (var line = 2; text.ReadLine() is { } row; line++)
        {
            if ((line & Stride) == 0) ct.ThrowIfCancellationRequested();
            if (row.Length == 0) continue;
            if (CsvRow.Cut(row) is not { } fields) bad.Add(new(line, "A quote is not closed."));
            else if (fields.Length <= id || fields[id].Length == 0) bad.Add(new(line, "The id is missing."));
            else if (names.Knows(fields[id], out _)) bad.Add(new(line, $"The id \"{fields[id]}\" is there already."));
            else names.NumberOf(fields[id]);
        }
        return (names, bad);
    }
}
