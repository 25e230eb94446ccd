using Plumbline.Core;
using Plumbline.Exchange.Lists.Entries;
using Plumbline.Exchange.Lists.Xml;

namespace Plumbline.Exchange.Lists.Un;

/// <summary>Birth dates, birth places and addresses.</summary>
internal static class UnBirth
{
    private static readonly string[] Parts = ["STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY"];

    public static void AddDate(EntryDraft draft, XmlPart birth)
    {
        var kind = Blanks.Squeeze(birth["TYPE_OF_DATE"]);
        var (day, year, from, to, note) = (birth["DATE"], birth["YEAR"], birth["FROM_YEAR"], birth["TO_YEAR"], Blanks.Squeeze(birth["NOTE"]));
        var raw = Blanks.Squeeze(day.Length > 0 ? day : year.Length > 0 ? year : from.Length > 0 || to.Length > 0 ? $"{from} to {to}" : "");
        var about = kind.Equals("APPROXIMATELY", StringComparison.OrdinalIgnoreCase) || note.StartsWith("Approximately", StringComparison.OrdinalIgnoreCase);
        PartialDate? date = PartialDate.TryParse(raw, out var read) ? about ? read.About() : read : null;
        var said = string.Join(", ", new[] { kind.ToLowerInvariant(), note }.Where(text => text.Length > 0));
        if (raw.Length == 0) draft.Remark("Birth date", said);
        else draft.AddDate(ListProperties.BirthDate, raw, said, date);
        if (day.Length > 0 && year.Length > 0 && !day.Contains(year, StringComparison.Ordinal)) draft.AddDate(ListProperties.BirthDate, year, said);
    }

    public static void AddPlace(EntryDraft draft, XmlPart place) => AddPlace(draft, place, ListProperties.BirthPlace);

    public static void AddAddress(EntryDraft draft, XmlPart place) => AddPlace(draft, place, ListProperties.Address);

    private static void AddPlace(EntryDraft draft, XmlPart place, string property)
    {
        var text = string.Join(", ", Parts.Select(part => Blanks.Squeeze(place[part])).Where(part => part.Length > 0));
        var note = place["NOTE"];
        if (text.Length == 0) draft.Remark(property + " note", note);
        else draft.Add(property, text, note);
    }
}
