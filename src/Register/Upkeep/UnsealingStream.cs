using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Plumbline.Register.Upkeep;

/// <summary>Reads a sealed archive; gives no byte that was not proved. See <see cref="SealedFrames"/>.</summary>
/// <remarks>A wrong passphrase, a changed, moved or missing frame is an <see cref="AuthenticationTagMismatchException"/> or an <see cref="EndOfStreamException"/>.</remarks>
internal sealed class UnsealingStream : Stream
{
    private readonly Stream inner;
    private readonly AesGcm cipher;
    private readonly byte[] plain = new byte[SealedFrames.Most];
    private readonly byte[] frame = new byte[SealedFrames.Most + SealedFrames.TagLength];
    private int from;
    private int to;
    private long frames;
    private bool isOver;

    /// <param name="inner">Stands behind the magic bytes.</param>
    public UnsealingStream(Stream inner, string passphrase)
    {
        this.inner = inner;
        var salt = new byte[SealedFrames.SaltLength];
        inner.ReadExactly(salt);
        cipher = SealedFrames.Cipher(passphrase, salt);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        while (from == to && !isOver) ReadFrame();
        var given = Math.Min(buffer.Length, to - from);
        plain.AsSpan(from, given).CopyTo(buffer);
        from += given;
        return given;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            cipher.Dispose();
            inner.Dispose();
            CryptographicOperations.ZeroMemory(plain);
        }
        base.Dispose(disposing);
    }

    private void ReadFrame()
    {
        Span<byte> head = stackalloc byte[4];
        inner.ReadExactly(head);
        var word = BinaryPrimitives.ReadUInt32BigEndian(head);
        isOver = (word & SealedFrames.Last) != 0;
        var length = (int)(word & ~SealedFrames.Last);
        if (length > SealedFrames.Most) throw new InvalidDataException("A frame of the archive is longer than any that is written.");
        inner.ReadExactly(frame, 0, length + SealedFrames.TagLength);
        Span<byte> nonce = stackalloc byte[12];
        SealedFrames.Nonce(nonce, frames++);
        cipher.Decrypt(nonce, frame.AsSpan(0, length), frame.AsSpan(length, SealedFrames.TagLength), plain.AsSpan(0, length), head);
        (from, to) = (0, length);
    }
}
