using CsCheck;
using Plumbline.Screening.Matching;

namespace Plumbline.Specs.Screening;

/// <summary>What runs a million times is written for the machine; here it is held against what is written for people.</summary>
public sealed class Fast_ways_and_slow_ways
{
    private static readonly AlignmentTable Table = Random(one: 7);
    private static readonly Gen<byte[]> Part = Gen.Byte[1, 63].Array[1, Symbols.Longest];

    [Fact]
    public void Aligning_two_letters_at_a_time_finds_the_best_path() => Gen.Select(Part, Part).Sample((a, b) => Table.Score(a, b) == Slow(a, b), iter: 2_000);

    [Fact]
    public void One_pass_over_two_articles_is_as_good_as_four() => Gen.Select(Part, Part, Gen.Int[0, 2], Gen.Int[0, 2]).Sample((a, b, ofA, ofB) =>
    {
        var (articleA, articleB) = (Math.Min(ofA, a.Length - 1), Math.Min(ofB, b.Length - 1));
        var apart = new[] { Table.Similarity(a, b), Table.Similarity(a.AsSpan(articleA), b), Table.Similarity(a, b.AsSpan(articleB)), Table.Similarity(a.AsSpan(articleA), b.AsSpan(articleB)) }.Max();
        return Table.Similarity(a, articleA, b, articleB) == apart;
    }, iter: 2_000);

    [Fact]
    public void Trees_as_masks_reach_the_leaves_that_a_walk_reaches()
    {
        var trees = NameMatcher.Learned("model")!;
        Gen.Float[-2, 12].Array[PairFeatures.Count].Sample(measures => trees.Score(measures) == trees.Bias + trees.Walk(measures), iter: 1_000);
    }

    // The textbook's recursion, whole.
    private static int Slow(byte[] a, byte[] b)
    {
        var cells = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 && j == 0) continue;
                cells[i, j] = int.MinValue;
                if (i > 0) cells[i, j] = Math.Max(cells[i, j], cells[i - 1, j] + Table.Alone(a[i - 1]));
                if (j > 0) cells[i, j] = Math.Max(cells[i, j], cells[i, j - 1] + Table.OtherAlone(b[j - 1]));
                if (i > 0 && j > 0) cells[i, j] = Math.Max(cells[i, j], cells[i - 1, j - 1] + Table.Together(a[i - 1], b[j - 1]));
            }
        return cells[a.Length, b.Length];
    }

    private static AlignmentTable Random(int one)
    {
        var random = new Random(one);
        short[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (short)random.Next(-500, 500))];
        return new AlignmentTable(Numbers(Symbols.Count * Symbols.Count), Numbers(Symbols.Count), Numbers(Symbols.Count), 130);
    }
}
