using CsCheck;
using Plumbline.Networks.Disruption;
using Plumbline.Networks.Graphs;

namespace Plumbline.Specs.Networks.Disruption;

public sealed class Dismantling_a_network
{
    private static readonly DisruptionStrategy[] Strategies = Enum.GetValues<DisruptionStrategy>();

    public static TheoryData<string, string?> Networks => new()
    {
        { "911_prior_contacts", null }, { "brazil_corruption", null }, { "caviar", "phase=full" }, { "ciel", null }, { "dolphins", null }, { "drugnet", null }, { "ji_koschade", null }, { "karate", null },
        { "krebs_911_62", null }, { "lesmis", null }, { "london_gang", null }, { "madrid_konect", null }, { "mali", null }, { "montreal_gangs", null }, { "natarajan_cocaine", null },
        { "ndrangheta_2mode", null }, { "noordin_top", null }, { "november17_periods", null }, { "november17_rhodes", null }, { "paul_revere_2mode", null }, { "philippine_kidnap_2mode", null }, { "pira", null },
        { "crime_projected", null }, { "astro_ph", null },
    };

    [Theory, Trait("length", "long")]
    [MemberData(nameof(Networks))]
    public void Takes_the_course_of_the_reference(string network, string? where)
    {
        using var known = KnownNetwork.Named(network, where: where);
        var large = known.Graph.VertexCount > 400;
        foreach (var row in known.Table("ref_dismantle.csv", true))
        {
            if (Strategy(row["strategy"]) is not { } strategy) continue;
            if (large && strategy is DisruptionStrategy.Betweenness or DisruptionStrategy.BetweennessStatic or DisruptionStrategy.CollectiveInfluence && large) continue;
            // The same rows of the files, in the same order: of equals the first of nodes.csv.
            using var graph = InOrderOfTheNodes(known);
            var found = Dismantling.Of(graph, DisruptionPlan.Of(strategy), null, default);
            var reference = KnownNetwork.Number(row["R"]);
            if (row["q_half"].Length > 0) Assert.InRange(found.RemovalsTo(0.5, known.Graph.VertexCount) ?? 0, 0.95 * KnownNetwork.Number(row["q_half"]) - 1, 1.05 * KnownNetwork.Number(row["q_half"]) + 1);
            Assert.True(Math.Abs(found.R - reference) <= 0.01 * reference, $"{strategy}: {found.R} where the reference has {reference}");
        }
    }

    [Fact]
    public void By_every_strategy_removes_everyone_once_and_sizes_never_grow() => Gen.Select(Drawn.Ties(15, 30), Gen.OneOfConst(Strategies)).Sample((ties, strategy) =>
    {
        using var graph = Drawn.Graph(15, ties);
        var found = Dismantling.Of(graph, DisruptionPlan.Of(strategy), null, default);
        Assert.Equal(Enumerable.Range(0, 15), found.Order.Order());
        Assert.Equal(found.Largest.OrderDescending(), found.Largest);
        Assert.Equal(Slowly(graph, found.Order), found.Largest);
        Assert.Equal(found.Largest.Sum() / 225.0, found.R, 1e-12);
    }, iter: 150);

    [Fact]
    public void Spares_the_forbidden_and_keeps_to_the_budget() => Gen.Select(Drawn.Ties(12, 24), Gen.OneOfConst(Strategies), Gen.Double[1, 4].Array[12], Gen.Bool.Array[12]).Sample((ties, strategy, costs, forbidden) =>
    {
        using var graph = Drawn.Graph(12, ties);
        var found = Dismantling.Of(graph, DisruptionPlan.Of(strategy) with { Costs = costs, Forbidden = forbidden, Budget = 9 }, null, default);
        Assert.DoesNotContain(found.Order, vertex => forbidden[vertex]);
        Assert.True(found.Spent <= 9);
        Assert.Equal(found.Order.Sum(vertex => costs[vertex]), found.Spent, 1e-9);
    }, iter: 150);

    [Fact]
    public void With_reinsertion_needs_fewer_for_the_same_target() => Gen.Select(Drawn.Ties(20, 40), Gen.OneOfConst(Strategies)).Sample((ties, strategy) =>
    {
        using var graph = Drawn.Graph(20, ties);
        var plan = DisruptionPlan.Of(strategy);
        var found = Dismantling.Of(graph, plan, null, default);
        var less = found.Reinserted(graph, plan, 0.25, default);
        Assert.True(less.Order.Length <= (found.RemovalsTo(0.25, 20) ?? 20));
        Assert.True(less.Order.Length == 0 || less.Largest[^1] <= 5);
    }, iter: 100);

    [Fact]
    public void Takes_the_cheap_bridge_where_another_is_dear()
    {
        // Two triangles joined over either of two vertices in line: 2 - 3 - 4 - 5.
        using var graph = Drawn.Graph(8, (0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (5, 7), (6, 7));
        var plan = DisruptionPlan.Of(DisruptionStrategy.Generalised) with { Costs = [1, 1, 1, 5, 1, 1, 1, 1], Budget = 1 };
        Assert.NotEqual([3], Dismantling.Of(graph, plan, null, default).Order);
    }

    [Fact]
    public void By_role_begins_with_the_roles_asked_for()
    {
        using var graph = Drawn.Graph(5, (0, 1), (0, 2), (0, 3), (3, 4));
        var plan = DisruptionPlan.Of(DisruptionStrategy.Roles) with { Roles = [0, 1, 2, 1, 2], RolesFirst = [2, 1] };
        Assert.Equal([2, 4, 1, 3, 0], Dismantling.Of(graph, plan, null, default).Order);
    }

    private static GraphSnapshot InOrderOfTheNodes(KnownNetwork known)
    {
        var places = known.Table("nodes.csv", true).Index().ToDictionary(row => row.Item["id"], row => row.Index);
        var ties = new List<(int, int, int)>();
        for (var vertex = 0; vertex < known.Graph.VertexCount; vertex++)
            foreach (var other in known.Graph.Out(vertex)) ties.Add((places[known.Id(vertex)], places[known.Id(other)], 1));
        return Drawn.Graph(places.Count, [.. ties]);
    }

    private static DisruptionStrategy? Strategy(string name) => name switch
    {
        "HDA" => DisruptionStrategy.Degree,
        "CoreHD" => DisruptionStrategy.CoreHighDegree,
        "betweenness_adaptive" => DisruptionStrategy.Betweenness,
        "CI_l2" => DisruptionStrategy.CollectiveInfluence,
        "betweenness_static" => DisruptionStrategy.BetweennessStatic,
        "degree_static" => DisruptionStrategy.DegreeStatic,
        _ => null,
    };

    private static int[] Slowly(GraphSnapshot graph, int[] order) => [.. order.Select((_, at) =>
    {
        var gone = order[..(at + 1)].ToHashSet();
        var left = Enumerable.Range(0, order.Length).Where(vertex => !gone.Contains(vertex)).ToHashSet();
        var largest = 0;
        while (left.Count > 0)
        {
            var queue = new Queue<int>([left.First()]);
            left.Remove(queue.Peek());
            var size = 0;
            while (queue.TryDequeue(out var vertex))
            {
                size++;
                foreach (var other in graph.Out(graph.Inside(vertex)))
                    if (left.Remove(graph.Outside(other))) queue.Enqueue(graph.Outside(other));
            }
            largest = Math.Max(largest, size);
        }
        return largest;
    })];
}
