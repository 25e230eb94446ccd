using System.Text.RegularExpressions;
using Plumbline.Exchange.Lists.Entries;
using Plumbline.Exchange.Lists.Xml;

namespace Plumbline.Exchange.Lists.OfacXml;

/// <summary>OFAC's <c>sdnList</c> XML, of the SDN list or the consolidated one. Matches local names: the namespace changed on 7 May 2024.</summary>
public sealed partial class OfacXmlReader : IListReader
{
    /// <inheritdoc/>
    public string Format => "ofac-xml";

    /// <inheritdoc/>
    public string Title => "OFAC SDN or consolidated list (sdnList XML)";

    /// <inheritdoc/>
    public ListPart? Recognise(SniffedFile head) => head.Root?.Name == "sdnList" ? ListPart.Whole : null;

    /// <inheritdoc/>
    public ListReading Read(IReadOnlyList<SniffedFile> parts, ListLimits limits, CancellationToken ct)
    {
        var log = new ReadingLog(limits);
        var file = parts[0];
        // Both lists have the same form and do not say which they are; only the file's name does.
        var list = ListParts.IsConsolidated(file.Name) ? "OFAC Consolidated (non-SDN)" : "OFAC SDN";
        return new ListReading(ListVersions.Header(this, "OFAC", list, file, Published(file.Head), log), log, Rows(file, log, ct));
    }

    /// <summary>The publication date, which stands month first.</summary>
    private static string Published(string head) =>
        PublishDate().Match(head) is { Success: true } match ? $"{match.Groups[3].Value}-{match.Groups[1].Value}-{match.Groups[2].Value}" : "";

    private static IEnumerable<ListRow> Rows(SniffedFile file, ReadingLog log, CancellationToken ct)
    {
        var (stated, read) = (StatedCount().Match(file.Head), 0L);
        foreach (var entry in XmlEntries.Of(file, ["sdnEntry"], log, ct))
        {
            read++;
            var uid = Blanks.Squeeze(entry["uid"]);
            if (uid.Length == 0) yield return Rejects.Of(file, entry, "uid", "The entry has no uid.");
            else if (Blanks.Squeeze(entry["lastName"] + entry["firstName"]).Length == 0) yield return Rejects.Of(file, entry, "lastName", "The entry has no name.");
            else yield return OfacXmlEntry.Of(entry, uid);
        }

        if (stated.Success && long.TryParse(stated.Groups[1].Value, out var count) && count != read)
            log.Fault = new ListFault(file.Name, 0, 0, "truncated", $"The file states {count:N0} records and has {read:N0}.");
    }

    [GeneratedRegex(@"Publish_Date>\s*(\d\d)/(\d\d)/(\d{4})\s*<")]
    private static partial Regex PublishDate();

    [GeneratedRegex(@"Record_Count>\s*(\d{1,9})\s*<")]
    private static partial Regex StatedCount();
}
