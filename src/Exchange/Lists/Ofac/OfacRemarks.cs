using System.Text.RegularExpressions;
using Plumbline.Exchange.Lists.Entries;

namespace Plumbline.Exchange.Lists.Ofac;

/// <summary>Takes OFAC's remarks apart: "DOB 1970; POB X; Passport A1 (Y); Linked To: Z."</summary>
internal static partial class OfacRemarks
{
    public static void Add(EntryDraft draft, string remarks)
    {
        foreach (var piece in Pieces.Cut(Blanks.Squeeze(remarks), ';'))
        {
            var text = piece.Trim();
            if (text.EndsWith('.') && !Abbreviation().IsMatch(text)) text = text[..^1];
            foreach (var inner in Linked(text)) AddOne(draft, inner);
        }
    }

    /// <summary>"(Linked To: A) (Linked To: B)", an older way of writing it.</summary>
    private static string[] Linked(string text)
    {
        if (!text.StartsWith("(Linked To:", StringComparison.OrdinalIgnoreCase) || !text.EndsWith(')')) return [text];
        return text[1..^1].Split([") (", ";"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static void AddOne(EntryDraft draft, string text)
    {
        if (text.Length == 0) return;
        var other = text.StartsWith("alt. ", StringComparison.Ordinal);
        var said = other ? text[5..] : text;
        if (Also().Match(said) is { Success: true } also)
        {
            OfacNames.Add(draft, ListProperties.WeakAlias, also.Groups[2].Value, also.Groups[1].Value);
            return;
        }

        foreach (var kind in OfacRemarkKinds.All)
        {
            if (kind.Rest(said) is not { } rest) continue;
            kind.Add(draft, rest, other ? "alternative" : null, text);
            return;
        }

        draft.Remark("", text);
    }

    [GeneratedRegex(@"^([afn]\.k\.a\.) '(.+)'$")]
    private static partial Regex Also();

    // "S.A." keeps its dot; the dot that ends the remarks goes.
    [GeneratedRegex(@"(?:\b\p{L}\.){2}$")]
    private static partial Regex Abbreviation();
}
