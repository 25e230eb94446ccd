using System.IO.Compression;

namespace Plumbline.Exchange.Lists.Sources;

/// <summary>The unpacked bytes of a file, counted against the limits.</summary>
internal sealed class BoundedBytes : Stream
{
    private const long RatioFrom = 16 << 20;
    private readonly CountedBytes packed;
    private readonly Stream inner;
    private readonly ListLimits limits;
    private long read;

    private BoundedBytes(CountedBytes packed, bool gzip, ListLimits limits) =>
        (this.packed, inner, this.limits, IsPacked) = (packed, gzip ? new GZipStream(packed, CompressionMode.Decompress) : packed, limits, gzip);

    public bool IsPacked { get; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => read; set => throw new NotSupportedException(); }

    /// <summary>Opens a file; gzip is known by its first two bytes, never by its name.</summary>
    public static BoundedBytes Open(ListFile file, ListLimits limits)
    {
        var counted = new CountedBytes(file.Open());
        return new BoundedBytes(counted, counted.StartsWith(0x1F, 0x8B), limits);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var got = inner.Read(buffer);
        read += got;
        if (read > limits.FileBytes) throw new ReadingStopped("limit", $"The file is larger than {limits.FileBytes:N0} bytes; nothing behind that is read.");
        if (IsPacked && read > RatioFrom && read / Math.Max(1, packed.Count) > limits.PackingRatio)
            throw new ReadingStopped("limit", $"The file unpacks to more than {limits.PackingRatio} times its size; it is refused as a packing bomb.");
        return got;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            packed.Dispose();
        }

        base.Dispose(disposing);
    }
}
