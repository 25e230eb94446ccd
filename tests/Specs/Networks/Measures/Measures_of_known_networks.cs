using System.Globalization;
using System.IO.Compression;
using Plumbline.Core;
using Plumbline.Networks.Files;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures;

namespace Plumbline.Specs.Networks.Measures;

/// <summary>Against results of other programs that lie beside the networks (data/networks/README.md): every column of each.</summary>
public sealed class Measures_of_known_networks
{
    // A walk from each of 36,692 vertices is for the acceptance, not for the specs.
    private const string Wide = "email_enron";

    public static TheoryData<string> Networks =>
        SharedData.Find("data/networks") is { } folder ? [.. Directory.GetDirectories(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)] : ["karate"];

    [Theory, Trait("length", "long")]
    [MemberData(nameof(Networks))]
    public void Are_those_of_the_reference(string network)
    {
        var list = Read(network);
        using var graph = Assert.IsType<Outcome<GraphSnapshot>.Done>(list.Build(false, Repeats.Greatest, default)).Value;
        var measures = new VertexMeasures(graph, graph, new Effort(2), default);
        var rows = Table($"data/networks/{network}/ref_nodes.csv").ToList();
        Assert.Equal(graph.VertexCount, rows.Count);
        foreach (var column in rows[0].Keys.Where(name => name != "id" && !(network == Wide && name is "betweenness" or "closeness")))
        {
            var values = measures.Of(column);
            foreach (var row in rows)
            {
                Assert.True(list.Names.Knows(row["id"], out var vertex));
                Near($"{column} of {row["id"]}", row[column], values[vertex], column == "eigenvector" ? 1e-6 : 1e-9);
            }
        }
        var whole = Table($"data/networks/{network}/ref_graph.csv").ToDictionary(row => row["measure"], row => row["value"]);
        foreach (var (name, value) in measures.Summary(withDistances: whole.ContainsKey("diameter")))
            if (whole[name].Length > 0) Near(name, whole[name], value, 1e-9);
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
        Assert.Equal(n - 1, Blocks.Of(graph, default).Bridges.Length);
        Assert.Equal(n, StrongComponents.Of(graph, default).Sizes.Sum());
        // A path is a hanging tree: all of it is folded.
        Assert.Equal((n / 2) * ((n / 2.0) - 1), Betweenness.Of(graph, false, Effort.Single, default).AtVertex.Max());
    }

    [Fact]
    public void Of_a_directed_graph_join_its_ties_both_ways_or_are_refused()
    {
        using var graph = Assert.IsType<Outcome<GraphSnapshot>.Done>(GraphBuilder.Build(4, true, new() { Source = [0, 2], Target = [1, 1] }, Repeats.Add, default)).Value;
        Assert.Equal([1, 3], WeakComponents.Of(graph, default).Sizes.Order());
        Assert.Throws<ArgumentException>(() => CoreNumbers.Of(graph, default));
        Assert.Throws<ArgumentException>(() => Triangles.Of(graph, default));
        Assert.Throws<ArgumentException>(() => Blocks.Of(graph, default));
        Assert.Throws<ArgumentException>(() => Constraint.Of(graph, false, Effort.Single, default));
        Assert.Throws<ArgumentException>(() => Eigenvector.Of(graph, false, Effort.Single, default));
    }

    private static void Near(string what, string expected, double found, double tolerance)
    {
        if (expected.Length == 0)
        {
            Assert.True(double.IsNaN(found), $"{what}: {found}, none expected");
            return;
        }
        var value = double.Parse(expected, CultureInfo.InvariantCulture);
        // The reference has eight digits or more.
        var digit = value == 0 ? 0 : Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 7);
        Assert.True(Math.Abs(found - value) <= (tolerance * Math.Max(1, Math.Abs(value))) + (digit * 0.51), $"{what}: {found:R}, expected {expected}");
    }

    private static EdgeList Read(string network)
    {
        using var nodes = new StringReader(Text($"data/networks/{network}/nodes.csv"));
        var names = Assert.IsType<Outcome<(VertexNames Names, IReadOnlyList<BadRow> Bad)>.Done>(VertexListReader.Read(nodes, default)).Value.Names;
        var columns = new EdgeColumns(null, network == "caviar" ? ("phase", "full") : null)
        {
            UsualWeight = true,
            Except = network.EndsWith("_jjatt", StringComparison.Ordinal) ? [.. new[] { "KINSHIP", "OPERATION_ID", "TIE_YEAR", "TIE_EXTINGUISH" }.Select(layer => ("period", layer))] : [],
        };
        using var edges = new StringReader(Text($"data/networks/{network}/edges.csv"));
        var list = Assert.IsType<Outcome<EdgeList>.Done>(EdgeListReader.Read(edges, columns, names, default)).Value;
        Assert.Empty(list.Bad);
        return list;
    }

    private static string Text(string relative)
    {
        if (SharedData.Find(relative) is { } plain) return File.ReadAllText(plain);
        using var packed = new StreamReader(new GZipStream(File.OpenRead(SharedData.Need(relative + ".gz")), CompressionMode.Decompress));
        return packed.ReadToEnd();
    }

    private static IEnumerable<Dictionary<string, string>> Table(string relative)
    {
        var lines = Text(relative).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var heads = lines[0].Split(',');
        return lines[1..].Select(line => heads.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second));
    }
}
