using Plumbline.Exchange.Lists.Entries;
using Plumbline.Exchange.Lists.Xml;

namespace Plumbline.Exchange.Lists.Un;

/// <summary>An alias with its quality, and the birth data that belong to it.</summary>
internal static class UnAlias
{
    public static void Add(EntryDraft draft, XmlPart alias)
    {
        var raw = alias["ALIAS_NAME"];
        var quality = Blanks.Squeeze(alias["QUALITY"]);
        var note = Joined(quality, alias["NOTE"]);
        var property = quality.Equals("Low", StringComparison.OrdinalIgnoreCase) ? ListProperties.WeakAlias : ListProperties.Alias;
        foreach (var spelling in ListNames.Spellings(raw)) AddSpelling(draft, property, spelling, raw, note);
        if (Blanks.Squeeze(raw).Length == 0 && alias["NOTE"] is { Length: > 0 } alone) draft.Remark("Alias note", alone);

        var under = Blanks.Squeeze(raw) is { Length: > 0 } name ? $"alias {name}" : "with an alias";
        draft.AddDate(ListProperties.BirthDate, alias["DATE_OF_BIRTH"], under);
        draft.Add(ListProperties.BirthPlace, Joined(alias["CITY_OF_BIRTH"], alias["COUNTRY_OF_BIRTH"]) ?? "", under);
    }

    private static void AddSpelling(EntryDraft draft, string property, string spelling, string raw, string? note)
    {
        var name = ListNames.Whole(spelling);
        // One spelling of several keeps the whole cell as its original wording.
        draft.Add(property, name, name?.Full == Blanks.Squeeze(raw) || draft.Type == ListTypes.Person ? raw : spelling, note);
    }

    private static string? Joined(params string[] texts)
    {
        var kept = texts.Select(Blanks.Squeeze).Where(text => text.Length > 0).ToList();
        return kept.Count == 0 ? null : string.Join(", ", kept);
    }
}
