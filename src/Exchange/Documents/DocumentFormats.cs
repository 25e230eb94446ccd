using Plumbline.Core;

namespace Plumbline.Exchange.Documents;

/// <summary>The forms of reports that have a text; any other file is an attachment, kept whole.</summary>
public static class DocumentFormats
{
    /// <summary>Every reader, by the endings it reads.</summary>
    public static IReadOnlyList<IDocumentReader> All { get; } = [new DocxReader(), new HtmlReader(), new MarkdownReader(), new PlainTextReader()];

    /// <summary>The reader for a file; null for an attachment.</summary>
    public static IDocumentReader? Find(string fileName)
    {
        var ending = Path.GetExtension(fileName).ToLowerInvariant();
        return All.FirstOrDefault(reader => reader.Endings.Contains(ending));
    }

    /// <summary>Reads a report's text.</summary>
    /// <param name="fileName">Its name; the ending tells the form.</param>
    /// <param name="bytes">The file; not more than <see cref="DocumentLimits.FileBytes"/> of it are read.</param>
    /// <param name="limits">When to refuse; null for the defaults.</param>
    /// <param name="ct">Checked once per paragraph.</param>
    /// <returns>The text; refused as <c>document.attachment</c> (no text in this form), <c>document.empty</c>, <c>document.too-large</c>,
    /// <c>document.broken</c>. Bad bytes never throw.</returns>
    public static Outcome<DocumentText> Read(string fileName, Stream bytes, DocumentLimits? limits, CancellationToken ct)
    {
        var bounds = limits ?? DocumentLimits.Default;
        if (Find(fileName) is not { } reader) return new Refusal("document.attachment", $"{Path.GetFileName(fileName)} has no text that can be read; it is kept whole as an attachment.");
        return DocumentBytes.Read(bytes, bounds) switch
        {
            Outcome<byte[]>.Done { Value.Length: 0 } => new Refusal("document.empty", $"{Path.GetFileName(fileName)}: the file is empty."),
            Outcome<byte[]>.Done done => reader.Read(done.Value, bounds, ct),
            Outcome<byte[]>.Refused refused => refused.Why,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

/// <summary>Reads the text of one form of report. Pure; loads nothing that the file points to.</summary>
public interface IDocumentReader
{
    /// <summary>Endings of file names, lower-case with the dot.</summary>
    IReadOnlyList<string> Endings { get; }

    /// <summary>Reads the text.</summary>
    /// <param name="bytes">The whole file; not empty.</param>
    /// <param name="limits">When to refuse.</param>
    /// <param name="ct">Checked once per paragraph.</param>
    Outcome<DocumentText> Read(byte[] bytes, DocumentLimits limits, CancellationToken ct);
}
