namespace Plumbline.Screening.Matching;

/// <summary>Says how probable it is that two names name one person or body, by the names alone. Deterministic and symmetric; one matcher serves one thread.</summary>
public sealed class NameMatcher
{
    private static readonly BoostedTrees? Model = Learned("model");

    private const float OddsOfOtherNumbers = -1.5f;
    private const float OddsOfOtherOwnName = -0.5f;

    private readonly BoostedTrees? model;
    private readonly Pairing pairing = new(CostTables.Alignments);
    private readonly float[] features = new float[PairFeatures.Count];

    /// <summary>A matcher with the committed numbers.</summary>
    public NameMatcher() : this(Model)
    {
    }

    /// <summary>A matcher with other trees, for those who learn.</summary>
    internal NameMatcher(BoostedTrees? model) => this.model = model;

    /// <summary>What is known of how alike the parts of one query are to numbered parts; null for names as they come.</summary>
    internal SimilarityMemo? Memo
    {
        set => pairing.Memo = value;
    }

    /// <summary>The version of the rules and a hash of the numbers, kept with every result.</summary>
    public static string Version { get; } = $"names-5-{CostTables.Fingerprint():x8}";

    /// <summary>The preparer with the numbers that the matcher was learned with.</summary>
    public static NamePreparer Preparer { get; } = new(CostTables.Rarity);

    /// <summary>0 to 1; of two renderings the better one, since they are spellings of one name.</summary>
    public float Compare(PreparedName a, PreparedName b) => Best(a, b, out _, out _);

    /// <summary>The score with its reasons.</summary>
    public NameExplanation Explain(PreparedName a, PreparedName b)
    {
        var score = Best(a, b, out var one, out var other);
        pairing.Meet(one, other);
        var (kinds, others) = (PartKinds.Of(a, one), PartKinds.Of(b, other));
        List<PartsMet> met = [];
        for (var n = 0; n < one.Length; n++)
        {
            if (pairing.OfA(n) is not (>= 0 and var with)) continue;
            var weight = Math.Max(one[n].Weight, other[with].Weight);
            met.Add(new PartsMet(Text(a, one[n]), Text(b, other[with]), one[n].Role, pairing.Score(n), weight, LetterTrace.Of(one[n], other[with])) { Kinds = (kinds[n], others[with]) });
        }
        return new NameExplanation(score, Version, met, [.. Alone(a, one, kinds, pairing.OfA)], [.. Alone(b, other, others, pairing.OfB)]);
    }

    /// <summary>What the model sees of the pair of renderings that are most alike; the least and the most that may then be said of them.</summary>
    internal (float Least, float Most) MeasureBest(PreparedName a, PreparedName b, Span<float> into)
    {
        var best = float.MinValue;
        (float Least, float Most) bounds = (float.MinValue, float.MaxValue);
        foreach (var one in a.Lists)
            foreach (var other in b.Lists)
            {
                var most = Most(one, other, Organisations(a, b));
                var alike = features[0] + features[1];
                if (alike <= best) continue;
                (best, bounds) = (alike, (MetItself ? most : float.MinValue, most));
                features.CopyTo(into);
            }
        return bounds;
    }

    private float Best(PreparedName a, PreparedName b, out PreparedPart[] one, out PreparedPart[] other) => 1f / (1f + MathF.Exp(-LogOdds(a, b, out one, out other)));

    private float LogOdds(PreparedName a, PreparedName b, out PreparedPart[] one, out PreparedPart[] other)
    {
        var best = float.MinValue;
        (one, other) = (a.Lists[0], b.Lists[0]);
        foreach (var left in a.Lists)
            foreach (var right in b.Lists)
            {
                var score = Odds(left, right, Organisations(a, b));
                if (score > best) (best, one, other) = (score, left, right);
            }
        return best;
    }

    /// <summary>The score of two renderings in log-odds.</summary>
    internal float Odds(PreparedPart[] one, PreparedPart[] other, int organisations)
    {
        var most = Most(one, other, organisations);
        return MetItself ? most : Math.Min(model!.Score(features), most);
    }

    /// <summary>The scores of pairs that were measured, with nothing but what was measured in view.</summary>
    internal void Odds(ReadOnlySpan<float> measured, Span<float> scores) => model!.Score(measured, scores);

    /// <summary>Measures two renderings, <see cref="Measured"/>, and says the most that the trees may say of them; where <see cref="MetItself"/>, that is what they score.</summary>
    internal float Most(PreparedPart[] one, PreparedPart[] other, int organisations)
    {
        Measure(one, other, organisations);
        MetItself = SameName.Is(one, other);
        var same = Math.Min(SameName.Odds(one), SameName.Odds(other));
        if (MetItself) return same;
        var most = same - SameName.Step;
        // Figures are never fuzzy: another number is another body, however alike the rest.
        if (pairing.NumbersDiffer || pairing.OnlyNumberAgainstName) most = Math.Min(most, OddsOfOtherNumbers);
        // Brothers share all but their own name, and common names tell the trees too little.
        if (pairing.OnlyOwnNamesDiffer || pairing.OwnNamesContradict || pairing.ChainIsTurned) most = Math.Min(most, OddsOfOtherOwnName);
        return most;
    }

    /// <summary>Whether the two renderings measured last are one, letter by letter.</summary>
    internal bool MetItself { get; private set; }

    // In one order of the two, so that who is asked about whom changes nothing.
    private void Measure(PreparedPart[] one, PreparedPart[] other, int organisations)
    {
        Meet(one, other);
        PairFeatures.Measure(pairing, organisations, features);
    }

    private void Meet(PreparedPart[] one, PreparedPart[] other)
    {
        if (PartOrder.Compare(one, other) > 0) pairing.Meet(other, one);
        else pairing.Meet(one, other);
    }

    /// <summary>Who met whom, until the next comparison.</summary>
    internal Pairing Met(PreparedPart[] one, PreparedPart[] other)
    {
        Meet(one, other);
        return pairing;
    }

    /// <summary>What was measured last.</summary>
    internal ReadOnlySpan<float> Measured => features;

    private static int Organisations(PreparedName a, PreparedName b) => (a.LooksLikeOrganisation ? 1 : 0) + (b.LooksLikeOrganisation ? 1 : 0);

    private static IEnumerable<PartAlone> Alone(PreparedName name, PreparedPart[] parts, IReadOnlyList<PartKind> kinds, Func<int, int> with) =>
        from n in Enumerable.Range(0, parts.Length) where with(n) < 0 select new PartAlone(Text(name, parts[n]), parts[n].Role, parts[n].Weight) { Kind = kinds[n] };

    private static string Text(PreparedName name, PreparedPart part) => name.Text[part.Start..Math.Min(part.End, name.Text.Length)];

    /// <summary>A learned model that travels in the assembly; null only while the learner makes the first.</summary>
    internal static BoostedTrees? Learned(string name)
    {
        if (!CostTables.Has(name)) return null;
        using var text = CostTables.Text(name);
        return BoostedTrees.Read(text);
    }
}
