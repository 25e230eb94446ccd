using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Plumbline.Exchange.Documents;

/// <summary>Streams the body of a Word document, element by element.</summary>
internal sealed class DocxWalk(TextDraft draft, MainDocumentPart main, DocumentLimits limits)
{
    private readonly DocxNumbers numbers = new(main.NumberingDefinitionsPart?.Numbering);
    private readonly Stack<OpenParagraph> open = new();

    private sealed class OpenParagraph
    {
        public StringBuilder Text { get; } = new();

        public string? Style { get; set; }

        public (int Id, int Level)? List { get; set; }
    }

    public void Go(CancellationToken ct)
    {
        using var xml = OpenXmlReader.Create(main);
        var depth = 0;
        while (xml.Read())
        {
            ct.ThrowIfCancellationRequested();
            if (draft.IsFull) return;
            if (xml.IsStartElement && ++depth > limits.Depth) throw new InvalidDataException($"Elements are nested more than {limits.Depth} deep.");
            if (xml.IsStartElement) Enter(xml);
            if (!xml.IsEndElement) continue;
            depth--;
            if (xml.ElementType == typeof(Paragraph) && open.TryPop(out var done)) Close(done);
        }
    }

    private void Enter(OpenXmlReader xml)
    {
        var type = xml.ElementType;
        if (type == typeof(Paragraph))
        {
            open.Push(new OpenParagraph());
            return;
        }

        if (!open.TryPeek(out var here)) return;
        if (type == typeof(Text)) here.Text.Append(xml.GetText());
        else if (type == typeof(TabChar)) here.Text.Append('\t');
        else if (type == typeof(Break) || type == typeof(CarriageReturn)) here.Text.Append('\n');
        else if (type == typeof(NoBreakHyphen)) here.Text.Append('-');
        else if (type == typeof(ParagraphStyleId)) here.Style = Attribute(xml, "val");
        else if (type == typeof(NumberingId) && int.TryParse(Attribute(xml, "val"), out var id)) here.List = (id, here.List?.Level ?? 0);
        else if (type == typeof(NumberingLevelReference) && int.TryParse(Attribute(xml, "val"), out var level)) here.List = (here.List?.Id ?? 0, level);
        else if (type == typeof(DocumentFormat.OpenXml.Wordprocessing.Drawing) || type == typeof(Picture)) draft.Note(ReaderNote.Of("document.pictures"));
        else if (type == typeof(DeletedText)) draft.Note(ReaderNote.Of("document.deleted"));
    }

    private void Close(OpenParagraph paragraph)
    {
        var text = paragraph.Text.ToString();
        if (string.IsNullOrWhiteSpace(text)) return;
        var heading = paragraph.Style is { } style && (style.StartsWith("Heading", StringComparison.OrdinalIgnoreCase) || style.Equals("Title", StringComparison.OrdinalIgnoreCase));
        draft.Add(text, paragraph.List is { Id: > 0 } list ? numbers.Next(list.Id, list.Level) : null, heading);
    }

    private static string? Attribute(OpenXmlReader xml, string name)
    {
        foreach (var attribute in xml.Attributes)
        {
            if (attribute.LocalName == name) return attribute.Value;
        }

        return null;
    }
}
