using Plumbline.Exchange.Lists.Entries;

namespace Plumbline.Exchange.Lists.Ofac;

/// <summary>An identifier whose type stands apart from its number, as in OFAC's XML and the CSL.</summary>
internal static class OfacIds
{
    /// <summary>Adds it under the property that a remark of the same type would get; an unknown type becomes a remark.</summary>
    public static void Add(EntryDraft draft, string type, string number, string? note)
    {
        if (number.Length == 0)
        {
            draft.Remark(type, note ?? "");
            return;
        }

        if (type.StartsWith("Vessel Registration Identification", StringComparison.OrdinalIgnoreCase))
        {
            draft.Add(ListProperties.Imo, WithoutLead(number, "IMO"), note);
            return;
        }

        var bare = type.TrimEnd(':', ' ');
        foreach (var kind in OfacRemarkKinds.All)
        {
            var rest = kind.Rest(bare + " x");
            if (rest is null || (rest != "x" && kind.Form != OfacForm.Plain)) continue;
            var said = rest == "x" ? note : string.Join("; ", new[] { rest[..^1].Trim(' ', '-'), note ?? "" }.Where(text => text.Length > 0));
            kind.Add(draft, number, said, $"{type} {number}");
            return;
        }

        draft.Remark(type.TrimEnd('-', ':', ' '), note is null ? number : $"{number} ({note})");
    }

    private static string WithoutLead(string number, string lead) =>
        number.StartsWith(lead, StringComparison.OrdinalIgnoreCase) ? number[lead.Length..].Trim() : number;
}
