using Plumbline.Core;

namespace Plumbline.Screening.Matching;

/// <summary>Brings a name into the form in which names are compared: folded, parted, compounds joined, weighed. Pure; safe for several threads.</summary>
public sealed class NamePreparer(RarityTable rarity)
{
    /// <summary>The longest name that is read; of a longer one the beginning is compared.</summary>
    public const int LongestName = 400;

    /// <summary>The most parts that are compared.</summary>
    public const int MostParts = 16;

    /// <summary>Prepares a name.</summary>
    /// <returns>Refused as <c>name.empty</c> when there is no letter, as <c>name.unreadable</c> when it was damaged on its way (mojibake).</returns>
    public Outcome<PreparedName> Prepare(string text)
    {
        var cut = text.Length <= LongestName ? text : text[..LongestName];
        if (Mojibake.Is(cut)) return new Refusal("name.unreadable", "The name was read in the wrong encoding: take it from the original again.");
        List<char> folded = new(cut.Length + 8);
        List<PartScript> scripts = new(cut.Length + 8);
        List<int> origins = new(cut.Length + 8);
        Letters.Fold(cut, folded, scripts, origins);
        var words = GivenFirst(Words(folded, scripts, origins, cut), cut);
        if (words.Count == 0) return new Refusal("name.empty", "There is no letter in the name.");
        var latin = words.Where(word => word.Script != PartScript.Arabic).ToList();
        var arabic = words.Where(word => word.Script is PartScript.Arabic or PartScript.Number).ToList();
        // A name with itself in another script beside it, often in brackets, is two renderings of one name.
        var isTwo = latin.Any(word => word.Script is PartScript.Latin or PartScript.Cyrillic) && arabic.Any(word => word.Script == PartScript.Arabic);
        var renderings = isTwo ? new[] { Parts(latin), Parts(arabic) } : [Parts(words)];
        return new PreparedName(text, [.. renderings.Where(parts => parts.Length > 0)], words.Any(word => (WordLists.Of(word.Text) & (WordKinds.Legal | WordKinds.Sector)) != 0));
    }

    private static List<Word> Words(List<char> folded, List<PartScript> scripts, List<int> origins, string text)
    {
        List<Word> words = [];
        for (var at = 0; at < folded.Count;)
        {
            if (folded[at] == ' ')
            {
                at++;
                continue;
            }
            var from = at;
            while (at < folded.Count && folded[at] != ' ' && scripts[at] == scripts[from]) at++;
            var word = new Word(new string([.. folded[from..at]]), scripts[from], origins[from], origins[at - 1] + 1);
            // Arabic letters have no initials: a foreign one is spelled as it is called, with a point behind it.
            var isSpelled = word.Script == PartScript.Arabic && word.End < text.Length && text[word.End] == '.';
            words.Add(isSpelled && WordLists.SpelledLetter(word.Text) is { } letter ? word with { Text = letter, IsSpelled = true } : word);
        }
        return words;
    }

    // "FAMILY, Given" is "Given FAMILY"; "Name, Inc." stays as it is, and so does "Name, 3rd Baronet": a rank and its place are no names.
    private static List<Word> GivenFirst(List<Word> words, string text)
    {
        var comma = text.AsSpan().IndexOfAny(',', '،');
        if (comma < 0 || text.AsSpan(comma + 1).IndexOfAny(',', '،') >= 0) return words;
        List<Word> family = [.. words.Where(word => word.Start < comma)], given = [.. words.Where(word => word.Start > comma)];
        if (family.Count > 0 && IsRank(given)) return [.. family, .. given.Select(word => word with { IsOfRank = true })];
        return family.Count == 0 || given.Count == 0 || given.Any(word => (WordLists.Of(word.Text) & (WordKinds.Legal | WordKinds.Sector)) != 0) ? words : [.. given, .. family.Select(word => word with { IsFamily = true })];
    }

    private static bool IsRank(List<Word> words)
    {
        var at = 0;
        while (at < words.Count && at < 2 && (words[at].Script == PartScript.Number || words[at].Text is "st" or "nd" or "rd" or "th")) at++;
        return at < words.Count && (WordLists.Of(words[at].Text) & WordKinds.Rank) != 0;
    }

    private PreparedPart[] Parts(List<Word> words)
    {
        var joined = new PartBuilder(rarity, Compounds.WithAllah(words)).Build();
        for (var n = 0; n < joined.Count; n++) joined[n] = joined[n] with { Position = n };
        return joined.Count <= MostParts ? [.. joined] : [.. joined.Take(MostParts)];
    }

    /// <summary>A folded word and where it stood.</summary>
    internal readonly record struct Word(string Text, PartScript Script, int Start, int End)
    {
        /// <summary>It stood before the comma.</summary>
        public bool IsFamily { get; init; }

        /// <summary>It is a letter that was called by its foreign name.</summary>
        public bool IsSpelled { get; init; }

        /// <summary>It stood behind the comma and tells a rank, or of what.</summary>
        public bool IsOfRank { get; init; }
    }
}

/// <summary>A name ready to be compared.</summary>
/// <param name="Text">As it was given.</param>
/// <param name="Renderings">Its parts; two lists where the name stands there in two scripts.</param>
/// <param name="LooksLikeOrganisation">It has a legal form or a word of a trade.</param>
public sealed record PreparedName(string Text, IReadOnlyList<PreparedPart[]> Renderings, bool LooksLikeOrganisation)
{
    /// <summary>The renderings that are compared: those with the most names.</summary>
    internal PreparedPart[][] Lists { get; } = Fullest(Renderings);

    // A rendering that lacks a part must not speak for the whole name: one beside a fuller one is passed over.
    private static PreparedPart[][] Fullest(IReadOnlyList<PreparedPart[]> renderings)
    {
        if (renderings.Count == 1) return renderings as PreparedPart[][] ?? [renderings[0]];
        var most = renderings.Max(Named);
        return [.. renderings.Where(parts => Named(parts) == most)];
    }

    private static int Named(PreparedPart[] parts)
    {
        var count = 0;
        foreach (var part in parts) if (part.Role is PartRole.Name or PartRole.Kunya) count++;
        return count;
    }
}
