using CsCheck;
using Plumbline.Networks.Communities;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures;

namespace Plumbline.Specs.Networks.Communities;

public sealed class Communities_by_Leiden
{
    private const int Seeds = 20;

    public static TheoryData<string, string?> Networks => new()
    {
        { "karate", null }, { "dolphins", null }, { "lesmis", null }, { "krebs_911_62", null }, { "911_prior_contacts", null }, { "ciel", null }, { "drugnet", null }, { "ji_koschade", null },
        { "london_gang", null }, { "madrid_konect", null }, { "mali", null }, { "montreal_gangs", null }, { "natarajan_cocaine", null }, { "november17_rhodes", null },
        { "november17_periods", null }, { "noordin_top", null }, { "pira", null }, { "brazil_corruption", null }, { "crime_projected", null }, { "caviar", "phase=full" }, { "astro_ph", null }, { "email_enron", null },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void Reach_the_best_modularity_that_is_known(string network, string? where)
    {
        using var known = KnownNetwork.Named(network, where: where);
        var best = Assert.NotNull(known.Whole("modularity_best"));
        var found = Leiden.Find(known.Graph, LeidenChoice.Of(1), Seeds, new(2), default);
        Assert.True(found.Quality >= best - 0.001, $"{found.Quality} where {best} is known");
        Assert.Equal(Seeds, found.Runs.Length);
    }

    [Theory]
    [InlineData("lesmis", "weight")]
    public void Reach_it_with_weights(string network, string weight)
    {
        using var known = KnownNetwork.Named(network, weight);
        var found = Leiden.Find(known.Graph, new(CommunityQuality.Modularity, 1, 1, true), Seeds, new(2), default);
        Assert.True(found.Quality >= known.Whole("modularity_best_weighted") - 0.001, $"{found.Quality}");
    }

    /// <summary>Large enough that the levels of a single run are joined in two halves.</summary>
    [Theory, InlineData(false), InlineData(true)]
    public void Of_a_large_network_are_the_same_with_one_thread_and_with_two(bool weighted)
    {
        const int Vertices = 60_000, Ties = 600_000, Group = 200;
        var random = new Random(5);
        var ties = new (int, int, int)[Ties];
        for (var n = 0; n < Ties; n++)
        {
            var one = random.Next(Vertices);
            var other = random.Next(3) == 0 ? random.Next(Vertices) : (one / Group * Group) + random.Next(Group);
            ties[n] = (one, other, random.Next(1, 5));
        }
        using var graph = Drawn.Graph(Vertices, ties);
        var choice = new LeidenChoice(CommunityQuality.Modularity, 1, 3, weighted);
        var (single, two) = (Leiden.Find(graph, choice, 1, Effort.Single, default), Leiden.Find(graph, choice, 1, new(2), default));
        Assert.Equal(single.Labels, two.Labels);
        Assert.Equal(BitConverter.DoubleToInt64Bits(single.Quality), BitConverter.DoubleToInt64Bits(two.Quality));
        Assert.InRange(single.Count, 2, 2 * Vertices / Group);
    }

    [Fact]
    public void Are_the_same_to_the_byte_with_one_thread_and_with_two() => Drawn.Ties(40, 120).Sample(ties =>
    {
        using var graph = Drawn.Graph(40, ties);
        var (one, two) = (Find(graph, Effort.Single), Find(graph, new(2)));
        Assert.Equal(one.Labels, two.Labels);
        Assert.Equal(one.Stability, two.Stability);
        Assert.Equal(one.Runs, two.Runs);
    }, iter: 50);

    [Fact]
    public void Are_never_better_than_the_best_of_all_divisions_and_nearly_always_that() => Gen.Select(Drawn.Ties(7, 14), Gen.Bool, Gen.Bool, Gen.Bool).Sample((ties, directed, weighted, potts) =>
    {
        using var graph = Drawn.Graph(7, ties, directed);
        var choice = new LeidenChoice(potts ? CommunityQuality.ConstantPotts : CommunityQuality.Modularity, potts ? 0.4 : 1, 3, weighted);
        var found = Leiden.Find(graph, choice, 10, Effort.Single, default);
        var best = Divisions(7).Max(labels => Modularity.Of(graph, labels, choice, default));
        Assert.Equal(found.Quality, Modularity.Of(graph, found.Labels, choice, default), 1e-12);
        Assert.InRange(found.Quality, best - (potts ? 0.6 : 0.02), best + 1e-9);
    }, iter: 60);

    [Fact]
    public void Hang_together_inside() => Drawn.Ties(40, 90).Sample(ties =>
    {
        using var graph = Drawn.Graph(40, ties);
        var found = Find(graph, Effort.Single);
        for (var label = 0; label < found.Count; label++)
        {
            var members = Enumerable.Range(0, 40).Where(vertex => found.Labels[vertex] == label).ToHashSet();
            var reached = new HashSet<int> { members.First() };
            var queue = new Queue<int>(reached);
            while (queue.TryDequeue(out var vertex))
                foreach (var next in graph.Out(vertex))
                    if (members.Contains(next) && reached.Add(next)) queue.Enqueue(next);
            Assert.Equal(members.Count, reached.Count);
        }
    }, iter: 100);

    [Fact]
    public void Of_a_ring_of_cliques_are_the_cliques_and_certain()
    {
        using var graph = Drawn.Graph(20, [.. from clique in Enumerable.Range(0, 4) from a in Enumerable.Range(0, 5) from b in Enumerable.Range(0, a) select ((clique * 5) + a, (clique * 5) + b, 1),
            .. from clique in Enumerable.Range(0, 4) select (clique * 5, (((clique + 1) % 4) * 5) + 1, 1)]);
        var found = Find(graph, Effort.Single);
        Assert.Equal(4, found.Count);
        Assert.Equal([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3], graph.ToOutside<int>(found.Labels));
        Assert.All(found.Stability, share => Assert.Equal(1, share));
    }

    [Fact]
    public void Are_unsure_where_nothing_parts_a_ring()
    {
        using var graph = Drawn.Graph(12, [.. Enumerable.Range(0, 12).Select(vertex => (vertex, (vertex + 1) % 12, 1))]);
        Assert.All(Find(graph, Effort.Single).Stability, share => Assert.InRange(share, 0.05, 0.95));
    }

    [Fact]
    public void Follow_the_direction_of_ties()
    {
        // What stands between two pairs is weaker than what holds each together.
        using var graph = Drawn.Graph(4, [(0, 1, 3), (1, 0, 3), (2, 3, 3), (3, 2, 3), (0, 2, 1)], directed: true);
        var found = Leiden.Find(graph, new(CommunityQuality.Modularity, 1, 1, true), 2, Effort.Single, default);
        Assert.Equal([0, 0, 1, 1], graph.ToOutside<int>(found.Labels));
        Assert.Equal((12.0 / 13) - (((7.0 * 6) + (6.0 * 7)) / 169), found.Quality, 1e-12);
    }

    [Fact]
    public void Of_nothing_are_none_and_of_lone_vertices_themselves()
    {
        using var nothing = Drawn.Graph(0, []);
        Assert.Equal(0, Find(nothing, Effort.Single).Count);
        using var lone = Drawn.Graph(3, []);
        Assert.Equal([0, 1, 2], lone.ToOutside<int>(Find(lone, Effort.Single).Labels));
    }

    [Fact]
    public void Heed_no_tie_of_no_weight() => Gen.Select(Drawn.Ties(12, 30), Gen.Bool).Sample((ties, directed) =>
    {
        // A weight of 1 is taken away: those ties are there and weigh nothing.
        var lighter = ties.Select(tie => (tie.From, tie.To, tie.Weight - 1)).ToArray();
        using var graph = Drawn.Graph(12, lighter, directed);
        using var without = Drawn.Graph(12, [.. lighter.Where(tie => tie.Item3 > 0)], directed);
        var choice = new LeidenChoice(CommunityQuality.Modularity, 1, 5, true);
        var (found, expected) = (Leiden.Find(graph, choice, 12, Effort.Single, default), Leiden.Find(without, choice, 12, Effort.Single, default));
        Assert.Equal(found.Quality, Modularity.Of(graph, found.Labels, choice, default), 1e-12);
        Assert.Equal(expected.Quality, found.Quality, 0.02);
        Assert.Equal(found.Quality, Modularity.Of(without, [.. Enumerable.Range(0, 12).Select(vertex => found.Labels[graph.Inside(without.Outside(vertex))])], choice, default), 1e-12);
    }, iter: 60);

    [Fact]
    public void Stop_when_told_to()
    {
        using var graph = Drawn.Graph(3, [(0, 1, 1)]);
        Assert.Throws<OperationCanceledException>(() => Leiden.Find(graph, LeidenChoice.Of(1), 1, Effort.Single, new CancellationToken(true)));
    }

    private static CommunityDivision Find(GraphSnapshot graph, Effort effort) => Leiden.Find(graph, LeidenChoice.Of(7), 6, effort, default);

    /// <summary>All divisions of n, as restricted growth strings.</summary>
    private static IEnumerable<int[]> Divisions(int n)
    {
        var labels = new int[n];
        while (true)
        {
            yield return labels;
            var at = n - 1;
            while (at > 0 && labels[at] > labels[..at].Max()) at--;
            if (at == 0) yield break;
            labels[at]++;
            Array.Clear(labels, at + 1, n - at - 1);
        }
    }
}
