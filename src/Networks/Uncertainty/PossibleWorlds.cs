using Plumbline.Core;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures;

namespace Plumbline.Networks.Uncertainty;

/// <summary>What is asked of the worlds in which each uncertain tie exists or not, independently of the others.</summary>
/// <param name="Presence">By tie number the chance that it exists, in [0, 1].</param>
/// <param name="Worlds">How many worlds are drawn where they are not all gone through; rounded up to a multiple of 64.</param>
/// <param name="Seed">Where chance begins.</param>
/// <param name="Top">A vertex is in the top when fewer than this have more betweenness.</param>
/// <param name="WithCuts">Whether cut vertices are wanted too.</param>
/// <param name="ExactUpTo">With up to so many uncertain ties every world is gone through, weighed by its chance; at most 20.</param>
public sealed record WorldsQuestion(double[] Presence, int Worlds, ulong Seed, int Top = 1, bool WithCuts = false, int ExactUpTo = 20);

/// <summary>A vertex over the possible worlds.</summary>
/// <param name="Degree">Expected degree.</param>
/// <param name="Betweenness">Expected betweenness (unordered pairs).</param>
/// <param name="BetweennessDeviation">Its standard deviation over worlds.</param>
/// <param name="BetweennessLow">5th percentile.</param>
/// <param name="BetweennessHigh">95th percentile.</param>
/// <param name="Harmonic">Expected sum of 1/distance to the others.</param>
/// <param name="InTop">Chance of being in the top by betweenness; equals at its edge share the places left; nobody without betweenness is in it.</param>
/// <param name="ComponentSize">Expected size of its component.</param>
/// <param name="WithFirst">Chance that a path joins it with the first vertex of the input.</param>
/// <param name="IsCut">Chance of being a cut vertex; 0 where not asked for.</param>
public sealed record VertexOverWorlds(double Degree, double Betweenness, double BetweennessDeviation, double BetweennessLow, double BetweennessHigh, double Harmonic, double InTop, double ComponentSize, double WithFirst, double IsCut);

/// <summary>How far one tie moves the answer.</summary>
/// <param name="From">One end, of the input.</param>
/// <param name="To">The other.</param>
/// <param name="Swing">How much greater the chance is that the leader is in the top if the tie exists than if it does not.</param>
public sealed record TieSwing(int From, int To, double Swing);

/// <summary>Measures under uncertainty.</summary>
/// <param name="Exact">Whether every world was gone through.</param>
/// <param name="Worlds">How many were measured.</param>
/// <param name="Vertices">By vertex of the input.</param>
/// <param name="LargestComponent">Expected size of the largest component.</param>
/// <param name="Leader">The vertex of the input with the greatest expected betweenness.</param>
/// <param name="Swings">Uncertain ties by how far they move whether the leader is in the top, the farthest first.</param>
public sealed record WorldsAnswer(bool Exact, int Worlds, VertexOverWorlds[] Vertices, double LargestComponent, int Leader, IReadOnlyList<TieSwing> Swings)
{
    /// <summary>The standard error of a mean of betweenness; 0 where exact.</summary>
    public double Error(int vertex) => Exact ? 0 : Vertices[vertex].BetweennessDeviation / Math.Sqrt(Worlds);
}

/// <summary>Goes through possible worlds, all or drawn.</summary>
public static class PossibleWorlds
{
    private const int Largest = 2_000;
    private const int MostExact = 20;
    private const long MostKept = 1L << 27;

    /// <param name="graph">Direction is dropped.</param>
    /// <param name="question">Chances and how many worlds.</param>
    /// <param name="effort">A block of 64 worlds is done by one thread; threads leave no trace.</param>
    /// <param name="ct">Checked at every world.</param>
    /// <returns>The answer; or a refusal "uncertain.large" above 2,000 vertices or 134 million values kept, "graph.probability" for a chance outside [0, 1].</returns>
    public static Outcome<WorldsAnswer> Measure(GraphSnapshot graph, WorldsQuestion question, Effort effort, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(question.Worlds, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(question.ExactUpTo, MostExact);
        var n = graph.VertexCount;
        if (graph.TieCount > 0) ArgumentOutOfRangeException.ThrowIfNotEqual(question.Presence.Length, graph.TieCount);
        foreach (var chance in question.Presence)
            if (chance is not (>= 0 and <= 1)) return new Refusal("graph.probability", $"A chance of {chance} is outside 0 to 1.");
        var ties = UncertainTies.Of(graph, question.Presence);
        var exact = ties.Count <= question.ExactUpTo;
        var worlds = exact ? 1 << ties.Count : (question.Worlds + 63) / 64 * 64;
        if (n > Largest || (long)n * worlds > MostKept) return new Refusal("uncertain.large", $"{n} vertices in {worlds} worlds are too many; choose a component, or fewer worlds.");
        var blocks = new WorldBlock[(worlds + 63) / 64];
        Chunks.Run(blocks.Length, effort, () => new WorldKernel(n), (kernel, block) =>
            blocks[block] = WorldBlock.Of(kernel, ties, question, exact, block, Math.Min(64, worlds - (block * 64)), n, ct), ct);
        return WorldsSummary.Of(blocks, ties, exact, worlds, n);
    }
}
