using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using Plumbline.Core;

namespace Plumbline.Exchange.Documents;

/// <summary>Word documents (DOCX): paragraphs with the numbers that Word would show. Macros, pictures and links are not followed.</summary>
public sealed class DocxReader : IDocumentReader
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Endings { get; } = [".docx"];

    /// <inheritdoc/>
    public Outcome<DocumentText> Read(byte[] bytes, DocumentLimits limits, CancellationToken ct)
    {
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return DocumentBytes.Broken("The file is an old or an encrypted Word document; save it as DOCX without a password.");
        try
        {
            if (Bomb(bytes, limits) is { } bomb) return bomb;
            using var document = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
            if (document.MainDocumentPart is not { } main) return DocumentBytes.Broken("The Word document has no main part.");
            var draft = new TextDraft("docx", limits) { Title = TitleOf(document) };
            new DocxWalk(draft, main, limits).Go(ct);
            return draft.Finish();
        }
        catch (Exception broken) when (broken is not (OperationCanceledException or OutOfMemoryException))
        {
            // The packaging libraries throw a dozen kinds on damaged files; none of them is a fault of ours.
            return DocumentBytes.Broken("The Word document is damaged or no Word document: " + broken.Message);
        }
    }

    private static string? TitleOf(WordprocessingDocument document) =>
        document.PackageProperties.Title is { Length: > 0 and < 500 } title && !string.IsNullOrWhiteSpace(title) ? title.Trim() : null;

    /// <summary>Unpacks every file once, counting, before anything interprets it: the sizes written in the archive may lie.</summary>
    private static Refusal? Bomb(byte[] bytes, DocumentLimits limits)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > limits.PackedFiles) return DocumentBytes.TooLarge($"The Word document holds more than {limits.PackedFiles:N0} files.");
        var (total, piece) = (0L, new byte[1 << 16]);
        foreach (var entry in archive.Entries)
        {
            using var unpacked = entry.Open();
            var own = 0L;
            int got;
            while ((got = unpacked.Read(piece, 0, piece.Length)) > 0)
            {
                own += got;
                total += got;
                if (total > limits.UnpackedBytes) return DocumentBytes.TooLarge($"The Word document unpacks to more than {limits.UnpackedBytes:N0} bytes.");
                if (own > 1 << 20 && own / Math.Max(1, entry.CompressedLength) > limits.PackingRatio)
                    return DocumentBytes.TooLarge($"A file in the Word document unpacks to more than {limits.PackingRatio} times its size; it is refused as a packing bomb.");
            }
        }

        return null;
    }
}
