using Plumbline.Exchange.Lists.Entries;
using Plumbline.Exchange.Lists.Xml;

namespace Plumbline.Exchange.Lists.EuFsf;

/// <summary>The European Union's consolidated financial sanctions file, XML 1.1 (<c>export</c> of <c>sanctionEntity</c>).</summary>
public sealed class EuFsfReader : IListReader
{
    /// <inheritdoc/>
    public string Format => "eu-fsf-xml";

    /// <inheritdoc/>
    public string Title => "EU consolidated financial sanctions (FSF XML 1.1)";

    /// <inheritdoc/>
    public ListPart? Recognise(SniffedFile head) =>
        head.Root?.Name == "export" && (head.Root.Attributes.ContainsKey("generationDate") || head.Head.Contains("sanctionEntity", StringComparison.Ordinal)) ? ListPart.Whole : null;

    /// <inheritdoc/>
    public ListReading Read(IReadOnlyList<SniffedFile> parts, ListLimits limits, CancellationToken ct)
    {
        var log = new ReadingLog(limits);
        var file = parts[0];
        var stated = file.Root?.Attributes.GetValueOrDefault("generationDate") ?? "";
        return new ListReading(ListVersions.Header(this, "EU", "EU Financial Sanctions", file, stated, log), log, Rows(file, log, ct));
    }

    private static IEnumerable<ListRow> Rows(SniffedFile file, ReadingLog log, CancellationToken ct)
    {
        foreach (var entry in XmlEntries.Of(file, ["sanctionEntity"], log, ct))
        {
            var (reference, logical) = (Blanks.Squeeze(entry.Attribute("euReferenceNumber")), Blanks.Squeeze(entry.Attribute("logicalId")));
            if (reference.Length == 0) reference = logical;
            if (reference.Length == 0) yield return Rejects.Of(file, entry, "euReferenceNumber", "The entry has neither a reference number nor a logical id.");
            else if (!entry.All("nameAlias").Any(EuNames.HasText)) yield return Rejects.Of(file, entry, "nameAlias", "The entry has no name.");
            else yield return EuEntry.Of(entry, reference, logical);
        }
    }
}
