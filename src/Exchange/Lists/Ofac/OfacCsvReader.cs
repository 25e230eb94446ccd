using System.Globalization;
using System.Text.RegularExpressions;
using Plumbline.Exchange.Lists.Csv;
using Plumbline.Exchange.Lists.Entries;
using Plumbline.Exchange.Lists.Sources;

namespace Plumbline.Exchange.Lists.Ofac;

/// <summary>OFAC's legacy files: SDN (or the consolidated list's PRIM), ALT and ADD, joined by entity number; no header line.</summary>
public sealed partial class OfacCsvReader : IListReader
{
    private const int Width = 12;

    /// <inheritdoc/>
    public string Format => "ofac-csv";

    /// <inheritdoc/>
    public string Title => "OFAC SDN, ALT and ADD (legacy CSV)";

    /// <inheritdoc/>
    public ListPart? Recognise(SniffedFile head)
    {
        var votes = new Dictionary<ListPart, int>();
        var fields = new List<string>();
        foreach (var line in head.Head.Split('\n', 25).Take(24).Select(line => line.TrimEnd('\r')))
        {
            if (!Number().IsMatch(line) || CsvFields.Split(line, fields) == CsvShape.Open) continue;
            ListPart? part = fields.Count switch
            {
                Width => ListPart.Whole,
                6 when fields[1].All(char.IsAsciiDigit) => ListPart.Addresses,
                5 when fields[1].All(char.IsAsciiDigit) => ListPart.Aliases,
                _ => null,
            };
            if (part is { } vote) votes[vote] = votes.GetValueOrDefault(vote) + 1;
        }

        return votes.Count == 0 ? null : votes.MaxBy(vote => vote.Value).Key;
    }

    /// <inheritdoc/>
    public ListReading Read(IReadOnlyList<SniffedFile> parts, ListLimits limits, CancellationToken ct)
    {
        var log = new ReadingLog(limits);
        var main = parts[0];
        var list = ListParts.IsConsolidated(main.Name) || OnlyConsolidated().IsMatch(main.Head) ? "OFAC Consolidated (non-SDN)" : "OFAC SDN";
        if (parts.Count < 3) log.Note(main.Name, 0, ReaderNote.Of(parts.Count == 1 ? "parts.two" : "parts.one"));
        return new ListReading(ListVersions.Header(this, "OFAC", list, main, "", log), log, Rows(parts, log, ct));
    }

    private IEnumerable<ListRow> Rows(IReadOnlyList<SniffedFile> parts, ReadingLog log, CancellationToken ct)
    {
        var aliases = new OfacSide(5, log);
        var addresses = new OfacSide(6, log);
        foreach (var side in parts.Skip(1))
        {
            var rows = Recognise(side) == ListPart.Aliases ? aliases : addresses;
            foreach (var reject in rows.Load(side, ct)) yield return reject;
        }

        using var text = TextSource.Open(parts[0], log);
        foreach (var record in new CsvRecords(parts[0].Name, text, log).Records(Width, ct))
        {
            if (record.Problem is { } problem) yield return Rejects.Of(parts[0], record, "", problem.Detail);
            else if (!long.TryParse(record.Fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) yield return Rejects.Of(parts[0], record, "ent_num", "The entity number is not a number.");
            else if (OfacNull.Text(record.Fields[1]).Length == 0) yield return Rejects.Of(parts[0], record, "SDN_Name", "The entry has no name.");
            else yield return OfacEntry.Of(record, number, aliases.Take(number), addresses.Take(number));
        }

        foreach (var orphan in aliases.Orphans().Concat(addresses.Orphans())) yield return orphan;
    }

    // The first entry is listed under a program that is no ground for the SDN list.
    [GeneratedRegex("""^\s*\d{1,9},(?:"[^"]*"|[^,]*),[^,]*,\s*"?(?:NS-|CMIC|561|FSE|CAPTA)""")]
    private static partial Regex OnlyConsolidated();

    [GeneratedRegex(@"^\s*\d{1,9},")]
    private static partial Regex Number();
}
