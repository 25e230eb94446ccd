using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Paths;

/// <summary>What a path may use and what a tie counts. Arrays are by tie number or vertex inside, or empty.</summary>
/// <param name="Lengths">Length of each tie, 0 or more; empty: 1 each.</param>
/// <param name="Presence">Chance that each tie exists, from its grade or given, in [0, 1]; empty: certain. A tie of 0 is not used.</param>
/// <param name="HubsAbove">Nobody with more neighbours than this stands between the ends; null: anyone may.</param>
/// <param name="Closed">Vertices that no path enters between its ends: kin ties aside, the protected; empty: none.</param>
public sealed record PathRules(double[] Lengths, double[] Presence, int? HubsAbove, bool[] Closed)
{
    /// <summary>All ties, each of length 1.</summary>
    public static PathRules Any { get; } = new([], [], null, []);

    internal double Length(int tie) => Lengths.Length == 0 ? 1 : Lengths[tie];

    internal double Chance(int tie) => Presence.Length == 0 ? 1 : Presence[tie];

    internal bool Opens(GraphSnapshot graph, int vertex) =>
        (Closed.Length == 0 || !Closed[vertex]) && (HubsAbove is not { } most || graph.Out(vertex).Length + (graph.IsDirected ? graph.In(vertex).Length : 0) <= most);
}

/// <summary>A path. It shows that ties on record can be walked, not that anyone walked them.</summary>
/// <param name="Vertices">Numbers of the input, from one end to the other.</param>
/// <param name="Length">The sum of its ties' lengths.</param>
/// <param name="Product">The chance that all its ties exist if they are independent of each other.</param>
/// <param name="Weakest">The least chance among its ties: the path is no stronger than this, whether they are independent or not.</param>
/// <param name="WeakestAt">Which tie that is: it joins this place of the path and the next; of equals the first. -1 for a path of one vertex.</param>
public sealed record FoundPath(int[] Vertices, double Length, double Product, double Weakest, int WeakestAt)
{
    internal static FoundPath Of(GraphSnapshot graph, PathRules rules, int[] inside)
    {
        var (length, product, weakest, at) = (0.0, 1.0, 1.0, -1);
        for (var place = 0; place + 1 < inside.Length; place++)
        {
            var ties = graph.OutTies(inside[place]);
            var tie = ties.IsEmpty ? -1 : ties[graph.Out(inside[place]).BinarySearch(inside[place + 1])];
            length += rules.Length(tie);
            product *= rules.Chance(tie);
            if (at < 0 || rules.Chance(tie) < weakest) (weakest, at) = (rules.Chance(tie), place);
        }
        return new([.. inside.Select(graph.Outside)], length, product, weakest, at);
    }
}
