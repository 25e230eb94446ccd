using System.Runtime.InteropServices;

namespace Plumbline.Networks.Graphs;

/// <summary>An array in native memory that begins at a multiple of 64 bytes, zeroed at birth unless asked otherwise, and freed by its one owner.</summary>
/// <remarks>Not thread-safe to dispose while it is read. At most <see cref="int.MaxValue"/> elements, so that a span covers it.</remarks>
internal sealed unsafe class AlignedArray<T> : SafeHandle
    where T : unmanaged
{
    private const nuint Alignment = 64;

    /// <summary>A zeroed one.</summary>
    /// <exception cref="OutOfMemoryException">The machine has not that much memory left.</exception>
    public AlignedArray(int length)
        : this(length, isZeroed: true)
    {
    }

    /// <summary>Not zeroed for whoever writes all of it, so that each page is first touched by the thread that fills it.</summary>
    public static AlignedArray<T> Unwritten(int length) => new(length, isZeroed: false);

    private AlignedArray(int length, bool isZeroed)
        : base(0, ownsHandle: true)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
        var bytes = checked((nuint)length * (nuint)sizeof(T));
        var start = NativeMemory.AlignedAlloc(Math.Max(bytes, Alignment), Alignment);
        if (isZeroed) NativeMemory.Clear(start, bytes);
        SetHandle((nint)start);
    }

    public int Length { get; private set; }

    public long Bytes => (long)Length * sizeof(T);

    public override bool IsInvalid => handle == 0;

    /// <summary>Where it begins, for kernels that go around the spans; valid until it is disposed.</summary>
    public T* Start
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsClosed, this);
            return (T*)handle;
        }
    }

    public Span<T> Span
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsClosed, this);
            return new((void*)handle, Length);
        }
    }

    /// <summary>Leaves out what lies behind; the memory stays.</summary>
    public void Shorten(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length);
        Length = length;
    }

    protected override bool ReleaseHandle()
    {
        NativeMemory.AlignedFree((void*)handle);
        return true;
    }
}
