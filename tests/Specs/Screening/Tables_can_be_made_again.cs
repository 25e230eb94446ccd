using Plumbline.NameTables;

namespace Plumbline.Specs.Screening;

/// <summary>What is committed is what the tool makes of the shared data. (The trees take minutes and are made by hand; their command stands in their first line.)</summary>
public sealed class Tables_can_be_made_again
{
    [Fact]
    public void Rarity() => Assert.Equal(Committed("rarity"), Made(RarityLearner.Write));

    [Fact, Trait("length", "long")]
    public void Alignments() => Assert.All(new AlignmentSteps(Tokens()).Learn(), one => Assert.Equal(Committed(one.Name), Made((_, file) => one.Table.Write(file)), StringComparer.Ordinal));

    private static TokenPairs Tokens() => new(Path.GetDirectoryName(SharedData.Need("data/names/pairs_dev.tsv.gz"))!);

    private static string[] Made(Action<TokenPairs, TextWriter> write)
    {
        using var file = new StringWriter { NewLine = "\n" };
        write(Tokens(), file);
        return Numbers(file.ToString());
    }

    private static string[] Committed(string table) => Numbers(File.ReadAllText(Path.Combine(Repository.Root, "data", "names", "tables", $"{table}.txt")));

    private static string[] Numbers(string text) => [.. text.Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
}
