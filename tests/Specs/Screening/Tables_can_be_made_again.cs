using Plumbline.NameTables;

namespace Plumbline.Specs.Screening;

/// <summary>What is committed is what the tool makes of the shared data, by the command in its first line.</summary>
public sealed class Tables_can_be_made_again
{
    [Fact]
    public void Rarity() => Assert.Equal(Committed("rarity"), Made(RarityLearner.Write));

    [Fact, Trait("length", "long")]
    public void Alignments() => Assert.All(new AlignmentSteps(LearnedAgain.Tokens()).Learn(), one => Assert.Equal(Committed(one.Name), Made((_, file) => one.Table.Write(file)), StringComparer.Ordinal));

    [Fact, Trait("length", "long")]
    public void Trees_that_compare_pairs()
    {
        var learner = LearnedAgain.Pairs();
        Assert.Contains(" model trees=300 leaves=16 rate=8", FirstLine("model"), StringComparison.Ordinal);
        Assert.Equal(Committed("model"), Made((_, file) => learner.Learn(ScreenCheck.Committed.OfPairs).Write(file)));
    }

    [Fact, Trait("length", "long")]
    public void Trees_that_weigh_entities()
    {
        var learner = LearnedAgain.Screens();
        Assert.Contains(" screen learn trees=150 leaves=8 rate=6 fewest=15", FirstLine("screen-model"), StringComparison.Ordinal);
        Assert.Equal(Committed("screen-model"), Made((_, file) => learner.Learn().Write(file)));
    }

    private static string[] Made(Action<TokenPairs, TextWriter> write)
    {
        using var file = new StringWriter { NewLine = "\n" };
        write(LearnedAgain.Tokens(), file);
        return Numbers(file.ToString());
    }

    private static string[] Committed(string table) => Numbers(File.ReadAllText(At(table)));

    private static string FirstLine(string table) => File.ReadLines(At(table)).First();

    private static string At(string table) => Path.Combine(Repository.Root, "data", "names", "tables", $"{table}.txt");

    private static string[] Numbers(string text) => [.. text.Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
}
