namespace Plumbline.Networks.Disruption;

/// <summary>By degree inside the 2-core, which is peeled as it shrinks and found anew where ties are added.</summary>
internal sealed class ByCore : Removing
{
    private readonly int[] inside;   // neighbours in the core; -1: not in it
    private readonly Stack<int> thin = new();

    public ByCore(LivingGraph graph, DisruptionPlan plan)
        : base(graph, plan)
    {
        inside = new int[graph.Count];
        Find();
    }

    public override int Next(double left, CancellationToken ct)
    {
        var found = Greatest(vertex => inside[vertex], left, floor: 0);
        return found >= 0 ? found : Greatest(vertex => Graph.Degree(vertex), left);
    }

    public override void Removed(int vertex)
    {
        if (inside[vertex] >= 0) Leave(vertex);
        Peel();
    }

    public override void Joined(int one, int other) => Find();

    private void Find()
    {
        for (var vertex = 0; vertex < inside.Length; vertex++) inside[vertex] = Graph.Lives(vertex) ? Graph.Degree(vertex) : -1;
        for (var vertex = 0; vertex < inside.Length; vertex++)
            if (inside[vertex] is 0 or 1) thin.Push(vertex);
        Peel();
    }

    private void Peel()
    {
        while (thin.TryPop(out var vertex))
            if (inside[vertex] >= 0) Leave(vertex);
    }

    private void Leave(int vertex)
    {
        inside[vertex] = -1;
        foreach (var other in Graph.Near(vertex))
            if (inside[other] >= 0 && --inside[other] < 2) thin.Push(other);
    }
}
