using CsCheck;
using Plumbline.Networks.Measures;
using Plumbline.Networks.Prediction;

namespace Plumbline.Specs.Networks.Prediction;

public sealed class Ties_that_may_be_missing
{
    [Fact]
    public void Are_ranked_as_by_the_definitions() => Drawn.Ties(9, 20).Sample(ties =>
    {
        using var graph = Drawn.Graph(9, ties);
        var tied = new bool[9, 9];
        foreach (var (from, to, _) in ties)
            if (from != to) tied[from, to] = tied[to, from] = true;
        int Degree(int vertex) => Enumerable.Range(0, 9).Count(other => tied[vertex, other]);
        foreach (var by in Enum.GetValues<TieScore>())
        {
            var slow = new List<ScoredPair>();
            for (var one = 0; one < 9; one++)
                for (var other = one + 1; other < 9; other++)
                {
                    if (tied[one, other]) continue;
                    var shared = Enumerable.Range(0, 9).Where(middle => tied[one, middle] && tied[middle, other]).ToList();
                    var threes = Enumerable.Range(0, 9).Sum(a => Enumerable.Range(0, 9).Count(b => tied[one, a] && tied[a, b] && tied[b, other]));
                    var score = by switch
                    {
                        TieScore.CommonNeighbours => shared.Count,
                        TieScore.AdamicAdar => shared.Sum(middle => 1 / Math.Log(Degree(middle))),
                        TieScore.ResourceAllocation => shared.Sum(middle => 1.0 / Degree(middle)),
                        TieScore.PreferentialAttachment => Degree(one) * Degree(other),
                        _ => shared.Count + (0.01 * threes),
                    };
                    if (score > 0) slow.Add(new(one, other, score, shared.Count));
                }
            var found = MissingTies.Find(graph, by, 100, 1, 1, Effort.Single, default).Pairs;
            Assert.Equal(slow.Select(pair => (pair.From, pair.To, pair.Shared)), found.OrderBy(pair => pair.From).ThenBy(pair => pair.To).Select(pair => (pair.From, pair.To, pair.Shared)));
            Assert.All(slow.Zip(found.OrderBy(pair => pair.From).ThenBy(pair => pair.To)), two => Assert.Equal(two.First.Score, two.Second.Score, 1e-9));
            for (var at = 1; at < found.Count; at++) Assert.True(found[at].Score <= found[at - 1].Score);
            Assert.Equal(found.Take(3), MissingTies.Find(graph, by, 3, 1, 1, Effort.Single, default).Pairs);
        }
    }, iter: 100);

    [Fact]
    public void Are_guessed_well_where_friends_of_friends_are_friends_and_badly_where_ties_are_chance()
    {
        // Cliques of six, and as many ties anywhere.
        using var cliques = Drawn.Graph(60, [.. from one in Enumerable.Range(0, 60) from other in Enumerable.Range(0, 60) where one < other && one / 6 == other / 6 select (one, other)]);
        var sure = MissingTies.Find(cliques, TieScore.CommonNeighbours, 10, 5, 1, new(2), default);
        Assert.True(sure.Auc > 0.99 && sure.Precision > 0.95, $"{sure.Auc} {sure.Precision}");
        Assert.Empty(sure.Pairs);
        var chance = new Random(2);
        using var even = Drawn.Graph(200, [.. Enumerable.Range(0, 600).Select(_ => (chance.Next(200), chance.Next(200)))]);
        Assert.InRange(MissingTies.Find(even, TieScore.AdamicAdar, 10, 10, 1, new(2), default).Auc, 0.40, 0.60);
    }

    [Fact]
    public void Are_tested_alike_with_any_number_of_threads()
    {
        using var network = KnownNetwork.Named("noordin_top");
        foreach (var by in Enum.GetValues<TieScore>())
        {
            var (one, three) = (MissingTies.Find(network.Graph, by, 5, 4, 9, Effort.Single, default), MissingTies.Find(network.Graph, by, 5, 4, 9, new(3), default));
            Assert.Equal((one.Auc, one.AucSpread, one.Precision), (three.Auc, three.AucSpread, three.Precision));
            Assert.Equal(one.Pairs, three.Pairs);
        }
        Assert.True(MissingTies.Find(network.Graph, TieScore.ResourceAllocation, 5, 10, 9, new(2), default).Auc > 0.85);
    }
}
