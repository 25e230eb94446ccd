using CsCheck;
using Plumbline.Core;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.KeyPlayers;
using Plumbline.Networks.Measures;

namespace Plumbline.Specs.Networks.KeyPlayers;

public sealed class Key_players
{
    private static readonly KeyPlayerAim[] Aims = Enum.GetValues<KeyPlayerAim>();

    public static TheoryData<string, string?> Networks => new()
    {
        { "911_prior_contacts", null }, { "bali2002_jjatt", null }, { "caviar", "phase=full" }, { "ciel", null }, { "dolphins", null }, { "ji_koschade", null }, { "karate", null }, { "krebs_911_62", null },
        { "lesmis", null }, { "london_gang", null }, { "madrid_konect", null }, { "mali", null }, { "montreal_gangs", null }, { "natarajan_cocaine", null }, { "noordin_top", null },
        { "november17_periods", null }, { "november17_rhodes", null },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void Reach_what_the_reference_found_by_brute_force(string network, string? where)
    {
        using var known = KnownNetwork.Named(network, where: where);
        foreach (var row in known.Table("ref_keyplayer.csv", true))
        {
            var found = Find(known.Graph, KeyPlayerQuestion.Of(Aim(row["criterion"]), int.Parse(row["k"])));
            Assert.Equal(KnownNetwork.Number(row["best_value"]), found.Value, 5e-10);
            Assert.True(found.Exact);
            Assert.Contains(found.Sets, set => found.Equal > found.Sets.Count || set.Select(vertex => known.Names[vertex]).ToHashSet().SetEquals(row["first_best_set_ids"].Split(' ')));
        }
    }

    [Fact]
    public void Found_by_swaps_are_seldom_worse_than_the_best_and_never_above_their_bound() => Gen.Select(Drawn.Ties(14, 30), Gen.OneOfConst(Aims), Gen.Bool).Sample((ties, aim, directed) =>
    {
        using var graph = Drawn.Graph(14, ties, directed);
        var exact = Find(graph, KeyPlayerQuestion.Of(aim, 3));
        var swapped = Find(graph, KeyPlayerQuestion.Of(aim, 3) with { Work = 0 });
        Assert.False(swapped.Exact);
        Assert.True(swapped.Value <= exact.Value + 1e-12);
        Assert.True(exact.Value <= swapped.Bound + 1e-12, $"{exact.Value} above the bound {swapped.Bound}");
        Assert.True(swapped.Value >= exact.Value * 0.8, $"{swapped.Value} where {exact.Value} can be reached");
    }, iter: 200);

    [Fact]
    public void Are_the_same_with_one_thread_and_with_two() => Gen.Select(Drawn.Ties(12, 24), Gen.OneOfConst(Aims), Gen.OneOfConst(0L, 1L << 40)).Sample((ties, aim, work) =>
    {
        using var graph = Drawn.Graph(12, ties);
        var question = KeyPlayerQuestion.Of(aim, 2) with { Work = work };
        var (one, two) = (Find(graph, question), Find(graph, question, new(2)));
        Assert.Equal((one.Value, one.Equal, one.Bound, one.Examined), (two.Value, two.Equal, two.Bound, two.Examined));
        Assert.Equal(one.Sets, two.Sets);
    }, iter: 60);

    [Fact]
    public void Show_equal_alternatives()
    {
        using var path = Drawn.Graph(7, (0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 6));
        var found = Find(path, KeyPlayerQuestion.Of(KeyPlayerAim.ReachOne, 2));
        Assert.Equal([[1, 4], [1, 5], [2, 5]], found.Sets);
        Assert.Equal(found.Sets.Count, found.Equal);
    }

    [Fact]
    public void Are_never_chosen_among_the_forbidden()
    {
        using var star = Drawn.Graph(5, (0, 1), (0, 2), (0, 3), (0, 4));
        var forbidden = new bool[5];
        forbidden[star.Inside(0)] = true;
        var found = Find(star, new(KeyPlayerAim.Fragment, 1, forbidden));
        Assert.Equal((0, 4L), (found.Value, found.Equal));
        Assert.DoesNotContain(found.Sets, set => set.Contains(0));
        Assert.Equal(1, Find(star, KeyPlayerQuestion.Of(KeyPlayerAim.Fragment, 1)).Value);
    }

    [Fact]
    public void For_monitoring_see_the_ties_that_touch_them()
    {
        using var path = Drawn.Graph(4, (0, 1), (1, 2), (2, 3));
        Assert.Equal(1, Find(path, KeyPlayerQuestion.Of(KeyPlayerAim.Monitor, 2)).Value);
        Assert.Equal(2 / 3.0, Find(path, KeyPlayerQuestion.Of(KeyPlayerAim.Monitor, 1)).Value, 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Of_an_impossible_number_are_refused(int size)
    {
        using var graph = Drawn.Graph(3, (0, 1));
        Assert.Equal("keyplayers.size", Assert.IsType<Outcome<KeyPlayerAnswer>.Refused>(KeyPlayerSearch.Find(graph, KeyPlayerQuestion.Of(KeyPlayerAim.Fragment, size), Effort.Single, default)).Why.Code);
    }

    private static KeyPlayerAim Aim(string criterion) => criterion switch
    {
        "neg_F" => KeyPlayerAim.Fragment,
        "neg_DF" => KeyPlayerAim.FragmentDistance,
        "pos_reach1" => KeyPlayerAim.ReachOne,
        "pos_reach2" => KeyPlayerAim.ReachTwo,
        "pos_RD" => KeyPlayerAim.ReachDistance,
        _ => throw new ArgumentException(criterion),
    };

    private static KeyPlayerAnswer Find(GraphSnapshot graph, KeyPlayerQuestion question, Effort? effort = null) =>
        Assert.IsType<Outcome<KeyPlayerAnswer>.Done>(KeyPlayerSearch.Find(graph, question, effort ?? Effort.Single, default)).Value;
}
