namespace Plumbline.Networks.Graphs;

/// <summary>A simple graph that never changes, in compressed rows in native memory, with one owner who disposes it.</summary>
/// <remarks>
/// Inside, vertices are numbered by falling degree (in plus out), equal ones in the order of the input; <see cref="Inside"/> and
/// <see cref="Outside"/> convert. n vertices and m ties take 8 m + 8 (n + 1) bytes undirected, 8 m + 16 (n + 1) directed,
/// 8 m more where any of the optional columns is given, and 8, 4 and 8 bytes a tie for weight, probability and statement;
/// 8 n for the numbering. Reading is thread-safe; disposing while another thread reads is not.
/// </remarks>
public sealed class GraphSnapshot : IDisposable
{
    private readonly Adjacency forward;
    private readonly Adjacency backward;
    private readonly TieColumnsKept kept;
    private readonly AlignedArray<int> inside;
    private readonly AlignedArray<int> outside;

    internal GraphSnapshot(bool directed, int ties, Adjacency forward, Adjacency backward, TieColumnsKept kept, AlignedArray<int> inside, AlignedArray<int> outside, LeftOut leftOut)
    {
        IsDirected = directed;
        TieCount = ties;
        LeftOut = leftOut;
        (this.forward, this.backward, this.kept, this.inside, this.outside) = (forward, backward, kept, inside, outside);
    }

    /// <summary>n.</summary>
    public int VertexCount => inside.Length;

    /// <summary>m: distinct pairs, ordered ones where directed.</summary>
    public int TieCount { get; }

    /// <summary>Whether a tie leads from its source to its target only.</summary>
    public bool IsDirected { get; }

    /// <summary>What the input held and the graph does not.</summary>
    public LeftOut LeftOut { get; }

    /// <summary>Bytes of native memory.</summary>
    public long Bytes => forward.Bytes + (IsDirected ? backward.Bytes : 0) + kept.Bytes + inside.Bytes + outside.Bytes;

    /// <summary>n + 1 positions in <see cref="Targets"/>.</summary>
    public ReadOnlySpan<long> Offsets => forward.Offsets;

    /// <summary>The neighbours of all vertices, row after row.</summary>
    public ReadOnlySpan<int> Targets => forward.All;

    /// <summary>Weight by tie number; empty where the input had none.</summary>
    public ReadOnlySpan<double> Weights => kept.Weights;

    /// <summary>Probability by tie number; empty where the input had none.</summary>
    public ReadOnlySpan<float> Probabilities => kept.Probabilities;

    /// <summary>Statement key by tie number; empty where the input had none. Of a repeated pair, that of its first row.</summary>
    public ReadOnlySpan<long> Statements => kept.Statements;

    /// <summary>The vertices that the ties of this one lead to, in rising order; all neighbours where undirected.</summary>
    public ReadOnlySpan<int> Out(int vertex) => forward.Neighbours(vertex);

    /// <summary>The vertices whose ties lead to this one, in rising order; all neighbours where undirected.</summary>
    public ReadOnlySpan<int> In(int vertex) => backward.Neighbours(vertex);

    /// <summary>The tie numbers beside <see cref="Out"/>, in [0, m); empty where the input had no optional column.</summary>
    public ReadOnlySpan<int> OutTies(int vertex) => forward.Ties(vertex);

    /// <summary>The tie numbers beside <see cref="In"/>, in [0, m); empty where the input had no optional column.</summary>
    public ReadOnlySpan<int> InTies(int vertex) => backward.Ties(vertex);

    /// <summary>The number inside of a vertex of the input.</summary>
    public int Inside(int outer) => inside.Span[outer];

    /// <summary>The number in the input of a vertex inside.</summary>
    public int Outside(int inner) => outside.Span[inner];

    /// <summary>Values by vertex inside, put into the order of the input.</summary>
    public T[] ToOutside<T>(ReadOnlySpan<T> byInside)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(byInside.Length, VertexCount);
        var values = new T[VertexCount];
        for (var vertex = 0; vertex < values.Length; vertex++) values[vertex] = byInside[inside.Span[vertex]];
        return values;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        forward.Dispose();
        backward.Dispose();
        kept.Dispose();
        inside.Dispose();
        outside.Dispose();
    }
}
