using CsCheck;
using Plumbline.Core;
using Plumbline.Networks.Files;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Paths;

namespace Plumbline.Specs.Networks.Paths;

public sealed class Paths_between_two
{
    private const int Vertices = 7;

    [Fact]
    public void Are_those_that_a_slow_search_of_all_finds() => Gen.Select(Drawn.Ties(Vertices, 14), Gen.Bool, Gen.Bool).Sample((ties, directed, weighted) =>
    {
        using var graph = Drawn.Graph(Vertices, ties, directed);
        var presence = graph.Weights.ToArray().Select(weight => Math.Min(1, weight / 5)).ToArray();
        var rules = new PathRules(weighted ? graph.Weights.ToArray() : [], presence, null, []);
        var all = Every(graph, rules, 0, 1).OrderBy(path => path.Length).ToList();
        var shortest = PathSearch.Shortest(graph, 0, 1, rules, default);
        Assert.Equal(all.Count == 0, shortest is null);
        if (shortest is null) return;
        Assert.Equal(all[0].Length, shortest.Length, 1e-9);
        Assert.Equal(all.Take(5).Select(path => path.Length), PathSearch.KShortest(graph, 0, 1, 5, rules, default).Select(path => path.Length));
        var (paths, count) = PathSearch.AllShortest(graph, 0, 1, 1000, rules, default);
        Assert.Equal(all.Count(path => path.Length < all[0].Length + 1e-9), count);
        Assert.Equal(count, paths.Select(path => string.Join(' ', path.Vertices)).Distinct().Count());
        Assert.Equal(all.Max(path => path.Product), PathSearch.StrongestProduct(graph, 0, 1, rules, default)!.Product, 1e-12);
        var bottleneck = PathSearch.StrongestBottleneck(graph, 0, 1, rules, default)!;
        Assert.Equal(all.Max(path => path.Weakest), bottleneck.Weakest);
        Assert.Equal(all.Where(path => path.Weakest == bottleneck.Weakest).Min(path => path.Vertices.Length), bottleneck.Vertices.Length);
    }, iter: 300);

    [Fact]
    public void Of_the_strongest_evidence_are_those_of_the_reference()
    {
        using var text = File.OpenText(SharedData.Need("data/networks/911_prior_contacts/edges_prob.csv"));
        var list = Assert.IsType<Outcome<EdgeList>.Done>(EdgeListReader.Read(text, new("prob", null), default)).Value;
        using var graph = Assert.IsType<Outcome<GraphSnapshot>.Done>(list.Build(false, Repeats.Greatest, default)).Value;
        var rules = PathRules.Any with { Presence = graph.Weights.ToArray() };
        foreach (var line in File.ReadLines(SharedData.Need("data/networks/911_prior_contacts/ref_strongest_paths.csv")).Skip(1).Select(line => line.Split(',')))
        {
            Assert.True(list.Names.Knows(line[0], out var from) & list.Names.Knows(line[1], out var to));
            Assert.Equal(KnownNetwork.Number(line[2]), PathSearch.StrongestProduct(graph, from, to, rules, default)!.Product, 1e-9);
        }
    }

    [Fact]
    public void Avoid_hubs_and_the_closed_between_their_ends_only()
    {
        using var graph = Drawn.Graph(7, (0, 1), (0, 2), (0, 3), (0, 4), (1, 5), (5, 6), (6, 2));
        Assert.Equal([1, 0, 2], PathSearch.Shortest(graph, 1, 2, PathRules.Any, default)!.Vertices);
        Assert.Equal([1, 5, 6, 2], PathSearch.Shortest(graph, 1, 2, PathRules.Any with { HubsAbove = 3 }, default)!.Vertices);
        Assert.Equal([0, 2], PathSearch.Shortest(graph, 0, 2, PathRules.Any with { HubsAbove = 1 }, default)!.Vertices);
        var closed = new bool[7];
        closed[graph.Inside(5)] = closed[graph.Inside(0)] = true;
        Assert.Null(PathSearch.Shortest(graph, 1, 2, PathRules.Any with { Closed = closed }, default));
    }

    [Fact]
    public void Name_their_weakest_tie()
    {
        using var graph = Drawn.Graph(4, [(0, 1, 4), (1, 2, 1), (2, 3, 3)]);
        var found = PathSearch.Shortest(graph, 0, 3, PathRules.Any with { Presence = [.. graph.Weights.ToArray().Select(weight => weight / 4)] }, default)!;
        Assert.Equal((0.25, 1, 0.1875), (found.Weakest, found.WeakestAt, found.Product));
    }

    [Fact]
    public void In_time_follow_each_other() => Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Long[0, 6]).Array[0, 14].Sample(rows =>
    {
        TimedContact[] contacts = [.. rows.Where(row => row.Item1 != row.Item2).Select(row => new TimedContact(row.Item1, row.Item2, row.Item3))];
        foreach (var wait in (long[])[0, 1])
        {
            var found = TimedPaths.Earliest(6, contacts, true, 0, 1, 1, wait, default);
            var best = Slowly(contacts, 0, 1, wait);
            Assert.Equal(best, found is null ? null : contacts[found[^1]].Time);
            if (found is null) continue;
            Assert.Equal((0, 1), (contacts[found[0]].From, contacts[found[^1]].To));
            for (var at = 1; at < found.Length; at++)
            {
                Assert.Equal(contacts[found[at - 1]].To, contacts[found[at]].From);
                Assert.True(contacts[found[at]].Time >= contacts[found[at - 1]].Time + wait);
            }
        }
    }, iter: 300);

    /// <summary>The earliest arrival, by trying all chains of contacts to a fixpoint of (vertex, time).</summary>
    private static long? Slowly(TimedContact[] contacts, int from, int to, long wait)
    {
        var states = new HashSet<(int Vertex, long Ready)> { (from, 1) };
        for (var size = 0; size != states.Count;)
        {
            size = states.Count;
            foreach (var (vertex, ready) in states.ToList())
                foreach (var contact in contacts)
                    if (contact.From == vertex && contact.Time >= ready) states.Add((contact.To, contact.Time + wait));
        }
        return states.Where(state => state.Vertex == to).Select(state => (long?)state.Ready - wait).Min();
    }

    private static List<FoundPath> Every(GraphSnapshot graph, PathRules rules, int from, int to)
    {
        var (paths, open) = (new List<FoundPath>(), new Stack<int[]>([[graph.Inside(from)]]));
        while (open.TryPop(out var way))
        {
            if (way[^1] == graph.Inside(to)) paths.Add(FoundPath(graph, rules, way));
            else foreach (var next in graph.Out(way[^1]).ToArray().Except(way)) open.Push([.. way, next]);
        }
        return paths;
    }

    private static FoundPath FoundPath(GraphSnapshot graph, PathRules rules, int[] way)
    {
        int[] ties = [.. way[..^1].Select((vertex, at) => graph.OutTies(vertex)[graph.Out(vertex).BinarySearch(way[at + 1])])];
        var chances = ties.Select(tie => rules.Presence[tie]).DefaultIfEmpty(1).ToList();
        return new([.. way.Select(graph.Outside)], ties.Sum(tie => rules.Lengths.Length == 0 ? 1 : rules.Lengths[tie]), chances.Aggregate(1.0, (one, other) => one * other), chances.Min(), 0);
    }
}
