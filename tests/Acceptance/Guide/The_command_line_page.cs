using System.Text.RegularExpressions;
using Plumbline.Acceptance.Support;
using Plumbline.Specs;

namespace Plumbline.Acceptance.Guide;

/// <summary>The page of the command line is run as a reader would: every block, in order, in an empty folder.</summary>
public sealed partial class The_command_line_page : IDisposable
{
    private const string Founders = """
        officers:
          - {login: sara, name: سارة, name_other: Sara, roles: [supervisor]}
          - {login: omar, name: Omar, roles: [supervisor]}
          - {login: vera, name: Vera, roles: [oversight]}
        """;

    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs/guide/command-line.md"));
    private readonly string folder = Directory.CreateTempSubdirectory("plumbline-").FullName;

    [Fact]
    public async Task Does_what_it_says()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "letter.txt"), Blocks("text").Single(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "officers.yaml"), Founders, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "pairs.tsv"), "id\tname_a\tname_b\n1\tخالد ناصر\tKhalid Nasser\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "passengers.csv"), "id,name,birth_date\np1,Khalid Nasser Example,1980-02-03\np2,خالد ناصر,\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "watch.tsv"), "entity_id\tkind\tname\nw-1\tP\tKhalid Nasser Example\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "ties.csv"), "source,target,weight,layer\na,b,2,call\nb,c,1,call\nc,a,1,kin\n", TestContext.Current.CancellationToken);
        foreach (var line in Blocks("sh").SelectMany(block => block.Split('\n')).Where(line => line.Length > 0))
        {
            var words = Words().Matches(line.Split('#')[0]).Select(word => word.Value.Trim('"')).ToArray();
            Assert.Equal("./plumbline", words[0]);
            var (exit, output, errors) = await TheProgram.RunIn(folder, TestContext.Current.CancellationToken, words[1..]);
            Assert.True(exit == 0, $"{line}\n{output}{errors}");
        }
    }

    [Fact]
    public async Task Names_every_command()
    {
        var help = await HelpTable.Read(TestContext.Current.CancellationToken);
        Assert.All(help.Select(row => row.Command.Split(' ')[0]), command => Assert.Contains($"./plumbline {command}", Page + UnitPage, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string UnitPage { get; } = File.ReadAllText(Path.Combine(Repository.Root, "docs/guide/unit.md"));

    private static IEnumerable<string> Blocks(string kind) =>
        Regex.Matches(Page.ReplaceLineEndings("\n"), $"```{kind}\n(.*?)```", RegexOptions.Singleline).Select(block => block.Groups[1].Value);

    [GeneratedRegex("""
        "[^"]*"|\S+
        """)]
    private static partial Regex Words();
}
