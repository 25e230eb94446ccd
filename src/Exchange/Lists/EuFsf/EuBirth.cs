using Plumbline.Core;
using Plumbline.Exchange.Lists.Entries;
using Plumbline.Exchange.Lists.Xml;

namespace Plumbline.Exchange.Lists.EuFsf;

/// <summary>A birth date with its place.</summary>
internal static class EuBirth
{
    public static void Add(EntryDraft draft, XmlPart birth)
    {
        var about = birth.Attribute("circa") == "true";
        var calendar = birth.Attribute("calendarType");
        var raw = Raw(birth);
        var hijri = calendar.Contains("ISLAM", StringComparison.OrdinalIgnoreCase) || calendar.Contains("HIJRI", StringComparison.OrdinalIgnoreCase);
        PartialDate? date = PartialDate.TryParse(hijri ? raw + " AH" : raw, out var read) ? about ? read.About() : read : null;
        var note = DocumentNote.Of(("", about ? "circa" : ""), ("calendar", calendar is "" or "GREGORIAN" ? "" : calendar));
        draft.AddDate(ListProperties.BirthDate, raw, note, date);
        draft.Add(ListProperties.BirthPlace, EuEntry.Place(birth));
    }

    private static string Raw(XmlPart birth)
    {
        var (whole, day, month, year) = (birth.Attribute("birthdate"), birth.Attribute("dayOfMonth"), birth.Attribute("monthOfYear"), birth.Attribute("year"));
        var (from, to) = (birth.Attribute("yearRangeFrom"), birth.Attribute("yearRangeTo"));
        if (whole.Length > 0) return whole;
        if (year.Length > 0) return string.Join('-', new[] { year, month.PadLeft(2, '0'), day.PadLeft(2, '0') }.TakeWhile(part => part != "00"));
        return from.Length > 0 && to.Length > 0 ? $"{from} to {to}" : from + to;
    }
}
