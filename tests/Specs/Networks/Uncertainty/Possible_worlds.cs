using CsCheck;
using Plumbline.Core;
using Plumbline.Networks.Files;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures;
using Plumbline.Networks.Uncertainty;

namespace Plumbline.Specs.Networks.Uncertainty;

public sealed class Possible_worlds
{
    [Fact]
    public void Gone_through_one_by_one_give_the_exact_values_of_the_reference()
    {
        using var known = Prior(out var graph);
        using var owned = graph;
        var found = Measure(graph, new(graph.Weights.ToArray(), 1, 1, WithCuts: true));
        Assert.True(found.Exact);
        Assert.Equal(KnownNetwork.Number(known.Table("ref_uncertain_graph.csv", true).Single(row => row["measure"] == "E_largest_component")["value"]), found.LargestComponent, 1e-7);
        foreach (var row in known.Table("ref_uncertain_nodes.csv", true))
        {
            var vertex = found.Vertices[int.Parse(row["id"]) - 1];
            Near("E_degree", vertex.Degree);
            Near("E_betweenness", vertex.Betweenness);
            Near("SD_betweenness", vertex.BetweennessDeviation);
            Near("E_harmonic", vertex.Harmonic);
            Near("P_top_betweenness", vertex.InTop);
            Near("E_component_size", vertex.ComponentSize);
            Near("P_connected_to_first", vertex.WithFirst);
            Near("P_articulation", vertex.IsCut);

            void Near(string column, double value) => Assert.True(Math.Abs(KnownNetwork.Number(row[column]) - value) < 1e-7, $"{row["id"]} {column}: {value} where the reference has {row[column]}");
        }
    }

    [Fact]
    public void That_are_drawn_cover_the_exact_values()
    {
        using var known = Prior(out var graph);
        using var owned = graph;
        var question = new WorldsQuestion(graph.Weights.ToArray(), 4096, 5);
        var exact = Measure(graph, question);
        var drawn = Measure(graph, question with { ExactUpTo = 0 });
        Assert.False(drawn.Exact);
        var outside = Enumerable.Range(0, exact.Vertices.Length).Count(vertex => Math.Abs(drawn.Vertices[vertex].Betweenness - exact.Vertices[vertex].Betweenness) > (1.96 * drawn.Error(vertex)) + 1e-9);
        Assert.True(outside <= 3, $"{outside} of {exact.Vertices.Length} intervals of 95 % miss");   // vertices hang together, so misses come in company
        Assert.All(exact.Vertices.Zip(drawn.Vertices), pair => Assert.Equal(pair.First.InTop, pair.Second.InTop, 0.03));
    }

    [Fact]
    public void Are_the_same_worlds_for_any_measure() => Gen.Select(Drawn.Ties(9, 20), Gen.Int[0, 8]).Sample((ties, exactUpTo) =>
    {
        using var graph = Drawn.Graph(9, ties);
        var question = new WorldsQuestion([.. graph.Weights.ToArray().Select(weight => Math.Min(1, weight / 5))], 128, 3, ExactUpTo: exactUpTo);
        double[][] Taken(GraphSnapshot world)
        {
            var measures = new VertexMeasures(world, world, Effort.Single, default);
            return [measures.Of("degree"), measures.Of("betweenness"), measures.Of("harmonic"), measures.Of("closeness")];
        }

        MeasuredWorlds Any(Effort effort) => MeasuresOverWorlds.Of(graph, question, Taken, effort, default) is Outcome<MeasuredWorlds>.Done { Value: var done } ? done : throw new InvalidOperationException();
        var (plain, any) = (Measure(graph, question), Any(Effort.Single));
        Assert.Equal((plain.Exact, plain.Worlds), (any.Exact, any.Worlds));
        for (var vertex = 0; vertex < plain.Vertices.Length; vertex++)
        {
            Assert.Equal(plain.Vertices[vertex].Degree, any.Values[0][vertex].Mean, 1e-9);
            Assert.Equal(plain.Vertices[vertex].Harmonic, any.Values[2][vertex].Mean, 1e-9);
            Assert.Equal((plain.Vertices[vertex].Betweenness, plain.Vertices[vertex].BetweennessLow), (any.Values[1][vertex].Mean, any.Values[1][vertex].Low), Near);
            Assert.Equal(plain.Vertices[vertex].BetweennessHigh, any.Values[1][vertex].High, 1e-9);
            Assert.True(double.IsNaN(any.Values[3][vertex].Mean) || (any.Values[3][vertex].Low >= 0 && any.Values[3][vertex].High <= 1));
        }

        Assert.Equal(any.Values, Any(new(2)).Values);
    }, iter: 30);

    private static bool Near((double, double) one, (double, double) other) => Math.Abs(one.Item1 - other.Item1) < 1e-9 && Math.Abs(one.Item2 - other.Item2) < 1e-9;

    [Fact]
    public void Are_the_same_with_one_thread_and_with_two() => Gen.Select(Drawn.Ties(10, 24), Gen.Int[0, 20]).Sample((ties, exactUpTo) =>
    {
        using var graph = Drawn.Graph(10, ties);
        var question = new WorldsQuestion([.. graph.Weights.ToArray().Select(weight => Math.Min(1, weight / 5))], 200, 3, 2, true, Math.Min(exactUpTo, 8));
        var (one, two) = (Measure(graph, question), Measure(graph, question, new(2)));
        Assert.Equal(one.Vertices, two.Vertices);
        Assert.Equal(one.Swings, two.Swings);
    }, iter: 30);

    [Fact]
    public void Of_certain_ties_are_one_with_the_betweenness_of_the_graph() => Drawn.Ties(70, 160).Sample(ties =>
    {
        using var graph = Drawn.Graph(70, ties);
        var found = Measure(graph, new([.. Enumerable.Repeat(1.0, graph.TieCount)], 1, 1));
        Assert.Equal(1, found.Worlds);
        var betweenness = graph.ToOutside<double>(Betweenness.Of(graph, false, Effort.Single, default).AtVertex);
        Assert.All(betweenness.Zip(found.Vertices), pair => Assert.Equal(pair.First, pair.Second.Betweenness, 1e-8));
    }, iter: 50);

    [Fact]
    public void Name_the_tie_on_which_the_leader_hangs()
    {
        using var graph = Drawn.Graph(5, [(0, 1, 5), (1, 2, 5), (2, 3, 5), (0, 4, 2)]);
        var found = Measure(graph, new([.. graph.Weights.ToArray().Select(weight => weight / 5)], 1, 1));
        Assert.Equal((0, 4), (found.Swings[0].From, found.Swings[0].To));
        Assert.Equal(2, found.Worlds);
    }

    [Fact]
    public void With_a_chance_outside_its_range_are_refused()
    {
        using var graph = Drawn.Graph(2, (0, 1));
        Assert.Equal("graph.probability", Assert.IsType<Outcome<WorldsAnswer>.Refused>(PossibleWorlds.Measure(graph, new([1.5], 10, 1), Effort.Single, default)).Why.Code);
    }

    [Fact]
    public void Assumed_from_grades_are_ordered_by_grade_and_by_trust()
    {
        var grades = (from source in "ABCDEF" from information in "123456" select $"{source}{information}").Select(text => Grade.TryParse(GradingScheme.SixBySix, text, out var grade) ? grade : throw new ArgumentException(text)).ToList();
        foreach (var view in Enum.GetValues<PresenceView>())
            foreach (var one in grades)
            {
                Assert.InRange(AssumedPresence.Of(one, view), 0.01, 0.99);
                foreach (var other in grades.Where(other => GradeOrder.InformationRung(other) >= GradeOrder.InformationRung(one) && GradeOrder.SourceRung(other) >= GradeOrder.SourceRung(one)))
                    Assert.True(AssumedPresence.Of(other, view) >= AssumedPresence.Of(one, view), $"{other} below {one}");
            }
        Assert.All(grades, grade => Assert.True(AssumedPresence.Of(grade, PresenceView.Cautious) < AssumedPresence.Of(grade, PresenceView.Middle) && AssumedPresence.Of(grade, PresenceView.Middle) < AssumedPresence.Of(grade, PresenceView.Generous)));
    }

    [Fact]
    public void Show_whether_a_ranking_survives_unseen_ties()
    {
        using var graph = Drawn.Graph(12, [.. Enumerable.Range(1, 11).Select(vertex => (0, vertex, 1))]);
        var even = UnseenTies.Of(graph, 0.2, UnseenModel.Even, 1, 50, 1, Effort.Single, default);
        Assert.Equal((1.0, 1.0, 3), (even.TopStays, even.Overlap, even.Added));
        var two = UnseenTies.Of(graph, 0.2, UnseenModel.Closure, 1, 50, 1, new(2), default);
        Assert.Equal(UnseenTies.Of(graph, 0.2, UnseenModel.Closure, 1, 50, 1, Effort.Single, default).InTop, two.InTop);
        using var path = Drawn.Graph(9, [.. Enumerable.Range(0, 8).Select(vertex => (vertex, vertex + 1, 1))]);
        Assert.True(UnseenTies.Of(path, 0.4, UnseenModel.Even, 1, 200, 1, Effort.Single, default).TopStays < 0.9);
    }

    private static KnownNetwork Prior(out GraphSnapshot graph)
    {
        using var text = File.OpenText(SharedData.Need("data/networks/911_prior_contacts/edges_prob.csv"));
        var known = KnownNetwork.Named("911_prior_contacts");
        var names = new VertexNames();
        foreach (var row in known.Table("nodes.csv", true)) names.NumberOf(row["id"]);
        graph = Assert.IsType<Outcome<GraphSnapshot>.Done>(Assert.IsType<Outcome<EdgeList>.Done>(EdgeListReader.Read(text, new("prob", null), names, default)).Value.Build(false, Repeats.Greatest, default)).Value;
        return known;
    }

    private static WorldsAnswer Measure(GraphSnapshot graph, WorldsQuestion question, Effort? effort = null) =>
        Assert.IsType<Outcome<WorldsAnswer>.Done>(PossibleWorlds.Measure(graph, question, effort ?? Effort.Single, default)).Value;
}
