using Plumbline.Core;

namespace Plumbline.Exchange.Documents;

/// <summary>Takes a file into memory, up to the limit.</summary>
internal static class DocumentBytes
{
    public static Outcome<byte[]> Read(Stream stream, DocumentLimits limits)
    {
        using var held = new MemoryStream();
        var piece = new byte[1 << 16];
        int got;
        while ((got = stream.Read(piece, 0, piece.Length)) > 0)
        {
            if (held.Length + got > limits.FileBytes) return TooLarge($"The file is larger than {limits.FileBytes:N0} bytes; keep it as an attachment.");
            held.Write(piece, 0, got);
        }

        return held.ToArray();
    }

    public static Refusal TooLarge(string detail) => new("document.too-large", detail);

    public static Refusal Broken(string detail) => new("document.broken", detail);
}
