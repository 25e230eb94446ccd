namespace Plumbline.Screening.Matching;

/// <summary>What a result is: never a hit by itself.</summary>
public enum ScreenVerdict
{
    /// <summary>Likely enough, and more than a short name agrees: for a person to look at.</summary>
    Candidate,

    /// <summary>Below the threshold.</summary>
    Weak,

    /// <summary>Likely by a name of three parts or fewer alone, or by one that the list itself calls weak: something else must agree before anybody acts.</summary>
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
public sealed partial class Screener(CandidateIndex index)
{
    /// <summary>The most rows of a query, and names whose parts are compared.</summary>
    public const int Looked = 200, Found = 300;

    /// <summary>Keeps a little more than 95 % of the true first hits of the development queries; by the folds .66 keeps 95 %.</summary>
    public const float DefaultThreshold = 0.65f;

    /// <summary>From so many likely entities on a name selects nobody.</summary>
    public const int TooMany = 30;

    /// <summary>The most parts of a name that without anything else is "incomplete".</summary>
    public const int ShortName = 3;

    /// <summary>Entities that are weighed against one another; those behind them keep the order of their names' scores.</summary>
    internal const int Weighed = 12;

    private static readonly BoostedTrees? Model = NameMatcher.Learned("screen-model");

    // How much more than its name an entity may seem, for standing alone: in a short list everything stands alone.
    internal const float MostAbovePair = 0.5f;

    private readonly Ranking ranking = new(index, new NameMatcher());
    private readonly OtherChances others = new();
    private readonly LaterNames? later = index.Later is { } more ? new LaterNames(more) : null;
    private readonly float[] features = new float[Weighed * Ranking.FeatureCount], scores = new float[Weighed];
    private readonly (float Told, float Odds, float Alike, int Entity, int Name)[] weighed = new (float, float, float, int, int)[Looked];
    private readonly (float Score, float Odds, float Alike, int Entity, int Name)[] held = new (float, float, float, int, int)[Looked];
    private int count;

    /// <summary>The entities most alike, best first, one row each. Nothing scores above an entity that has the very name asked about; of equals the likelier by all its names, then the one whose name is more alike, then the one that comes first in the list.</summary>
    /// <param name="query">The name asked about.</param>
    /// <param name="adjust">Log-odds that other evidence adds for an entity; null for none.</param>
    public IReadOnlyList<ScreenRow> Screen(PreparedName query, Func<int, float>? adjust = null)
    {
        Weigh(query);
        return Rows(adjust);
    }

    /// <summary>Finds and weighs by the name alone, for <see cref="Rows"/>.</summary>
    internal void Weigh(PreparedName query)
    {
        var ranked = ranking.Of(query);
        if (later is not null) ranked = later.Join(query, ranked);
        Weigh(query, ranked, Weighed);
    }

    private void Weigh(PreparedName query, ReadOnlySpan<Ranking.Standing> ranked, int most)
    {
        count = ranked.Length;
        var ceiling = float.MinValue;
        foreach (var parts in query.Lists) ceiling = Math.Max(ceiling, SameName.ScreenOdds(parts));
        var first = Model is null ? 0 : Math.Min(most, count);
        others.Of(ranked);
        for (var n = 0; n < first; n++) (ranked[n].IsLater ? later!.Ranking : ranking).Measure(query, n, ranked, others, features.AsSpan(n * Ranking.FeatureCount, Ranking.FeatureCount));
        Model?.Score(features.AsSpan(0, first * Ranking.FeatureCount), scores.AsSpan(0, first));
        var floor = float.MaxValue;
        for (var n = 0; n < count; n++)
        {
            var odds = ranked[n].Odds;
            if (n < first) floor = Math.Min(floor, odds = Math.Min(scores[n], odds + MostAbovePair));
            else if (Model is not null) odds = Math.Min(odds, floor) - 1;
            weighed[n] = (ranked[n].IsSame ? ceiling : Math.Min(odds, ceiling), odds, ranked[n].Odds, ranked[n].Entity, ranked[n].IsLater ? index.Built + ranked[n].Name : ranked[n].Name);
        }
    }

    /// <summary>The rows of the name that was weighed last.</summary>
    internal ScreenRow[] Rows(Func<int, float>? adjust)
    {
        var sorted = held.AsSpan(0, count);
        for (var n = 0; n < count; n++)
        {
            var (told, odds, alike, entity, name) = weighed[n];
            var more = adjust?.Invoke(entity) ?? 0;
            sorted[n] = (1f / (1f + MathF.Exp(-(told + more))), odds + more, alike, entity, name);
        }
        sorted.Sort(static (one, other) => one.Score != other.Score ? other.Score.CompareTo(one.Score) : one.Odds != other.Odds ? other.Odds.CompareTo(one.Odds) : one.Alike != other.Alike ? other.Alike.CompareTo(one.Alike) : one.Entity.CompareTo(other.Entity));
        var rows = new ScreenRow[count];
        for (var n = 0; n < count; n++) rows[n] = new ScreenRow(sorted[n].Entity, sorted[n].Name, sorted[n].Score);
        return rows;
    }

    /// <summary>What the rows of one query are.</summary>
    /// <param name="agrees">Whether something besides the name agrees.</param>
    /// <param name="isWeak">Whether the list itself calls the name that was most alike weak.</param>
    public static ScreenVerdict Verdict(PreparedName query, ScreenRow row, IReadOnlyList<ScreenRow> rows, float threshold, bool agrees, bool isWeak = false) =>
        row.Score < threshold ? ScreenVerdict.Weak
        : rows.Count(one => one.Score >= threshold) >= TooMany && !agrees ? ScreenVerdict.TooCommon
        : !agrees && (isWeak || Parts(query) <= ShortName) ? ScreenVerdict.Incomplete
        : ScreenVerdict.Candidate;

    internal static int Parts(PreparedName query)
    {
        var most = 0;
        // By its place: an enumerator would be left behind each time.
        for (var n = 0; n < query.Renderings.Count; n++)
        {
            var count = 0;
            foreach (var part in query.Renderings[n]) if (part.Role is PartRole.Name or PartRole.Kunya or PartRole.Sector or PartRole.Number) count++;
            most = Math.Max(most, count);
        }
        return most;
    }
}
