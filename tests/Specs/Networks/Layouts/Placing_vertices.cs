using System.Numerics;
using System.Runtime.InteropServices;
using CsCheck;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Layouts;
using Plumbline.Networks.Measures;

namespace Plumbline.Specs.Networks.Layouts;

public sealed class Placing_vertices
{
    public static TheoryData<LayoutMethod> Methods => [.. Enum.GetValues<LayoutMethod>()];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Gives_everybody_a_finite_place_whatever_the_graph(LayoutMethod method) =>
        Gen.Select(Gen.Int[0, 14], Drawn.Ties(14, 30), Gen.Bool, Gen.Bool).Sample((n, ties, directed, onOneHeap) =>
        {
            using var graph = Drawn.Graph(n, [.. ties.Where(tie => tie.From < n && tie.To < n)], directed);
            var request = Request(method, n) with { Before = onOneHeap ? [.. Enumerable.Repeat(new Vector2(5, 5), n)] : [] };
            var places = GraphLayout.Place(graph, request, Effort.Single, default).Places;
            Assert.Equal(n, places.Length);
            Assert.All(places, place => Assert.True(float.IsFinite(place.X) && float.IsFinite(place.Y)));
        }, iter: 60);

    [Theory]
    [MemberData(nameof(Methods))]
    public void Is_the_same_to_the_byte_for_one_seed_and_any_number_of_threads(LayoutMethod method)
    {
        using var graph = Clustered(700, 3);
        var request = Request(method, 700) with { Before = method == LayoutMethod.Tidy ? Scattered(700) : [] };
        var one = Bytes(GraphLayout.Place(graph, request, Effort.Single, default).Places);
        Assert.Equal(one, Bytes(GraphLayout.Place(graph, request, new(3), default).Places));
        Assert.Equal(one, Bytes(GraphLayout.Place(graph, request, new(2), default).Places));
        if (method is LayoutMethod.Stress or LayoutMethod.Force) Assert.NotEqual(one, Bytes(GraphLayout.Place(graph, request with { Seed = 8 }, Effort.Single, default).Places));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Never_moves_who_is_pinned_or_not_chosen(LayoutMethod method) =>
        Gen.Select(Drawn.Ties(12, 30), Gen.Bool.Array[12], Gen.Bool.Array[12], Gen.Int[0, 99].Array[24]).Sample((ties, pinned, chosen, at) =>
        {
            using var graph = Drawn.Graph(12, ties);
            Vector2[] before = [.. Enumerable.Range(0, 12).Select(vertex => new Vector2(at[2 * vertex] / 7f, at[(2 * vertex) + 1] / 3f))];
            var places = GraphLayout.Place(graph, Request(method, 12) with { Before = before, Pinned = pinned, Chosen = chosen }, Effort.Single, default).Places;
            for (var vertex = 0; vertex < 12; vertex++)
                if (pinned[vertex] || !chosen[vertex]) Assert.Equal(before[vertex], places[vertex]);
        }, iter: 60);

    [Fact]
    public void Sets_the_new_beside_those_they_are_tied_to_and_leaves_the_rest()
    {
        using var graph = Drawn.Graph(6, (0, 1), (1, 2), (2, 0), (2, 3), (3, 4));
        Vector2[] before = [new(0, 0), new(100, 0), new(50, 86), new(float.NaN), new(float.NaN), new(float.NaN)];
        var places = GraphLayout.Place(graph, new(LayoutMethod.Stress) { Before = before, Pinned = [true, true, true, false, false, false] }, Effort.Single, default).Places;
        Assert.Equal(before[..3], places[..3]);
        Assert.InRange(Vector2.Distance(places[2], places[3]), 70, 130);
        Assert.InRange(Vector2.Distance(places[3], places[4]), 70, 130);
        Assert.True(Vector2.Distance(places[0], places[3]) > 100 && Vector2.Distance(places[1], places[3]) > 100);
        // Nobody is tied to the last: it stands under all that is fixed.
        Assert.True(places[5].Y > 86);
    }

    [Fact]
    public void Keeps_parts_that_no_tie_joins_beside_each_other()
    {
        using var graph = Drawn.Graph(20, [.. Enumerable.Range(0, 20).Where(vertex => vertex % 5 != 4).Select(vertex => (vertex, vertex + 1))]);
        foreach (var method in new[] { LayoutMethod.Stress, LayoutMethod.Force, LayoutMethod.Hierarchy })
        {
            var places = GraphLayout.Place(graph, new(method), Effort.Single, default).Places;
            var boxes = Enumerable.Range(0, 4).Select(part => places.AsSpan(5 * part, 5).ToArray()).Select(of => (X: of.Min(at => at.X), Y: of.Min(at => at.Y), ToX: of.Max(at => at.X), ToY: of.Max(at => at.Y))).ToList();
            for (var one = 0; one < 4; one++)
                for (var other = 0; other < one; other++)
                    Assert.True(boxes[one].X > boxes[other].ToX || boxes[other].X > boxes[one].ToX || boxes[one].Y > boxes[other].ToY || boxes[other].Y > boxes[one].ToY, $"{method}: part {one} lies on {other}");
        }
    }

    [Fact]
    public void Can_be_stopped()
    {
        using var graph = Clustered(300, 1);
        Assert.Throws<OperationCanceledException>(() => GraphLayout.Place(graph, new(LayoutMethod.Force), Effort.Single, new(true)));
        Assert.Throws<OperationCanceledException>(() => GraphLayout.Place(graph, new(LayoutMethod.Stress), Effort.Single, new(true)));
    }

    [Fact]
    public void Refuses_a_pin_without_a_place_and_columns_of_another_length()
    {
        using var graph = Drawn.Graph(3, (0, 1));
        Assert.Throws<ArgumentException>(() => GraphLayout.Place(graph, new(LayoutMethod.Grid) { Pinned = [true, false, false] }, Effort.Single, default));
        Assert.Throws<ArgumentException>(() => GraphLayout.Place(graph, new(LayoutMethod.Grid) { Groups = [1] }, Effort.Single, default));
        Assert.Throws<ArgumentException>(() => GraphLayout.Place(graph, new(LayoutMethod.Time), Effort.Single, default));
        Assert.Throws<ArgumentException>(() => GraphLayout.Place(graph, new(LayoutMethod.Stress) { Length = 0 }, Effort.Single, default));
    }

    /// <summary>Groups of ten with ties inside, and a tie in ten to anywhere.</summary>
    internal static GraphSnapshot Clustered(int n, int seed)
    {
        var chance = new Random(seed);
        return Drawn.Graph(n, [.. Enumerable.Range(0, 2 * n).Select(tie => (tie / 2, chance.Next(10) == 0 ? chance.Next(n) : (tie / 20 * 10) + chance.Next(10)))]);
    }

    internal static Vector2[] Scattered(int n)
    {
        var chance = new Random(n);
        return [.. Enumerable.Range(0, n).Select(_ => new Vector2(chance.Next(900), chance.Next(900)))];
    }

    private static LayoutRequest Request(LayoutMethod method, int n) => new(method)
    {
        Seed = 5,
        Values = [.. Enumerable.Range(0, n).Select(vertex => vertex % 4 == 3 ? double.NaN : vertex % 7)],
        Groups = method == LayoutMethod.Concentric ? [] : [.. Enumerable.Range(0, n).Select(vertex => vertex % 3)],
    };

    private static byte[] Bytes(Vector2[] places) => MemoryMarshal.AsBytes(places.AsSpan()).ToArray();
}
