using Plumbline.Core;

namespace Plumbline.Exchange.Lists.Entries;

/// <summary>Names as lists write them, in typed parts only where the format says which part is which.</summary>
internal static class ListNames
{
    /// <summary>"FAMILY, Given" into parts in spoken order; without a comma one unknown part.</summary>
    public static PersonName? FamilyFirst(string raw)
    {
        var text = Blanks.Squeeze(raw);
        var comma = text.IndexOf(", ", StringComparison.Ordinal);
        if (comma <= 0 || text.IndexOf(", ", comma + 2, StringComparison.Ordinal) >= 0) return Whole(text);
        return PersonName.Of((NamePartKind.Given, text[(comma + 2)..]), (NamePartKind.Family, text[..comma]));
    }

    /// <summary>A given name and a family name.</summary>
    public static PersonName? GivenFamily(string given, string family) =>
        Blanks.Squeeze(given).Length == 0 ? Whole(family) : PersonName.Of((NamePartKind.Given, Blanks.Squeeze(given)), (NamePartKind.Family, Blanks.Squeeze(family)));

    /// <summary>A name that nobody took apart.</summary>
    public static PersonName? Whole(string raw) => Blanks.Squeeze(raw) is { Length: > 0 } text ? PersonName.FromText(text) : null;

    /// <summary>Spellings in one cell: separated by <c>;</c>, or one behind the other in brackets in another script,
    /// as in "Latin (original script)".</summary>
    public static IEnumerable<string> Spellings(string raw)
    {
        foreach (var piece in Semicolons(Blanks.Squeeze(raw)))
        {
            var open = piece.IndexOf('(', StringComparison.Ordinal);
            if (open <= 0 || piece[^1] != ')' || piece.IndexOf('(', open + 1) >= 0)
            {
                yield return piece;
                continue;
            }

            var (outer, inner) = (piece[..open].Trim(), WithoutLead(piece[(open + 1)..^1].Trim()));
            var (here, there) = (Scripts.Of(outer), Scripts.Of(inner));
            if (here == there || here == Scripts.None || there == Scripts.None)
            {
                yield return piece;
                continue;
            }

            yield return outer;
            foreach (var other in inner.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) yield return other;
        }
    }

    private static string WithoutLead(string inner)
    {
        const string lead = "original script:";
        return inner.StartsWith(lead, StringComparison.OrdinalIgnoreCase) ? inner[lead.Length..].Trim() : inner;
    }

    /// <summary>Cuts at <c>;</c> outside brackets.</summary>
    private static IEnumerable<string> Semicolons(string text) =>
        Pieces.Cut(text, ';').Select(piece => piece.Trim()).Where(piece => piece.Length > 0);
}
