using Plumbline.Core;
using Plumbline.Networks.Measures;

namespace Plumbline.Networks.Graphs;

/// <summary>Makes a <see cref="GraphSnapshot"/> of rows: loops dropped, repeats joined, vertices numbered by falling degree, neighbours sorted by counting.</summary>
/// <remarks>O(n + m) time; while it works, about 32 managed bytes a row beside the snapshot.</remarks>
public static class GraphBuilder
{
    /// <summary>Builds a snapshot.</summary>
    /// <param name="vertices">n, not negative; vertices that no row names are isolated.</param>
    /// <param name="directed">Whether a row leads from source to target only.</param>
    /// <param name="ties">The rows; fewer than 2^30.</param>
    /// <param name="repeats">The weight of a pair that several rows name. Its probability is the greatest of theirs, as no independence is assumed.</param>
    /// <param name="ct">Checked between the passes.</param>
    /// <returns>The snapshot, which the caller owns; or a refusal "graph.columns", "graph.end", "graph.weight", "graph.probability" that names the row (from 0).</returns>
    public static Outcome<GraphSnapshot> Build(int vertices, bool directed, in TieColumns ties, Repeats repeats, CancellationToken ct) =>
        Build(vertices, directed, ties, repeats, Effort.Single, ct);

    /// <summary>As above, with several threads where the input is large, undirected and has ends only.</summary>
    public static Outcome<GraphSnapshot> Build(int vertices, bool directed, in TieColumns ties, Repeats repeats, Effort effort, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        if (TieCheck.Fault(vertices, ties) is { } fault) return fault;
        if (!directed && !ties.HasMore && PlainRows.Of(vertices, ties, effort, ct) is { } plain) return plain;
        var order = DistinctPairs.InOrder(vertices, directed, ties, ct);
        ct.ThrowIfCancellationRequested();
        var firsts = Firsts(directed, ties, order);
        var (sources, targets) = (new int[firsts.Length], new int[firsts.Length]);
        var degrees = new int[vertices];
        for (var pair = 0; pair < firsts.Length; pair++)
        {
            (sources[pair], targets[pair]) = DistinctPairs.Pair(directed, ties, order[firsts[pair]]);
            degrees[sources[pair]]++;
            degrees[targets[pair]]++;
        }
        var places = FallingDegree.Places(degrees);
        for (var pair = 0; pair < firsts.Length; pair++) (sources[pair], targets[pair]) = (places[sources[pair]], places[targets[pair]]);
        ct.ThrowIfCancellationRequested();
        var leftOut = new LeftOut(ties.Source.Length - order.Length, order.Length - firsts.Length);
        var kept = Keep(ties, order, firsts, repeats);
        var forward = Rows.Sorted(vertices, sources, targets, bothWays: !directed, ties.HasMore, ct);
        var backward = directed ? Rows.Sorted(vertices, targets, sources, bothWays: false, ties.HasMore, ct) : forward;
        return new GraphSnapshot(directed, firsts.Length, forward, backward, kept, Inside(places), Outside(places), leftOut);
    }

    /// <summary>An undirected graph without further columns, made in the memory of its pairs, which are used up where it comes about.</summary>
    /// <param name="vertices">n, not negative.</param>
    /// <param name="pairs">The caller disposes it all the same.</param>
    /// <returns>The snapshot, which the caller owns; or the refusal "graph.end".</returns>
    public static Outcome<GraphSnapshot> Build(int vertices, PairBlock pairs, Effort effort, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        if (TieCheck.OutsideAt(vertices, pairs.Ends) is >= 0 and var end) return TieCheck.Outside(end / 2, vertices);
        if (PlainRows.Of(vertices, pairs, effort, ct) is { } plain) return plain;
        var (sources, targets) = (new int[pairs.Rows], new int[pairs.Rows]);
        for (var row = 0; row < pairs.Rows; row++) (sources[row], targets[row]) = (pairs.Ends[2 * row], pairs.Ends[(2 * row) + 1]);
        return Build(vertices, false, new() { Source = sources, Target = targets }, Repeats.First, effort, ct);
    }

    /// <summary>Where in the order each distinct pair begins.</summary>
    private static int[] Firsts(bool directed, in TieColumns ties, int[] order)
    {
        var firsts = new int[order.Length];
        var count = 0;
        for (var at = 0; at < order.Length; at++)
            if (at == 0 || DistinctPairs.Pair(directed, ties, order[at]) != DistinctPairs.Pair(directed, ties, order[at - 1])) firsts[count++] = at;
        return firsts[..count];
    }

    private static TieColumnsKept Keep(in TieColumns ties, int[] order, int[] firsts, Repeats repeats)
    {
        var kept = TieColumnsKept.For(ties, firsts.Length);
        if (!ties.HasMore) return kept;
        for (var pair = 0; pair < firsts.Length; pair++)
        {
            var end = pair + 1 < firsts.Length ? firsts[pair + 1] : order.Length;
            var rows = order.AsSpan(firsts[pair]..end);
            if (!ties.Weight.IsEmpty) kept.Weights[pair] = Weight(ties.Weight, rows, repeats);
            if (!ties.Statement.IsEmpty) kept.Statements[pair] = ties.Statement[rows[0]];
            if (ties.Probability.IsEmpty) continue;
            foreach (var row in rows) kept.Probabilities[pair] = Math.Max(kept.Probabilities[pair], ties.Probability[row]);
        }
        return kept;
    }

    private static double Weight(ReadOnlySpan<double> weights, ReadOnlySpan<int> rows, Repeats repeats)
    {
        var weight = weights[rows[0]];
        foreach (var row in rows[1..])
        {
            if (repeats == Repeats.Add) weight += weights[row];
            if (repeats == Repeats.Greatest) weight = Math.Max(weight, weights[row]);
        }
        return weight;
    }

    private static AlignedArray<int> Inside(int[] places)
    {
        var inside = new AlignedArray<int>(places.Length);
        places.CopyTo(inside.Span);
        return inside;
    }

    private static AlignedArray<int> Outside(int[] places)
    {
        var outside = new AlignedArray<int>(places.Length);
        for (var vertex = 0; vertex < places.Length; vertex++) outside.Span[places[vertex]] = vertex;
        return outside;
    }
}
