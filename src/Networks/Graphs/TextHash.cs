using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Plumbline.Networks.Graphs;

/// <summary>A hash of text, quick for short ones, with secrets that each process draws anew, so that nobody can make ids that all fall into one slot.</summary>
/// <remarks>Folded products of 64-bit words, after wyhash (Wang Yi, public domain).</remarks>
internal static class TextHash
{
    private static readonly ulong First = Drawn();
    private static readonly ulong Second = Drawn();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(ReadOnlySpan<char> text)
    {
        ref var at = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(text));
        var (left, state) = (2 * text.Length, First ^ (ulong)text.Length);
        for (; left > 16; left -= 16)
        {
            state = Folded(Word(ref at) ^ Second, Word(ref Unsafe.Add(ref at, 8)) ^ state);
            at = ref Unsafe.Add(ref at, 16);
        }
        var (low, high) = left switch
        {
            >= 8 => (Word(ref at), Word(ref Unsafe.Add(ref at, left - 8))),
            >= 4 => (Half(ref at), Half(ref Unsafe.Add(ref at, left - 4))),
            2 => (Unsafe.ReadUnaligned<ushort>(ref at), 0UL),
            _ => (0UL, 0UL),
        };
        var all = Folded(Folded(low ^ Second, high ^ state), First ^ Second);
        return (uint)((all ^ (all >> 32)) & uint.MaxValue);
    }

    private static ulong Word(ref byte at) => Unsafe.ReadUnaligned<ulong>(ref at);

    private static ulong Half(ref byte at) => Unsafe.ReadUnaligned<uint>(ref at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Folded(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }

    private static ulong Drawn()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        RandomNumberGenerator.Fill(bytes);
        return BitConverter.ToUInt64(bytes) | 1;
    }
}
