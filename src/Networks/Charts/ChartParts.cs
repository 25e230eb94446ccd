using Plumbline.Register;

namespace Plumbline.Networks.Charts;

/// <summary>Items and ties of a chart for rooms above that have admitted the reader themselves.</summary>
public sealed class ChartParts(Reader reader, Labels labels)
{
    /// <summary>These entities, as far as they exist, and the ties among them.</summary>
    public Task<ChartPart> Of(IReadOnlyCollection<long> entities, CancellationToken ct) => new ReadItems(reader, labels).Of(entities, [], null, ct);
}
