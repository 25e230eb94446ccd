using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Plumbline.Screening.Matching;

/// <summary>Values that begin at a cache line and are never moved: what is as long as a line, or as half of one, is fetched as one line and not as two.</summary>
internal sealed class Lines<T>
    where T : unmanaged
{
    private const int Line = 64;

    private readonly byte[] bytes;
    private readonly int from;

    public Lines(ReadOnlySpan<T> values)
    {
        bytes = GC.AllocateUninitializedArray<byte>(checked((values.Length * Unsafe.SizeOf<T>()) + Line), pinned: true);
        from = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(bytes, 0) & (Line - 1));
        MemoryMarshal.AsBytes(values).CopyTo(bytes.AsSpan(from));
        Count = values.Length;
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>The first of them; the others stand behind it.</summary>
    public ref T First => ref Unsafe.As<byte, T>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bytes), from));

    /// <summary>All of them.</summary>
    public ReadOnlySpan<T> All => MemoryMarshal.CreateReadOnlySpan(ref First, Count);

    /// <summary>One of them, by its place, which nobody checks.</summary>
    public ref T this[int place] => ref Unsafe.Add(ref First, place);
}
