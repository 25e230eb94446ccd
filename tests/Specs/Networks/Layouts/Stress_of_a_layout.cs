using System.Numerics;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Layouts;
using Plumbline.Networks.Measures;

namespace Plumbline.Specs.Networks.Layouts;

public sealed class Stress_of_a_layout
{
    [Fact]
    public void Is_none_where_all_distances_fit()
    {
        using var path = Drawn.Graph(4, (0, 1), (1, 2), (2, 3));
        Assert.Equal(0, GraphLayout.Stress(path, [new(0, 0), new(10, 0), new(20, 0), new(30, 0)], 10, default), 1e-9);
        // The ends are 2 apart instead of 3, the outer ties 0.5 instead of 1: by hand.
        var bent = GraphLayout.Stress(path, [new(5, 0), new(10, 0), new(20, 0), new(25, 0)], 10, default);
        Assert.Equal(((2 * 0.25) + (2 * 0.25 / 4) + (1.0 / 9)) / 6, bent, 1e-6);
    }

    [Fact]
    public void Never_rises_from_round_to_round_where_every_vertex_is_a_pivot()
    {
        foreach (var seed in new ulong[] { 1, 2, 3 })
        {
            using var graph = Placing_vertices.Clustered(120, (int)seed);
            var last = double.MaxValue;
            for (var rounds = 1; rounds <= 30; rounds++)
            {
                var places = GraphLayout.Place(graph, new(LayoutMethod.Stress) { Before = Placing_vertices.Scattered(120), Seed = seed, MostRounds = rounds, Pivots = 120 }, Effort.Single, default).Places;
                var stress = GraphLayout.Stress(graph, places, 100, default);
                Assert.True(stress <= last * (1 + 1e-6), $"round {rounds}: {stress} after {last}");
                last = stress;
            }
            Assert.True(last < 0.2);
        }
    }

    [Theory]
    [InlineData("brazil_corruption")]
    [InlineData("clustered")]
    [InlineData("chance")]
    public void With_a_hundred_pivots_is_within_a_tenth_of_the_full_one(string name)
    {
        using var network = name is "clustered" or "chance" ? null : KnownNetwork.Named(name);
        using var made = name == "clustered" ? Placing_vertices.Clustered(600, 5) : Even(500);
        var graph = network?.Graph ?? made;
        var full = GraphLayout.Stress(graph, Places(graph.VertexCount), 100, default);
        var sparse = GraphLayout.Stress(graph, Places(100), 100, default);
        Assert.True(sparse <= 1.1 * full, $"{sparse} against {full}: {sparse / full}");

        Vector2[] Places(int pivots) => GraphLayout.Place(graph, new(LayoutMethod.Stress) { Pivots = pivots }, new(2), default).Places;
    }

    [Fact]
    public void Of_a_part_too_large_for_all_pairs_is_within_a_tenth_of_that_by_all()
    {
        using var graph = Even(2_600);
        var (usual, full) = (new LayoutRequest(LayoutMethod.Stress), new LayoutRequest(LayoutMethod.Stress) { Pivots = graph.VertexCount, MostRounds = 60 });
        var places = GraphLayout.Place(graph, usual, Effort.Single, default).Places;
        Assert.Equal(places, GraphLayout.Place(graph, usual, new(2), default).Places);
        var (sparse, all) = (GraphLayout.Stress(graph, places, 100, default), GraphLayout.Stress(graph, GraphLayout.Place(graph, full, Effort.Single, default).Places, 100, default));
        Assert.True(sparse <= 1.1 * all, $"{sparse} against {all}: {sparse / all}");
    }

    private static GraphSnapshot Even(int n)
    {
        var chance = new Random(7);
        return Drawn.Graph(n, [.. Enumerable.Range(0, 2 * n).Select(_ => (chance.Next(n), chance.Next(n)))]);
    }

    [Fact]
    public void Is_less_than_that_of_a_circle_or_a_grid()
    {
        using var network = KnownNetwork.Named("dolphins");
        var stress = Of(LayoutMethod.Stress);
        Assert.True(stress < 0.5 * Of(LayoutMethod.Circle));
        Assert.True(stress < 0.5 * Of(LayoutMethod.Grid));

        double Of(LayoutMethod method) => GraphLayout.Stress(network.Graph, GraphLayout.Place(network.Graph, new(method), Effort.Single, default).Places, 100, default);
    }

    [Fact]
    public void Is_paid_for_staying_near_where_one_was()
    {
        using var graph = Placing_vertices.Clustered(60, 4);
        var before = Placing_vertices.Scattered(60);
        double Moved(double stay) => GraphLayout.Place(graph, new(LayoutMethod.Stress) { Before = before, Chosen = [.. Enumerable.Repeat(true, 60)], Stay = stay }, Effort.Single, default).Places.Zip(before, Vector2.Distance).Average();
        Assert.True(Moved(0.9) < 0.5 * Moved(0), $"{Moved(0.9)} against {Moved(0)}");
    }

    [Fact]
    public void Comes_to_rest_by_itself_and_forces_do_too()
    {
        using var network = KnownNetwork.Named("noordin_top");
        foreach (var method in new[] { LayoutMethod.Stress, LayoutMethod.Force })
        {
            var placed = GraphLayout.Place(network.Graph, new(method) { MostRounds = 2000 }, Effort.Single, default);
            Assert.True(placed.Settled, $"{method} {placed.Rounds}");
            Assert.InRange(placed.Rounds, 5, 1999);
        }
    }
}
