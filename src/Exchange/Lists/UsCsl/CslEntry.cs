using System.Text.RegularExpressions;
using Plumbline.Exchange.Lists.Csv;
using Plumbline.Exchange.Lists.Entries;
using Plumbline.Exchange.Lists.Ofac;

namespace Plumbline.Exchange.Lists.UsCsl;

/// <summary>One line of the Consolidated Screening List.</summary>
internal static partial class CslEntry
{
    private static readonly (string Column, string Property)[] VesselColumns =
    [
        ("call_sign", ListProperties.CallSign), ("vessel_type", ListProperties.VesselType), ("vessel_flag", ListProperties.Flag), ("vessel_owner", ListProperties.Owner),
        ("gross_tonnage", ListProperties.Tonnage), ("gross_registered_tonnage", ListProperties.GrossTonnage),
    ];

    public static ListRow Of(CsvRow row, string number, long line)
    {
        var kind = Blanks.Squeeze(row["type"]);
        var source = Blanks.Squeeze(row["source"]);
        var draft = new EntryDraft($"csl-{Short(source)}-{number}", OfacEntry.TypeOf(kind), line);
        OfacNames.Add(draft, ListProperties.Name, row["name"], null);
        foreach (var alias in Pieces.List(row["alt_names"])) OfacNames.Add(draft, ListProperties.Alias, alias, null);
        foreach (var title in Pieces.List(row["title"])) draft.Add(draft.Type == ListTypes.Person ? ListProperties.Position : ListProperties.Title, title);
        foreach (var birth in Pieces.List(row["dates_of_birth"])) draft.AddDate(ListProperties.BirthDate, birth);
        foreach (var place in Pieces.List(row["places_of_birth"])) draft.Add(ListProperties.BirthPlace, place);
        foreach (var country in Pieces.List(row["nationalities"])) draft.Add(ListProperties.Nationality, country);
        foreach (var country in Pieces.List(row["citizenships"])) draft.Add(ListProperties.Nationality, country, "citizen");
        foreach (var (column, property) in VesselColumns) draft.Add(property, row[column]);
        foreach (var one in Pieces.List(row["ids"])) CslIds.Add(draft, Blanks.Squeeze(one));
        foreach (var address in Pieces.List(row["addresses"])) draft.Add(ListProperties.Address, address);
        foreach (var program in Pieces.List(row["programs"])) draft.Add(ListProperties.Program, program);
        draft.Add(ListProperties.Program, source, "source list");
        draft.AddDate(ListProperties.ListedOn, row["start_date"]);
        draft.Add(ListProperties.Reference, number);
        OfacRemarks.Add(draft, row["remarks"]);
        // Most of the Commerce and State lists leave the type blank.
        if (kind.Length == 0) draft.Remark("", "The list does not say whether this is a person or a body.");
        if (Blanks.Squeeze(row["_id"]) is var id && id != number) draft.Remark("Id", id);
        draft.Remark("Sources", string.Join(" ", new[] { row["source_list_url"], row["source_information_url"] }.Where(text => text.Length > 0)));
        foreach (var (column, text) in row.Rest()) draft.Remark(column, text);
        return draft.Finish();
    }

    /// <summary>"Entity List (EL) - Bureau of …" as <c>el</c>.</summary>
    private static string Short(string source)
    {
        var name = Brackets().Match(source) is { Success: true } match ? match.Groups[1].Value : source.Split(" - ", 2)[0];
        var slug = Unsafe().Replace(name.Replace(" List", "", StringComparison.OrdinalIgnoreCase), "-").Trim('-').ToLowerInvariant();
        return slug.Length == 0 ? "unknown" : slug;
    }

    [GeneratedRegex(@"\(([^()]+)\)")]
    private static partial Regex Brackets();

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex Unsafe();
}
