using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.KeyPlayers;

/// <summary>The share of those outside a set whom it reaches in so many steps along the ties' direction.</summary>
internal sealed class ReachValue : ISetValue
{
    private readonly BitRows rows;
    private readonly ulong[] reached;
    private readonly int n;

    public ReachValue(GraphSnapshot graph, int steps, CancellationToken ct)
    {
        n = graph.VertexCount;
        rows = BitRows.Reached(graph, steps, ct);
        reached = new ulong[rows.Words];
    }

    public long Cost(int k) => 2L * (k + 1) * rows.Words;

    public double Of(ReadOnlySpan<int> set) => n == set.Length ? 0 : (Count(set) - set.Length) / (double)(n - set.Length);

    /// <summary>Reach has diminishing returns: no k can add more to a set than its k greatest single additions.</summary>
    public double Bound(int k, ReadOnlySpan<int> allowed, ReadOnlySpan<int> met)
    {
        var covered = Count(met);
        var adds = new int[allowed.Length];
        var now = (ulong[])reached.Clone();
        for (var at = 0; at < adds.Length; at++)
        {
            now.CopyTo(reached, 0);
            BitRows.Join(reached, rows[allowed[at]]);
            adds[at] = BitRows.Count(reached) - covered;
        }
        Array.Sort(adds);
        double most = covered;
        for (var at = 1; at <= Math.Min(k, adds.Length); at++) most += adds[^at];
        return n == k ? 0 : Math.Min(1, (most - k) / (n - k));
    }

    private int Count(ReadOnlySpan<int> set)
    {
        Array.Clear(reached);
        foreach (var vertex in set) BitRows.Join(reached, rows[vertex]);
        return BitRows.Count(reached);
    }
}
