namespace Plumbline.Screening.Matching;

/// <summary>A name of a list: whose it is, and the name.</summary>
/// <param name="Entity">Number of the entity, from 0.</param>
public readonly record struct IndexedName(int Entity, PreparedName Name);

/// <summary>Finds the names that could be meant: an immutable inverted index over the keys of a name's parts, and a small one of what came later. Safe for several threads, each with its own <see cref="Probe"/>.</summary>
/// <remarks>
/// Ranking is by shared keys weighed by rarity over the root of the name's length, so that a name lacking a part is found. The rarest keys are counted first and bring in so many renderings
/// at most, and the commoner ones only add to those; a key that more than one name in twenty has is passed over, unless nothing else is known of the query: there is no full scan.
/// </remarks>
public sealed class CandidateIndex
{
    private readonly KeyPostings postings;
    private readonly LengthLevels lengths;
    private readonly Lines<Spot> spots;      // of renderings as the lengths number them
    private readonly int[] entityOf;    // of names
    private readonly int renderings;
    private CandidateIndex? beside;     // the part of later names, or of earlier ones: how common a part is, both tell

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
        entityOf = [.. entities];
        renderings = owners.Count;
        var found = new Spot[renderings];
        Names = texts is null ? (IReadOnlyList<IndexedName>)names : new NamesFromText(texts, entityOf);
        keys.Sort(ct);
        var squares = new float[owners.Count];
        keys.EachKey((_, pairs) =>
        {
            var weight = Rarity(pairs.Length);
            foreach (var pair in pairs) squares[(int)(pair & uint.MaxValue)] += weight * weight;
        }, ct);
        var numbers = new int[owners.Count];
        lengths = new LengthLevels(squares, rendering => Store.First(rendering).Script == PartScript.Arabic, numbers);
        for (var n = 0; n < numbers.Length; n++)
        {
            var ((at, count), (first, behind)) = (Store.Place(n), Store.Of(owners[n]));
            found[numbers[n]] = new Spot(owners[n], at, (byte)count, behind - first == 1);
        }
        spots = new(found);
        keys.Renumber(numbers, ct);
        postings = KeyPostings.Of(keys, owners.Count, ct);
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

    /// <summary>The most names that are found beside the likeliest for each rendering of the query, because two of its words are one there.</summary>
    internal const int MostJoined = 32;

    /// <summary>An index with further names behind those of this one, which stays as it is. Only what came since the build is indexed, so that an entry new among a million is found at once.</summary>
    /// <remarks>What is found scores as in an index built of all names. The more came since, the longer this takes and the more each screen: whoever keeps an index builds it anew in a quiet hour.</remarks>
    /// <param name="more">Further names; their entities may be new, or those of names that are there.</param>
    /// <param name="ct">Checked every 1,024 names.</param>
    public CandidateIndex With(IReadOnlyCollection<IndexedName> more, CancellationToken ct)
    {
        var grown = (CandidateIndex)MemberwiseClone();
        var (built, since) = Names is NamesInTwo two ? (two.First, two.Then) : (Names, []);
        grown.Later = new CandidateIndex([.. since, .. more], ct) { beside = grown };
        (grown.Names, grown.beside) = (new NamesInTwo(built, grown.Later.Names), grown.Later);
        return grown;
    }

    /// <summary>The index of the names that came since this one was built; null where none did.</summary>
    internal CandidateIndex? Later { get; private set; }

    /// <summary>How many names were there when it was built.</summary>
    internal int Built => entityOf.Length;

    /// <summary>The names, in the order given.</summary>
    public IReadOnlyList<IndexedName> Names { get; private set; }

    /// <summary>How many keys there are.</summary>
    public int KeyCount => postings.Count;

    /// <summary>The parts of the names, each once.</summary>
    internal PartStore Store { get; } = new();

    /// <summary>Whose a name is.</summary>
    internal int EntityOf(int name) => entityOf[name];

    /// <summary>A place to count in, for one thread.</summary>
    public Probe NewProbe() => new(this);

    /// <summary>How much less than every name has a part, in nats; of one that no name has, as much as of one that a single one has.</summary>
    internal float Rarity(PreparedPart part)
    {
        var key = NameKeys.OfWhole(part);
        var (all, having) = (renderings, postings.Find(key).Count);
        if (beside is not null) (all, having) = (all + beside.renderings, having + beside.postings.Find(key).Count);
        return MathF.Log((all + 1f) / Math.Max(1, having));
    }

    private float Rarity(int count) => MathF.Log((renderings + 1f) / count);

    // Whose a rendering is, where its parts are, and whether its name has no other: all that is asked of each candidate, in one line fetched from afar.
    private readonly record struct Spot(int Name, int At, byte Count, bool IsAlone);

    /// <summary>Counts shared keys for one query after another.</summary>
    public sealed class Probe
    {
        // Renderings that the rarest keys of a query may bring in, and those that its commoner keys are looked through for.
        private const int Visits = 3_000, SecondVisits = 12_000;
        private const int FewestPerKey = 200, OneIn = 20;
        private const int MostWithJoined = 64;   // names that have two words as one; more of them select nobody
        private const int Ahead = 3;    // keys whose renderings are fetched before they are counted

        private readonly CandidateIndex index;
        private readonly ScoreTable table = new();
        private readonly List<(uint Key, float Share)> own = [];
        private readonly List<(int Start, float Share)> starts = [];
        private readonly List<uint> joined = [];
        private readonly List<(float Weight, int At, int Count)> places = [];
        private readonly List<(float Weight, int At, int Count, bool Brings)> plan = [];
        private Spot[] spots = [];
        private ulong[] ranked = new ulong[1 << 14];

        internal Probe(CandidateIndex index) => this.index = index;

        /// <summary>Where the numbers of the parts are of all renderings of the names found last, among <see cref="PartStore.Members"/>: which of the names, from where, how many.</summary>
        internal List<(int Found, int From, int Count)> Renderings { get; } = [];

        /// <summary>The names most likely meant, in no order; of names with equal counts those that come first.</summary>
        /// <param name="query">The name asked about.</param>
        /// <param name="most">How many at most.</param>
        /// <param name="found">Receives positions in <see cref="Names"/>, each once.</param>
        /// <param name="share">Which share of the renderings that a name alone may bring in and be looked through for.</param>
        public void Find(PreparedName query, int most, List<int> found, float share = 1)
        {
            found.Clear();
            Renderings.Clear();
            places.Clear();
            foreach (var rendering in query.Lists) Place(rendering);
            Count((int)(Visits * share), (int)(SecondVisits * share));
            var noted = table.Count;
            if (ranked.Length < noted) ranked = new ulong[noted * 2];
            // Names in the query's own script share its letters too and would crowd out those in the other: each has half of the places.
            var front = index.lengths.Divide(table.Met, ranked.AsSpan(0, noted));
            Take(ranked.AsSpan(0, front), most - (most / 2), found);
            Take(ranked.AsSpan(front, noted - front), most / 2, found);
            foreach (var rendering in query.Lists) TakeJoined(rendering, found);
        }

        // What stands as two words here may stand as one there. Such names have places of their own: counted with the others their keys bring in more noise than names.
        private void TakeJoined(PreparedPart[] parts, List<int> found)
        {
            joined.Clear();
            NameKeys.OfJoined(parts, joined);
            Span<ulong> own = stackalloc ulong[MostJoined];
            var count = 0;
            foreach (var key in joined)
            {
                var place = index.postings.Find(key);
                if (place.Count > MostWithJoined) continue;
                var read = table.Some.AsSpan(0, index.postings.Read(place, table.Some.AsSpan(0, MostWithJoined)));
                for (var n = 0; n < read.Length && count < MostJoined; n++) own[count++] = read[n];
            }
            Take(own[..count], MostJoined, found, perhapsFound: true);
        }

        private void Take(Span<ulong> span, int most, List<int> found, bool perhapsFound = false)
        {
            span = Lowest.Of(span, most);
            if (spots.Length < span.Length) spots = new Spot[span.Length];
            for (var n = 0; n < span.Length; n++) spots[n] = index.spots[(int)(span[n] & uint.MaxValue)];
            foreach (var (name, at, count, isAlone) in spots.AsSpan(0, span.Length))
            {
                if (isAlone && !perhapsFound)
                {
                    if (count > 0) Renderings.Add((found.Count, at, count));
                    found.Add(name);
                    continue;
                }
                if (found.Contains(name)) continue;
                var (from, to) = index.Store.Of(name);
                for (; from < to; from++) if (index.Store.Place(from) is (var own, > 0 and var many)) Renderings.Add((found.Count, own, many));
                found.Add(name);
            }
        }

        // Where the keys of a rendering of the query are.
        private void Place(PreparedPart[] parts)
        {
            own.Clear();
            NameKeys.Of(parts, own);
            starts.Clear();
            foreach (var (key, share) in own)
                if (index.postings.Start(key) is >= 0 and var start) starts.Add((start, share));
            var fetched = 0;
            foreach (var (start, _) in starts) fetched ^= index.postings.Fetch(start);
            GC.KeepAlive(fetched);
            foreach (var (start, share) in starts)
            {
                var (at, count) = index.postings.At(start);
                places.Add((index.Rarity(count) * share, at, count));
            }
        }

        private void Count(int mostVisits, int mostSeconds)
        {
            places.Sort(static (one, other) => one.Weight != other.Weight ? other.Weight.CompareTo(one.Weight) : one.At.CompareTo(other.At));
            var limit = Math.Max(FewestPerKey, index.renderings / OneIn);
            table.Begin(places.Count == 0 ? 0 : Math.Max(mostVisits, places[0].Count));
            var (visits, seconds) = (0, 0);
            plan.Clear();
            foreach (var (weight, at, count) in places)
            {
                var brings = visits == 0 || (count <= limit && visits + count <= mostVisits);
                if (!brings && (count > limit || seconds + count > mostSeconds)) continue;
                if (brings) visits += count;
                else seconds += count;
                plan.Add((weight, at, count, brings));
            }
            var fetched = 0;
            for (var n = -Ahead; n < plan.Count; n++)
            {
                if (n + Ahead < plan.Count) fetched ^= index.postings.Fetch((plan[n + Ahead].At, plan[n + Ahead].Count));
                if (n < 0) continue;
                var (weight, at, count, brings) = plan[n];
                if (n == 0) index.postings.AddFirst((at, count), weight, table);
                else if (brings) index.postings.Add((at, count), weight, table);
                else index.postings.AddToMet((at, count), weight, table);
            }
            GC.KeepAlive(fetched);
        }
    }
}
