namespace Plumbline.Screening.Matching;

/// <summary>Orders the entities of a list by their best name for one query after another: found by keys, looked at by their parts, and the best of those measured in full.</summary>
internal sealed class Ranking(CandidateIndex index)
{
    /// <summary>Names that are measured in full.</summary>
    public const int Measured = 48;

    /// <summary>What is measured on an entity among the others: its name pair, and how it stands out.</summary>
    public const int FeatureCount = PairFeatures.Count + 5;

    private const float NotMeasured = -10;   // log-odds below all that is measured
    private const float Near = 1;            // rivals within so many nats

    private readonly CandidateIndex.Probe probe = index.NewProbe();
    private readonly SimilarityMemo memo = new();
    private NameMatcher? matcher;
    private readonly List<int> found = [];
    private readonly PreparedPart[][] lists = [.. Enumerable.Range(0, NamePreparer.MostParts + 1).Select(length => new PreparedPart[length])];
    private readonly (float Order, int Name)[] looked = new (float, int)[Screener.Found];
    private readonly Standing[] standings = new Standing[Screener.Looked];
    private readonly Dictionary<int, int> places = [];
    private int count;

    /// <summary>An entity by its best name.</summary>
    /// <param name="Likely">How many of its names are more likely than not.</param>
    internal readonly record struct Standing(int Entity, int Name, float Odds, int Likely);

    /// <summary>The entities, best first; of equals the one that comes first in the list. Overwritten by the next query.</summary>
    public ReadOnlySpan<Standing> Of(PreparedName query)
    {
        matcher ??= new NameMatcher(memo);
        probe.Find(query, Screener.Found, found);
        memo.Clear();
        for (var n = 0; n < found.Count; n++) looked[n] = (Glance(query, found[n]), found[n]);
        var all = looked.AsSpan(0, found.Count);
        all.Sort(static (one, other) => one.Order != other.Order ? other.Order.CompareTo(one.Order) : one.Name.CompareTo(other.Name));
        places.Clear();
        count = 0;
        for (var n = 0; n < Math.Min(all.Length, Screener.Looked); n++)
        {
            var name = all[n].Name;
            Hold(index.EntityOf(name), name, n < Measured ? Odds(query, name) : NotMeasured + all[n].Order);
        }
        var ranked = standings.AsSpan(0, count);
        ranked.Sort(static (one, other) => one.Odds != other.Odds ? other.Odds.CompareTo(one.Odds) : one.Entity.CompareTo(other.Entity));
        return ranked;
    }

    /// <summary>Measures one of the ranked entities.</summary>
    public void Measure(PreparedName query, int at, Span<float> into)
    {
        var ranked = standings.AsSpan(0, count);
        var standing = ranked[at];
        into[PairFeatures.Count] = Odds(query, standing.Name, into);
        into[PairFeatures.Count + 1] = standing.Likely;
        into[PairFeatures.Count + 2] = Screener.Parts(query);
        var (best, rivals) = (at == 0 ? (count > 1 ? ranked[1].Odds : NotMeasured) : ranked[0].Odds, 0);
        foreach (var other in ranked) if (other.Entity != standing.Entity && other.Odds > standing.Odds - Near) rivals++;
        into[PairFeatures.Count + 3] = Math.Clamp(standing.Odds - best, -6, 6);
        into[PairFeatures.Count + 4] = Math.Min(rivals, 20);
    }

    private void Hold(int entity, int name, float odds)
    {
        var likely = odds > 0 ? 1 : 0;
        if (!places.TryGetValue(entity, out var place))
        {
            places[entity] = count;
            standings[count++] = new Standing(entity, name, odds, likely);
            return;
        }
        var held = standings[place];
        standings[place] = held with { Name = odds > held.Odds ? name : held.Name, Odds = Math.Max(odds, held.Odds), Likely = held.Likely + likely };
    }

    private float Glance(PreparedName query, int name)
    {
        var best = float.MinValue;
        var (from, to) = index.Store.Of(name);
        for (var asked = 0; asked < query.Lists.Length; asked++)
        {
            memo.Turn(asked);
            for (var rendering = from; rendering < to; rendering++)
                if (index.Store.IsCompared(rendering)) best = Math.Max(best, matcher!.Glance(query.Lists[asked], Parts(rendering)));
        }
        return best;
    }

    private float Odds(PreparedName query, int name, Span<float> measured = default)
    {
        var best = float.MinValue;
        var (from, to) = index.Store.Of(name);
        for (var asked = 0; asked < query.Lists.Length; asked++)
        {
            memo.Turn(asked);
            for (var rendering = from; rendering < to; rendering++)
            {
                if (!index.Store.IsCompared(rendering)) continue;
                var odds = matcher!.Odds(query.Lists[asked], Parts(rendering), index.Store.Organisations(rendering) + (query.LooksLikeOrganisation ? 1 : 0));
                if (odds <= best) continue;
                best = odds;
                if (!measured.IsEmpty) matcher.Measured.CopyTo(measured);
            }
        }
        return best;
    }

    private PreparedPart[] Parts(int rendering)
    {
        var list = lists[index.Store.Count(rendering)];
        index.Store.Parts(rendering, list);
        return list;
    }
}
