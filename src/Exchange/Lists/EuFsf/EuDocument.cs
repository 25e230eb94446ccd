using Plumbline.Exchange.Lists.Entries;
using Plumbline.Exchange.Lists.Xml;

namespace Plumbline.Exchange.Lists.EuFsf;

/// <summary>Identification documents and contact details.</summary>
internal static class EuDocument
{
    private static readonly string[] Flags = ["diplomatic", "knownExpired", "knownFalse", "reportedLost", "revokedByIssuer"];

    public static void Add(EntryDraft draft, XmlPart document)
    {
        var (kind, said) = (document.Attribute("identificationTypeCode"), Blanks.Squeeze(document.Attribute("identificationTypeDescription")));
        var flags = string.Join(", ", Flags.Where(flag => document.Attribute(flag) == "true"));
        var note = DocumentNote.Of(
            ("kind", said.Length > 0 ? said : kind), ("country", EuEntry.Country(document)), ("region", document.Attribute("region")), ("issued", document.Attribute("issueDate")),
            ("issued by", document.Attribute("issuedBy")), ("valid from", document.Attribute("validFrom")), ("valid to", document.Attribute("validTo")),
            ("name on document", document.Attribute("nameOnDocument")), ("", flags));
        var property = kind switch
        {
            "passport" => ListProperties.Passport,
            "id" or "ssn" => ListProperties.NationalId,
            "fiscalcode" => ListProperties.TaxNumber,
            "regnumber" => ListProperties.RegistrationNumber,
            "swiftbic" => ListProperties.Swift,
            "imo" => ListProperties.Imo,
            _ => ListProperties.Document,
        };
        var (number, latin) = (document.Attribute("number"), document.Attribute("latinNumber"));
        draft.Add(property, number.Length > 0 ? number : latin, note);
        if (latin.Length > 0 && latin != number && number.Length > 0) draft.Add(property, latin, note);
        if (number.Length + latin.Length == 0) draft.Remark("Document", note ?? "");
    }

    public static void AddContact(EntryDraft draft, XmlPart contact)
    {
        var (key, value) = (contact.Attribute("key").ToLowerInvariant(), contact.Attribute("value"));
        if (key.Contains("phone", StringComparison.Ordinal) || key.Contains("mobile", StringComparison.Ordinal)) draft.Add(ListProperties.Phone, value);
        else if (key.Contains("fax", StringComparison.Ordinal)) draft.Add(ListProperties.Phone, value, "fax");
        else if (key.Contains("mail", StringComparison.Ordinal)) draft.Add(ListProperties.Email, value);
        else if (key.Contains("web", StringComparison.Ordinal)) draft.Add(ListProperties.Website, value);
        else draft.Remark(key, value);
    }
}
