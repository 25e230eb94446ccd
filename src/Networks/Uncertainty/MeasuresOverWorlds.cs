using Plumbline.Core;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures;

namespace Plumbline.Networks.Uncertainty;

/// <summary>A measure of one vertex over the possible worlds in which it has one.</summary>
/// <param name="Mean">Expected value; NaN where it has one in no world.</param>
/// <param name="Low">5th percentile.</param>
/// <param name="High">95th percentile.</param>
public readonly record struct OverWorlds(double Mean, double Low, double High);

/// <summary>Any measures over possible worlds.</summary>
/// <param name="Exact">Whether every world was gone through.</param>
/// <param name="Worlds">How many were measured.</param>
/// <param name="Values">By measure, then by vertex of the input.</param>
public sealed record MeasuredWorlds(bool Exact, int Worlds, OverWorlds[][] Values);

/// <summary>Takes any measures in the worlds of <see cref="PossibleWorlds"/>: with the same question they are the very same worlds. A world is a graph of its own, so this costs what the measures cost, once a world.</summary>
public static class MeasuresOverWorlds
{
    private const int Largest = 2_000;
    private const long MostKept = 1L << 27;

    /// <param name="graph">Direction is dropped.</param>
    /// <param name="question">Chances and how many worlds; what it says of the top and of cuts is not asked here.</param>
    /// <param name="measure">Measures of the vertices of one world by their numbers outside, NaN where a vertex has none; pure, called on several threads.</param>
    /// <param name="effort">A block of 64 worlds is done by one thread; threads leave no trace.</param>
    /// <param name="ct">Checked at every world.</param>
    /// <returns>The values; or a refusal "uncertain.large" above 2,000 vertices or 134 million values kept, "graph.probability" for a chance outside [0, 1].</returns>
    public static Outcome<MeasuredWorlds> Of(GraphSnapshot graph, WorldsQuestion question, Func<GraphSnapshot, double[][]> measure, Effort effort, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(question.Worlds, 1);
        if (graph.TieCount > 0) ArgumentOutOfRangeException.ThrowIfNotEqual(question.Presence.Length, graph.TieCount);
        foreach (var chance in question.Presence)
            if (chance is not (>= 0 and <= 1)) return new Refusal("graph.probability", $"A chance of {chance} is outside 0 to 1.");
        var n = graph.VertexCount;
        var ties = UncertainTies.Of(graph, question.Presence);
        var exact = ties.Count <= question.ExactUpTo;
        var worlds = exact ? 1 << ties.Count : (question.Worlds + 63) / 64 * 64;
        if (n > Largest || (long)n * worlds > MostKept) return new Refusal("uncertain.large", $"{n} vertices in {worlds} worlds are too many; choose a component, or fewer worlds.");
        var (weights, taken) = (new double[worlds], new double[worlds][][]);
        Chunks.Run((worlds + 63) / 64, effort, () => 0, (_, block) =>
        {
            ulong[] there = [.. Enumerable.Range(0, ties.Count).Select(tie => exact ? UncertainTies.InAll(tie, block) : ties.Drawn(tie, question.Seed, block))];
            for (var at = 0; at < Math.Min(64, worlds - (block * 64)); at++)
            {
                ct.ThrowIfCancellationRequested();
                var world = (block * 64) + at;
                weights[world] = exact ? ties.Weight(there, at) : 1;
                using var one = ties.World(n, there, at, ct);
                taken[world] = measure(one);
            }
        }, ct);
        return new MeasuredWorlds(exact, worlds, [.. taken[0].Select((_, name) => Enumerable.Range(0, n).Select(vertex => Over([.. taken.Select(world => world[name][vertex])], weights)).ToArray())]);
    }

    private static OverWorlds Over(double[] values, double[] weights)
    {
        var had = Enumerable.Range(0, values.Length).Where(world => !double.IsNaN(values[world]) && weights[world] > 0).ToArray();
        if (had.Length == 0) return new(double.NaN, double.NaN, double.NaN);
        var (some, beside) = (Array.ConvertAll(had, world => values[world]), Array.ConvertAll(had, world => weights[world]));
        var (whole, sum) = (0.0, 0.0);
        for (var at = 0; at < some.Length; at++) (whole, sum) = (whole + beside[at], sum + (beside[at] * some[at]));
        var (low, high) = WorldsSummary.Percentiles(some, beside, whole);
        return new(sum / whole, low, high);
    }
}
