namespace Plumbline.Screening.Matching;

/// <summary>What a result is: never a hit by itself.</summary>
public enum ScreenVerdict
{
    /// <summary>Likely enough, and more than a short name agrees: for a person to look at.</summary>
    Candidate,

    /// <summary>Below the threshold.</summary>
    Weak,

    /// <summary>Likely by a name of three parts or fewer alone: something else must agree before anybody acts.</summary>
    Incomplete,

    /// <summary>So many have this name that it selects nobody: add a discriminator.</summary>
    TooCommon,
}

/// <summary>An entity of the list that could be meant.</summary>
/// <param name="Entity">Number of the entity.</param>
/// <param name="Name">Position of the name that was most alike.</param>
/// <param name="Score">0 to 1.</param>
public readonly record struct ScreenRow(int Entity, int Name, float Score);

/// <summary>Screens names against one list. One screener serves one thread.</summary>
public sealed class Screener(CandidateIndex index)
{
    /// <summary>Names that are compared in full.</summary>
    public const int Looked = 220;

    /// <summary>Keeps 95 % of the true first hits of the development queries.</summary>
    public const float DefaultThreshold = 0.21f;

    /// <summary>From so many likely entities on a name selects nobody.</summary>
    public const int TooMany = 30;

    /// <summary>The most parts of a name that without anything else is "incomplete".</summary>
    public const int ShortName = 3;

    /// <summary>Entities that are weighed against one another; those behind them keep the order of their names' scores.</summary>
    internal const int Weighed = 12;

    /// <summary>What is measured on an entity among the others: its name pair, and how it stands out.</summary>
    internal const int FeatureCount = PairFeatures.Count + 3;

    private static readonly BoostedTrees? Model = NameMatcher.Learned("screen-model");

    private readonly CandidateIndex.Probe probe = index.NewProbe();
    private readonly NameMatcher matcher = new();
    private readonly List<int> found = [];
    private readonly Dictionary<int, Standing> standings = [];
    private readonly float[] features = new float[FeatureCount];

    /// <summary>The entities most alike, best first, one row each; of equals the one that comes first in the list.</summary>
    /// <param name="query">The name asked about.</param>
    /// <param name="adjust">Log-odds that other evidence adds for an entity; null for none.</param>
    public IReadOnlyList<ScreenRow> Screen(PreparedName query, Func<int, float>? adjust = null)
    {
        var ranked = Rank(query);
        var rows = new List<ScreenRow>(ranked.Count);
        var floor = float.MaxValue;
        for (var n = 0; n < ranked.Count; n++)
        {
            var odds = ranked[n].Odds;
            if (Model is not null && n < Weighed)
            {
                Measure(query, ranked, n, features);
                odds = Model.Score(features);
                floor = Math.Min(floor, odds);
            }
            else if (Model is not null)
            {
                odds = Math.Min(odds, floor) - 1;
            }
            rows.Add(new ScreenRow(ranked[n].Entity, ranked[n].Name, 1f / (1f + MathF.Exp(-(odds + (adjust?.Invoke(ranked[n].Entity) ?? 0))))));
        }
        return [.. rows.OrderByDescending(row => row.Score).ThenBy(row => row.Entity)];
    }

    /// <summary>Entities by the odds of their best name.</summary>
    internal List<Standing> Rank(PreparedName query)
    {
        probe.Find(query, Looked, found);
        standings.Clear();
        foreach (var at in found)
        {
            var name = index.Names[at];
            var odds = matcher.Odds(query, name.Name, []);
            var held = standings.GetValueOrDefault(name.Entity, new Standing(name.Entity, at, float.MinValue, 0));
            standings[name.Entity] = held with { Name = odds > held.Odds ? at : held.Name, Odds = Math.Max(odds, held.Odds), Likely = held.Likely + (odds > 0 ? 1 : 0) };
        }
        return [.. standings.Values.OrderByDescending(one => one.Odds).ThenBy(one => one.Entity)];
    }

    /// <summary>Measures one of the ranked entities.</summary>
    internal void Measure(PreparedName query, IReadOnlyList<Standing> ranked, int at, Span<float> into)
    {
        var standing = ranked[at];
        into[PairFeatures.Count] = matcher.Odds(query, index.Names[standing.Name].Name, into);
        into[PairFeatures.Count + 1] = standing.Likely;
        into[PairFeatures.Count + 2] = Parts(query);
    }

    /// <summary>An entity by its best name.</summary>
    /// <param name="Likely">How many of its names are more likely than not.</param>
    internal readonly record struct Standing(int Entity, int Name, float Odds, int Likely);

    /// <summary>What the rows of one query are.</summary>
    /// <param name="agrees">Whether something besides the name agrees.</param>
    public static ScreenVerdict Verdict(PreparedName query, ScreenRow row, IReadOnlyList<ScreenRow> rows, float threshold, bool agrees) =>
        row.Score < threshold ? ScreenVerdict.Weak
        : rows.Count(one => one.Score >= threshold) >= TooMany && !agrees ? ScreenVerdict.TooCommon
        : !agrees && Parts(query) <= ShortName ? ScreenVerdict.Incomplete
        : ScreenVerdict.Candidate;

    private static int Parts(PreparedName query) => query.Renderings.Max(parts => parts.Count(part => part.Role is PartRole.Name or PartRole.Kunya or PartRole.Sector or PartRole.Number));
}
