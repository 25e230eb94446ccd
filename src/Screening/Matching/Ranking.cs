namespace Plumbline.Screening.Matching;

/// <summary>Orders the entities of a list by their best name for one query after another: found by keys, looked at by their parts, and the best of those measured in full.</summary>
internal sealed partial class Ranking(CandidateIndex index, NameMatcher matcher)
{
    /// <summary>Names that are measured in full.</summary>
    public const int Measured = 48;

    // So many are measured in any case; those behind them only while they explain nearly as much as the first.
    private const int LeastMeasured = 16;
    private const float Behind = 0.8f;

    /// <summary>What is measured on an entity among the others: its name pair, and how it stands out, and what each side leaves of the other.</summary>
    public const int FeatureCount = PairFeatures.Count + 7 + OneSided.Count;

    private const int Most = Screener.Found + (2 * CandidateIndex.MostJoined);   // names: a query has two renderings at most

    private const float Whole = 1.85f;       // less than a name whose parts are all explained comes to, however little they tell
    private const float NotMeasured = -10;   // log-odds below all that is measured
    private const float Near = 1;            // rivals within so many nats
    private const int MostRivals = 20;

    private readonly CandidateIndex.Probe probe = index.NewProbe();
    private readonly FirstLook look = new(index.Store);
    private readonly List<int> found = [];
    private readonly float[] explained = new float[Most];
    private readonly ulong[] order = new ulong[Most];
    private readonly int[] entities = new int[Most];
    private readonly PreparedPart[][] lists = [.. Enumerable.Range(0, NamePreparer.MostParts + 1).Select(length => new PreparedPart[length])];
    private readonly List<(int Looked, int Asked, int Rendering, float Most, bool IsSame)> pairs = [];
    private float[] held = new float[Measured * PairFeatures.Count], odds = new float[Measured];
    private Standing[] standings = new Standing[Screener.Looked];
    private readonly OtherChances others = new();
    private readonly Dictionary<long, int> standingOf = [];
    private int count;

    /// <summary>An entity by its best name.</summary>
    /// <param name="Second">The odds of the best of its other names.</param>
    /// <param name="Likely">How many of its names are more likely than not.</param>
    /// <param name="IsSame">Whether one of its names is the one asked about, letter by letter.</param>
    /// <param name="Place">Where the measures of its best name are held; -1 where it was not measured.</param>
    internal readonly record struct Standing(int Entity, int Name, float Odds, float Second, int Likely, bool IsSame, int Place)
    {
        /// <summary>Whether the best name came after the index was built; its number is that of the later part.</summary>
        public bool IsLater { get; init; }

        /// <summary>Which name of a person it stands by; 0 where one name is asked about.</summary>
        public int Asked { get; init; }

        /// <summary>One entity of which both parts of an index have names.</summary>
        public Standing Join(Standing other)
        {
            var (better, worse) = other.Odds > Odds ? (other, this) : (this, other);
            return better with { Second = Math.Max(better.Second, worse.Odds), Likely = Likely + other.Likely, IsSame = IsSame || other.IsSame };
        }

        /// <summary>The likelier first; of equals the one that comes first in the list.</summary>
        public static int InOrder(Standing one, Standing other) => one.Odds != other.Odds ? other.Odds.CompareTo(one.Odds) : one.Entity.CompareTo(other.Entity);
    }

    /// <summary>The entities, best first; of equals the one that comes first in the list. Overwritten by the next query.</summary>
    /// <param name="query">The name asked about.</param>
    /// <param name="without">A name of the list that is passed over, for those who learn; -1 for none.</param>
    public ReadOnlySpan<Standing> Of(PreparedName query, int without = -1)
    {
        probe.Find(query, Screener.Found, found);
        look.At(query, probe.Renderings, explained);
        // The most explained first; of equals the name that comes first in the list.
        var met = 0;
        for (var n = 0; n < found.Count; n++)
            if (found[n] != without) order[met++] = ((ulong)~BitConverter.SingleToUInt32Bits(explained[n]) << 32) | (uint)found[n];
        var all = order.AsSpan(0, met);
        ShortSort.Sort(all);
        standingOf.Clear();
        count = 0;
        var measured = MeasureFirst(query, all);
        // Whose each is comes from afar: all are asked for before the first is needed.
        for (var n = 0; n < all.Length; n++) entities[n] = index.EntityOf(Looked(all[n]).Name);
        for (int n = 0, place = 0; n < all.Length && count < Screener.Looked; n++)
        {
            var (name, told) = Looked(all[n]);
            if (n < measured) HoldBest(n, entities[n], 0, name, ref place);
            // Entities beside those of the first names; what else is known of these changes nothing.
            else if (n >= Screener.Looked && standingOf.ContainsKey(entities[n])) continue;
            else if (told >= Whole && IsSame(query, name) is { } itself) Hold(entities[n], 0, name, SameName.Odds(itself), true, -1);
            else Hold(entities[n], 0, name, NotMeasured + told, false, -1);
        }
        var ranked = standings.AsSpan(0, count);
        ranked.Sort(Standing.InOrder);
        return ranked;
    }

    /// <summary>Measures one of the first <see cref="Screener.Weighed"/> of the entities ranked here, in their order from the first on.</summary>
    public void Measure(PreparedName query, int at, Span<float> into)
    {
        if (at == 0) others.Of(standings.AsSpan(0, count));
        Measure(query, at, standings.AsSpan(0, count), others, into);
    }

    /// <summary>Measures one of the first entities ranked here, among all: those of another part of the index too.</summary>
    public void Measure(PreparedName query, int at, ReadOnlySpan<Standing> ranked, OtherChances others, Span<float> into)
    {
        var standing = ranked[at];
        if (standing.Place >= 0) held.AsSpan(standing.Place * PairFeatures.Count, PairFeatures.Count).CopyTo(into);
        into[PairFeatures.Count] = standing.Place >= 0 ? standing.Odds : Odds(query, standing.Name, into);
        into[PairFeatures.Count + 1] = standing.Likely;
        into[PairFeatures.Count + 2] = Screener.Parts(query);
        var (best, rivals) = (at == 0 ? (ranked.Length > 1 ? ranked[1].Odds : NotMeasured) : ranked[0].Odds, -1);
        // They stand first, and it is among them itself.
        foreach (var other in ranked[..Math.Min(ranked.Length, MostRivals + 1)]) if (other.Odds > standing.Odds - Near) rivals++;
        into[PairFeatures.Count + 3] = Math.Clamp(standing.Odds - best, -6, 6);
        into[PairFeatures.Count + 4] = Math.Clamp(rivals, 0, MostRivals);
        into[PairFeatures.Count + 5] = Math.Max(standing.Second, NotMeasured);
        into[PairFeatures.Count + 6] = standing.Odds - MathF.Log(1 + others[at]);
        MeasureSides(query, standing, into[(PairFeatures.Count + 7)..]);
    }

    // Who met whom in the pair of renderings that was likeliest; of a name that was only looked at, in the first.
    private void MeasureSides(PreparedName query, Standing standing, Span<float> into)
    {
        var (asked, rendering) = standing.Place >= 0 ? (pairs[standing.Place].Asked, pairs[standing.Place].Rendering) : (0, index.Store.Of(standing.Name).From);
        matcher.Memo = look.Memo(asked);
        OneSided.Measure(matcher.Met(query.Lists[asked], Parts(rendering)), query.Lists[asked], index, (query.LooksLikeOrganisation, index.Store.Organisations(rendering) > 0), into);
    }

    private static (int Name, float Explained) Looked(ulong entry) => ((int)(entry & uint.MaxValue), BitConverter.UInt32BitsToSingle(~(uint)(entry >> 32)));

    // Measures the names looked at first, all their pairs of renderings one behind the other, and then lets the trees judge them together; how many names they are.
    private int MeasureFirst(PreparedName query, ReadOnlySpan<ulong> all)
    {
        pairs.Clear();
        var (measured, fetched) = (0, 0);
        while (measured < all.Length && (measured < LeastMeasured || (measured < Measured && Looked(all[measured]).Explained >= Looked(all[0]).Explained - Behind)))
        {
            var (from, to) = index.Store.Of(Looked(all[measured]).Name);
            for (; from < to; from++) fetched ^= index.Store.Fetch(from);
            measured++;
        }
        for (var n = 0; n < measured; n++) MeasureName(query, Looked(all[n]).Name, n);
        GC.KeepAlive(fetched);
        Judge();
        return measured;
    }

    // Of all pairs that were measured.
    private void Judge()
    {
        if (odds.Length < pairs.Count) odds = new float[held.Length / PairFeatures.Count];
        matcher.Odds(held.AsSpan(0, pairs.Count * PairFeatures.Count), odds.AsSpan(0, pairs.Count));
    }

    private void MeasureName(PreparedName query, int name, int looked)
    {
        var (from, to) = index.Store.Of(name);
        for (var asked = 0; asked < query.Lists.Length; asked++)
        {
            matcher.Memo = look.Memo(asked);
            for (var rendering = from; rendering < to; rendering++)
            {
                if (!index.Store.IsCompared(rendering)) continue;
                var most = matcher.Most(query.Lists[asked], Parts(rendering), index.Store.Organisations(rendering) + (query.LooksLikeOrganisation ? 1 : 0));
                if (held.Length < (pairs.Count + 1) * PairFeatures.Count) Array.Resize(ref held, held.Length * 2);
                matcher.Measured.CopyTo(held.AsSpan(pairs.Count * PairFeatures.Count));
                pairs.Add((looked, asked, rendering, most, matcher.MetItself));
            }
        }
    }

    // By its likeliest pair of renderings.
    private void HoldBest(int looked, int entity, int asked, int name, ref int place)
    {
        var (best, at, same) = (float.MinValue, -1, false);
        for (; place < pairs.Count && pairs[place].Looked == looked; place++)
        {
            var (_, _, _, most, isSame) = pairs[place];
            same |= isSame;
            var told = isSame ? most : Math.Min(odds[place], most);
            if (told > best) (best, at) = (told, place);
        }
        Hold(entity, asked, name, best, same, at);
    }

    private void Hold(int entity, int asked, int name, float odds, bool same, int place)
    {
        var likely = odds > 0 ? 1 : 0;
        var key = ((long)asked << 32) | (uint)entity;
        if (!standingOf.TryGetValue(key, out var at))
        {
            if (count == standings.Length) Array.Resize(ref standings, count * 2);
            standingOf[key] = count;
            standings[count++] = new Standing(entity, name, odds, NotMeasured, likely, same, place) { Asked = asked };
            return;
        }
        var before = standings[at];
        var isBetter = odds > before.Odds;
        standings[at] = before with { Name = isBetter ? name : before.Name, Odds = isBetter ? odds : before.Odds, Second = isBetter ? before.Odds : Math.Max(before.Second, odds), Place = isBetter ? place : before.Place, Likely = before.Likely + likely, IsSame = before.IsSame || same };
    }

    // One that was only looked at, where so few were measured that it is among the first all the same.
    private float Odds(PreparedName query, int name, Span<float> into)
    {
        var best = float.MinValue;
        var (from, to) = index.Store.Of(name);
        for (var asked = 0; asked < query.Lists.Length; asked++)
        {
            matcher.Memo = look.Memo(asked);
            for (var rendering = from; rendering < to; rendering++)
            {
                if (!index.Store.IsCompared(rendering)) continue;
                var told = matcher.Odds(query.Lists[asked], Parts(rendering), index.Store.Organisations(rendering) + (query.LooksLikeOrganisation ? 1 : 0));
                if (told <= best) continue;
                best = told;
                matcher.Measured.CopyTo(into);
            }
        }
        return best;
    }

    // The rendering asked about that a name has letter by letter.
    private PreparedPart[]? IsSame(PreparedName query, int name)
    {
        var (from, to) = index.Store.Of(name);
        foreach (var asked in query.Lists)
            for (var rendering = from; rendering < to; rendering++)
                if (index.Store.IsCompared(rendering) && SameName.Is(asked, Parts(rendering))) return asked;
        return null;
    }

    private PreparedPart[] Parts(int rendering)
    {
        var list = lists[index.Store.Count(rendering)];
        index.Store.Parts(rendering, list);
        return list;
    }
}
