using System.Text.RegularExpressions;

namespace Plumbline.Specs;

/// <summary>A file of the tree. Specs that judge files also feed it examples, through <see cref="Example"/>.</summary>
/// <param name="Path">From the root, with forward slashes.</param>
/// <param name="On">Where it is on this disk; empty for an example.</param>
sealed partial record SourceFile(string Path, string On)
{
    private string? text;

    /// <summary>A file that is only in a spec's mind: proof that the spec can fail.</summary>
    public static SourceFile Example(string path, string text) => new(path, "") { text = text };

    public string Extension => System.IO.Path.GetExtension(Path);

    public string Text => text ??= File.ReadAllText(On);

    public int Lines => Text.Length == 0 ? 0 : Text.AsSpan().TrimEnd('\n').Count('\n') + 1;

    /// <summary>The text with comments blanked, so that prose may name what code may not.</summary>
    public string Code => Comment().Replace(Text, match => match.Value[0] == '"' ? match.Value : new string('\n', match.Value.Count(c => c == '\n')));

    /// <summary>Each match as "path:line: what was found".</summary>
    public IEnumerable<string> Find(Regex wrong, string? within = null) =>
        wrong.Matches(within ?? Text).Select(match => At(match.Index, within ?? Text) + match.Value.Trim());

    /// <summary>"path:line: " of a place in the text.</summary>
    public string At(int index) => At(index, Text);

    private string At(int index, string within) => $"{Path}:{within.AsSpan(0, index).Count('\n') + 1}: ";

    public override string ToString() => Path;

    // A string is matched first and kept, as "https://…" is no comment.
    [GeneratedRegex("""
        "(?:[^"\\\n]|\\.)*"|//[^\n]*|/\*.*?\*/|@\*.*?\*@|<!--.*?-->
        """, RegexOptions.Singleline)]
    private static partial Regex Comment();
}
