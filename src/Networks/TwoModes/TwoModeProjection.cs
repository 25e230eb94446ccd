using Plumbline.Core;
using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.TwoModes;

/// <summary>Who shares an occasion with whom, from rows that tie members to occasions (meetings, accounts, addresses).</summary>
/// <param name="From">The smaller numbers of the pairs, in rising order.</param>
/// <param name="To">The greater numbers, rising within one of the former.</param>
/// <param name="Shared">How many occasions the pair shares.</param>
/// <param name="Weight">The sum over these of 1 / (members - 1): a meeting of two says more than one of a hundred (Newman 2001).</param>
/// <param name="LeftOut">Occasions with more members than allowed, which were not looked at.</param>
public sealed record TwoModeProjection(int[] From, int[] To, int[] Shared, double[] Weight, int[] LeftOut)
{
    /// <summary>Projects onto the members.</summary>
    /// <param name="vertices">n: members and occasions are numbered together.</param>
    /// <param name="members">Row by row who takes part.</param>
    /// <param name="occasions">Row by row in what.</param>
    /// <param name="most">Occasions with more members than this are left out: k members make k (k - 1) / 2 pairs, and so many have hardly met.</param>
    /// <param name="mostPairs">Where more pairs than this would come of it, nothing is projected.</param>
    /// <param name="ct">Checked at every member.</param>
    /// <returns>The pairs; or a refusal "projection.modes" where a vertex is on both sides, or "projection.large".</returns>
    /// <remarks>Time in proportion to the sum of the squared sizes of the occasions. Newman, "Scientific collaboration networks II", Physical Review E 64, 016132, 2001.</remarks>
    public static Outcome<TwoModeProjection> Of(int vertices, ReadOnlySpan<int> members, ReadOnlySpan<int> occasions, int most, long mostPairs, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(members.Length, occasions.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var isOccasion = new bool[vertices];
        foreach (var occasion in occasions) isOccasion[occasion] = true;
        foreach (var member in members)
            if (isOccasion[member]) return new Refusal("projection.modes", $"Vertex {member} is on both sides of the rows; a network of two modes has ties between the modes only.");
        // Directed from members to occasions, so that repeats are joined and both ways can be read.
        var built = GraphBuilder.Build(vertices, true, new() { Source = members, Target = occasions }, Repeats.First, ct);
        if (built is not Outcome<GraphSnapshot>.Done { Value: var graph }) return built.Why;
        using var owned = graph;
        var (leftOut, pairs) = (new List<int>(), 0L);
        for (var occasion = 0; occasion < vertices; occasion++)
        {
            long size = graph.In(graph.Inside(occasion)).Length;
            if (size > most) leftOut.Add(occasion);
            else pairs += size * (size - 1) / 2;
        }
        if (pairs > mostPairs) return new Refusal("projection.large", $"Up to {pairs:N0} pairs would come of it, and {mostPairs:N0} are allowed. Leave out large occasions.");
        return Pairs(graph, most, [.. leftOut], ct);
    }

    private static TwoModeProjection Pairs(GraphSnapshot graph, int most, int[] leftOut, CancellationToken ct)
    {
        var n = graph.VertexCount;
        var (from, to, shared, weight) = (new List<int>(), new List<int>(), new List<int>(), new List<double>());
        var (count, sum, met) = (new int[n], new double[n], new List<int>());
        for (var member = 0; member < n; member++)
        {
            ct.ThrowIfCancellationRequested();
            foreach (var occasion in graph.Out(graph.Inside(member)))
            {
                var present = graph.In(occasion);
                if (present.Length > most) continue;
                foreach (var other in present)
                {
                    var outer = graph.Outside(other);
                    if (outer <= member) continue;
                    if (count[outer]++ == 0) met.Add(outer);
                    sum[outer] += 1.0 / (present.Length - 1);
                }
            }
            met.Sort();
            foreach (var other in met)
            {
                from.Add(member);
                to.Add(other);
                shared.Add(count[other]);
                weight.Add(sum[other]);
                (count[other], sum[other]) = (0, 0);
            }
            met.Clear();
        }
        return new([.. from], [.. to], [.. shared], [.. weight], leftOut);
    }
}
