using System.Text;
using Plumbline.Exchange.Lists.Csv;
using Plumbline.Exchange.Lists.Xml;

namespace Plumbline.Exchange.Lists.Entries;

/// <summary>Makes rejects.</summary>
internal static class Rejects
{
    public static ListRow Of(SniffedFile file, CsvRecord record, string field, string reason) =>
        new ListRow.Refused(new Reject(file.Name, record.Line, field, reason, Cut(record.Raw)));

    public static ListRow Of(SniffedFile file, XmlPart entry, string field, string reason)
    {
        var raw = new StringBuilder();
        foreach (var (where, text) in entry.Rest().TakeWhile(_ => raw.Length < Reject.RawLength)) raw.Append(where).Append(": ").Append(Blanks.Squeeze(text)).Append("; ");
        return new ListRow.Refused(new Reject(file.Name, entry.Line, field, reason, Cut(raw.ToString())));
    }

    private static string Cut(string raw)
    {
        if (raw.Length <= Reject.RawLength) return raw;
        var end = char.IsHighSurrogate(raw[Reject.RawLength - 1]) ? Reject.RawLength - 1 : Reject.RawLength;
        return raw[..end];
    }
}
