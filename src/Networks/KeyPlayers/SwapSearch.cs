using Plumbline.Networks.Chance;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures;

namespace Plumbline.Networks.KeyPlayers;

/// <summary>Begins with the vertex that gains most, adds the next, then swaps one of the set for one outside as long as that helps; again from sets of chance.</summary>
internal static class SwapSearch
{
    private const int Starts = 128;
    private const double Affordable = 1e9;
    private const double Least = 1e-12;

    public static KeyPlayerAnswer Search(GraphSnapshot graph, KeyPlayerQuestion question, int[] allowed, Effort effort, CancellationToken ct)
    {
        // A start takes k n valuations a round or more; on large graphs the greedy one alone is affordable.
        var cost = ISetValue.For(question.Aim, graph, ct).Cost(question.Size) * (double)question.Size * allowed.Length;
        var starts = (int)Math.Clamp(Affordable / Math.Max(1, cost), 1, Starts);
        var (found, examined) = (new EqualSets[starts], new long[starts]);
        Chunks.Run(starts, effort, () => ISetValue.For(question.Aim, graph, ct), (value, start) =>
        {
            found[start] = new(question.Alternatives);
            var set = start == 0 ? Greedy(value, question.Size, allowed, ref examined[0], ct) : Drawn(question, allowed, start);
            Swap(value, set, allowed, found[start], ref examined[start], ct);
        }, ct);
        var all = new EqualSets(int.MaxValue);
        foreach (var part in found) all.Meet(part);
        int[][] distinct = [.. all.Sets.Select(set => set.OrderBy(graph.Outside).ToArray()).DistinctBy(set => string.Join(' ', set)).OrderBy(set => set, Comparer<int[]>.Create((one, other) => Compare(graph, one, other)))];
        var bound = ISetValue.For(question.Aim, graph, ct).Bound(question.Size, allowed, distinct[0]);
        return new(all.Value, distinct[..Math.Min(distinct.Length, question.Alternatives)], distinct.Length, false, Math.Max(bound, all.Value), examined.Sum());
    }

    private static int Compare(GraphSnapshot graph, int[] one, int[] other)
    {
        for (var at = 0; at < one.Length; at++)
            if (one[at] != other[at]) return graph.Outside(one[at]).CompareTo(graph.Outside(other[at]));
        return 0;
    }

    private static int[] Greedy(ISetValue value, int size, int[] allowed, ref long examined, CancellationToken ct)
    {
        var (set, taken) = (new int[size], new HashSet<int>());
        for (var k = 0; k < size; k++)
        {
            var (best, most) = (-1, double.NegativeInfinity);
            foreach (var vertex in allowed)
            {
                if (taken.Contains(vertex)) continue;
                ct.ThrowIfCancellationRequested();
                set[k] = vertex;
                var reached = value.Of(set.AsSpan(0, k + 1));
                examined++;
                if (reached > most + Least) (best, most) = (vertex, reached);
            }
            set[k] = best;
            taken.Add(best);
        }
        return set;
    }

    private static int[] Drawn(KeyPlayerQuestion question, int[] allowed, int start)
    {
        var order = (int[])allowed.Clone();
        var chance = SeededChance.Of(question.Seed, (ulong)start);
        chance.Shuffle(order);
        return order[..question.Size];
    }

    private static void Swap(ISetValue value, int[] set, int[] allowed, EqualSets found, ref long examined, CancellationToken ct)
    {
        var inside = set.ToHashSet();
        var now = value.Of(set);
        found.Meet(now, set);
        for (var better = true; better;)
        {
            better = false;
            for (var at = 0; at < set.Length; at++)
            {
                var (own, best, most) = (set[at], set[at], now);
                foreach (var vertex in allowed)
                {
                    if (inside.Contains(vertex)) continue;
                    ct.ThrowIfCancellationRequested();
                    set[at] = vertex;
                    var reached = value.Of(set);
                    examined++;
                    if (reached >= found.Value - Least) found.Meet(reached, set);
                    if (reached > most + Least) (best, most) = (vertex, reached);
                }
                set[at] = best;
                if (best == own) continue;
                inside.Remove(own);
                inside.Add(best);
                (now, better) = (most, true);
            }
        }
    }
}
