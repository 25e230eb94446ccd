using System.Xml;

namespace Plumbline.Exchange.Lists;

/// <summary>Bytes that break a limit or a rule of ours; becomes a fault, never leaves the readers.</summary>
internal sealed class ReadingStopped(string code, string reason, long line = 0, long column = 0) : IOException(reason)
{
    public string Code { get; } = code;

    public long Line { get; } = line;

    public long Column { get; } = column;
}

/// <summary>Turns what the libraries throw on bad bytes into words.</summary>
internal static class ReadingFaults
{
    public static ListFault Of(Exception fault, string file, long line) => fault switch
    {
        ReadingStopped stopped => new ListFault(file, stopped.Line > 0 ? stopped.Line : line, stopped.Column, stopped.Code, stopped.Message),
        XmlException xml => new ListFault(file, xml.LineNumber, xml.LinePosition, CodeOf(xml), ReasonOf(xml)),
        InvalidDataException or NotSupportedException => new ListFault(file, line, 0, "truncated", "The packed file is damaged or cut off: " + fault.Message),
        _ => new ListFault(file, line, 0, "unreadable", "The file could not be read further: " + fault.Message),
    };

    // The library has no codes; a spec holds these words to its messages.
    private static string CodeOf(XmlException xml) =>
        xml.Message.Contains("Unexpected end of file", StringComparison.Ordinal) || xml.Message.Contains("Root element is missing", StringComparison.Ordinal) ? "truncated"
        : xml.Message.Contains("DTD", StringComparison.Ordinal) || xml.Message.Contains("undeclared entity", StringComparison.Ordinal) ? "forbidden"
        : "malformed";

    private static string ReasonOf(XmlException xml) => CodeOf(xml) switch
    {
        "forbidden" => "Document type definitions and entities are refused. " + xml.Message,
        "truncated" => "The file ends in the middle: it was cut off. What stood before is read. " + xml.Message,
        _ => "The XML is malformed from here on. " + xml.Message,
    };
}
