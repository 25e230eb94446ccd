namespace Plumbline.Networks.Measures.Brandes;

/// <summary>Eight sources at a time, and one at a time where a batch meets more shortest paths than a double can count.</summary>
internal sealed unsafe class BatchOrOne<TLine>(KernelGraph graph) : IDisposable
    where TLine : struct, ILine<TLine>
{
    private readonly BrandesBatch<TLine> batch = new(graph);
    private BrandesOne? one;

    public void Add(ReadOnlySpan<int> sources, double* atVertex, double* atArc, CancellationToken ct)
    {
        if (batch.Add(sources, atVertex, atArc, ct)) return;
        one ??= new(graph);
        foreach (var source in sources) one.Add(source, atVertex, atArc, ct);
    }

    public void Dispose()
    {
        batch.Dispose();
        one?.Dispose();
    }
}
