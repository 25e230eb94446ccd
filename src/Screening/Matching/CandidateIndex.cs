namespace Plumbline.Screening.Matching;

/// <summary>A name of a list: whose it is, and the name.</summary>
/// <param name="Entity">Number of the entity, from 0.</param>
public readonly record struct IndexedName(int Entity, PreparedName Name);

/// <summary>Finds the names that could be meant: an immutable inverted index over the keys of <see cref="NameKeys"/>. Safe for several threads, each with its own <see cref="Probe"/>.</summary>
/// <remarks>
/// Ranking is by shared keys weighed by rarity over the root of the name's length, so that a name lacking a part is found. A key that more than one name in twenty has is
/// passed over, unless nothing else is known of the query: there is no full scan.
/// </remarks>
public sealed class CandidateIndex
{
    private readonly Dictionary<uint, (int Start, int Count)> keys = [];
    private readonly int[] postings;
    private readonly float[] lengths;
    private readonly bool[] isArabic;
    private readonly (int Name, int Rendering)[] renderings;

    /// <summary>Builds an index.</summary>
    /// <param name="names">All names; their order decides ties.</param>
    /// <param name="ct">Checked every 1,024 names.</param>
    public CandidateIndex(IReadOnlyList<IndexedName> names, CancellationToken ct)
    {
        Names = names;
        renderings = [.. names.SelectMany((name, n) => Enumerable.Range(0, name.Name.Renderings.Count).Select(rendering => (n, rendering)))];
        lengths = new float[renderings.Length];
        isArabic = [.. renderings.Select(one => names[one.Name].Name.Renderings[one.Rendering][0].Script == PartScript.Arabic)];
        List<(uint Key, float Share)> own = [];
        var all = new List<(uint Key, int Rendering)>(renderings.Length * 24);
        for (var n = 0; n < renderings.Length; n++)
        {
            if ((n & 0x3FF) == 0) ct.ThrowIfCancellationRequested();
            own.Clear();
            NameKeys.Of(names[renderings[n].Name].Name.Renderings[renderings[n].Rendering], own);
            foreach (var (key, _) in own) all.Add((key, n));
        }
        all.Sort((one, other) => one.Key != other.Key ? one.Key.CompareTo(other.Key) : one.Rendering.CompareTo(other.Rendering));
        var kept = new List<int>(all.Count);
        for (var at = 0; at < all.Count;)
        {
            var (key, start) = (all[at].Key, kept.Count);
            for (var last = -1; at < all.Count && all[at].Key == key; at++)
            {
                if (all[at].Rendering == last) continue;
                kept.Add(last = all[at].Rendering);
            }
            keys[key] = (start, kept.Count - start);
        }
        postings = [.. kept];
        foreach (var (_, (start, count)) in keys)
        {
            var rarity = Rarity(count);
            for (var n = start; n < start + count; n++) lengths[postings[n]] += rarity * rarity;
        }
        for (var n = 0; n < lengths.Length; n++) lengths[n] = MathF.Sqrt(MathF.Sqrt(Math.Max(1e-3f, lengths[n])));
    }

    /// <summary>The names, as given.</summary>
    public IReadOnlyList<IndexedName> Names { get; }

    /// <summary>How many keys there are.</summary>
    public int KeyCount => keys.Count;

    /// <summary>A place to count in, for one thread.</summary>
    public Probe NewProbe() => new(this);

    private float Rarity(int count) => MathF.Log((renderings.Length + 1f) / count);

    /// <summary>Counts shared keys for one query after another.</summary>
    public sealed class Probe
    {
        private readonly CandidateIndex index;
        private readonly float[] scores;
        private readonly List<int> touched = [];
        private readonly List<(uint Key, float Share)> own = [];
        private (float Score, int Rendering)[] ranked = new (float, int)[1024];

        internal Probe(CandidateIndex index)
        {
            this.index = index;
            scores = new float[index.renderings.Length];
        }

        /// <summary>The names most likely meant, best first; of names with equal counts the one that comes first.</summary>
        /// <param name="query">The name asked about.</param>
        /// <param name="most">How many at most.</param>
        /// <param name="found">Receives positions in <see cref="Names"/>, each once.</param>
        public void Find(PreparedName query, int most, List<int> found)
        {
            found.Clear();
            foreach (var rendering in query.Renderings) Count(rendering);
            if (ranked.Length < touched.Count) ranked = new (float, int)[touched.Count * 2];
            // Names in the query's own script share its letters too and would crowd out those in the other: each has half of the places.
            var (front, back) = (0, touched.Count);
            foreach (var rendering in touched)
            {
                var entry = (-scores[rendering] / index.lengths[rendering], rendering);
                scores[rendering] = 0;
                if (index.isArabic[rendering]) ranked[--back] = entry;
                else ranked[front++] = entry;
            }
            Take(ranked.AsSpan(0, front), most - (most / 2), found);
            Take(ranked.AsSpan(front, touched.Count - front), most / 2, found);
            touched.Clear();
        }

        private void Take(Span<(float Score, int Rendering)> span, int most, List<int> found)
        {
            Top(span, most);
            foreach (var (_, rendering) in span[..Math.Min(most, span.Length)])
            {
                var name = index.renderings[rendering].Name;
                if (!found.Contains(name)) found.Add(name);
            }
        }

        private void Count(PreparedPart[] parts)
        {
            own.Clear();
            NameKeys.Of(parts, own);
            var limit = Math.Max(200, index.renderings.Length / 20);
            var counted = Count(limit);
            if (!counted) Count(int.MaxValue);
        }

        private bool Count(int limit)
        {
            var any = false;
            foreach (var (key, share) in own)
            {
                if (!index.keys.TryGetValue(key, out var place) || place.Count > limit) continue;
                any = true;
                var weight = index.Rarity(place.Count) * share;
                foreach (var rendering in index.postings.AsSpan(place.Start, place.Count))
                {
                    if (scores[rendering] == 0) touched.Add(rendering);
                    scores[rendering] += weight;
                }
            }
            return any;
        }

        // The first few in order; the rest as it comes.
        private static void Top(Span<(float Score, int Rendering)> span, int most)
        {
            if (span.Length > most * 4)
            {
                Span<float> sample = stackalloc float[512];
                var step = Math.Max(1, span.Length / 512);
                var taken = 0;
                for (var n = 0; n < span.Length && taken < sample.Length; n += step) sample[taken++] = span[n].Score;
                sample[..taken].Sort();
                var cut = sample[Math.Min(taken - 1, (int)((long)taken * most * 2 / span.Length) + 4)];
                var kept = 0;
                for (var n = 0; n < span.Length; n++)
                {
                    if (span[n].Score > cut) continue;
                    (span[kept], span[n]) = (span[n], span[kept]);
                    kept++;
                }
                if (kept >= most) span = span[..kept];
            }
            span.Sort();
        }
    }
}
