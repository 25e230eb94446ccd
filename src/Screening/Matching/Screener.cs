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
    /// <summary>The most rows of a query, and names whose parts are compared.</summary>
    public const int Looked = 200, Found = 300;

    /// <summary>Keeps 95 % of the true first hits of the development queries.</summary>
    public const float DefaultThreshold = 0.53f;

    /// <summary>From so many likely entities on a name selects nobody.</summary>
    public const int TooMany = 30;

    /// <summary>The most parts of a name that without anything else is "incomplete".</summary>
    public const int ShortName = 3;

    /// <summary>Entities that are weighed against one another; those behind them keep the order of their names' scores.</summary>
    internal const int Weighed = 12;

    private static readonly BoostedTrees? Model = NameMatcher.Learned("screen-model");

    private readonly Ranking ranking = new(index);
    private readonly float[] features = new float[Ranking.FeatureCount];

    /// <summary>The entities most alike, best first, one row each; of equals the one that comes first in the list.</summary>
    /// <param name="query">The name asked about.</param>
    /// <param name="adjust">Log-odds that other evidence adds for an entity; null for none.</param>
    public IReadOnlyList<ScreenRow> Screen(PreparedName query, Func<int, float>? adjust = null)
    {
        var ranked = ranking.Of(query);
        var rows = new ScreenRow[ranked.Length];
        var floor = float.MaxValue;
        for (var n = 0; n < ranked.Length; n++)
        {
            var odds = ranked[n].Odds;
            if (Model is not null && n < Weighed)
            {
                ranking.Measure(query, n, features);
                odds = Model.Score(features);
                floor = Math.Min(floor, odds);
            }
            else if (Model is not null)
            {
                odds = Math.Min(odds, floor) - 1;
            }
            rows[n] = new ScreenRow(ranked[n].Entity, ranked[n].Name, 1f / (1f + MathF.Exp(-(odds + (adjust?.Invoke(ranked[n].Entity) ?? 0)))));
        }
        Array.Sort(rows, static (one, other) => one.Score != other.Score ? other.Score.CompareTo(one.Score) : one.Entity.CompareTo(other.Entity));
        return rows;
    }

    /// <summary>What the rows of one query are.</summary>
    /// <param name="agrees">Whether something besides the name agrees.</param>
    public static ScreenVerdict Verdict(PreparedName query, ScreenRow row, IReadOnlyList<ScreenRow> rows, float threshold, bool agrees) =>
        row.Score < threshold ? ScreenVerdict.Weak
        : rows.Count(one => one.Score >= threshold) >= TooMany && !agrees ? ScreenVerdict.TooCommon
        : !agrees && Parts(query) <= ShortName ? ScreenVerdict.Incomplete
        : ScreenVerdict.Candidate;

    internal static int Parts(PreparedName query)
    {
        var most = 0;
        foreach (var parts in query.Renderings)
        {
            var count = 0;
            foreach (var part in parts) if (part.Role is PartRole.Name or PartRole.Kunya or PartRole.Sector or PartRole.Number) count++;
            most = Math.Max(most, count);
        }
        return most;
    }
}
