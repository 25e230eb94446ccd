using Plumbline.Core;
using Plumbline.Exchange.Lists.Csv;
using Plumbline.Exchange.Lists.Entries;

namespace Plumbline.Exchange.Lists.UkConList;

/// <summary>The lines of one group: one of them is the prime name, the others repeat the group with another name, birth or address.</summary>
internal static class UkEntry
{
    private static readonly string[] GivenNames = ["Name 1", "Name 2", "Name 3", "Name 4", "Name 5"];
    private static readonly string[] AddressParts = ["Address 1", "Address 2", "Address 3", "Address 4", "Address 5", "Address 6", "Post/Zip Code", "Country"];

    public static ListRow Of(SniffedFile file, CsvTable table, string group, List<CsvRecord> lines)
    {
        var rows = lines.Select(line => table.Row(line.Fields)).OrderByDescending(IsPrime).ToList();
        if (!rows.Exists(row => Whole(row).Length > 0)) return Rejects.Of(file, lines[0], "Name 6", $"Group {group} has no name.");
        var draft = new EntryDraft("uk-" + group, TypeOf(rows[0]["Group Type"]), lines[0].Line);
        var named = false;
        foreach (var row in rows)
        {
            named |= AddName(draft, row, !named);
            draft.Add(ListProperties.Title, row["Title"]);
        }

        foreach (var row in rows) AddPerson(draft, row);
        foreach (var row in rows) AddListing(draft, row);
        draft.Add(ListProperties.Reference, group);
        foreach (var (column, text) in rows.SelectMany(row => row.Rest()).Where(rest => rest.Column is not ("Group ID" or "Group Type"))) draft.Remark(column, text);
        return draft.Finish();
    }

    private static bool IsPrime(CsvRow row) => Blanks.Squeeze(row["Alias Type"]).StartsWith("Prime", StringComparison.OrdinalIgnoreCase);

    private static string TypeOf(string group) => Blanks.Squeeze(group).ToLowerInvariant() switch
    {
        "individual" => ListTypes.Person,
        "ship" or "vessel" => ListTypes.Vessel,
        _ => ListTypes.Organisation,
    };

    private static string Whole(CsvRow row) => Blanks.Squeeze(string.Join(' ', GivenNames.Append("Name 6").Select(column => row[column])));

    private static bool AddName(EntryDraft draft, CsvRow row, bool first)
    {
        var (kind, family) = (Blanks.Squeeze(row["Alias Type"]), Blanks.Squeeze(row["Name 6"]));
        var given = GivenNames.Select(column => Blanks.Squeeze(row[column])).ToList();
        var whole = Whole(row);
        if (whole.Length == 0) return false;
        var alone = given.TrueForAll(text => text.Length == 0) || family.Length == 0;
        var name = alone ? ListNames.Whole(whole) : PersonName.Of(given.Select((text, at) => (at == 0 ? NamePartKind.Given : NamePartKind.Unknown, (string?)text)).Append((NamePartKind.Family, family)));
        var quality = Blanks.Squeeze(row["Alias Quality"]);
        var weak = quality.Contains("low", StringComparison.OrdinalIgnoreCase) || quality.Contains("weak", StringComparison.OrdinalIgnoreCase);
        draft.Add(first ? ListProperties.Name : weak ? ListProperties.WeakAlias : ListProperties.Alias, name, whole, first ? null : DocumentNote.Of(("", kind), ("", quality)));
        draft.Add(ListProperties.Name, ListNames.Whole(row["Name Non-Latin Script"]), row["Name Non-Latin Script"], "original script");
        return true;
    }

    private static void AddPerson(EntryDraft draft, CsvRow row)
    {
        draft.AddDate(ListProperties.BirthDate, row["DOB"]);
        UkCells.AddBirthPlace(draft, row["Town of Birth"], row["Country of Birth"]);
        foreach (var piece in UkCells.Counted(row["Nationality"])) draft.Add(ListProperties.Nationality, piece);
        UkCells.AddNumbers(draft, ListProperties.Passport, row["Passport Details"]);
        UkCells.AddNumbers(draft, ListProperties.NationalId, row["NI Number"]);
        foreach (var piece in UkCells.Counted(row["Position"])) draft.Add(ListProperties.Position, piece);
        draft.Add(ListProperties.Address, string.Join(", ", AddressParts.Select(column => Blanks.Squeeze(row[column])).Where(text => text.Length > 0)));
    }

    private static void AddListing(EntryDraft draft, CsvRow row)
    {
        draft.Add(ListProperties.Program, row["Regime"]);
        draft.AddDate(ListProperties.ListedOn, row["Listed On"]);
        draft.Remark("Last updated", row["Last Updated"]);
        draft.Remark("", row["Other Information"]);
    }
}
