namespace Plumbline.Register.Audit;

/// <summary>Proofs made by reading leaf hashes once, in order.</summary>
/// <remarks>O(n) hashes and reads, O(log n) memory.</remarks>
public static class MerkleProofs
{
    private const int Stride = 4096;

    /// <summary>The root over the first leaves of a log.</summary>
    /// <param name="leaves">The log.</param>
    /// <param name="size">How many leaves count, 0 or more.</param>
    /// <param name="ct">Checked every 4,096 leaves.</param>
    /// <exception cref="InvalidDataException">The log gave another number of leaves than asked for.</exception>
    public static byte[] Root(LeafHashes leaves, long size, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return Root(leaves, new ProofPlan.Run(0, size), ct);
    }

    /// <summary>The proof that a leaf is in the tree of a size.</summary>
    /// <param name="leaves">The log, at least <paramref name="size"/> leaves long.</param>
    /// <param name="index">0 ≤ index &lt; size.</param>
    /// <param name="size">Leaves of the tree.</param>
    /// <param name="ct">Checked every 4,096 leaves.</param>
    /// <exception cref="InvalidDataException">The log gave another number of leaves than asked for.</exception>
    public static InclusionProof Inclusion(LeafHashes leaves, long index, long size, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        return new InclusionProof(index, size, Roots(leaves, ProofPlan.Inclusion(index, size), ct));
    }

    /// <summary>The proof that the tree of one size only grew into the tree of another.</summary>
    /// <param name="leaves">The log, at least <paramref name="second"/> leaves long.</param>
    /// <param name="first">0 ≤ first ≤ second. Nothing, and the same size, need no hash.</param>
    /// <param name="second">Leaves of the newer tree.</param>
    /// <param name="ct">Checked every 4,096 leaves.</param>
    /// <exception cref="InvalidDataException">The log gave another number of leaves than asked for.</exception>
    public static ConsistencyProof Consistency(LeafHashes leaves, long first, long second, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, second);
        var needsNone = first == 0 || first == second;
        return new ConsistencyProof(first, second, needsNone ? [] : Roots(leaves, ProofPlan.Consistency(first, second), ct));
    }

    private static byte[][] Roots(LeafHashes leaves, List<ProofPlan.Run> runs, CancellationToken ct)
    {
        var path = new byte[runs.Count][];
        // In the order of the log, so that a reader of rows goes forward only.
        foreach (var at in Enumerable.Range(0, runs.Count).OrderBy(at => runs[at].From)) path[at] = Root(leaves, runs[at], ct);
        return path;
    }

    private static byte[] Root(LeafHashes leaves, ProofPlan.Run run, CancellationToken ct)
    {
        var tree = new Frontier();
        if (run.Count == 0) return tree.Root();
        foreach (var leaf in leaves(run.From, run.To))
        {
            if (tree.Size % Stride == 0) ct.ThrowIfCancellationRequested();
            tree.Append(leaf);
        }

        return tree.Size == run.Count
            ? tree.Root()
            : throw new InvalidDataException($"The log gave {tree.Size} leaves for {run.From}..{run.To}.");
    }
}
