using System.Globalization;
using Plumbline.Core;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures;

namespace Plumbline.Cli.Networks;

/// <summary>The ties of a graph by text ids, as statements name their ends: what it takes to number them is part of building.</summary>
internal sealed record TextTies(string[] Sources, string[] Targets)
{
    /// <summary>One id a vertex, which all its ties share.</summary>
    public static TextTies Of(int vertices, int[] sources, int[] targets)
    {
        string[] ids = [.. Enumerable.Range(0, vertices).Select(vertex => string.Create(CultureInfo.InvariantCulture, $"person-{vertex:D8}"))];
        return new([.. sources.Select(source => ids[source])], [.. targets.Select(target => ids[target])]);
    }

    /// <summary>Numbers the ids in the order in which they come, then builds.</summary>
    public Outcome<GraphSnapshot> Build(Effort effort, CancellationToken ct)
    {
        var names = new VertexNames();
        var (sources, targets) = (new int[Sources.Length], new int[Targets.Length]);
        ct.ThrowIfCancellationRequested();
        names.NumberEnds(Sources, Targets, sources, targets);
        return GraphBuilder.Build(names.Count, false, new() { Source = sources, Target = targets }, Repeats.First, effort, ct);
    }
}
