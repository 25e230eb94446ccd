using Plumbline.Networks.Chance;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures;

namespace Plumbline.Networks.Uncertainty;

/// <summary>Where the ties that nobody saw are supposed to be.</summary>
public enum UnseenModel
{
    /// <summary>Between any two without a tie, evenly.</summary>
    Even,

    /// <summary>Between two who have a neighbour in common, by how many.</summary>
    Closure,
}

/// <summary>Whether a ranking by betweenness would survive if part of the ties had gone unseen.</summary>
/// <param name="TopStays">Share of the draws in which the first of the observed ranking is still first (or equal to it).</param>
/// <param name="Overlap">Mean share of the observed top that is still in the top.</param>
/// <param name="InTop">By vertex of the input the share of the draws in which it is in the top.</param>
/// <param name="Added">How many ties each draw adds.</param>
/// <remarks>After Borgatti, Carley and Krackhardt, "On the robustness of centrality measures under conditions of imperfect data", Social Networks 28, 2006.</remarks>
public sealed record UnseenTies(double TopStays, double Overlap, double[] InTop, int Added)
{
    private const double Least = 1e-9;

    /// <param name="graph">What was observed, up to 2,000 vertices; direction is dropped.</param>
    /// <param name="missing">The share of all ties that went unseen, in [0, 1): m ties observed, m missing / (1 - missing) added.</param>
    /// <param name="model">Where they are.</param>
    /// <param name="top">How many stand in the top.</param>
    /// <param name="draws">1 or more.</param>
    /// <param name="seed">Where chance begins.</param>
    /// <param name="effort">A draw is done by one thread.</param>
    /// <param name="ct">Checked at every draw.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static UnseenTies Of(GraphSnapshot graph, double missing, UnseenModel model, int top, int draws, ulong seed, Effort effort, CancellationToken ct)
    {
        var n = graph.VertexCount;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, 2_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        if (missing is not (>= 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(missing), "A share in [0, 1).");
        var ties = Pairs(graph);
        var added = (int)Math.Min(Math.Round(ties.Length * missing / (1 - missing)), (n * (n - 1.0) / 2) - ties.Length);
        using var seen = new WorldKernel(n);
        var first = Ranked(seen, ties, 0, model, seed, 0);
        var observed = Top(first, top);
        var tops = new bool[draws][];
        var stays = new bool[draws];
        Chunks.Run(draws, effort, () => new WorldKernel(n), (kernel, draw) =>
        {
            ct.ThrowIfCancellationRequested();
            var values = Ranked(kernel, ties, added, model, seed, (ulong)draw + 1);
            tops[draw] = Top(values, top);
            stays[draw] = n > 0 && values[Array.IndexOf(first, first.Max())] >= values.Max() - Least;
        }, ct);
        double[] inTop = [.. Enumerable.Range(0, n).Select(vertex => tops.Count(one => one[vertex]) / (double)draws)];
        var size = observed.Count(one => one);
        return new(stays.Count(one => one) / (double)draws, size == 0 ? 1 : Enumerable.Range(0, n).Where(vertex => observed[vertex]).Sum(vertex => inTop[vertex]) / size, inTop, added);
    }

    /// <summary>The pairs of the graph, numbered as in the input; a graph without columns has no tie numbers to go by.</summary>
    private static (int From, int To)[] Pairs(GraphSnapshot graph)
    {
        var pairs = new HashSet<(int, int)>();
        for (var vertex = 0; vertex < graph.VertexCount; vertex++)
            foreach (var end in graph.Out(vertex))
            {
                var (one, other) = (graph.Outside(vertex), graph.Outside(end));
                pairs.Add((Math.Min(one, other), Math.Max(one, other)));
            }
        return [.. pairs.Order()];
    }

    private static double[] Ranked(WorldKernel kernel, (int From, int To)[] ties, int added, UnseenModel model, ulong seed, ulong draw)
    {
        kernel.Clear();
        foreach (var (from, to) in ties) kernel.Add(from, to);
        var chance = SeededChance.Of(seed, draw);
        var n = kernel.Degree.Length;
        for (var left = added; left > 0; left--)
        {
            var (one, other) = model == UnseenModel.Closure ? Closing(kernel, n, ref chance) : (-1, -1);
            while (one < 0 || one == other || kernel.Tied(one, other)) (one, other) = (chance.Below(n), chance.Below(n));
            kernel.Add(one, other);
        }
        kernel.Measure(withCuts: false);
        return (double[])kernel.Betweenness.Clone();
    }

    /// <summary>Two ends of a drawn chain of three without a tie of their own; (-1, -1) where a thousand tries find none.</summary>
    private static (int One, int Other) Closing(WorldKernel kernel, int n, ref SeededChance chance)
    {
        for (var turn = 0; turn < 1000; turn++)
        {
            var (one, middle, other) = (chance.Below(n), chance.Below(n), chance.Below(n));
            if (one != other && kernel.Tied(one, middle) && kernel.Tied(middle, other) && !kernel.Tied(one, other)) return (one, other);
        }
        return (-1, -1);
    }

    private static bool[] Top(double[] values, int top)
    {
        if (values.Length == 0) return [];
        var sorted = (double[])values.Clone();
        Array.Sort(sorted);
        var bar = sorted[Math.Max(0, sorted.Length - top)];
        return [.. values.Select(value => value > Least && value >= bar - Least)];
    }
}
