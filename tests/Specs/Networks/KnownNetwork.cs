using System.Globalization;
using System.IO.Compression;
using Plumbline.Core;
using Plumbline.Networks.Files;
using Plumbline.Networks.Graphs;

namespace Plumbline.Specs.Networks;

/// <summary>A network of the shared data with the reference results beside it; vertices without ties are in it too.</summary>
internal sealed class KnownNetwork(string name, EdgeList list, GraphSnapshot graph) : IDisposable
{
    public GraphSnapshot Graph => graph;

    public VertexNames Names => list.Names;

    public static KnownNetwork Named(string name, string? weight = null, string? where = null)
    {
        using var text = Open($"data/networks/{name}/edges.csv");
        (string, string)? row = where?.Split('=') is [var column, var value] ? (column, value) : null;
        var list = Assert.IsType<Outcome<EdgeList>.Done>(EdgeListReader.Read(text, new(weight, row), default)).Value;
        foreach (var node in Table($"data/networks/{name}/nodes.csv")) list.Names.NumberOf(node["id"]);
        var directed = Table($"data/networks/{name}/ref_graph.csv").Single(line => line["measure"] == "directed")["value"] == "1";
        return new(name, list, Assert.IsType<Outcome<GraphSnapshot>.Done>(list.Build(directed, Repeats.Add, default)).Value);
    }

    public IEnumerable<Dictionary<string, string>> Table(string file, bool ofThis) => Table(ofThis ? $"data/networks/{name}/{file}" : file);

    public double? Whole(string measure) => Table("ref_graph.csv", true).FirstOrDefault(row => row["measure"] == measure) is { } row ? Number(row["value"]) : null;

    public int Vertex(string id) => Names.Knows(id, out var outer) ? graph.Inside(outer) : throw new ArgumentException(id);

    public string Id(int vertex) => Names[graph.Outside(vertex)];

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    public void Dispose() => graph.Dispose();

    private static IEnumerable<Dictionary<string, string>> Table(string relative)
    {
        using var text = Open(relative);
        var heads = text.ReadLine()!.Split(',');
        while (text.ReadLine() is { } line) yield return heads.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second);
    }

    private static StreamReader Open(string relative) => SharedData.Find(relative) is { } plain
        ? File.OpenText(plain)
        : new StreamReader(new GZipStream(File.OpenRead(SharedData.Need(relative + ".gz")), CompressionMode.Decompress));
}
