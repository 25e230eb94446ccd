using Plumbline.Screening.Matching;

namespace Plumbline.Specs.Screening;

public sealed class Grouping_records
{
    [Fact]
    public void Joins_what_is_likely() => Assert.Equal([0, 0, 2], RecordClusters.Of(3, [new(0, 1, 0.95)], default));

    [Fact]
    public void Never_follows_a_chain_of_likely_pairs_to_an_unlikely_one()
    {
        // a-b and b-c are likely, a-c was compared and is not.
        var group = RecordClusters.Of(3, [new(0, 1, 0.9), new(1, 2, 0.8), new(0, 2, 0.01)], default);
        Assert.Equal(group[0], group[1]);
        Assert.NotEqual(group[0], group[2]);
    }

    [Fact]
    public void Keeps_apart_what_must_not_meet_however_likely_the_rest()
    {
        var group = RecordClusters.Of(4, [new(0, 1, 0.999), new(1, 2, 0.999), new(2, 3, 0.999), new(0, 2, 0.999), new(1, 3, 0.999), new(0, 3, 0)], default);
        Assert.NotEqual(group[0], group[3]);
    }

    [Fact]
    public void Two_of_a_group_are_as_probably_one_as_the_best_way_between_them_says()
    {
        var pairs = new[,] { { 0, 0.9, 0.1, 0 }, { 0.9, 0, 0.8, 0 }, { 0.1, 0.8, 0, 0.5 }, { 0, 0, 0.5, 0 } };
        RecordClusters.ThroughOthers(pairs);
        Assert.Equal((0.9, 0.72, 0.36), (pairs[0, 1], Math.Round(pairs[0, 2], 6), Math.Round(pairs[3, 0], 6)));
    }

    [Fact]
    public void Learns_without_labels_which_field_tells_more()
    {
        // One field agrees among the same and seldom among strangers, the other agrees as often among both.
        var random = new List<CellLevel[]>();
        var candidates = new List<CellLevel[]>();
        for (var n = 0; n < 1_000; n++)
        {
            random.Add([n % 50 == 0 ? CellLevel.Same : CellLevel.Different, n % 2 == 0 ? CellLevel.Same : CellLevel.Different, n % 100 == 0 ? CellLevel.Same : CellLevel.Different]);
            // A third is one person: there the first two agree. The third field is what they were found by.
            candidates.Add([n % 3 == 0 || n % 50 == 0 ? CellLevel.Same : CellLevel.Different, n % 2 == 0 ? CellLevel.Same : CellLevel.Different, CellLevel.Same]);
        }
        var weights = RecordWeights.Learn(candidates, random, 3, 1e6);
        Assert.True(weights.Weight(0, CellLevel.Same) > weights.Weight(1, CellLevel.Same) + 1);
        Assert.Equal(0, weights.Weight(0, CellLevel.Silent));
    }
}
