using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures;

/// <summary>PageRank: how often someone is at a vertex who follows ties at random and now and then begins anew anywhere.</summary>
public static class PageRank
{
    /// <summary>The share of steps that follow a tie, as usually chosen.</summary>
    public const double UsualDamping = 0.85;

    private const double Enough = 1e-10;
    private const double EnoughOfFew = 1e-13;
    private const double EnoughLeft = 1e-11;
    private const double EnoughOfFewLeft = 1e-14;
    private const int MostRounds = 5000;
    private const int FewArcs = 1 << 17;

    /// <summary>Solves for the share of each vertex until a round changes all shares together by 1e-10 (1e-13 below 131,072 arcs).</summary>
    /// <param name="graph">Undirected ties are followed both ways. From where no tie leads out, anywhere is next.</param>
    /// <param name="weighted">Whether ties are followed in proportion to their weight.</param>
    /// <param name="damping">In [0, 1).</param>
    /// <returns>n shares by vertex inside that add up to 1.</returns>
    /// <exception cref="ArgumentException">Weights are asked of a graph that has none.</exception>
    /// <exception cref="OperationCanceledException">Checked several times a round.</exception>
    /// <remarks>
    /// O(n + m) a round, 32 n bytes. Of undirected graphs the equations are symmetric once each share is divided by the degree, and conjugate gradients solve them, in a third of the
    /// rounds, until what is left of all equations together bounds the error by the same. Of directed ones blocks of vertices are solved in turn (hubs first), each with the newest values of those before it, and all of a block with
    /// the same. The answer does not depend on the threads. Beginning anew and having no way
    /// out both lead anywhere alike, so the mass of dead ends is a factor that the last division restores. Brin and Page, "The anatomy of a large-scale
    /// hypertextual web search engine", Computer Networks 30, 1998; Langville and Meyer, "Deeper inside PageRank", Internet Mathematics 1(3), 2004.
    /// </remarks>
    public static double[] Of(GraphSnapshot graph, bool weighted, double damping, Effort effort, CancellationToken ct)
    {
        if (damping is not (>= 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(damping), damping, "The damping is in [0, 1).");
        Weighing.Check(graph, weighted);
        var n = graph.VertexCount;
        if (n == 0) return [];
        var isSmall = graph.Targets.Length < FewArcs;
        if (isSmall) effort = effort with { Threads = 1 };
        if (!graph.IsDirected && graph.TieCount > 0) return Summing(new RankGradients(graph, weighted, damping, effort with { Progress = null }).Shares(isSmall ? EnoughOfFewLeft : EnoughLeft, effort.Progress, ct));
        var system = new RankSystem(graph, weighted && graph.TieCount > 0, damping, effort with { Progress = null });
        for (var round = 0; round < MostRounds && system.Round(ct) > (isSmall ? EnoughOfFew : Enough); round++) effort.Progress?.Report((double)round / (round + 20));
        return Summing(system.Shares(ct));
    }

    private static double[] Summing(double[] shares)
    {
        var sum = 0.0;
        foreach (var share in shares) sum += share;
        for (var vertex = 0; vertex < shares.Length; vertex++) shares[vertex] /= sum;
        return shares;
    }
}
