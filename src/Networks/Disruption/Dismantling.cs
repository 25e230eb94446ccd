using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Disruption;

/// <summary>What a network would lose if vertices were taken out one by one and nobody replaced them. A thought about ties on record, never advice to act against a person.</summary>
/// <param name="Order">Who is removed, in order, as numbers of the input.</param>
/// <param name="Largest">After each removal the size of the largest component; as long as the order.</param>
/// <param name="R">Robustness: (1/n) times the sum, over n removals, of largest/n; where fewer are removed the last size stands for the rest. The less, the better the order dismantles.</param>
/// <param name="Spent">What the removals cost together.</param>
/// <remarks>R after Schneider et al., "Mitigation of malicious attacks on networks", PNAS 108, 2011.</remarks>
public sealed record Dismantling(int[] Order, int[] Largest, double R, double Spent)
{
    /// <summary>After how many removals the largest component is at most this share of the vertices; null: not before nobody is left.</summary>
    public int? RemovalsTo(double share, int vertices)
    {
        var at = Array.FindIndex(Largest, size => size > 0 && size <= share * vertices);
        return at < 0 ? null : at + 1;
    }

    /// <summary>Removes by a plan until nobody is left who may be removed within the budget.</summary>
    /// <exception cref="OperationCanceledException">Checked at every removal.</exception>
    public static Dismantling Of(GraphSnapshot graph, DisruptionPlan plan, IProgress<double>? progress, CancellationToken ct)
    {
        var living = LivingGraph.Of(graph);
        var removing = Removing.By(living, graph, plan, 0, ct);
        var (order, spent) = (new List<int>(), 0.0);
        while (removing.Next(plan.Budget - spent, ct) is >= 0 and var vertex)
        {
            ct.ThrowIfCancellationRequested();
            living.Remove(vertex);
            removing.Removed(vertex);
            order.Add(vertex);
            spent += plan.Cost(vertex);
            progress?.Report(order.Count / (double)living.Count);
        }
        return Along(graph, [.. order], spent);
    }

    /// <summary>Puts back, one by one, whoever joins least, as long as the largest component stays within a target; who stays out keeps the order, who came back follows last.</summary>
    /// <param name="graph">The graph of the dismantling.</param>
    /// <param name="plan">The plan, for its costs.</param>
    /// <param name="target">Share of the vertices, in (0, 1].</param>
    /// <param name="ct">Checked at every reinsertion.</param>
    /// <returns>The shorter dismantling: only those who must stay out for the target. The same where the target is not reached.</returns>
    /// <remarks>Reinsertion of Morone and Makse 2015: the one whose return makes the smallest component, of equals the first of the input.</remarks>
    public Dismantling Reinserted(GraphSnapshot graph, DisruptionPlan plan, double target, CancellationToken ct)
    {
        if (RemovalsTo(target, graph.VertexCount) is not { } needed) return this;
        var sets = new GrowingSets(LivingGraph.Of(graph), Order.AsSpan(0, needed));
        var outside = Order[..needed].ToHashSet();
        while (outside.Count > 0)
        {
            ct.ThrowIfCancellationRequested();
            var (best, least) = (-1, int.MaxValue);
            foreach (var vertex in outside.Order())
                if (sets.SizeWith(vertex) is var size && size < least) (best, least) = (vertex, size);
            if (least > target * graph.VertexCount) break;
            sets.Add(best);
            outside.Remove(best);
        }
        int[] kept = [.. Order.Where(outside.Contains)];
        return Along(graph, kept, kept.Sum(plan.Cost));
    }

    /// <summary>The sizes along an order, found backwards by joining.</summary>
    private static Dismantling Along(GraphSnapshot graph, int[] order, double spent)
    {
        var n = graph.VertexCount;
        var sets = new GrowingSets(LivingGraph.Of(graph), order);
        var largest = new int[order.Length];
        for (var at = order.Length - 1; at >= 0; at--)
        {
            largest[at] = sets.Largest;
            sets.Add(order[at]);
        }
        var sum = 0.0;
        foreach (var size in largest) sum += size;
        sum += (n - order.Length) * (double)(order.Length == 0 ? sets.Largest : largest[^1]);
        return new(order, largest, n == 0 ? 0 : sum / n / n, spent);
    }
}
