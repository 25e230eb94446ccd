using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Plumbline.Screening.Matching;

/// <summary>Sorts some hundred numbers without a branch that nobody foresees, which is what sorting them costs: few are put at a place by counting how many are lower, more are parted first.</summary>
internal static class ShortSort
{
    private const int Few = 64;
    private const ulong Sign = 1UL << 63;   // vectors compare numbers with a sign

    /// <summary>The lowest first.</summary>
    public static void Sort(Span<ulong> numbers)
    {
        while (numbers.Length > Few)
        {
            ulong one = numbers[0], two = numbers[numbers.Length / 2], three = numbers[^1];
            var below = Part(numbers, Math.Max(Math.Min(one, two), Math.Min(Math.Max(one, two), three)));
            if (below == 0)
            {
                // The three were one number: so may be all.
                numbers.Sort();
                return;
            }
            Sort(numbers[..below]);
            numbers = numbers[below..];
        }
        Rank(numbers);
    }

    /// <summary>Brings what is below a number to the front; how many they are. Each is written and only those below it are kept: nobody foresees which.</summary>
    public static int Part(Span<ulong> span, ulong cut)
    {
        var below = 0;
        for (var n = 0; n < span.Length; n++)
        {
            var one = span[n];
            span[n] = span[below];
            span[below] = one;
            below += one < cut ? 1 : 0;
        }
        return below;
    }

    private static void Rank(Span<ulong> numbers)
    {
        unchecked
        {
            Span<long> own = stackalloc long[Few];
            Span<long> lower = stackalloc long[Few];
            for (var n = 0; n < numbers.Length; n++) own[n] = (long)(numbers[n] ^ Sign);
            ref var first = ref MemoryMarshal.GetReference(own);
            ref var counted = ref MemoryMarshal.GetReference(lower);
            for (var n = 0; n < numbers.Length; n += Vector256<long>.Count)
            {
                var four = Vector256.LoadUnsafe(ref first, (nuint)n);
                var count = Vector256<long>.Zero;
                foreach (var other in own[..numbers.Length]) count -= Vector256.LessThan(Vector256.Create(other), four);
                count.StoreUnsafe(ref counted, (nuint)n);
            }
            // Of equal ones a single one is put, and the places behind it are as it.
            numbers.Clear();
            for (var n = 0; n < numbers.Length; n++) numbers[(int)lower[n]] = (ulong)own[n] ^ Sign;
            for (var n = 1; n < numbers.Length; n++) numbers[n] = Math.Max(numbers[n], numbers[n - 1]);
        }
    }
}
