namespace Plumbline.Specs.House;

public sealed class Files_are_short
{
    private const int Longest = 400;
    private const int MedianAtMost = 80;

    private static readonly string[] Folders = ["src", "tests", "benchmarks", "tools"];
    private static readonly string[] Kinds = [".cs", ".razor", ".css", ".ts", ".js", ".mjs"];

    [Fact]
    public void None_is_longer_than_400_lines() => Breaches.None(
        Folders.SelectMany(folder => Repository.Under(folder, Kinds)).Where(TooLong).Select(file => $"{file.Path}: {file.Lines} lines"),
        "Split by theme:");

    [Fact]
    public void Half_of_those_of_the_product_have_80_lines_or_fewer()
    {
        var median = Median(Repository.Under("src", ".cs", ".razor").Select(file => file.Lines));
        Assert.True(median <= MedianAtMost, $"The median of src is {median} lines.");
    }

    [Fact]
    public void A_long_one_would_be_seen()
    {
        Assert.False(TooLong(SourceFile.Example("src/A.cs", string.Concat(Enumerable.Repeat("x\n", 400)))));
        Assert.True(TooLong(SourceFile.Example("src/A.cs", string.Concat(Enumerable.Repeat("x\n", 401)))));
        Assert.Equal(81, Median([1, 81, 300]));
    }

    private static bool TooLong(SourceFile file) => file.Lines > Longest;

    private static int Median(IEnumerable<int> lines)
    {
        var sorted = lines.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
