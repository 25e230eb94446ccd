using System.Text.RegularExpressions;

namespace Plumbline.Specs.House;

/// <summary>One style for both directions of writing: start and end, never left and right.</summary>
public sealed partial class Pages_know_no_left_and_right
{
    [Fact]
    public void Not_in_a_style() => Breaches.None(
        Repository.Under("src", ".css", ".razor", ".html", ".cshtml").SelectMany(Physical),
        "Say inline-start and inline-end. Where a place on the screen is really meant, end the line with a comment \"physical: why\":");

    [Theory]
    [InlineData("a.css", ".x { margin-left: 1px }")]
    [InlineData("a.css", ".x { padding: 0;\n  right: 0 }")]
    [InlineData("a.css", ".x { text-align: left; }")]
    [InlineData("a.css", ".x { float:right }")]
    [InlineData("a.css", ".x { border-top-left-radius: 2px }")]
    [InlineData("a.razor", "<p style=\"left:3px\">")]
    [InlineData("a.razor", "<p class=\"a ml-2\">")]
    [InlineData("a.razor", "<style>\n.x { border-right: 0 }\n</style>")]
    public void One_would_be_seen(string path, string text) => Assert.Single(Physical(SourceFile.Example(path, text)));

    [Theory]
    [InlineData("a.css", ".x { margin-inline-start: 1px; justify-content: start }")]
    [InlineData("a.css", ".x { left: 0 } /* physical: the map's own corner */")]
    [InlineData("a.css", "/* left: and right: are not used */")]
    [InlineData("a.razor", "@code { Put(left: 1, right: 2); }")]
    [InlineData("a.razor", "<p class=\"ms-2 html-5\">left: right</p>")]
    public void What_is_fine_is_left_alone(string path, string text) => Assert.Empty(Physical(SourceFile.Example(path, text)));

    private static IEnumerable<string> Physical(SourceFile file)
    {
        var lines = file.Text.Split('\n').Select(line => line.Contains("physical: ", StringComparison.Ordinal) ? "" : line);
        var meant = SourceFile.Example(file.Path, string.Join('\n', lines)).Code;
        if (file.Extension == ".css") return file.Find(Declaration(), meant);
        var styles = Style().Matches(meant).SelectMany(style => Declaration().Matches(style.Value)).Select(match => $"{file.Path}: {match.Value.Trim()}");
        var classes = Class().Matches(meant).SelectMany(list => SidedClass().Matches(list.Value)).Select(match => $"{file.Path}: class {match.Value}");
        return styles.Concat(classes);
    }

    [GeneratedRegex(@"(?<![\w-])((margin|padding|border|scroll-margin|scroll-padding|inset)-(left|right)\b|border-(top|bottom)-(left|right)-radius|(left|right)\s*:|(text-align|float|clear|caption-side)\s*:\s*(left|right)\b)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"style\s*=\s*""[^""]*""|<style.*?</style>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Style();

    [GeneratedRegex(@"class\s*=\s*""[^""]*""", RegexOptions.IgnoreCase)]
    private static partial Regex Class();

    [GeneratedRegex(@"(?<![\w-])([mp][lr]-(n?\d+|auto)|text-(left|right)|float-(left|right))(?![\w-])")]
    private static partial Regex SidedClass();
}
