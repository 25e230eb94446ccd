using Plumbline.Core;
using Plumbline.Exchange.Lists.Entries;
using Plumbline.Exchange.Lists.Xml;

namespace Plumbline.Exchange.Lists.Un;

/// <summary>One INDIVIDUAL or ENTITY.</summary>
internal static class UnEntry
{
    private static readonly string[] NameParts = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"];

    public static ListRow Of(XmlPart entry, string reference)
    {
        var person = entry.Name == "INDIVIDUAL";
        var draft = new EntryDraft("un-" + reference, person ? ListTypes.Person : ListTypes.Organisation, entry.Line);
        AddName(draft, entry);
        foreach (var title in Values(entry, "TITLE")) draft.Add(ListProperties.Title, title);
        foreach (var position in Values(entry, "DESIGNATION"))
        {
            foreach (var piece in Pieces.Counted(Blanks.Squeeze(position))) draft.Add(ListProperties.Position, piece);
        }

        draft.Add(ListProperties.Sex, entry["GENDER"]);
        foreach (var country in Values(entry, "NATIONALITY")) draft.Add(ListProperties.Nationality, country);
        foreach (var alias in entry.All(entry.Name + "_ALIAS")) UnAlias.Add(draft, alias);
        foreach (var birth in entry.All("INDIVIDUAL_DATE_OF_BIRTH")) UnBirth.AddDate(draft, birth);
        foreach (var place in entry.All("INDIVIDUAL_PLACE_OF_BIRTH")) UnBirth.AddPlace(draft, place);
        foreach (var document in entry.All("INDIVIDUAL_DOCUMENT")) UnDocument.Add(draft, document);
        foreach (var address in entry.All(entry.Name + "_ADDRESS")) UnBirth.AddAddress(draft, address);
        AddListing(draft, entry);
        return draft.Finish();
    }

    /// <summary>Texts of the VALUE children of all elements of that name.</summary>
    private static IEnumerable<string> Values(XmlPart entry, string name) => entry.All(name, "VALUE").Select(value => value.Text);

    // The list calls its parts first to fourth name and does not say whose names they are; the first is the person's own.
    private static void AddName(EntryDraft draft, XmlPart entry)
    {
        var texts = NameParts.Select(part => entry[part]).ToList();
        var raw = string.Join(' ', texts.Where(text => text.Length > 0));
        var name = PersonName.Of(texts.Select((text, at) => (at == 0 ? NamePartKind.Given : NamePartKind.Unknown, (string?)Blanks.Squeeze(text))));
        draft.Add(ListProperties.Name, name, raw);
        foreach (var original in entry.All("NAME_ORIGINAL_SCRIPT"))
        {
            var text = original.Text;
            foreach (var spelling in text.Contains(';', StringComparison.Ordinal) ? Pieces.List(text) : [text]) draft.Add(ListProperties.Name, ListNames.Whole(spelling), spelling, "original script");
        }
    }

    private static void AddListing(EntryDraft draft, XmlPart entry)
    {
        draft.Add(ListProperties.Program, entry["UN_LIST_TYPE"]);
        draft.AddDate(ListProperties.ListedOn, entry["LISTED_ON"]);
        draft.Add(ListProperties.Reference, entry["REFERENCE_NUMBER"]);
        foreach (var comment in entry.All("COMMENTS1")) draft.Remark("", comment.Text);
        draft.Remark("", DocumentNote.Of(
            ("List type", string.Join(", ", Values(entry, "LIST_TYPE"))), ("last updated", string.Join(", ", Values(entry, "LAST_DAY_UPDATED"))),
            ("data id", entry["DATAID"]), ("version", entry["VERSIONNUM"])) ?? "");
        foreach (var (where, text) in entry.Rest()) draft.Remark(where, text);
    }
}
