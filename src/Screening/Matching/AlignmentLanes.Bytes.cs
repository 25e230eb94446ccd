using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Plumbline.Screening.Matching;

/// <summary>The lanes of a processor that looks up sixteen bytes at once, and so 64 numbers in eight steps: four for their lower bytes, four for their upper.</summary>
internal sealed partial class AlignmentLanes
{
    private const int Quarters = Symbols.Count / LetterRows.Quarter;
    private const int OtherHalf = Count / 2;

    private readonly byte[] quarters = byBytes ? new byte[Longest * Quarters * Count] : [];   // of each letter and quarter of a row, where in the quarter it is; from 0x80 on where it is in another, which looks up nothing

    private void CloseBytes()
    {
        ref var from = ref MemoryMarshal.GetArrayDataReference(letters);
        ref var to = ref MemoryMarshal.GetArrayDataReference(quarters);
        unchecked
        {
            for (var column = 0; column < longest; column++)
            {
                var own = Vector256.LoadUnsafe(ref from, (nuint)(column * Count));
                for (var quarter = 0; quarter < Quarters; quarter++)
                    Avx2.AddSaturate(own - Vector256.Create((byte)(quarter * LetterRows.Quarter)), Vector256.Create((byte)0x70)).StoreUnsafe(ref to, (nuint)(((column * Quarters) + quarter) * Count));
            }
        }
    }

    private void AgainstBytes(LetterRows rows)
    {
        ref var inserts = ref MemoryMarshal.GetArrayDataReference(inserted);
        ref var row = ref MemoryMarshal.GetArrayDataReference(cells);
        ref var places = ref MemoryMarshal.GetArrayDataReference(quarters);
        var looked = new ByteRow(ref rows.InsertedBytes);
        Vector256<short> one = Vector256<short>.Zero, other = one;
        one.StoreUnsafe(ref row);
        other.StoreUnsafe(ref row, OtherHalf);
        for (var column = 0; column < longest; column++)
        {
            var (first, second) = looked.Of(ref places, (nuint)(column * Quarters * Count));
            var at = (nuint)(column * Count);
            first.StoreUnsafe(ref inserts, at);
            second.StoreUnsafe(ref inserts, at + OtherHalf);
            one += first;
            other += second;
            one.StoreUnsafe(ref row, at + Count);
            other.StoreUnsafe(ref row, at + Count + OtherHalf);
        }
    }

    private void ExtendBytes(LetterRows rows, ReadOnlySpan<byte> part)
    {
        ref var inserts = ref MemoryMarshal.GetArrayDataReference(inserted);
        ref var row = ref MemoryMarshal.GetArrayDataReference(cells);
        ref var places = ref MemoryMarshal.GetArrayDataReference(quarters);
        for (var n = part.Length - 1; n >= 0; n--)
        {
            var looked = new ByteRow(ref rows.Bytes(part[n]));
            var missing = Vector256.Create(rows.Missing(part[n]));
            Vector256<short> diagonal = Vector256.LoadUnsafe(ref row), diagonal2 = Vector256.LoadUnsafe(ref row, OtherHalf);
            Vector256<short> here = diagonal + missing, here2 = diagonal2 + missing;
            here.StoreUnsafe(ref row);
            here2.StoreUnsafe(ref row, OtherHalf);
            for (var column = 0; column < longest; column++)
            {
                var (first, second) = looked.Of(ref places, (nuint)(column * Quarters * Count));
                var at = (nuint)((column + 1) * Count);
                Vector256<short> above = Vector256.LoadUnsafe(ref row, at), above2 = Vector256.LoadUnsafe(ref row, at + OtherHalf);
                here = Vector256.Max(Vector256.Max(diagonal + first, above + missing), here + Vector256.LoadUnsafe(ref inserts, at - Count));
                here2 = Vector256.Max(Vector256.Max(diagonal2 + second, above2 + missing), here2 + Vector256.LoadUnsafe(ref inserts, at - OtherHalf));
                here.StoreUnsafe(ref row, at);
                here2.StoreUnsafe(ref row, at + OtherHalf);
                (diagonal, diagonal2) = (above, above2);
            }
        }
    }

    // Bytes are put together to numbers within the halves of a vector: the second eight lanes change places with the third.
    private static int PlaceByBytes(int lane) => (lane & 0b0_0111) | ((lane & 0b0_1000) << 1) | ((lane & 0b1_0000) >> 1);

    /// <summary>A row of numbers in quarters, the lower bytes and then the upper ones, each quarter in both halves of a vector.</summary>
    private readonly ref struct ByteRow(ref byte from)
    {
        private readonly Vector256<byte> low0 = Twice(ref from, 0), low1 = Twice(ref from, 1), low2 = Twice(ref from, 2), low3 = Twice(ref from, 3);
        private readonly Vector256<byte> high0 = Twice(ref from, 4), high1 = Twice(ref from, 5), high2 = Twice(ref from, 6), high3 = Twice(ref from, 7);

        public (Vector256<short> One, Vector256<short> Other) Of(ref byte places, nuint at)
        {
            Vector256<byte> place0 = Vector256.LoadUnsafe(ref places, at), place1 = Vector256.LoadUnsafe(ref places, at + Count), place2 = Vector256.LoadUnsafe(ref places, at + (2 * Count)), place3 = Vector256.LoadUnsafe(ref places, at + (3 * Count));
            var low = Avx2.Shuffle(low0, place0) | Avx2.Shuffle(low1, place1) | Avx2.Shuffle(low2, place2) | Avx2.Shuffle(low3, place3);
            var high = Avx2.Shuffle(high0, place0) | Avx2.Shuffle(high1, place1) | Avx2.Shuffle(high2, place2) | Avx2.Shuffle(high3, place3);
            return (Avx2.UnpackLow(low, high).AsInt16(), Avx2.UnpackHigh(low, high).AsInt16());
        }

        private static Vector256<byte> Twice(ref byte from, int quarter) => Vector256.Create(Vector128.LoadUnsafe(ref from, (nuint)(quarter * LetterRows.Quarter)));
    }
}
