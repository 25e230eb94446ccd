using System.Text.RegularExpressions;

namespace Plumbline.Exchange.Lists.Entries;

/// <summary>Cuts cells that hold several values.</summary>
internal static partial class Pieces
{
    /// <summary>Cuts at a separator outside round brackets; everywhere, if the brackets do not match.</summary>
    public static IReadOnlyList<string> Cut(string text, char separator)
    {
        var (pieces, depth, from) = (new List<string>(), 0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '(') depth++;
            else if (text[at] == ')') depth--;
            else if (text[at] == separator && depth <= 0)
            {
                pieces.Add(text[from..at]);
                from = at + 1;
            }
        }

        if (depth != 0) return text.Split(separator);
        pieces.Add(text[from..]);
        return pieces;
    }

    /// <summary>The values of a cell that separates them by <c>;</c>, without blank ones.</summary>
    public static IEnumerable<string> List(string cell) => Cut(cell, ';').Select(piece => piece.Trim()).Where(piece => piece.Length > 0);

    /// <summary>Cuts at numbers or letters that count up: <c>1) A 2) B</c>, <c>(1) A (2) B</c>, <c>a) A b) B</c>.</summary>
    /// <returns>The pieces without their marks; the text itself if it is not counted from the first on.</returns>
    public static IReadOnlyList<string> Counted(string text)
    {
        var marks = Mark().Matches(text);
        var ordered = new List<Match>();
        foreach (Match mark in marks)
        {
            var said = mark.Groups[1].Value;
            var next = ordered.Count + 1;
            if (said == next.ToString(System.Globalization.CultureInfo.InvariantCulture) || (said.Length == 1 && char.ToLowerInvariant(said[0]) == 'a' + next - 1)) ordered.Add(mark);
        }

        if (ordered.Count < 1 || ordered[0].Index != 0) return [text];
        var pieces = new List<string>();
        for (var at = 0; at < ordered.Count; at++)
        {
            var from = ordered[at].Index + ordered[at].Length;
            var to = at + 1 < ordered.Count ? ordered[at + 1].Index : text.Length;
            if (text[from..to].Trim(' ', ',', ';') is { Length: > 0 } piece) pieces.Add(piece);
        }

        return pieces.Count == 0 ? [text] : pieces;
    }

    [GeneratedRegex(@"(?<![\w(])\(?(\d{1,2}|[a-zA-Z])\)\s*")]
    private static partial Regex Mark();
}
