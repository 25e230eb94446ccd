using Plumbline.Networks.Communities;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures;

namespace Plumbline.Networks.Disruption;

/// <summary>Those in the largest component who still have a tie into another community, by their betweenness at the beginning; then by degree.</summary>
internal sealed class ByModules : Removing
{
    private const int Runs = 5;
    private readonly double[] betweenness;
    private readonly int[] community;

    public ByModules(LivingGraph graph, DisruptionPlan plan, GraphSnapshot start, CancellationToken ct)
        : base(graph, plan)
    {
        betweenness = LivingBetweenness.Of(graph, ct);
        community = start.ToOutside<int>(Leiden.Find(start, LeidenChoice.Of(plan.Seed), Runs, Effort.Single, ct).Labels);
    }

    public override int Next(double left, CancellationToken ct)
    {
        var inside = new bool[Graph.Count];
        foreach (var vertex in Graph.Largest()) inside[vertex] = true;
        var found = Greatest(vertex => inside[vertex] && Joins(vertex) ? betweenness[vertex] + 1 : 0, left, floor: 0);
        return found >= 0 ? found : Greatest(vertex => Graph.Degree(vertex), left);
    }

    private bool Joins(int vertex)
    {
        foreach (var other in Graph.Near(vertex))
            if (Graph.Lives(other) && community[other] != community[vertex]) return true;
        return false;
    }
}
