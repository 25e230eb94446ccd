namespace Plumbline.Networks.Graphs;

/// <summary>Pairs of vertex numbers in native memory, source and target in turn, which become a graph in the same memory: half of what it takes to build from columns that stay.</summary>
public sealed class PairBlock : IDisposable
{
    private AlignedArray<int>? memory;

    /// <param name="rows">How many pairs; fewer than 2^30.</param>
    /// <exception cref="OutOfMemoryException">The machine has not that much memory left.</exception>
    public PairBlock(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rows, 1 << 30);
        (Rows, memory) = (rows, AlignedArray<int>.Unwritten(2 * rows));
    }

    /// <summary>How many pairs.</summary>
    public int Rows { get; }

    /// <summary>Source and target of the first pair, of the second, and so on: to be written before the graph is built.</summary>
    /// <exception cref="ObjectDisposedException">A graph was made of it.</exception>
    public Span<int> Ends => Memory.Span;

    internal AlignedArray<int> Memory
    {
        get
        {
            ObjectDisposedException.ThrowIf(memory is null, this);
            return memory;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => memory?.Dispose();

    /// <summary>Gives the memory to a graph.</summary>
    internal AlignedArray<int> HandOver(int length)
    {
        var handed = Memory;
        handed.Shorten(length);
        memory = null;
        return handed;
    }
}
