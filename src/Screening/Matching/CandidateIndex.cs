namespace Plumbline.Screening.Matching;

/// <summary>A name of a list: whose it is, and the name.</summary>
/// <param name="Entity">Number of the entity, from 0.</param>
public readonly record struct IndexedName(int Entity, PreparedName Name);

/// <summary>Finds the names that could be meant: an immutable inverted index over the keys of a name's parts. Safe for several threads, each with its own <see cref="Probe"/>.</summary>
/// <remarks>
/// Ranking is by shared keys weighed by rarity over the root of the name's length, so that a name lacking a part is found. The rarest keys are counted first and bring in so many renderings
/// at most, and the commoner ones only add to those; a key that more than one name in twenty has is passed over, unless nothing else is known of the query: there is no full scan.
/// </remarks>
public sealed class CandidateIndex
{
    private readonly KeyPostings postings;
    private readonly float[] lengths;   // roots; below 0 for Arabic letters
    private readonly int[] nameOf, entityOf;

    /// <summary>Builds an index over names that the caller keeps.</summary>
    /// <param name="names">All names; their order decides ties.</param>
    /// <param name="ct">Checked every 1,024 names.</param>
    public CandidateIndex(IReadOnlyList<IndexedName> names, CancellationToken ct) : this(names, null, ct)
    {
    }

    private CandidateIndex(IEnumerable<IndexedName> names, TextStore? texts, CancellationToken ct)
    {
        List<int> entities = [], owners = [];
        var keys = new KeyList();
        List<(uint Key, float Share)> own = [];
        foreach (var (entity, name) in names)
        {
            if ((entities.Count & 0x3FF) == 0) ct.ThrowIfCancellationRequested();
            foreach (var rendering in name.Renderings)
            {
                own.Clear();
                NameKeys.Of(rendering, own);
                foreach (var (key, _) in own) keys.Add(key, owners.Count);
                owners.Add(entities.Count);
            }
            Store.Add(name);
            entities.Add(entity);
        }
        Store.Close();
        (entityOf, nameOf) = ([.. entities], [.. owners]);
        Names = texts is null ? (IReadOnlyList<IndexedName>)names : new NamesFromText(texts, entityOf);
        postings = KeyPostings.Of(keys.Sorted(), ct);
        lengths = new float[nameOf.Length];
        postings.AddSquares(Rarity, lengths);
        for (var n = 0; n < lengths.Length; n++)
        {
            var length = MathF.Sqrt(MathF.Sqrt(Math.Max(1e-3f, lengths[n])));
            lengths[n] = Store.First(n).Script == PartScript.Arabic ? -length : length;
        }
    }

    /// <summary>Builds an index that keeps texts instead of prepared names, about a fifth of the memory: for lists of a million names.</summary>
    /// <param name="names">Whose each name is, and its text; their order decides ties.</param>
    /// <param name="refused">Receives the places, from 0, of texts that are no names; they are not in the index.</param>
    /// <param name="ct">Checked every 1,024 names.</param>
    public static CandidateIndex OfTexts(IEnumerable<(int Entity, string Text)> names, ICollection<int> refused, CancellationToken ct)
    {
        var texts = new TextStore();
        return new CandidateIndex(Prepared(), texts, ct);

        IEnumerable<IndexedName> Prepared()
        {
            var place = 0;
            foreach (var (entity, text) in names)
            {
                if (NameMatcher.Preparer.Prepare(text) is Core.Outcome<PreparedName>.Done { Value: var name })
                {
                    texts.Add(text);
                    yield return new IndexedName(entity, name);
                }
                else
                {
                    refused.Add(place);
                }
                place++;
            }
        }
    }

    /// <summary>The names, in the order given.</summary>
    public IReadOnlyList<IndexedName> Names { get; }

    /// <summary>How many keys there are.</summary>
    public int KeyCount => postings.Count;

    /// <summary>The parts of the names, each once.</summary>
    internal PartStore Store { get; } = new();

    /// <summary>Whose a name is.</summary>
    internal int EntityOf(int name) => entityOf[name];

    /// <summary>A place to count in, for one thread.</summary>
    public Probe NewProbe() => new(this);

    private float Rarity(int count) => MathF.Log((nameOf.Length + 1f) / count);

    /// <summary>Counts shared keys for one query after another.</summary>
    public sealed class Probe
    {
        // Renderings that the rarest keys of a query may bring in, and those that its commoner keys are looked through for.
        private const int Visits = 12_000, SecondVisits = 60_000;
        private const int FewestPerKey = 200, OneIn = 20;

        private readonly CandidateIndex index;
        private readonly Tally[] tallies;
        private readonly int[] touched;
        private readonly ulong[] seen;
        private readonly List<(uint Key, float Share)> own = [];
        private readonly List<(float Weight, int At, int Count)> places = [];
        private readonly ulong[] ranked;
        private int noted;

        internal Probe(CandidateIndex index)
        {
            this.index = index;
            (tallies, touched, ranked) = (new Tally[index.nameOf.Length], new int[index.nameOf.Length], new ulong[index.nameOf.Length]);
            seen = new ulong[(tallies.Length / 64) + 1];
            for (var n = 0; n < tallies.Length; n++) tallies[n].Length = index.lengths[n];
        }

        /// <summary>The names most likely meant, best first; of names with equal counts the one that comes first.</summary>
        /// <param name="query">The name asked about.</param>
        /// <param name="most">How many at most.</param>
        /// <param name="found">Receives positions in <see cref="Names"/>, each once.</param>
        public void Find(PreparedName query, int most, List<int> found)
        {
            found.Clear();
            noted = 0;
            foreach (var rendering in query.Lists) Count(rendering);
            // Names in the query's own script share its letters too and would crowd out those in the other: each has half of the places.
            var (front, back) = (0, noted);
            foreach (var rendering in touched.AsSpan(0, noted))
            {
                ref var tally = ref tallies[rendering];
                var entry = ((ulong)~BitConverter.SingleToUInt32Bits(tally.Score / Math.Abs(tally.Length)) << 32) | (uint)rendering;
                tally.Score = 0;
                seen[rendering >> 6] = 0;
                if (tally.Length < 0) ranked[--back] = entry;
                else ranked[front++] = entry;
            }
            Take(ranked.AsSpan(0, front), most - (most / 2), found);
            Take(ranked.AsSpan(front, noted - front), most / 2, found);
        }

        private void Take(Span<ulong> span, int most, List<int> found)
        {
            span = Lowest.Of(span, most);
            foreach (var entry in span)
            {
                var rendering = (int)(entry & uint.MaxValue);
                var name = index.nameOf[rendering];
                var (from, to) = index.Store.Of(name);
                if (to - from == 1 || !found.Contains(name)) found.Add(name);
            }
        }

        private void Count(PreparedPart[] parts)
        {
            own.Clear();
            NameKeys.Of(parts, own);
            places.Clear();
            var limit = Math.Max(FewestPerKey, index.nameOf.Length / OneIn);
            foreach (var (key, share) in own)
                if (index.postings.Find(key) is { Count: > 0 } place) places.Add((index.Rarity(place.Count) * share, place.At, place.Count));
            places.Sort(static (one, other) => one.Weight != other.Weight ? other.Weight.CompareTo(one.Weight) : one.At.CompareTo(other.At));
            var (visits, seconds) = (0, 0);
            foreach (var (weight, at, count) in places)
            {
                if (visits == 0 || (count <= limit && visits + count <= Visits))
                {
                    visits += count;
                    noted = index.postings.Add((at, count), weight, tallies, seen, touched, noted);
                }
                else if (count <= limit && seconds + count <= SecondVisits)
                {
                    seconds += count;
                    index.postings.AddToSeen((at, count), weight, tallies, seen);
                }
            }
        }
    }
}
