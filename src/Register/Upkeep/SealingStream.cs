using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Plumbline.Register.Upkeep;

/// <summary>Writes a sealed archive; closing it writes the last frame. See <see cref="SealedFrames"/>.</summary>
internal sealed class SealingStream : Stream
{
    private readonly Stream inner;
    private readonly AesGcm cipher;
    private readonly byte[] plain = new byte[SealedFrames.Most];
    private readonly byte[] frame = new byte[4 + SealedFrames.Most + SealedFrames.TagLength];
    private int held;
    private long frames;
    private bool isClosed;

    public SealingStream(Stream inner, string passphrase)
    {
        this.inner = inner;
        var salt = RandomNumberGenerator.GetBytes(SealedFrames.SaltLength);
        cipher = SealedFrames.Cipher(passphrase, salt);
        inner.Write(SealedFrames.Magic);
        inner.Write(salt);
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            if (held == plain.Length) WriteFrame(isLast: false);
            var taken = Math.Min(buffer.Length, plain.Length - held);
            buffer[..taken].CopyTo(plain.AsSpan(held));
            held += taken;
            buffer = buffer[taken..];
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !isClosed)
        {
            isClosed = true;
            WriteFrame(isLast: true);
            cipher.Dispose();
            CryptographicOperations.ZeroMemory(plain);
        }
        base.Dispose(disposing);
    }

    private void WriteFrame(bool isLast)
    {
        var head = frame.AsSpan(0, 4);
        BinaryPrimitives.WriteUInt32BigEndian(head, (uint)held | (isLast ? SealedFrames.Last : 0));
        Span<byte> nonce = stackalloc byte[12];
        SealedFrames.Nonce(nonce, frames++);
        cipher.Encrypt(nonce, plain.AsSpan(0, held), frame.AsSpan(4, held), frame.AsSpan(4 + held, SealedFrames.TagLength), head);
        inner.Write(frame, 0, 4 + held + SealedFrames.TagLength);
        held = 0;
    }
}
