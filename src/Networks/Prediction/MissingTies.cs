using Plumbline.Core;
using Plumbline.Networks.Chance;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures;

namespace Plumbline.Networks.Prediction;

/// <summary>A pair without a tie, and its score.</summary>
public readonly record struct ScoredPair(int From, int To, double Score, int Shared);

/// <summary>Pairs without a tie that most resemble those with one, and how well such a score finds ties that are known but were hidden from it. Where to look again in the records: never that there is a tie.</summary>
/// <param name="Pairs">The greatest scores first, by vertex of the input; equal ones by their numbers.</param>
/// <param name="Auc">The chance that a hidden tie scores above a pair without one, equal scores half: 0.5 is worth nothing. Mean over the trials; NaN where nothing could be hidden.</param>
/// <param name="AucSpread">Its standard deviation over the trials.</param>
/// <param name="Precision">Of as many greatest scores as ties were hidden, the share that are hidden ties; mean over the trials.</param>
public sealed record MissingTies(IReadOnlyList<ScoredPair> Pairs, double Auc, double AucSpread, double Precision)
{
    /// <summary>How many vertices a graph may have: every pair is looked at.</summary>
    public const int Largest = 5_000;

    /// <summary>Scores all pairs, and tests the score on ties hidden by chance.</summary>
    /// <param name="graph">Undirected, up to <see cref="Largest"/> vertices; weights are not used.</param>
    /// <param name="by">The score.</param>
    /// <param name="most">How many pairs are named at most.</param>
    /// <param name="trials">How often a tenth of the ties is hidden; 1 or more.</param>
    /// <param name="seed">Where chance begins.</param>
    /// <param name="effort">A trial is done by one thread.</param>
    /// <param name="ct">Checked at every vertex.</param>
    /// <exception cref="ArgumentException">The graph is directed or too large, or a number is outside its range.</exception>
    public static MissingTies Find(GraphSnapshot graph, TieScore by, int most, int trials, ulong seed, Effort effort, CancellationToken ct)
    {
        if (graph.IsDirected) throw new ArgumentException("Missing ties are looked for in undirected graphs.", nameof(graph));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(graph.VertexCount, Largest);
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        var (aucs, precisions) = (new double[trials], new double[trials]);
        Chunks.Run(trials, effort, trial => (aucs[trial], precisions[trial]) = Trial(graph, by, seed, (ulong)trial, ct), ct);
        var auc = aucs.Average();
        var spread = Math.Sqrt(aucs.Sum(one => (one - auc) * (one - auc)) / Math.Max(1, trials - 1));
        return new(Greatest(graph, by, most, ct), auc, spread, precisions.Average());
    }

    private static List<ScoredPair> Greatest(GraphSnapshot graph, TieScore by, int most, CancellationToken ct)
    {
        // The least of the best on top, so that it is the one to give way.
        var best = new PriorityQueue<ScoredPair, ScoredPair>(Comparer<ScoredPair>.Create((one, other) => -Rank(one, other)));
        var (scores, shared) = (new TieScores(graph), new TieScores(graph));
        for (var vertex = 0; vertex < graph.VertexCount && most > 0; vertex++)
        {
            ct.ThrowIfCancellationRequested();
            var row = scores.From(vertex, by);
            var common = shared.From(vertex, TieScore.CommonNeighbours);
            var near = graph.Out(vertex);
            for (int other = vertex + 1, at = 0; other < row.Length; other++)
            {
                while (at < near.Length && near[at] < other) at++;
                if (row[other] <= 0 || (at < near.Length && near[at] == other)) continue;
                var (one, two) = (graph.Outside(vertex), graph.Outside(other));
                var pair = new ScoredPair(Math.Min(one, two), Math.Max(one, two), row[other], (int)common[other]);
                if (best.Count < most) best.Enqueue(pair, pair);
                else if (Rank(pair, best.Peek()) < 0) best.EnqueueDequeue(pair, pair);
            }
        }
        var pairs = new List<ScoredPair>();
        while (best.TryDequeue(out var pair, out _)) pairs.Add(pair);
        pairs.Sort(Rank);
        return pairs;
    }

    /// <summary>Who comes first: the greater score, then the smaller numbers.</summary>
    private static int Rank(ScoredPair one, ScoredPair other) =>
        one.Score != other.Score ? other.Score.CompareTo(one.Score) : one.From != other.From ? one.From.CompareTo(other.From) : one.To.CompareTo(other.To);

    private static (double Auc, double Precision) Trial(GraphSnapshot graph, TieScore by, ulong seed, ulong trial, CancellationToken ct)
    {
        var (n, ties) = (graph.VertexCount, new List<(int From, int To)>());
        for (var vertex = 0; vertex < n; vertex++)
            foreach (var other in graph.Out(vertex))
                if (other > vertex) ties.Add((vertex, other));
        if (ties.Count < 2) return (double.NaN, double.NaN);
        int[] order = [.. Enumerable.Range(0, ties.Count)];
        SeededChance.Of(seed, trial).Shuffle(order);
        var hide = Math.Max(1, ties.Count / 10);
        var hidden = order[..hide].Select(at => ties[at]).ToHashSet();
        int[] rest = order[hide..];
        using var seen = ((Outcome<GraphSnapshot>.Done)GraphBuilder.Build(n, false, new() { Source = rest.Select(at => ties[at].From).ToArray(), Target = rest.Select(at => ties[at].To).ToArray() }, Repeats.First, ct)).Value;
        var (found, others, scores) = (new List<double>(), new List<double>(), new TieScores(seen));
        for (var vertex = 0; vertex < n; vertex++)
        {
            ct.ThrowIfCancellationRequested();
            var row = scores.From(seen.Inside(vertex), by);
            var near = graph.Out(vertex);
            for (int other = vertex + 1, at = 0; other < n; other++)
            {
                while (at < near.Length && near[at] < other) at++;
                var isTied = at < near.Length && near[at] == other;
                if (isTied && !hidden.Contains((vertex, other))) continue;
                (isTied ? found : others).Add(row[seen.Inside(other)]);
            }
        }
        return Compared([.. found], [.. others], hide);
    }

    private static (double Auc, double Precision) Compared(double[] found, double[] others, int hide)
    {
        if (others.Length == 0) return (double.NaN, double.NaN);
        Array.Sort(others);
        var above = 0.0;
        foreach (var score in found) above += (Below(others, score, orEqual: false) + Below(others, score, orEqual: true)) / 2.0;
        // Among equal scores at the bar, places are shared.
        Array.Sort(found);
        double[] all = [.. found, .. others];
        Array.Sort(all);
        var bar = all[^hide];
        double foundOver = found.Length - Below(found, bar, orEqual: true), allOver = all.Length - Below(all, bar, orEqual: true);
        double foundAt = found.Length - foundOver - Below(found, bar, orEqual: false), allAt = all.Length - allOver - Below(all, bar, orEqual: false);
        return (above / ((double)found.Length * others.Length), (foundOver + ((hide - allOver) * foundAt / allAt)) / hide);
    }

    private static int Below(double[] sorted, double bar, bool orEqual)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < bar || (orEqual && sorted[middle] == bar)) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
