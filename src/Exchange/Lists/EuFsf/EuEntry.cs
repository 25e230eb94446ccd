using Plumbline.Exchange.Lists.Entries;
using Plumbline.Exchange.Lists.Xml;

namespace Plumbline.Exchange.Lists.EuFsf;

/// <summary>One sanctionEntity. Row numbers and languages of the publisher's own tables (logicalId, regulationLanguage below the
/// entry) say nothing of the listed and are left out.</summary>
internal static class EuEntry
{
    private static readonly string[] PlaceParts = ["street", "poBox", "place", "city", "zipCode", "region"];

    private static readonly string[] Parts = ["nameAlias", "birthdate", "citizenship", "identification", "address"];

    public static ListRow Of(XmlPart entry, string reference, string logical)
    {
        var draft = new EntryDraft("eu-" + reference, TypeOf(entry), entry.Line);
        EuNames.Add(draft, entry);
        foreach (var birth in entry.All("birthdate")) EuBirth.Add(draft, birth);
        foreach (var country in entry.All("citizenship")) draft.Add(ListProperties.Nationality, Country(country), country.Attribute("region"));
        foreach (var document in entry.All("identification")) EuDocument.Add(draft, document);
        foreach (var address in entry.All("address"))
        {
            draft.Add(ListProperties.Address, Place(address), address.Attribute("asAtListingTime") == "true" ? "at the time of listing" : null);
            foreach (var contact in address.All("contactInfo")) EuDocument.AddContact(draft, contact);
        }

        AddListing(draft, entry, reference, logical);
        return draft.Finish();
    }

    /// <summary>Street, town and country of an address or birth place.</summary>
    internal static string Place(XmlPart place) =>
        string.Join(", ", PlaceParts.Select(part => Blanks.Squeeze(place.Attribute(part))).Append(Country(place)).Where(text => text.Length > 0 && text != "-"));

    /// <summary>The country's name; empty for the file's "UNKNOWN".</summary>
    internal static string Country(XmlPart part)
    {
        var (code, name) = (part.Attribute("countryIso2Code"), Blanks.Squeeze(part.Attribute("countryDescription")));
        return code == "00" || name == "UNKNOWN" ? "" : name.Length > 0 ? name : code;
    }

    private static string TypeOf(XmlPart entry)
    {
        var kinds = entry.All("subjectType").Select(kind => (Code: kind.Attribute("code"), Class: kind.Attribute("classificationCode"))).ToList();
        return kinds.Any(kind => kind.Class == "P" || kind.Code == "person") ? ListTypes.Person : ListTypes.Organisation;
    }

    private static void AddListing(EntryDraft draft, XmlPart entry, string reference, string logical)
    {
        foreach (var regulation in entry.All("regulation"))
        {
            draft.Add(ListProperties.Program, regulation.Attribute("programme"));
            draft.Remark("Regulation", string.Join(", ", new[] { "numberTitle", "regulationType", "organisationType", "publicationDate", "entryIntoForceDate" }.Select(regulation.Attribute).Append(regulation["publicationUrl"]).Where(text => text.Length > 0)));
        }

        draft.AddDate(ListProperties.ListedOn, entry.Attribute("designationDate"));
        draft.Add(ListProperties.Reference, reference);
        draft.Add(ListProperties.Reference, entry.Attribute("unitedNationId"), "UN");
        if (logical != reference) draft.Remark("Logical id", logical);
        draft.Remark("Designation", entry.Attribute("designationDetails"));
        foreach (var part in entry.All("remark")) draft.Remark("", part.Text);
        foreach (var basis in Parts.SelectMany(part => entry.All(part, "regulationSummary")))
        {
            draft.Remark("Legal basis", string.Join(", ", new[] { "numberTitle", "regulationType", "publicationDate", "publicationUrl" }.Select(basis.Attribute).Where(text => text.Length > 0)));
        }

        foreach (var (where, text) in entry.Rest())
        {
            if (!IsBookkeeping(where)) draft.Remark(where, text);
        }
    }

    private static bool IsBookkeeping(string where) =>
        where.EndsWith(" logicalId", StringComparison.Ordinal) || where.EndsWith(" regulationLanguage", StringComparison.Ordinal);
}
