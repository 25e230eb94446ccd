using Plumbline.Core;
using Plumbline.Exchange.Lists.Entries;
using Plumbline.Exchange.Lists.Xml;

namespace Plumbline.Exchange.Lists.EuFsf;

/// <summary>The nameAlias elements: the first is the name, the others are aliases.</summary>
internal static class EuNames
{
    public static bool HasText(XmlPart alias) => Raw(alias).Length > 0;

    public static void Add(EntryDraft draft, XmlPart entry)
    {
        var property = ListProperties.Name;
        foreach (var alias in entry.All("nameAlias"))
        {
            if (HasText(alias))
            {
                AddName(draft, alias, property);
                property = ListProperties.Alias;
            }

            draft.Add(ListProperties.Title, alias.Attribute("title"));
            draft.Add(ListProperties.Position, alias.Attribute("function"));
            draft.Add(ListProperties.Sex, alias.Attribute("gender"));
        }
    }

    private static void AddName(EntryDraft draft, XmlPart alias, string property)
    {
        var weak = alias.Attribute("strong") == "false";
        var note = DocumentNote.Of(("", weak ? "weak" : ""), ("language", Blanks.Squeeze(alias.Attribute("nameLanguage"))));
        var (first, middle, last) = (Blanks.Squeeze(alias.Attribute("firstName")), Blanks.Squeeze(alias.Attribute("middleName")), Blanks.Squeeze(alias.Attribute("lastName")));
        var parts = PersonName.Of((NamePartKind.Given, first), (NamePartKind.Unknown, middle), (NamePartKind.Family, last));
        var whole = Raw(alias);
        // Parts that do not add up to the whole name are only kept beside it.
        var name = parts is { Parts.Count: > 1 } && parts.Full == Blanks.Squeeze(whole) ? parts : ListNames.Whole(whole);
        draft.Add(weak && property == ListProperties.Alias ? ListProperties.WeakAlias : property, name, whole, note);
        if (parts is not null && parts.Full != Blanks.Squeeze(whole)) draft.Remark("Name parts", string.Join(" / ", parts.Parts.Select(part => part.Text)));
    }

    private static string Raw(XmlPart alias)
    {
        var whole = alias.Attribute("wholeName");
        return !string.IsNullOrWhiteSpace(whole) ? whole : Blanks.Squeeze($"{alias.Attribute("firstName")} {alias.Attribute("middleName")} {alias.Attribute("lastName")}");
    }
}
