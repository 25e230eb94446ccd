using System.Numerics;
using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.KeyPlayers;

/// <summary>Distance-weighted fragmentation once a set is gone: DF = 1 - 2 sum 1/d / (r (r - 1)) over pairs of the r that remain; unconnected pairs add nothing.</summary>
/// <remarks>Borgatti 2006. Walks in breadth on bit rows, a word of 64 vertices at once. Direction is ignored.</remarks>
internal sealed class FragmentDistanceValue(GraphSnapshot graph) : ISetValue
{
    private readonly BitRows rows = BitRows.Neighbours(graph, eitherWay: true);
    private readonly ulong[] free = new ulong[(graph.VertexCount + 63) / 64];
    private readonly ulong[] front = new ulong[(graph.VertexCount + 63) / 64];
    private readonly ulong[] left = new ulong[(graph.VertexCount + 63) / 64];
    private readonly ulong[] next = new ulong[(graph.VertexCount + 63) / 64];

    public long Cost(int k) => (long)graph.VertexCount * graph.VertexCount * (rows.Words + 2);

    public double Of(ReadOnlySpan<int> set)
    {
        var n = graph.VertexCount;
        Array.Fill(free, ulong.MaxValue);
        if ((n & 63) != 0) free[^1] = (1UL << (n & 63)) - 1;
        foreach (var vertex in set) free[vertex >> 6] &= ~(1UL << (vertex & 63));
        var sum = 0.0;
        for (var source = 0; source < n; source++)
        {
            if ((free[source >> 6] >> (source & 63) & 1) == 0) continue;
            Array.Clear(front);
            front[source >> 6] = 1UL << (source & 63);
            free.CopyTo(left, 0);
            left[source >> 6] &= ~front[source >> 6];
            for (var distance = 1; ; distance++)
            {
                Step();
                var count = BitRows.Count(front);
                if (count == 0) break;
                sum += count / (double)distance;
            }
        }
        var rest = n - set.Length;
        return rest < 2 ? 0 : 1 - (sum / (rest * (rest - 1.0)));
    }

    /// <summary>Each tie that remains joins its pair at distance 1.</summary>
    public double Bound(int k, ReadOnlySpan<int> allowed, ReadOnlySpan<int> met) => FragmentValue.TiesLeft(graph, k, allowed);

    private void Step()
    {
        Array.Clear(next);
        for (var word = 0; word < front.Length; word++)
            for (var bits = front[word]; bits != 0; bits &= bits - 1) BitRows.Join(next, rows[(word << 6) + BitOperations.TrailingZeroCount(bits)]);
        for (var word = 0; word < next.Length; word++)
        {
            front[word] = next[word] & left[word];
            left[word] &= ~front[word];
        }
    }
}
