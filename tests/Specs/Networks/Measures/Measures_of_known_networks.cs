using System.Globalization;
using Plumbline.Core;
using Plumbline.Networks.Files;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures;

namespace Plumbline.Specs.Networks.Measures;

/// <summary>Against results of other programs that lie beside the networks (data/networks/README.md).</summary>
public sealed class Measures_of_known_networks
{
    public static TheoryData<string> Undirected => ["karate", "dolphins", "lesmis", "krebs_911_62", "911_prior_contacts", "ciel", "drugnet", "ji_koschade", "london_gang",
        "madrid_konect", "mali", "montreal_gangs", "natarajan_cocaine", "november17_rhodes", "november17_periods", "noordin_top", "pira", "brazil_corruption", "crime_projected",
        "ndrangheta_2mode", "paul_revere_2mode", "philippine_kidnap_2mode"];

    [Theory]
    [MemberData(nameof(Undirected))]
    public void Are_those_of_the_reference(string network)
    {
        var whole = Table($"data/networks/{network}/ref_graph.csv").ToDictionary(row => row["measure"], row => row["value"]);
        Assert.SkipWhen(whole["directed"] != "0", $"{network} is directed.");
        using var text = File.OpenText(SharedData.Need($"data/networks/{network}/edges.csv"));
        var list = Assert.IsType<Outcome<EdgeList>.Done>(EdgeListReader.Read(text, new(null, null), default)).Value;
        using var graph = Assert.IsType<Outcome<GraphSnapshot>.Done>(list.Build(false, Repeats.Add, default)).Value;
        var parts = WeakComponents.Of(graph, default);
        var cores = CoreNumbers.Of(graph, default);
        var triangles = Triangles.Of(graph, default);
        var clustering = triangles.Clustering(graph);
        Assert.Equal(whole["m"], Text(graph.TieCount));
        Assert.Equal(whole["triangles"], Text(triangles.Count));
        Assert.Equal(whole["max_core"], Text(cores.Max()));
        var alone = int.Parse(whole["n"], CultureInfo.InvariantCulture) - graph.VertexCount;   // no edge names them
        Assert.Equal(whole["components"], Text(parts.Sizes.Length + alone));
        var checkedOnes = 0;
        foreach (var row in Table($"data/networks/{network}/ref_nodes.csv"))
        {
            if (!list.Names.Knows(row["id"], out var outer)) continue;
            var vertex = graph.Inside(outer);
            Assert.Equal(row["degree"], Text(graph.Out(vertex).Length));
            Assert.Equal(row["core"], Text(cores[vertex]));
            Assert.Equal(row["component_size"], Text(parts.Sizes[parts.Labels[vertex]]));
            if (row["clustering"].Length == 0) Assert.True(double.IsNaN(clustering[vertex]));
            else Assert.Equal(double.Parse(row["clustering"], CultureInfo.InvariantCulture), clustering[vertex], 5e-9);   // as many digits as the file has
            checkedOnes++;
        }
        Assert.Equal(graph.VertexCount, checkedOnes);
    }

    [Fact]
    public void Are_found_on_a_path_of_a_million_without_recursion()
    {
        const int n = 1_000_000;
        var path = new TieColumns { Source = Enumerable.Range(0, n - 1).ToArray(), Target = Enumerable.Range(1, n - 1).ToArray() };
        using var graph = Assert.IsType<Outcome<GraphSnapshot>.Done>(GraphBuilder.Build(n, false, path, Repeats.Add, default)).Value;
        Assert.Equal([n], WeakComponents.Of(graph, default).Sizes);
        Assert.All(CoreNumbers.Of(graph, default), core => Assert.Equal(1, core));
        Assert.Equal(0, Triangles.Of(graph, default).Count);
    }

    [Fact]
    public void Of_a_directed_graph_join_its_ties_both_ways_or_are_refused()
    {
        using var graph = Assert.IsType<Outcome<GraphSnapshot>.Done>(GraphBuilder.Build(4, true, new() { Source = [0, 2], Target = [1, 1] }, Repeats.Add, default)).Value;
        Assert.Equal([1, 3], WeakComponents.Of(graph, default).Sizes.Order());
        Assert.Throws<ArgumentException>(() => CoreNumbers.Of(graph, default));
        Assert.Throws<ArgumentException>(() => Triangles.Of(graph, default));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<Dictionary<string, string>> Table(string relative)
    {
        var lines = File.ReadAllLines(SharedData.Need(relative));
        var heads = lines[0].Split(',');
        return lines[1..].Select(line => heads.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second));
    }
}
