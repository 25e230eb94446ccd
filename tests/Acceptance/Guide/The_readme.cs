using Plumbline.Specs;

namespace Plumbline.Acceptance.Guide;

public sealed class The_readme
{
    private const string Begin = "<!-- help:begin (written from `plumbline --help`; a spec compares it) -->\n";
    private const string End = "<!-- help:end -->";

    /// <summary><c>GOLDEN=write</c> writes the table anew; where <c>CI</c> is set nothing is written.</summary>
    [Fact]
    public async Task Lists_the_commands_that_the_program_has()
    {
        var rows = (await HelpTable.Read(TestContext.Current.CancellationToken)).Select(row => $"| `{row.Command}` | {row.Does} |\n");
        var table = $"| command | what it does |\n|---|---|\n{string.Concat(rows)}";
        var path = Path.Combine(Repository.Root, "README.md");
        var text = (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("GOLDEN") == "write" && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
        {
            await File.WriteAllTextAsync(path, text[..from] + table + text[to..], TestContext.Current.CancellationToken);
            return;
        }
        Assert.Equal(table, text[from..to]);
    }
}
