using System.Globalization;
using Plumbline.Exchange.Lists.Csv;
using Plumbline.Exchange.Lists.Entries;

namespace Plumbline.Exchange.Lists.Ofac;

/// <summary>One SDN line with its alternate names and addresses.</summary>
internal static class OfacEntry
{
    public static ListRow Of(CsvRecord record, long number, IReadOnlyList<CsvRecord> aliases, IReadOnlyList<CsvRecord> addresses)
    {
        var fields = record.Fields;
        var draft = new EntryDraft(string.Create(CultureInfo.InvariantCulture, $"ofac-{number}"), TypeOf(OfacNull.Text(fields[2])), record.Line);
        OfacNames.Add(draft, ListProperties.Name, fields[1], null);
        foreach (var title in Pieces.List(OfacNull.Text(fields[4]))) draft.Add(draft.Type == ListTypes.Person ? ListProperties.Position : ListProperties.Title, title);
        foreach (var alias in aliases) AddAlias(draft, alias);
        AddVessel(draft, fields);
        OfacRemarks.Add(draft, OfacNull.Raw(fields[11]));
        foreach (var address in addresses) AddAddress(draft, address);
        foreach (var program in Programs(fields[3])) draft.Add(ListProperties.Program, program);
        draft.Add(ListProperties.Reference, number.ToString(CultureInfo.InvariantCulture));
        return draft.Finish();
    }

    /// <summary>Schema type of OFAC's words; what is not an individual, vessel or aircraft is an organisation.</summary>
    public static string TypeOf(string kind) => kind.ToLowerInvariant() switch
    {
        "individual" => ListTypes.Person,
        "vessel" => ListTypes.Vessel,
        "aircraft" => ListTypes.Aircraft,
        _ => ListTypes.Organisation,
    };

    // Several programs stand in one field as "SDGT] [IFSR".
    private static string[] Programs(string field) =>
        OfacNull.Text(field).Split(["] [", "[", "]", ";"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void AddAlias(EntryDraft draft, CsvRecord alias)
    {
        var note = OfacNull.Text(alias.Fields[2]);
        if (OfacNull.Text(alias.Fields[4]) is { Length: > 0 } remark) note = note.Length == 0 ? remark : $"{note}; {remark}";
        OfacNames.Add(draft, ListProperties.Alias, OfacNull.Raw(alias.Fields[3]), note);
    }

    private static void AddVessel(EntryDraft draft, IReadOnlyList<string> fields)
    {
        draft.Add(ListProperties.CallSign, OfacNull.Raw(fields[5]));
        draft.Add(ListProperties.VesselType, OfacNull.Raw(fields[6]));
        draft.Add(ListProperties.Tonnage, OfacNull.Raw(fields[7]));
        draft.Add(ListProperties.GrossTonnage, OfacNull.Raw(fields[8]));
        draft.Add(ListProperties.Flag, OfacNull.Raw(fields[9]));
        draft.Add(ListProperties.Owner, OfacNull.Raw(fields[10]));
    }

    private static void AddAddress(EntryDraft draft, CsvRecord address)
    {
        var text = string.Join(", ", address.Fields.Skip(2).Take(3).Select(OfacNull.Text).Where(part => part.Length > 0));
        var remark = OfacNull.Text(address.Fields[5]);
        if (text.Length == 0) draft.Remark("Address", remark);
        else draft.Add(ListProperties.Address, text, remark);
    }
}
