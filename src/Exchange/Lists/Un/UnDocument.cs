using Plumbline.Exchange.Lists.Entries;
using Plumbline.Exchange.Lists.Xml;

namespace Plumbline.Exchange.Lists.Un;

/// <summary>A passport, national number or other document.</summary>
internal static class UnDocument
{
    public static void Add(EntryDraft draft, XmlPart document)
    {
        var (kind, more, number) = (Blanks.Squeeze(document["TYPE_OF_DOCUMENT"]), Blanks.Squeeze(document["TYPE_OF_DOCUMENT2"]), document["NUMBER"]);
        var country = Blanks.Squeeze(document["ISSUING_COUNTRY"]);
        var issuedIn = string.Join(", ", new[] { document["CITY_OF_ISSUE"], document["COUNTRY_OF_ISSUE"] }.Select(Blanks.Squeeze).Where(text => text.Length > 0));
        var note = DocumentNote.Of(
            ("kind", more.Length > 0 ? more.TrimEnd(':') : kind == "Passport" ? "" : kind), ("country", country), ("issued", Blanks.Squeeze(document["DATE_OF_ISSUE"])),
            ("issued in", issuedIn), ("", Blanks.Squeeze(document["NOTE"])));
        var property = kind switch
        {
            "Passport" => ListProperties.Passport,
            "National Identification Number" => ListProperties.NationalId,
            _ => ListProperties.Document,
        };
        if (Blanks.Squeeze(number).Length > 0) draft.Add(property, number, note);
        else if (note is not null || kind.Length > 0) draft.Remark("Document", string.Join(", ", new[] { kind, note ?? "" }.Where(text => text.Length > 0)));
    }
}
