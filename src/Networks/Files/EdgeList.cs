using System.Runtime.InteropServices;
using Plumbline.Core;
using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Files;

/// <summary>A row that could not be read as a tie.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Why">What is wrong with it.</param>
public sealed record BadRow(int Line, string Why);

/// <summary>Ties read from a file, with the ids that they name; rows that could not be read stand apart.</summary>
public sealed class EdgeList(VertexNames names)
{
    private readonly List<int> sources = [];
    private readonly List<int> targets = [];
    private readonly List<double> weights = [];
    private readonly List<BadRow> bad = [];

    /// <summary>The vertices' ids: those that were there before, then in the order of their first mention.</summary>
    public VertexNames Names { get; } = names;

    /// <summary>How many rows are ties, loops and repeats among them.</summary>
    public int Count => sources.Count;

    /// <summary>Numbers of the sources, row by row.</summary>
    public ReadOnlySpan<int> Sources => CollectionsMarshal.AsSpan(sources);

    /// <summary>Numbers of the targets, row by row.</summary>
    public ReadOnlySpan<int> Targets => CollectionsMarshal.AsSpan(targets);

    /// <summary>Weights, row by row; empty where there are none.</summary>
    public ReadOnlySpan<double> Weights => CollectionsMarshal.AsSpan(weights);

    /// <summary>Whether every row has a weight, and there is a row.</summary>
    public bool HasWeights => weights.Count > 0;

    /// <summary>Whether the file says of itself that its ties lead one way.</summary>
    public bool SaysDirected { get; internal set; }

    /// <summary>The rows that were left out, with the reason.</summary>
    public IReadOnlyList<BadRow> Bad => bad;

    /// <summary>The graph of these ties; vertices are numbered as in <see cref="Names"/>. Its caller owns it.</summary>
    public Outcome<GraphSnapshot> Build(bool directed, Repeats repeats, CancellationToken ct) => GraphBuilder.Build(Names.Count, directed, new()
    {
        Source = CollectionsMarshal.AsSpan(sources),
        Target = CollectionsMarshal.AsSpan(targets),
        Weight = CollectionsMarshal.AsSpan(weights),
    }, repeats, ct);

    internal void Add(ReadOnlySpan<char> source, ReadOnlySpan<char> target, double? weight)
    {
        sources.Add(Names.NumberOf(source));
        targets.Add(Names.NumberOf(target));
        if (weight is { } given) weights.Add(given);
    }

    internal void Leave(int line, string why) => bad.Add(new(line, why));
}
