using Plumbline.Core;

namespace Plumbline.Exchange.Documents;

/// <summary>Plain text: a blank line ends a paragraph, and so does a line that begins with a number.</summary>
public sealed class PlainTextReader : IDocumentReader
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Endings { get; } = [".txt", ".text"];

    /// <inheritdoc/>
    public Outcome<DocumentText> Read(byte[] bytes, DocumentLimits limits, CancellationToken ct)
    {
        var draft = new TextDraft("txt", limits);
        if (DocumentEncoding.Text(bytes, draft.Note) is not { } text) return DocumentBytes.Broken("The bytes are not text; the file is kept whole as an attachment.");
        AddLines(draft, text, ct);
        return draft.Finish();
    }

    /// <summary>Cuts a text into paragraphs.</summary>
    internal static void AddLines(TextDraft draft, string text, CancellationToken ct)
    {
        var open = new List<string>();
        foreach (var raw in text.EnumerateLines())
        {
            ct.ThrowIfCancellationRequested();
            if (draft.IsFull) return;
            var line = raw.ToString();
            var blank = string.IsNullOrWhiteSpace(line);
            if (blank || ParagraphNumbers.Of(line) is not null)
            {
                draft.Add(string.Join('\n', open));
                open.Clear();
            }

            if (!blank) open.Add(line.TrimEnd());
        }

        draft.Add(string.Join('\n', open));
    }
}
