using System.CommandLine;
using System.Globalization;
using Plumbline.Core;
using Plumbline.Networks.Graphs;

namespace Plumbline.Cli.Networks;

/// <summary>A graph with the ids of its vertices, in the order of the list of vertices or, without one, of the ids: numbers by size, else character by character. So "the first of equals" does not hang on the order of the ties.</summary>
internal sealed record NamedGraph(GraphSnapshot Graph, string[] Ids) : IDisposable
{
    public static Outcome<NamedGraph> Read(ParseResult parsed, string? weight, bool directed, CancellationToken ct)
    {
        var read = NetworkFile.Read(parsed, weight, ct);
        if (read is not Outcome<NetworkFile>.Done { Value: var file }) return read.Why;
        var built = file.Build(directed, ct);
        if (built is not Outcome<GraphSnapshot>.Done { Value: var graph }) return built.Why;
        string[] ids = [.. Enumerable.Range(0, graph.VertexCount).Select(outer => file.Ties.Names[outer])];
        if (parsed.GetValue(NetworkFile.Nodes) is not null) return new NamedGraph(graph, ids);
        using var unsorted = graph;
        var order = Order(ids);
        var places = new int[ids.Length];
        for (var place = 0; place < order.Length; place++) places[order[place]] = place;
        var (sources, targets, weights) = (new List<int>(), new List<int>(), new List<double>());
        for (var vertex = 0; vertex < graph.VertexCount; vertex++)
        {
            var ends = graph.Out(vertex);
            for (var at = 0; at < ends.Length; at++)
            {
                if (!directed && ends[at] < vertex) continue;
                sources.Add(places[graph.Outside(vertex)]);
                targets.Add(places[graph.Outside(ends[at])]);
                if (!graph.Weights.IsEmpty) weights.Add(graph.Weights[graph.OutTies(vertex)[at]]);
            }
        }
        var sorted = GraphBuilder.Build(ids.Length, directed, new() { Source = sources.ToArray(), Target = targets.ToArray(), Weight = weights.ToArray() }, Repeats.First, ct);
        return sorted is Outcome<GraphSnapshot>.Done { Value: var whole } ? new NamedGraph(whole, [.. order.Select(outer => ids[outer])]) : sorted.Why;
    }

    /// <summary>The number of an id, or a refusal that names it.</summary>
    public Outcome<int> Find(string id)
    {
        var at = Array.IndexOf(Ids, id);
        return at < 0 ? new Refusal("network.vertex", $"The network has no vertex \"{id}\".") : at;
    }

    /// <summary>Marks by vertex of the input for the ids given; a refusal where one is unknown; empty for none.</summary>
    public Outcome<bool[]> Marks(string[]? ids)
    {
        var marks = new bool[ids is { Length: > 0 } ? Ids.Length : 0];
        foreach (var id in ids ?? [])
        {
            var found = Find(id);
            if (found is not Outcome<int>.Done { Value: var at }) return found.Why;
            marks[at] = true;
        }
        return marks;
    }

    public void Dispose() => Graph.Dispose();

    private static int[] Order(string[] ids)
    {
        var numbers = new long[ids.Length];
        var all = true;
        for (var at = 0; at < ids.Length; at++) all &= long.TryParse(ids[at], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[at]);
        int[] order = [.. Enumerable.Range(0, ids.Length)];
        Array.Sort(order, all ? (one, other) => numbers[one].CompareTo(numbers[other]) : (one, other) => string.CompareOrdinal(ids[one], ids[other]));
        return order;
    }
}
