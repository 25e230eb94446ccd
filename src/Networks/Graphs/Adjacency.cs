namespace Plumbline.Networks.Graphs;

/// <summary>One direction of a graph in compressed rows: for each vertex its neighbours in rising order, and beside them the number of the tie.</summary>
internal sealed class Adjacency(AlignedArray<long> offsets, AlignedArray<int> neighbours, AlignedArray<int>? ties) : IDisposable
{
    public long Bytes => offsets.Bytes + neighbours.Bytes + (ties?.Bytes ?? 0);

    /// <summary>n + 1 positions: the neighbours of v stand from the v-th to before the next.</summary>
    public ReadOnlySpan<long> Offsets => offsets.Span;

    public ReadOnlySpan<int> All => neighbours.Span;

    public ReadOnlySpan<int> Neighbours(int vertex) => Row(neighbours.Span, vertex);

    public ReadOnlySpan<int> Ties(int vertex) => ties is null ? [] : Row(ties.Span, vertex);

    public void Dispose()
    {
        offsets.Dispose();
        neighbours.Dispose();
        ties?.Dispose();
    }

    private ReadOnlySpan<int> Row(Span<int> of, int vertex)
    {
        var from = (int)offsets.Span[vertex];
        return of[from..(int)offsets.Span[vertex + 1]];
    }
}
