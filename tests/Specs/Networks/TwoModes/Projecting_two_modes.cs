using CsCheck;
using Plumbline.Core;
using Plumbline.Networks.Files;
using Plumbline.Networks.TwoModes;

namespace Plumbline.Specs.Networks.TwoModes;

public sealed class Projecting_two_modes
{
    [Fact]
    public void Finds_the_published_pairs_of_Paul_Revere()
    {
        using var text = File.OpenText(SharedData.Need("data/networks/paul_revere_2mode/edges.csv"));
        var list = Assert.IsType<Outcome<EdgeList>.Done>(EdgeListReader.Read(text, new(null, null), default)).Value;
        var found = Done(TwoModeProjection.Of(list.Names.Count, list.Sources, list.Targets, int.MaxValue, long.MaxValue, default));
        Assert.Equal(10_221, found.From.Length);
        // Seven organisations of some hundred members: leaving out those above 60 leaves fewer, and says which.
        var capped = Done(TwoModeProjection.Of(list.Names.Count, list.Sources, list.Targets, 60, long.MaxValue, default));
        Assert.NotEmpty(capped.LeftOut);
        Assert.True(capped.From.Length < found.From.Length);
    }

    [Fact]
    public void Agrees_with_asking_every_pair() =>
        Gen.Select(Gen.Int[0, 7], Gen.Int[8, 12]).Array[0, 40].Sample(rows =>
        {
            var found = Done(TwoModeProjection.Of(13, rows.Select(row => row.Item1).ToArray(), rows.Select(row => row.Item2).ToArray(), 5, 1000, default));
            var slow = new List<(int, int, int, double)>();
            for (var one = 0; one < 8; one++)
                for (var other = one + 1; other < 8; other++)
                {
                    var sizes = Enumerable.Range(8, 5).Where(place => rows.Contains((one, place)) && rows.Contains((other, place))).Select(place => rows.Where(row => row.Item2 == place).Distinct().Count()).Where(size => size <= 5).ToList();
                    if (sizes.Count > 0) slow.Add((one, other, sizes.Count, sizes.Sum(size => 1.0 / (size - 1))));
                }
            Assert.Equal(slow.Select(row => (row.Item1, row.Item2, row.Item3)), found.From.Select((from, at) => (from, found.To[at], found.Shared[at])));
            Assert.All(slow.Zip(found.Weight), pair => Assert.Equal(pair.First.Item4, pair.Second, 1e-12));
        }, iter: 200);

    [Fact]
    public void Refuses_one_who_is_on_both_sides_and_more_pairs_than_allowed()
    {
        Assert.Equal("projection.modes", Assert.IsType<Outcome<TwoModeProjection>.Refused>(TwoModeProjection.Of(3, [0, 1], [1, 2], 9, 9, default)).Why.Code);
        Assert.Equal("projection.large", Assert.IsType<Outcome<TwoModeProjection>.Refused>(TwoModeProjection.Of(5, [0, 1, 2, 3], [4, 4, 4, 4], 9, 5, default)).Why.Code);
    }

    private static TwoModeProjection Done(Outcome<TwoModeProjection> outcome) => Assert.IsType<Outcome<TwoModeProjection>.Done>(outcome).Value;
}
