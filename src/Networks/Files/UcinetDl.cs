using System.Globalization;
using System.Text.RegularExpressions;
using Plumbline.Core;
using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Files;

/// <summary>Reads UCINET's DL text of one mode: full matrix, edge list or node list, with or without labels.</summary>
/// <remarks>Borgatti, Everett and Freeman, "UCINET 6 for Windows", 2002, appendix on data language. More or fewer entries than were declared are refused.</remarks>
public static partial class UcinetDl
{
    private const int Most = 1 << 15;

    /// <summary>Reads to the end; the caller opens and closes.</summary>
    /// <param name="weight">Ignored: DL's weights have no name.</param>
    /// <returns>The ties and what was left out; or a refusal "graph.dl": no header, a form that is not read, counts that differ from those declared, more than 32,768 vertices.</returns>
    public static Outcome<EdgeList> Read(TextReader text, string? weight, VertexNames known, CancellationToken ct)
    {
        var whole = text.ReadToEnd();
        var data = Data().Match(whole);
        if (!Begin().IsMatch(whole) || !data.Success) return new Refusal("graph.dl", "The text begins with dl and has a part data:");
        var head = whole[..data.Index];
        if (!int.TryParse(Count().Match(head).Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n > Most) return new Refusal("graph.dl", $"It declares n=, at most {Most}; tables of two modes (nr=, nc=) are not read.");
        var form = Form().Match(head) is { Success: true } named ? named.Groups[1].Value.ToUpperInvariant() : "FULLMATRIX";
        var labels = Labels().Match(head) is { Success: true } given ? Words().Matches(given.Groups[1].Value).Select(word => word.Value.Trim('"')).ToArray() : [];
        if (labels.Length > 0 && labels.Length != n) return new Refusal("graph.dl", $"{labels.Length} labels, where n={n} is declared.");
        var gathered = new Gathering(known);
        for (var one = 0; one < n; one++) gathered.Vertex((one + 1).ToString(CultureInfo.InvariantCulture), labels.ElementAtOrDefault(one), 0);
        var isNamed = Embedded().IsMatch(head);
        // "labels embedded" stands in place of a list only where no list follows.
        if (isNamed && labels.Length == 0) return new Refusal("graph.dl", "Embedded labels are read only where labels: lists them.");
        var line = head.Count(letter => letter == '\n') + 1;
        var rows = whole[(data.Index + data.Length)..].Split('\n').Select(row => Words().Matches(row).Select(word => word.Value.Trim('"')).ToArray()).ToArray();
        string Id(string word) => isNamed && Array.IndexOf(labels, word) is var at && at >= 0 ? (at + 1).ToString(CultureInfo.InvariantCulture) : word;
        if (form == "FULLMATRIX") return Matrix(gathered, [.. rows.SelectMany(row => row)], n, ct);
        if (form is not ("EDGELIST1" or "NODELIST1")) return new Refusal("graph.dl", $"The form \"{form}\" is not read.");
        for (var at = 0; at < rows.Length; at++)
        {
            ct.ThrowIfCancellationRequested();
            if (rows[at].Length == 0) continue;
            if (form == "EDGELIST1") gathered.Tie(Id(rows[at][0]), rows[at].Length > 1 ? Id(rows[at][1]) : null, rows[at].ElementAtOrDefault(2), line + at);
            else foreach (var other in rows[at][1..]) gathered.Tie(Id(rows[at][0]), Id(other), null, line + at);
        }
        return gathered.Finish(false);
    }

    private static Outcome<EdgeList> Matrix(Gathering gathered, string[] cells, int n, CancellationToken ct)
    {
        if (cells.Length != (long)n * n) return new Refusal("graph.dl", $"{cells.Length} entries, where n={n} asks for {(long)n * n}.");
        for (var at = 0; at < cells.Length; at++)
        {
            if ((at & 0xFFF) == 0) ct.ThrowIfCancellationRequested();
            if (cells[at] is not ("0" or "0.0")) gathered.Tie(((at / n) + 1).ToString(CultureInfo.InvariantCulture), ((at % n) + 1).ToString(CultureInfo.InvariantCulture), cells[at], 0);
        }
        return gathered.Finish(false);
    }

    [GeneratedRegex(@"^\s*dl\b", RegexOptions.IgnoreCase)]
    private static partial Regex Begin();

    [GeneratedRegex(@"^\s*data\s*:|\bdata\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex Data();

    [GeneratedRegex(@"\bn\s*=\s*(\d{1,9})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Count();

    [GeneratedRegex(@"\bformat\s*=\s*(\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex Form();

    [GeneratedRegex(@"\blabels\s*:(.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Labels();

    [GeneratedRegex(@"\blabels\s+embedded\b", RegexOptions.IgnoreCase)]
    private static partial Regex Embedded();

    [GeneratedRegex("""
        "[^"]*"|[^\s,]+
        """)]
    private static partial Regex Words();
}
