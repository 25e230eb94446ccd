using System.Globalization;
using Plumbline.Core;
using Plumbline.Networks.Files;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures;

namespace Plumbline.Specs.Networks.Measures;

public sealed class Brokers_between_groups
{
    [Theory]
    [InlineData("london_gang", "Birthplace")]
    [InlineData("montreal_gangs", "Allegiances")]
    public void Stand_in_the_roles_of_the_reference(string network, string column)
    {
        using var text = File.OpenText(SharedData.Need($"data/networks/{network}/edges.csv"));
        var list = Assert.IsType<Outcome<EdgeList>.Done>(EdgeListReader.Read(text, new(null, null), default)).Value;
        using var graph = Assert.IsType<Outcome<GraphSnapshot>.Done>(list.Build(false, Repeats.First, default)).Value;
        var (names, groups) = (new VertexNames(), new int[graph.VertexCount]);
        foreach (var row in Table($"data/networks/{network}/nodes.csv"))
            if (list.Names.Knows(row["id"], out var vertex)) groups[graph.Inside(vertex)] = names.NumberOf(row[column]);
        var roles = Brokerage.Of(graph, groups, default);
        foreach (var row in Table($"data/networks/{network}/ref_brokerage.csv"))
        {
            if (!list.Names.Knows(row["id"], out var outer)) continue;
            var vertex = graph.Inside(outer);
            long[] found = [roles.Coordinator[vertex], roles.Itinerant[vertex], roles.Gatekeeper[vertex], roles.Representative[vertex], roles.Liaison[vertex]];
            Assert.Equal(new[] { "coordinator", "itinerant", "gatekeeper", "representative", "liaison" }.Select(role => long.Parse(row[role], CultureInfo.InvariantCulture)), found);
            Assert.Equal(long.Parse(row["total"], CultureInfo.InvariantCulture), found.Sum());
        }
    }

    private static IEnumerable<Dictionary<string, string>> Table(string relative)
    {
        var lines = File.ReadAllLines(SharedData.Need(relative));
        var heads = lines[0].Split(',');
        return lines[1..].Select(line => heads.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second));
    }
}
