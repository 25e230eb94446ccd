namespace Plumbline.Exchange.Lists.Sources;

/// <summary>Bytes as given, counted, with the first two known before they are read.</summary>
internal sealed class CountedBytes : Stream
{
    private readonly Stream inner;
    private readonly byte[] first = new byte[2];
    private readonly int firstLength;
    private int firstTaken;

    public CountedBytes(Stream inner)
    {
        this.inner = inner;
        firstLength = inner.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
    }

    public long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Count; set => throw new NotSupportedException(); }

    public bool StartsWith(byte one, byte two) => firstLength == 2 && first[0] == one && first[1] == two;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty) return 0;
        int got;
        if (firstTaken < firstLength)
        {
            got = Math.Min(buffer.Length, firstLength - firstTaken);
            first.AsSpan(firstTaken, got).CopyTo(buffer);
            firstTaken += got;
        }
        else
        {
            got = inner.Read(buffer);
        }

        Count += got;
        return got;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
