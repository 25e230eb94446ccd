using Plumbline.Networks.Chance;
using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Disruption;

/// <summary>Says who is removed next, and is told of each change.</summary>
internal abstract class Removing(LivingGraph graph, DisruptionPlan plan)
{
    private const double Least = 1e-9;

    protected LivingGraph Graph => graph;

    protected DisruptionPlan Plan => plan;

    /// <summary>The next one of those that may be removed at a cost within <paramref name="left"/>; -1 where there is none.</summary>
    public abstract int Next(double left, CancellationToken ct);

    /// <summary>A vertex has been removed.</summary>
    public virtual void Removed(int vertex)
    {
    }

    /// <summary>A tie has been added.</summary>
    public virtual void Joined(int one, int other)
    {
    }

    /// <param name="graph">The living graph that the strategy watches.</param>
    /// <param name="start">What it was in the beginning.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="stream">A number of its own for each run.</param>
    /// <param name="ct">Checked while scores of the beginning are taken.</param>
    public static Removing By(LivingGraph graph, GraphSnapshot start, DisruptionPlan plan, ulong stream, CancellationToken ct) => plan.Strategy switch
    {
        DisruptionStrategy.Chance => new ByFixedScores(graph, plan, Drawn(graph.Count, plan.Seed, stream)),
        DisruptionStrategy.DegreeStatic => new ByFixedScores(graph, plan, [.. Enumerable.Range(0, graph.Count).Select(vertex => (double)graph.Degree(vertex))]),
        DisruptionStrategy.Degree => new ByDegree(graph, plan),
        DisruptionStrategy.BetweennessStatic => new ByFixedScores(graph, plan, LivingBetweenness.Of(graph, ct)),
        DisruptionStrategy.Betweenness => new ByBetweenness(graph, plan),
        DisruptionStrategy.CollectiveInfluence => new ByCollectiveInfluence(graph, plan),
        DisruptionStrategy.CoreHighDegree => new ByCore(graph, plan),
        DisruptionStrategy.Generalised => new ByCheapCuts(graph, plan),
        DisruptionStrategy.Modules => new ByModules(graph, plan, start, ct),
        _ => new ByRoles(graph, plan),
    };

    protected bool Can(int vertex, double left) => graph.Lives(vertex) && plan.May(vertex) && plan.Cost(vertex) <= left;

    /// <summary>The vertex of the greatest score by cost; of equals (to a part in 10^9) the first. -1 where all scores are below <paramref name="floor"/>.</summary>
    protected int Greatest(Func<int, double> score, double left, double floor = double.NegativeInfinity)
    {
        var (best, most) = (-1, floor);
        for (var vertex = 0; vertex < graph.Count; vertex++)
        {
            if (!Can(vertex, left)) continue;
            var value = score(vertex) / plan.Cost(vertex);
            if (double.IsNegativeInfinity(most) ? best < 0 : value > most + (Least * Math.Max(1, Math.Abs(most)))) (best, most) = (vertex, value);
        }
        return best;
    }

    private static double[] Drawn(int n, ulong seed, ulong stream)
    {
        var chance = SeededChance.Of(seed, stream);
        var scores = new double[n];
        for (var vertex = 0; vertex < n; vertex++) scores[vertex] = 1 + chance.NextUnit();
        return scores;
    }
}

/// <summary>By scores that never change.</summary>
internal sealed class ByFixedScores(LivingGraph graph, DisruptionPlan plan, double[] scores) : Removing(graph, plan)
{
    public override int Next(double left, CancellationToken ct) => Greatest(vertex => scores[vertex], left);
}

/// <summary>By degree now.</summary>
internal sealed class ByDegree(LivingGraph graph, DisruptionPlan plan) : Removing(graph, plan)
{
    public override int Next(double left, CancellationToken ct) => Greatest(vertex => Graph.Degree(vertex), left);
}

/// <summary>By betweenness now.</summary>
internal sealed class ByBetweenness(LivingGraph graph, DisruptionPlan plan) : Removing(graph, plan)
{
    public override int Next(double left, CancellationToken ct)
    {
        var scores = LivingBetweenness.Of(Graph, ct);
        return Greatest(vertex => scores[vertex], left);
    }
}

/// <summary>By role in the order asked for, then by degree.</summary>
internal sealed class ByRoles(LivingGraph graph, DisruptionPlan plan) : Removing(graph, plan)
{
    public override int Next(double left, CancellationToken ct)
    {
        foreach (var role in Plan.RolesFirst)
        {
            var found = Greatest(vertex => Plan.Roles.Length > 0 && Plan.Roles[vertex] == role ? Graph.Degree(vertex) + 1 : 0, left, floor: 0);
            if (found >= 0) return found;
        }
        return Greatest(vertex => Graph.Degree(vertex), left);
    }
}
