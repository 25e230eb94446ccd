using System.Numerics;
using CsCheck;
using Plumbline.Networks.Layouts;
using Plumbline.Networks.Measures;

namespace Plumbline.Specs.Networks.Layouts;

public sealed class Ordered_layouts
{
    [Fact]
    public void A_hierarchy_leads_along_its_ties_in_each_direction() => Drawn.Ties(15, 25).Sample(ties =>
    {
        // Ties from smaller to greater numbers close no circle.
        using var graph = Drawn.Graph(15, [.. ties.Select(tie => (Math.Min(tie.From, tie.To), Math.Max(tie.From, tie.To), 1))], directed: true);
        foreach (var direction in Enum.GetValues<LayoutDirection>())
        {
            var places = Place(graph, new(LayoutMethod.Hierarchy) { Direction = direction });
            foreach (var (from, to, _) in ties.Select(tie => (Math.Min(tie.From, tie.To), Math.Max(tie.From, tie.To), 1)).Where(tie => tie.Item1 != tie.Item2))
            {
                var along = direction switch { LayoutDirection.Down => places[to].Y - places[from].Y, LayoutDirection.Up => places[from].Y - places[to].Y, LayoutDirection.Onward => places[to].X - places[from].X, _ => places[from].X - places[to].X };
                Assert.True(along >= 99, $"{direction}: {from} to {to} by {along}");
            }
        }
    }, iter: 50);

    [Fact]
    public void A_hierarchy_stands_under_the_root_that_was_chosen()
    {
        using var graph = Drawn.Graph(6, (0, 1), (1, 2), (2, 3), (3, 4), (1, 5));
        var places = Place(graph, new(LayoutMethod.Hierarchy) { Roots = [3] });
        Assert.Equal(new[] { 300.0, 200, 100, 0, 100, 300 }, places.Select(place => Math.Round((double)(place.Y - places[3].Y), 3)));
        // A circle of directed ties is cut where it leads back to the root.
        using var circle = Drawn.Graph(4, [(0, 1, 1), (1, 2, 1), (2, 3, 1), (3, 0, 1)], directed: true);
        places = Place(circle, new(LayoutMethod.Hierarchy) { Roots = [2] });
        Assert.Equal(new[] { 200.0, 300, 0, 100 }, places.Select(place => Math.Round((double)(place.Y - places[2].Y), 3)));
    }

    [Fact]
    public void A_hierarchy_sets_nobody_on_another_and_lets_no_tie_of_a_tree_cross()
    {
        // A complete tree of three children each, numbered so that the input is no help.
        int[] shuffled = [.. Enumerable.Range(0, 40)];
        new Random(3).Shuffle(shuffled);
        (int From, int To)[] ties = [.. Enumerable.Range(1, 39).Select(child => (shuffled[(child - 1) / 3], shuffled[child]))];
        using var graph = Drawn.Graph(40, ties);
        var places = Place(graph, new(LayoutMethod.Hierarchy) { Roots = [shuffled[0]] });
        for (var one = 0; one < 40; one++)
            for (var other = 0; other < one; other++) Assert.True(Vector2.Distance(places[one], places[other]) >= 59.9);
        foreach (var (a, b) in ties)
            foreach (var (c, d) in ties)
                if (places[a].Y == places[c].Y && places[b].Y == places[d].Y && a != c) Assert.True((places[a].X - places[c].X) * (places[b].X - places[d].X) > 0, "two ties cross");
        // Parents stand in the middle of their children.
        foreach (var parent in Enumerable.Range(0, 13)) Assert.Equal(Enumerable.Range(1, 3).Average(child => (double)places[shuffled[(3 * parent) + child]].X), places[shuffled[parent]].X, 1.0);
    }

    [Fact]
    public void Tidying_leaves_nobody_on_another() =>
        Gen.Select(Gen.Int[0, 60], Gen.Int[0, 150].Array[120], Gen.Int[5, 40].Array[120], Gen.Bool.Array[60]).Sample((n, at, size, pinned) =>
        {
            using var graph = Drawn.Graph(n);
            Vector2[] before = [.. Enumerable.Range(0, n).Select(vertex => new Vector2(at[2 * vertex], at[(2 * vertex) + 1]))];
            Vector2[] sizes = [.. Enumerable.Range(0, n).Select(vertex => new Vector2(size[2 * vertex], size[(2 * vertex) + 1]))];
            bool[] fixedOnes = [.. Enumerable.Range(0, n).Select(vertex => pinned[vertex] && vertex % 4 == 0)];
            var places = Place(graph, new(LayoutMethod.Tidy) { Before = before, Sizes = sizes, Pinned = fixedOnes });
            for (var one = 0; one < n; one++)
                for (var other = 0; other < one; other++)
                    Assert.True((fixedOnes[one] && fixedOnes[other]) || Math.Abs(places[one].X - places[other].X) >= ((sizes[one].X + sizes[other].X) / 2) - 1e-3 || Math.Abs(places[one].Y - places[other].Y) >= ((sizes[one].Y + sizes[other].Y) / 2) - 1e-3, $"{one} on {other}");
        }, iter: 60);

    [Fact]
    public void Tidying_keeps_the_order_and_moves_nobody_without_need()
    {
        using var graph = Drawn.Graph(30);
        Vector2[] row = [.. Enumerable.Range(0, 30).Select(vertex => new Vector2(10 * vertex, 0))];
        var places = Place(graph, new(LayoutMethod.Tidy) { Before = row });
        for (var at = 1; at < 30; at++) Assert.True(places[at].X >= places[at - 1].X);
        Vector2[] apart = [.. Enumerable.Range(0, 30).Select(vertex => new Vector2(100 * vertex, vertex * vertex))];
        Assert.Equal(apart, Place(graph, new(LayoutMethod.Tidy) { Before = apart }));
    }

    [Fact]
    public void Rings_go_by_falling_value()
    {
        using var graph = Drawn.Graph(40);
        double[] values = [.. Enumerable.Range(0, 40).Select(vertex => (double)(vertex * 7 % 40))];
        var places = Place(graph, new(LayoutMethod.Concentric) { Values = values });
        var byValue = Enumerable.Range(0, 40).OrderByDescending(vertex => values[vertex]).Select(vertex => places[vertex].Length()).ToList();
        Assert.Equal(0, byValue[0], 1e-3);
        for (var at = 1; at < 40; at++) Assert.True(byValue[at] >= byValue[at - 1] - 0.01);
    }

    [Fact]
    public void Time_runs_along_the_sheet_and_nobody_stands_on_another()
    {
        using var graph = Drawn.Graph(50);
        double[] values = [.. Enumerable.Range(0, 50).Select(vertex => vertex % 10 == 9 ? double.NaN : vertex / 5 * 3.0)];
        int[] groups = [.. Enumerable.Range(0, 50).Select(vertex => vertex % 2)];
        var places = Place(graph, new(LayoutMethod.Time) { Values = values, Groups = groups });
        for (var one = 0; one < 50; one++)
            for (var other = 0; other < 50; other++)
            {
                if (one == other) continue;
                Assert.True(Vector2.Distance(places[one], places[other]) >= 99.9);
                if (values[one] < values[other]) Assert.True(places[one].X < places[other].X);
                if (double.IsNaN(values[one]) && !double.IsNaN(values[other])) Assert.True(places[one].X < places[other].X);
                if (groups[one] < groups[other]) Assert.True(places[one].Y < places[other].Y);
            }
    }

    [Fact]
    public void A_grid_has_rows_of_groups_and_spares_who_is_pinned()
    {
        using var graph = Drawn.Graph(24);
        int[] groups = [.. Enumerable.Range(0, 24).Select(vertex => vertex % 3)];
        var places = Place(graph, new(LayoutMethod.Grid) { Groups = groups, Before = [new(0, 0), .. Enumerable.Repeat(new Vector2(float.NaN), 23)], Pinned = [true, .. new bool[23]] });
        for (var one = 1; one < 24; one++)
        {
            for (var other = 0; other < one; other++) Assert.True(Vector2.Distance(places[one], places[other]) >= 50, $"{one} on {other}");
            for (var other = 1; other < one; other++) Assert.True(groups[one] == groups[other] || places[one].Y != places[other].Y);
        }
    }

    private static Vector2[] Place(Plumbline.Networks.Graphs.GraphSnapshot graph, LayoutRequest request) => GraphLayout.Place(graph, request, Effort.Single, default).Places;
}
