using Plumbline.Exchange.Lists.Entries;

namespace Plumbline.Exchange.Lists.Ofac;

/// <summary>OFAC's names: "FAMILY, Given" for persons.</summary>
internal static class OfacNames
{
    public static void Add(EntryDraft draft, string property, string raw, string? note) =>
        draft.Add(property, draft.Type == ListTypes.Person ? ListNames.FamilyFirst(raw) : null, raw, note);
}
