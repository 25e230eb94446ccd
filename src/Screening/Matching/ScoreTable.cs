using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Plumbline.Screening.Matching;

/// <summary>What one query has counted for each rendering that it met: an open table small enough for a processor's own cache, where a line a rendering of a long list is not.</summary>
internal sealed class ScoreTable
{
    private const uint Spread = 0x9E3779B1;
    private const int LeastPlaces = 1 << 14, SieveShift = 32 - 17, AtOnce = 256;

    private ulong[] slots = new ulong[LeastPlaces];   // rendering and 1 above, bits of the sum below; 0 for none
    private readonly ulong[] sieve = new ulong[1 << (32 - SieveShift - 6)];   // a bit for each that was met, by its hash: most that were not are told by it alone
    private int[] taken = new int[LeastPlaces];       // places of the slots that are, in the order in which they were taken
    private int shift = 32 - 14;
    private int count, full;      // how many were met; and are still in the slots
    private ulong fetched;

    /// <summary>A place for renderings that are read before they are counted.</summary>
    public uint[] Some { get; } = new uint[AtOnce];

    /// <summary>Makes room for so many renderings and forgets those before.</summary>
    public void Begin(int most)
    {
        var bits = 14;
        while (1 << bits < most * 2L && bits < 30) bits++;
        if (1 << bits > slots.Length) (slots, taken) = (new ulong[1 << bits], new int[1 << bits]);
        else foreach (var place in taken.AsSpan(0, full)) slots[place] = 0;
        Array.Clear(sieve);
        (shift, count, full) = (32 - bits, 0, 0);
    }

    /// <summary>How many renderings there are.</summary>
    public int Count => count;

    /// <summary>Adds to renderings, of which each may be a new one.</summary>
    public void Add(ReadOnlySpan<uint> renderings, float weight)
    {
        unchecked
        {
            var mask = (1u << (32 - shift)) - 1;
            ref var first = ref MemoryMarshal.GetArrayDataReference(slots);
            ref var places = ref MemoryMarshal.GetArrayDataReference(taken);
            ref var bits = ref MemoryMarshal.GetArrayDataReference(sieve);
            var met = count;
            // Fetched without a branch before they are needed: a branch taken wrongly would hold up what comes behind it.
            var seen = 0UL;
            foreach (var rendering in renderings) seen |= Unsafe.Add(ref first, (rendering * Spread) >> shift);
            fetched = seen;
            foreach (var rendering in renderings)
            {
                var hash = rendering * Spread;
                var own = (ulong)(rendering + 1) << 32;
                for (var place = hash >> shift; ; place = (place + 1) & mask)
                {
                    ref var slot = ref Unsafe.Add(ref first, place);
                    var held = slot;
                    // A new one and one met before go one way, since nobody foresees which it is: an empty slot is a sum of nothing.
                    if (!(held == 0 | (held ^ own) <= uint.MaxValue)) continue;
                    slot = own | BitConverter.SingleToUInt32Bits(BitConverter.UInt32BitsToSingle((uint)held) + weight);
                    Unsafe.Add(ref bits, hash >> (SieveShift + 6)) |= 1UL << (int)(hash >> SieveShift);
                    Unsafe.Add(ref places, met) = (int)place;
                    met += held == 0 ? 1 : 0;
                    break;
                }
            }
            count = full = met;
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
            var mask = (1u << (32 - shift)) - 1;
            ref var first = ref MemoryMarshal.GetArrayDataReference(slots);
            foreach (var rendering in renderings[..kept])
            {
                for (var place = (rendering * Spread) >> shift; Unsafe.Add(ref first, place) != 0; place = (place + 1) & mask)
                {
                    ref var slot = ref Unsafe.Add(ref first, place);
                    if ((uint)(slot >> 32) != rendering + 1) continue;
                    slot = Plus(slot, weight);
                    break;
                }
            }
        }
    }

    private static ulong Plus(ulong slot, float weight) => (slot & 0xFFFF_FFFF_0000_0000) | BitConverter.SingleToUInt32Bits(BitConverter.UInt32BitsToSingle(unchecked((uint)slot)) + weight);

    /// <summary>Takes out the renderings met, in no order: the rendering above, the bits of its sum below. Nothing can be added until the next query.</summary>
    public void MoveTo(Span<ulong> into)
    {
        unchecked
        {
            for (var n = 0; n < count; n++)
            {
                ref var slot = ref slots[taken[n]];
                into[n] = slot - (1UL << 32);
                slot = 0;
            }
            full = 0;
        }
    }
}
