using Plumbline.Exchange.Lists.Entries;
using Plumbline.Exchange.Lists.Ofac;
using Plumbline.Exchange.Lists.Xml;

namespace Plumbline.Exchange.Lists.OfacXml;

/// <summary>One sdnEntry.</summary>
internal static class OfacXmlEntry
{
    private static readonly string[] AddressParts = ["address1", "address2", "address3", "city", "stateOrProvince", "postalCode", "country"];

    public static ListRow Of(XmlPart entry, string uid)
    {
        var draft = new EntryDraft("ofac-" + uid, OfacEntry.TypeOf(Blanks.Squeeze(entry["sdnType"])), entry.Line);
        AddName(draft, ListProperties.Name, entry, null);
        foreach (var title in Pieces.List(entry["title"])) draft.Add(draft.Type == ListTypes.Person ? ListProperties.Position : ListProperties.Title, title);
        foreach (var alias in entry.All("akaList", "aka"))
        {
            alias.All("uid").ToList().ForEach(id => id.TakeAll());
            var (kind, strength) = (Blanks.Squeeze(alias["type"]), Blanks.Squeeze(alias["category"]));
            AddName(draft, strength == "weak" ? ListProperties.WeakAlias : ListProperties.Alias, alias, string.Join(", ", new[] { kind, strength }.Where(text => text.Length > 0)));
        }

        AddItems(draft, entry);
        OfacXmlVessel.Add(draft, entry);
        foreach (var id in entry.All("idList", "id")) AddId(draft, id);
        foreach (var address in entry.All("addressList", "address"))
        {
            address.All("uid").ToList().ForEach(number => number.TakeAll());
            draft.Add(ListProperties.Address, string.Join(", ", AddressParts.Select(part => Blanks.Squeeze(address[part])).Where(text => text.Length > 0)));
        }

        foreach (var program in entry.All("programList", "program")) draft.Add(ListProperties.Program, program.Text);
        draft.Add(ListProperties.Reference, uid);
        OfacRemarks.Add(draft, entry["remarks"]);
        foreach (var (where, text) in entry.Rest()) draft.Remark(where, text);
        return draft.Finish();
    }

    private static void AddName(EntryDraft draft, string property, XmlPart name, string? note)
    {
        var (first, last) = (name["firstName"], name["lastName"]);
        var raw = first.Length == 0 ? last : $"{last}, {first}";
        draft.Add(property, ListNames.GivenFamily(first, last), raw, note);
    }

    private static void AddItems(EntryDraft draft, XmlPart entry)
    {
        foreach (var item in entry.All("dateOfBirthList", "dateOfBirthItem")) draft.AddDate(ListProperties.BirthDate, Main(item, "dateOfBirth", out var note), note);
        foreach (var item in entry.All("placeOfBirthList", "placeOfBirthItem")) draft.Add(ListProperties.BirthPlace, Main(item, "placeOfBirth", out var note), note);
        foreach (var item in entry.All("nationalityList", "nationality")) draft.Add(ListProperties.Nationality, Main(item, "country", out var note), note);
        foreach (var item in entry.All("citizenshipList", "citizenship"))
        {
            var country = Main(item, "country", out var note);
            draft.Add(ListProperties.Nationality, country, note is null ? "citizen" : "citizen; " + note);
        }
    }

    /// <summary>The value of a list item; the note says when it is not the main one.</summary>
    private static string Main(XmlPart item, string value, out string? note)
    {
        item.All("uid").ToList().ForEach(id => id.TakeAll());
        note = Blanks.Squeeze(item["mainEntry"]) == "false" ? "alternative" : null;
        return item[value];
    }

    private static void AddId(EntryDraft draft, XmlPart id)
    {
        id.All("uid").ToList().ForEach(one => one.TakeAll());
        var (type, number) = (Blanks.Squeeze(id["idType"]), Blanks.Squeeze(id["idNumber"]));
        var note = DocumentNote.Of(("country", Blanks.Squeeze(id["idCountry"])), ("issued", Blanks.Squeeze(id["issueDate"])), ("expires", Blanks.Squeeze(id["expirationDate"])));
        OfacIds.Add(draft, type, number, note);
    }
}
