using System.Numerics;
using Plumbline.Networks.Chance;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures;

namespace Plumbline.Networks.Communities;

/// <summary>Communities: groups of vertices with more ties inside than between.</summary>
/// <param name="Labels">By vertex inside the number of its community: 0 is the largest, equal ones in the order of the input.</param>
/// <param name="Count">How many communities there are; a vertex without ties is one by itself.</param>
/// <param name="Quality">What the choice asked to raise; see <see cref="Modularity.Of"/>.</param>
/// <param name="Stability">By vertex inside, 0 to 1: how much of its community stays together over the other runs, the mean of their Jaccard overlaps; 1 is always the same group. Empty after one run.</param>
/// <param name="Runs">The quality that each run reached, in the order of the runs.</param>
public sealed record CommunityDivision(int[] Labels, int Count, double Quality, double[] Stability, double[] Runs);

/// <summary>The Leiden method: local moves, refinement, joining, level by level, until nothing changes; in small graphs then again from a shaken result.</summary>
/// <remarks>Traag, Waltman and van Eck, "From Louvain to Leiden: guaranteeing well-connected communities", Scientific Reports 9, 2019, doi:10.1038/s41598-019-41695-z;
/// direction after Leicht and Newman, "Community structure in directed networks", Physical Review Letters 100, 2008.</remarks>
public static class Leiden
{
    private const double Least = 1e-10;
    private const double Shaken = 0.25;

    /// <summary>Runs as often as asked, each from a seed of its own, and returns the best division with what the others say about it.</summary>
    /// <param name="graph">Weights as the choice says; direction is that of the graph.</param>
    /// <param name="choice">Quality, resolution, seed.</param>
    /// <param name="runs">1 or more. Stability needs at least two.</param>
    /// <param name="effort">Of several runs each is done by one thread; a single one of more than a million arcs joins its levels with two.</param>
    /// <param name="ct">Checked every 4,096 vertices.</param>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not positive, or no run is asked for.</exception>
    /// <remarks>About O(m) time a round; some 45 bytes a tie and run.</remarks>
    public static CommunityDivision Find(GraphSnapshot graph, LeidenChoice choice, int runs, Effort effort, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(choice.Resolution);
        return choice.Weighted && !graph.Weights.IsEmpty ? Find<double>(graph, choice, runs, effort, ct) : Find<int>(graph, choice, runs, effort, ct);
    }

    private static CommunityDivision Find<T>(GraphSnapshot graph, LeidenChoice choice, int runs, Effort effort, CancellationToken ct)
        where T : unmanaged, INumber<T>
    {
        var ground = MovingGraph<T>.Of(graph, choice, ct);
        var (found, qualities) = (new int[runs][], new double[runs]);
        Chunks.Run(runs, effort, () => new ArcStore<T>(), (store, run) =>
        {
            var chance = SeededChance.Of(choice.Seed, (ulong)run);
            (found[run], qualities[run]) = Once(graph, ground, choice, store, runs > 1 ? Effort.Single : effort, ref chance, ct);
        }, ct);
        var best = 0;
        for (var run = 1; run < runs; run++)
            if (qualities[run] > qualities[best] + Least) best = run;
        var count = BySize(graph, found[best]);
        return new(found[best], count, qualities[best], runs > 1 ? CommunityStability.Of(found, best) : [], qualities);
    }

    private static (int[] Labels, double Quality) Once<T>(GraphSnapshot graph, MovingGraph<T> ground, LeidenChoice choice, ArcStore<T> store, Effort effort, ref SeededChance chance, CancellationToken ct)
        where T : unmanaged, INumber<T>
    {
        var labels = new int[graph.VertexCount];
        for (var vertex = 0; vertex < labels.Length; vertex++) labels[vertex] = vertex;
        var quality = Settle(graph, ground, choice, labels, store, effort, ref chance, ct);
        for (var shake = 0; shake < choice.ShakesFor(graph.TieCount); shake++)
        {
            var tried = (int[])labels.Clone();
            for (var vertex = 0; vertex < tried.Length; vertex++)
            {
                var other = chance.Below(tried.Length);
                if (chance.NextUnit() < Shaken && HasTies(ground, vertex) && HasTies(ground, other)) tried[vertex] = tried[other];   // who has no ties stays alone
            }
            var reached = Settle(graph, ground, choice, tried, store, effort, ref chance, ct);
            if (reached > quality + Least) (labels, quality) = (tried, reached);
        }
        return (labels, quality);
    }

    private static bool HasTies<T>(MovingGraph<T> graph, int vertex)
        where T : unmanaged, INumber<T> => vertex < graph.Count && graph.Offsets[vertex] < graph.Offsets[vertex + 1];

    /// <summary>Rounds from the given labels until nothing gets better.</summary>
    private static double Settle<T>(GraphSnapshot graph, MovingGraph<T> ground, LeidenChoice choice, int[] labels, ArcStore<T> store, Effort effort, ref SeededChance chance, CancellationToken ct)
        where T : unmanaged, INumber<T>
    {
        var quality = double.NegativeInfinity;
        for (var round = 0; round < choice.RoundsFor(graph.TieCount); round++)
        {
            var tried = (int[])labels.Clone();
            Round(ground, tried, store, effort, ref chance, ct);
            var reached = Modularity.Of(graph, tried, choice, ct);
            if (reached <= quality + Least) break;
            tried.CopyTo(labels, 0);
            quality = reached;
        }
        return quality;
    }

    private static void Round<T>(MovingGraph<T> ground, int[] labels, ArcStore<T> store, Effort effort, ref SeededChance chance, CancellationToken ct)
        where T : unmanaged, INumber<T>
    {
        var (level, current) = (ground, labels[..ground.Count]);
        var stands = new int[ground.Count];   // the vertex of the level that stands for a vertex of the ground
        for (var vertex = 0; vertex < stands.Length; vertex++) stands[vertex] = vertex;
        while (true)
        {
            LocalMoves.Run(level, current, ref chance, ct);
            if (Joining.Number(current, level.Count) == level.Count) break;
            var parts = Refinement.Run(level, current, ref chance, ct);
            var count = Joining.Number(parts, level.Count);
            if (count == level.Count) break;
            var next = new int[count];
            for (var vertex = 0; vertex < parts.Length; vertex++) next[parts[vertex]] = current[vertex];
            for (var vertex = 0; vertex < stands.Length; vertex++) stands[vertex] = parts[stands[vertex]];
            (level, current) = (Joining.Run(level, parts, count, store, effort, ct), next);
        }
        // Who has no ties keeps a number of its own, above all of these.
        for (var vertex = 0; vertex < stands.Length; vertex++) labels[vertex] = current[stands[vertex]];
    }

    /// <summary>Numbers communities by falling size, equal ones by their first vertex of the input.</summary>
    private static int BySize(GraphSnapshot graph, int[] labels)
    {
        var count = Joining.Number(labels, Math.Max(1, labels.Length));
        var (sizes, firsts, order) = (new int[count], new int[count], new int[count]);
        Array.Fill(firsts, int.MaxValue);
        for (var vertex = 0; vertex < labels.Length; vertex++)
        {
            sizes[labels[vertex]]++;
            firsts[labels[vertex]] = Math.Min(firsts[labels[vertex]], graph.Outside(vertex));
        }
        for (var label = 0; label < count; label++) order[label] = label;
        Array.Sort(order, (one, other) => sizes[one] != sizes[other] ? sizes[other].CompareTo(sizes[one]) : firsts[one].CompareTo(firsts[other]));
        var numbers = new int[count];
        for (var place = 0; place < count; place++) numbers[order[place]] = place;
        for (var vertex = 0; vertex < labels.Length; vertex++) labels[vertex] = numbers[labels[vertex]];
        return count;
    }
}
