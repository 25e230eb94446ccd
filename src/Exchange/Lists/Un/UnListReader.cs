using Plumbline.Exchange.Lists.Entries;
using Plumbline.Exchange.Lists.Xml;

namespace Plumbline.Exchange.Lists.Un;

/// <summary>The Security Council's consolidated list, XML (<c>CONSOLIDATED_LIST</c>).</summary>
public sealed class UnListReader : IListReader
{
    /// <inheritdoc/>
    public string Format => "un-xml";

    /// <inheritdoc/>
    public string Title => "UN Security Council consolidated list (XML)";

    /// <inheritdoc/>
    public ListPart? Recognise(SniffedFile head) => head.Root?.Name == "CONSOLIDATED_LIST" ? ListPart.Whole : null;

    /// <inheritdoc/>
    public ListReading Read(IReadOnlyList<SniffedFile> parts, ListLimits limits, CancellationToken ct)
    {
        var log = new ReadingLog(limits);
        var file = parts[0];
        // States publish lists of their own in this form; then the root says whose it is.
        var (authority, list) = (Stated(file, "authority", "UN"), Stated(file, "list", "UN Consolidated"));
        return new ListReading(ListVersions.Header(this, authority, list, file, Stated(file, "dateGenerated", ""), log), log, Rows(file, log, ct));
    }

    private static string Stated(SniffedFile file, string attribute, string otherwise) =>
        file.Root?.Attributes.GetValueOrDefault(attribute) is { } said && Blanks.Squeeze(said) is { Length: > 0 } stated ? stated : otherwise;

    private static IEnumerable<ListRow> Rows(SniffedFile file, ReadingLog log, CancellationToken ct)
    {
        foreach (var entry in XmlEntries.Of(file, ["INDIVIDUAL", "ENTITY"], log, ct))
        {
            var reference = Blanks.Squeeze(entry["REFERENCE_NUMBER"]);
            if (reference.Length == 0) reference = Blanks.Squeeze(entry["DATAID"]);
            yield return reference.Length == 0
                ? Rejects.Of(file, entry, "REFERENCE_NUMBER", "The entry has neither a reference number nor a data id.")
                : UnEntry.Of(entry, reference);
        }
    }
}
