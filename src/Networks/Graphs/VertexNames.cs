using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Plumbline.Networks.Graphs;

/// <summary>The ids of vertices outside, each numbered once, from 0, in the order in which they came. Compared character by character.</summary>
/// <remarks>Open addressing: a slot has the hash of an id and its number plus 1, so that most ids cost one look into a table of 8 bytes a slot. The hash differs from process to process, the numbers do not.</remarks>
public sealed class VertexNames
{
    private const int Fewest = 16;
    private const int Block = 32;

    private string[] names = new string[Fewest];
    private ulong[] slots = new ulong[2 * Fewest];
    private int last;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The id with this number.</summary>
    public string this[int number] => number < Count ? names[number] : throw new ArgumentOutOfRangeException(nameof(number));

    /// <summary>The number of an id; a new one is the next.</summary>
    public int NumberOf(ReadOnlySpan<char> name)
    {
        // Rows often come by their source.
        if (last < Count && name.SequenceEqual(names[last])) return last;
        var hash = TextHash.Of(name);
        var at = Place(name, hash);
        return last = slots[at] != 0 ? Number(slots[at]) : Add(name.ToString(), hash, at);
    }

    /// <summary>Numbers the ends of rows: of each row first its source, then its target, as if <see cref="NumberOf"/> were asked for one after the other.</summary>
    /// <param name="sources">One id a row.</param>
    /// <param name="targets">As many.</param>
    /// <param name="sourceNumbers">As long; written.</param>
    /// <param name="targetNumbers">As long; written.</param>
    /// <remarks>Hashes are taken for a block of rows ahead and their slots fetched, so that the table is not waited for.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void NumberEnds(ReadOnlySpan<string> sources, ReadOnlySpan<string> targets, Span<int> sourceNumbers, Span<int> targetNumbers)
    {
        Span<uint> hashes = stackalloc uint[2 * Block];
        for (var from = 0; from < sources.Length; from += Block)
        {
            var count = Math.Min(Block, sources.Length - from);
            for (var row = 0; row < count; row++)
            {
                var (source, target) = (sources[from + row], targets[from + row]);
                hashes[2 * row] = row > 0 && ReferenceEquals(source, sources[from + row - 1]) ? hashes[(2 * row) - 2] : TextHash.Of(source);
                hashes[(2 * row) + 1] = TextHash.Of(target);
            }
            Fetch(hashes[..(2 * count)]);
            for (var row = 0; row < count; row++)
            {
                sourceNumbers[from + row] = row > 0 && ReferenceEquals(sources[from + row], sources[from + row - 1]) ? sourceNumbers[from + row - 1] : KnownOrNew(sources[from + row], hashes[2 * row]);
                targetNumbers[from + row] = KnownOrNew(targets[from + row], hashes[(2 * row) + 1]);
            }
        }
    }

    /// <summary>The number of an id, where it has one.</summary>
    public bool Knows(ReadOnlySpan<char> name, out int number)
    {
        var slot = slots[Place(name, TextHash.Of(name))];
        number = Number(slot);
        return slot != 0;
    }

    private static int Number(ulong slot) => (int)(slot & uint.MaxValue) - 1;

    private int KnownOrNew(string name, uint hash)
    {
        var mask = slots.Length - 1;
        var at = (int)(hash & (uint)mask);
        for (; slots[at] != 0; at = (at + 1) & mask)
        {
            if (slots[at] >> 32 != hash) continue;
            var other = names[Number(slots[at])];
            if (ReferenceEquals(name, other) || name.Equals(other, StringComparison.Ordinal)) return Number(slots[at]);
        }
        return Add(name, hash, at);
    }

    private int Add(string name, uint hash, int at)
    {
        if (Count == names.Length) Array.Resize(ref names, 2 * Count);
        names[Count] = name;
        slots[at] = ((ulong)hash << 32) | (uint)++Count;
        if (2 * Count > slots.Length) Grow();
        return Count - 1;
    }

    private unsafe void Fetch(ReadOnlySpan<uint> hashes)
    {
        if (!Sse.IsSupported) return;
        var mask = (uint)(slots.Length - 1);
        fixed (ulong* slot = slots)
            foreach (var hash in hashes) Sse.Prefetch0(slot + (hash & mask));
    }

    /// <summary>Where a name stands, or would.</summary>
    private int Place(ReadOnlySpan<char> name, uint hash)
    {
        var mask = slots.Length - 1;
        var at = (int)(hash & (uint)mask);
        while (slots[at] != 0 && (slots[at] >> 32 != hash || !name.SequenceEqual(names[Number(slots[at])]))) at = (at + 1) & mask;
        return at;
    }

    private void Grow()
    {
        var old = slots;
        slots = new ulong[4 * old.Length];
        var mask = slots.Length - 1;
        foreach (var slot in old)
        {
            if (slot == 0) continue;
            var at = (int)((slot >> 32) & (uint)mask);
            while (slots[at] != 0) at = (at + 1) & mask;
            slots[at] = slot;
        }
    }
}
