using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Plumbline.Screening.Matching;

/// <summary>What one query has counted for each rendering that it met: one list in the order in which they were met, and an open table of places in it, small enough for a processor's own cache, where a line a rendering of a long list is not.</summary>
internal sealed class ScoreTable
{
    private const uint Spread = 0x9E3779B1;
    private const int LeastPlaces = 1 << 14, SieveShift = 32 - 17, AtOnce = 256;

    private ulong[] met = new ulong[LeastPlaces / 2];   // rendering and 1 above, bits of the sum below; the first is nobody's
    private int[] slots = new int[LeastPlaces];         // places in the list; 0 for none
    private readonly ulong[] sieve = new ulong[1 << (32 - SieveShift - 6)];   // a bit for each that was met, by its hash: most that were not are told by it alone
    private int shift = 32 - 14;
    private int count;

    /// <summary>A place for renderings that are read before they are counted.</summary>
    public uint[] Some { get; } = new uint[AtOnce];

    /// <summary>Makes room for so many renderings and forgets those before.</summary>
    public void Begin(int most)
    {
        var bits = 14;
        while (1 << bits < most * 2L && bits < 30) bits++;
        if (1 << bits > slots.Length) (slots, met) = (new int[1 << bits], new ulong[(1 << bits) / 2]);
        else slots.AsSpan(0, 1 << (32 - shift)).Clear();
        if (met.Length <= most + 1) met = new ulong[most + 2];
        Array.Clear(sieve);
        (shift, count) = (32 - bits, 0);
    }

    /// <summary>How many renderings there are.</summary>
    public int Count => count;

    /// <summary>The renderings met, in no order: the rendering and 1 above, the bits of its sum below.</summary>
    public ReadOnlySpan<ulong> Met => met.AsSpan(1, count);

    /// <summary>Adds to renderings of which none was met: nothing is compared.</summary>
    public void AddNew(ReadOnlySpan<uint> renderings, float weight)
    {
        unchecked
        {
            var (own, mask) = (shift, (1u << (32 - shift)) - 1);
            ref var first = ref MemoryMarshal.GetArrayDataReference(slots);
            ref var list = ref MemoryMarshal.GetArrayDataReference(met);
            ref var bits = ref MemoryMarshal.GetArrayDataReference(sieve);
            var (last, sum) = (count, (ulong)BitConverter.SingleToUInt32Bits(weight));
            foreach (var rendering in renderings)
            {
                var hash = rendering * Spread;
                var place = hash >> own;
                while (Unsafe.Add(ref first, place) != 0) place = (place + 1) & mask;
                Unsafe.Add(ref first, place) = ++last;
                Unsafe.Add(ref list, last) = ((ulong)(rendering + 1) << 32) | sum;
                Unsafe.Add(ref bits, hash >> (SieveShift + 6)) |= 1UL << (int)(hash >> SieveShift);
            }
            count = last;
        }
    }

    /// <summary>Adds to renderings, of which each may be a new one.</summary>
    public void Add(ReadOnlySpan<uint> renderings, float weight)
    {
        unchecked
        {
            var (own, mask) = (shift, (1u << (32 - shift)) - 1);
            ref var first = ref MemoryMarshal.GetArrayDataReference(slots);
            ref var list = ref MemoryMarshal.GetArrayDataReference(met);
            ref var bits = ref MemoryMarshal.GetArrayDataReference(sieve);
            var last = count;
            foreach (var rendering in renderings)
            {
                var hash = rendering * Spread;
                var place = hash >> own;
                int at;
                ulong held;
                // A new one and one met before go one way, since nobody foresees which it is: an empty slot is a sum of nothing.
                while (true)
                {
                    at = Unsafe.Add(ref first, place);
                    held = Unsafe.Add(ref list, at);
                    if (at == 0 | (uint)(held >> 32) == rendering + 1) break;
                    place = (place + 1) & mask;
                }
                var isNew = at == 0 ? 1 : 0;
                last += isNew;
                at = isNew != 0 ? last : at;
                Unsafe.Add(ref first, place) = at;
                Unsafe.Add(ref list, at) = ((ulong)(rendering + 1) << 32) | BitConverter.SingleToUInt32Bits(BitConverter.UInt32BitsToSingle((uint)held) + weight);
                Unsafe.Add(ref bits, hash >> (SieveShift + 6)) |= 1UL << (int)(hash >> SieveShift);
            }
            count = last;
        }
    }

    /// <summary>Adds to those of the renderings that were met before; the others are passed over, and the span is left with anything.</summary>
    public void AddToMet(Span<uint> renderings, float weight)
    {
        unchecked
        {
            // Written whatever it is and kept only where its bit is set: nobody foresees which.
            ref var written = ref MemoryMarshal.GetReference(renderings);
            ref var bits = ref MemoryMarshal.GetArrayDataReference(sieve);
            var kept = 0;
            foreach (var rendering in renderings)
            {
                var hash = rendering * Spread;
                Unsafe.Add(ref written, kept) = rendering;
                kept += (int)(Unsafe.Add(ref bits, hash >> (SieveShift + 6)) >> (int)(hash >> SieveShift)) & 1;
            }
            var (own, mask) = (shift, (1u << (32 - shift)) - 1);
            ref var first = ref MemoryMarshal.GetArrayDataReference(slots);
            ref var list = ref MemoryMarshal.GetArrayDataReference(met);
            foreach (var rendering in renderings[..kept])
            {
                for (var place = (rendering * Spread) >> own; ; place = (place + 1) & mask)
                {
                    var at = Unsafe.Add(ref first, place);
                    ref var slot = ref Unsafe.Add(ref list, at);
                    var held = slot;
                    var isMet = (uint)(held >> 32) == rendering + 1;
                    if (!(at == 0 | isMet)) continue;
                    // Nobody's sum is written as it was.
                    var sum = BitConverter.SingleToUInt32Bits(BitConverter.UInt32BitsToSingle((uint)held) + weight);
                    slot = isMet ? (held & 0xFFFF_FFFF_0000_0000) | sum : held;
                    break;
                }
            }
        }
    }
}
