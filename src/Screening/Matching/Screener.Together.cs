namespace Plumbline.Screening.Matching;

public sealed partial class Screener
{
    /// <summary>Up to so many names of a person are asked one by one, which costs no more than so many times one name.</summary>
    public const int FewNames = 3;

    /// <summary>More names than these share too little: they are asked one by one.</summary>
    public const int MostNames = 30;

    /// <summary>The longest list of which it was measured that nobody likely is lost where the names of a person share what one may look through.</summary>
    public const int LongestList = 50_000;

    private const int WeighedTogether = 24;     // entities, each by each name of the person

    /// <summary>Whether these names of one person are asked about in one question.</summary>
    public static bool AsksTogether(CandidateIndex index, IReadOnlyCollection<PreparedName> names) => names.Count is > FewNames and <= MostNames && index.Later is null && index.Names.Count <= LongestList;

    /// <summary>The rows of each name of one person. Asked about in one question, an entity stands among the rows of those names that explain most of it, and scores there nearly as by that name alone.</summary>
    /// <param name="names">The names; their order changes nothing, nor does one that comes twice.</param>
    /// <param name="adjust">Log-odds that other evidence adds for an entity; null for none.</param>
    public IReadOnlyList<ScreenRow>[] Screen(IReadOnlyList<PreparedName> names, Func<int, float>? adjust = null) =>
        AsksTogether(index, names) ? Together(names, adjust) : [.. names.Select(name => Screen(name, adjust))];

    /// <summary>In one question, however few they are and however long the list.</summary>
    internal IReadOnlyList<ScreenRow>[] Together(IReadOnlyList<PreparedName> names, Func<int, float>? adjust = null)
    {
        var person = new AskedTogether(names);
        var ranked = ranking.Of(person);
        var least = LeastWeighed(ranked);
        var rows = new IReadOnlyList<ScreenRow>[person.Names.Count];
        for (int name = 0, from = 0; name < rows.Length; name++)
        {
            var (to, likely) = (from, 0);
            for (; to < ranked.Length && ranked[to].Asked == name; to++) if (ranked[to].Odds >= least) likely++;
            ranking.TurnTo(name);
            Weigh(person.Names[name], ranked[from..Math.Min(to, from + Looked)], Math.Min(likely, Weighed));
            rows[name] = Rows(adjust);
            from = to;
        }
        return [.. Enumerable.Range(0, names.Count).Select(n => rows[person[n]])];
    }

    // How likely the last of those is that are weighed.
    private static float LeastWeighed(ReadOnlySpan<Ranking.Standing> ranked)
    {
        if (ranked.Length <= WeighedTogether) return float.MinValue;
        var odds = new float[ranked.Length];
        for (var n = 0; n < odds.Length; n++) odds[n] = ranked[n].Odds;
        Array.Sort(odds);
        return odds[^WeighedTogether];
    }
}
