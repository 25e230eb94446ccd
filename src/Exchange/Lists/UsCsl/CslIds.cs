using System.Text.RegularExpressions;
using Plumbline.Exchange.Lists.Entries;
using Plumbline.Exchange.Lists.Ofac;

namespace Plumbline.Exchange.Lists.UsCsl;

/// <summary>Identifiers: "country, expiry, issue, number, type", of which only number and type are always there.</summary>
internal static partial class CslIds
{
    public static void Add(EntryDraft draft, string text)
    {
        if (text.Length == 0) return;
        var cut = text.LastIndexOf(", ", StringComparison.Ordinal);
        if (cut < 0)
        {
            draft.Remark("Identifier", text);
            return;
        }

        var (parts, country, dates) = (text[..cut].Split(", ").ToList(), "", new List<string>());
        if (parts.Count > 1 && Country().IsMatch(parts[0]))
        {
            country = parts[0];
            parts.RemoveAt(0);
        }

        while (parts.Count > 1 && Day().IsMatch(parts[0]) && dates.Count < 2)
        {
            dates.Add(parts[0]);
            parts.RemoveAt(0);
        }

        // With one date the file does not say which of the two it is.
        var note = dates.Count == 2
            ? DocumentNote.Of(("country", country), ("expires", dates[0]), ("issued", dates[1]))
            : DocumentNote.Of(("country", country), ("issued or expires", dates.FirstOrDefault() ?? ""));
        OfacIds.Add(draft, text[(cut + 2)..], string.Join(", ", parts), note);
    }

    [GeneratedRegex("^[A-Z]{2}$")]
    private static partial Regex Country();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d$")]
    private static partial Regex Day();
}
