namespace Plumbline.Screening.Matching;

/// <summary>Ranks the names that came after an index was built, and puts their entities among those of the index.</summary>
internal sealed class LaterNames(CandidateIndex later)
{
    private readonly Ranking.Standing[] joined = new Ranking.Standing[2 * Screener.Looked];
    private readonly Dictionary<int, int> places = [];

    /// <summary>What ranks them.</summary>
    public Ranking Ranking { get; } = new(later, new NameMatcher());

    /// <summary>All entities, best first, each once. Overwritten by the next query.</summary>
    public ReadOnlySpan<Ranking.Standing> Join(PreparedName query, ReadOnlySpan<Ranking.Standing> built)
    {
        var more = Ranking.Of(query);
        if (more.Length == 0) return built;
        places.Clear();
        var count = 0;
        foreach (var standing in built)
        {
            places[standing.Entity] = count;
            joined[count++] = standing;
        }
        foreach (var standing in more)
        {
            if (places.TryGetValue(standing.Entity, out var at)) joined[at] = joined[at].Join(standing with { IsLater = true });
            else joined[count++] = standing with { IsLater = true };
        }
        var all = joined.AsSpan(0, count);
        all.Sort(Ranking.Standing.InOrder);
        return all[..Math.Min(count, Screener.Looked)];
    }
}
