namespace Plumbline.Exchange.Watchlists;

/// <summary>What never travels with a watchlist, by code: the file says each in English, the pages under <c>sharing.lost-</c> and the code in the reader's language.</summary>
public static class WatchlistLoss
{
    private static readonly Dictionary<string, string> English = new(StringComparer.Ordinal)
    {
        ["grounds"] = "The conduct, the items and the four answers behind an entry stay here: the other unit asks for them.",
        ["entries"] = "The entries are not in the file: the other unit takes a published list from its publisher.",
        ["ends"] = "An entry ends at the other unit with the next file; until then its last day stands in its text. Send the list anew when one ends.",
        ["clearings"] = "Clearings travel as hashes under the shared key; letters, codes, names and reasons stay here, and a letter is verified only by the unit that issued it.",
        ["cases"] = "Clearings of cases that you do not see are not in the file. One that is renewed or withdrawn is so at the other unit with the next file.",
    };

    /// <summary>The codes for a list, in the order in which they are said.</summary>
    /// <param name="isOwn">Whether its entries are the unit's own.</param>
    public static IReadOnlyList<string> Of(bool isOwn) => isOwn ? ["grounds", "ends", "clearings", "cases"] : ["entries", "clearings", "cases"];

    /// <summary>The sentence of a code.</summary>
    /// <exception cref="KeyNotFoundException">There is no such code.</exception>
    public static string Words(string code) => English[code];
}
