namespace Plumbline.Networks.Graphs;

/// <summary>The optional columns of a graph by tie number, in native memory; an absent one takes none.</summary>
internal sealed class TieColumnsKept(AlignedArray<double>? weight, AlignedArray<float>? probability, AlignedArray<long>? statement) : IDisposable
{
    public long Bytes => (weight?.Bytes ?? 0) + (probability?.Bytes ?? 0) + (statement?.Bytes ?? 0);

    public Span<double> Weights => weight is null ? [] : weight.Span;

    public Span<float> Probabilities => probability is null ? [] : probability.Span;

    public Span<long> Statements => statement is null ? [] : statement.Span;

    public static TieColumnsKept None => new(null, null, null);

    public static TieColumnsKept For(in TieColumns given, int ties) => new(
        given.Weight.IsEmpty ? null : new(ties),
        given.Probability.IsEmpty ? null : new(ties),
        given.Statement.IsEmpty ? null : new(ties));

    public void Dispose()
    {
        weight?.Dispose();
        probability?.Dispose();
        statement?.Dispose();
    }
}
