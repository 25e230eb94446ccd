namespace Plumbline.Register.Search;

/// <summary>The labels that a reader may see, as one bit a label.</summary>
/// <remarks>Immutable; one is kept for each reader and rights epoch.</remarks>
public sealed class LabelSet
{
    private readonly ulong[] bits;

    /// <summary>A set of label keys; the keys are small, as labels are interned.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A key is negative or above 2^26.</exception>
    public LabelSet(IEnumerable<long> labels)
    {
        var keys = labels.ToList();
        ArgumentOutOfRangeException.ThrowIfNegative(keys.DefaultIfEmpty().Min());
        ArgumentOutOfRangeException.ThrowIfGreaterThan(keys.DefaultIfEmpty().Max(), 1L << 26);
        bits = new ulong[keys.DefaultIfEmpty().Max() / 64 + 1];
        foreach (var key in keys) bits[key >> 6] |= 1UL << (int)(key & 63);
    }

    /// <summary>No label: nothing is visible.</summary>
    public static LabelSet None { get; } = new([]);

    /// <summary>Whether the label is in the set; an unknown label is not.</summary>
    public bool Contains(long label) => (ulong)(label >> 6) < (ulong)bits.Length && (bits[label >> 6] >> (int)(label & 63) & 1) != 0;
}
