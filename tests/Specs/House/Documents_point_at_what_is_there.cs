using System.Text.RegularExpressions;

namespace Plumbline.Specs.House;

public sealed partial class Documents_point_at_what_is_there
{
    [Fact]
    public void Every_link_into_the_tree_leads_somewhere() => Breaches.None(
        Repository.Files.Where(file => file.Extension == ".md").SelectMany(file => Broken(file, Path.GetDirectoryName(file.On)!)),
        "A link leads nowhere:");

    [Fact]
    public void Every_decision_is_in_the_list_of_decisions()
    {
        var list = File.ReadAllText(Path.Combine(Repository.Root, "docs/decisions/README.md"));
        Breaches.None(
            Repository.Under("docs/decisions", ".md").Select(file => Path.GetFileName(file.Path))
                .Where(name => name != "README.md" && !list.Contains($"]({name})", StringComparison.Ordinal)),
            "Add a row to docs/decisions/README.md:");
    }

    [Theory]
    [InlineData("see [it](docs/none.md)", 1)]
    [InlineData("see ![it](none.png)", 1)]
    [InlineData("see [it](README.md#limits), [them](https://example.org/none) and [here](#begin)", 0)]
    public void A_broken_one_would_be_seen(string text, int found) =>
        Assert.Equal(found, Broken(SourceFile.Example("a.md", text), Repository.Root).Count());

    private static IEnumerable<string> Broken(SourceFile file, string folder) =>
        Link().Matches(file.Text).Select(match => match.Groups[1].Value)
            .Where(target => target.Length > 0 && !target.Contains(':', StringComparison.Ordinal) && !Path.Exists(Path.Combine(folder, target)))
            .Select(target => $"{file.Path}: {target}");

    [GeneratedRegex(@"\]\(([^)#\s]*)(?:#[^)\s]*)?\)")]
    private static partial Regex Link();
}
