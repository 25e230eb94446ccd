using System.Text;
using System.Xml;
using Plumbline.Exchange.Lists.Sources;

namespace Plumbline.Exchange.Lists.Xml;

/// <summary>Streams the entry elements of an XML file, one in memory at a time.</summary>
internal static class XmlEntries
{
    /// <summary>The elements with one of these local names.</summary>
    /// <param name="file">The file.</param>
    /// <param name="names">Local names of an entry's element.</param>
    /// <param name="log">Takes notes and the place reached.</param>
    /// <param name="ct">Checked once per entry.</param>
    /// <exception cref="XmlException">Malformed from here on.</exception>
    public static IEnumerable<XmlPart> Of(SniffedFile file, IReadOnlyCollection<string> names, ReadingLog log, CancellationToken ct)
    {
        using var text = new MarkupRepair(file, SkipBlanks(TextSource.Open(file, log)), log);
        RefuseDocumentType(file);
        using var xml = XmlReader.Create(text, XmlRules.Settings());
        while (xml.Read())
        {
            if (xml.Depth > log.Limits.Depth) throw TooDeep(xml, log);
            if (xml.NodeType != XmlNodeType.Element || !names.Contains(xml.LocalName)) continue;
            ct.ThrowIfCancellationRequested();
            yield return Part(xml, log);
        }
    }

    /// <summary>The parser refuses a document type without saying where it stands; so it is looked for first.</summary>
    private static void RefuseDocumentType(SniffedFile file)
    {
        var at = file.Head.IndexOf("<!DOCTYPE", StringComparison.Ordinal);
        if (at < 0) return;
        var before = file.Head.AsSpan(0, at);
        throw new ReadingStopped("forbidden", "Document type definitions and entities are refused.", before.Count('\n') + 1, at - before.LastIndexOf('\n'));
    }

    /// <summary>Some copies begin with an empty line, which XML forbids before its declaration.</summary>
    private static TextReader SkipBlanks(TextReader text)
    {
        while (text.Peek() is '\r' or '\n' or ' ' or '\t' or '\uFEFF') text.Read();
        return text;
    }

    private static XmlPart Part(XmlReader xml, ReadingLog log)
    {
        var (room, parts) = (log.Limits.RecordChars, log.Limits.RecordParts);
        var open = new Stack<(XmlPart Part, StringBuilder Text)>();
        while (true)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    if (open.Count > log.Limits.Depth) throw TooDeep(xml, log);
                    var part = new XmlPart(xml.LocalName, LineOf(xml));
                    var empty = xml.IsEmptyElement;
                    while (xml.MoveToNextAttribute())
                    {
                        parts--;
                        room -= xml.Value.Length;
                        if (!xml.Name.StartsWith("xmlns", StringComparison.Ordinal)) part.Add(xml.LocalName, xml.Value);
                    }

                    if (open.TryPeek(out var above)) above.Part.Add(part);
                    open.Push((part, new StringBuilder()));
                    if (--parts < 0) throw TooLarge(xml, $"An entry has more than {log.Limits.RecordParts:N0} elements.");
                    if (empty && Close(open) is { } alone) return alone;
                    break;
                case XmlNodeType.EndElement:
                    if (Close(open) is { } whole) return whole;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    room -= xml.Value.Length;
                    open.Peek().Text.Append(xml.Value);
                    break;
            }

            if (room < 0) throw TooLarge(xml, $"An entry is longer than {log.Limits.RecordChars:N0} characters.");
            if (!xml.Read()) throw new ReadingStopped("truncated", "The file ends in the middle of an entry.", LineOf(xml));
        }
    }

    /// <summary>Closes the innermost element; gives the outermost back when it is closed.</summary>
    private static XmlPart? Close(Stack<(XmlPart Part, StringBuilder Text)> open)
    {
        var (part, text) = open.Pop();
        part.Content = text.ToString();
        return open.Count == 0 ? part : null;
    }

    private static ReadingStopped TooDeep(XmlReader xml, ReadingLog log) => TooLarge(xml, $"Elements are nested more than {log.Limits.Depth} deep.");

    private static ReadingStopped TooLarge(XmlReader xml, string reason) => new("limit", reason + " Reading stopped here.", LineOf(xml));

    private static long LineOf(XmlReader xml) => xml is IXmlLineInfo info && info.HasLineInfo() ? info.LineNumber : 0;
}
