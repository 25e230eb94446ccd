namespace Plumbline.Screening.Matching;

/// <summary>Says how probable it is that two names name one person or body, by the names alone. Deterministic and symmetric; one matcher serves one thread.</summary>
public sealed class NameMatcher
{
    private static readonly BoostedTrees? Model = CostTables.Has("model") ? Read() : null;

    private const float OddsOfOtherNumbers = -1.5f;
    private const float OddsOfOtherOwnName = -0.5f;

    private readonly Pairing pairing;
    private readonly float[] features = new float[PairFeatures.Count];

    /// <summary>A matcher for names as they come.</summary>
    public NameMatcher() : this(null)
    {
    }

    /// <summary>A matcher for one query after another against numbered parts.</summary>
    internal NameMatcher(SimilarityMemo? memo) => pairing = new Pairing(CostTables.Alignments, memo);

    /// <summary>The version of the rules and a hash of the numbers, kept with every result.</summary>
    public static string Version { get; } = $"names-1-{CostTables.Fingerprint():x8}";

    /// <summary>The preparer with the numbers that the matcher was learned with.</summary>
    public static NamePreparer Preparer { get; } = new(CostTables.Rarity);

    /// <summary>0 to 1; of two renderings the better one, since they are spellings of one name.</summary>
    public float Compare(PreparedName a, PreparedName b) => Best(a, b, out _, out _);

    /// <summary>The score with its reasons.</summary>
    public NameExplanation Explain(PreparedName a, PreparedName b)
    {
        var score = Best(a, b, out var one, out var other);
        pairing.Meet(one, other);
        List<PartsMet> met = [];
        for (var n = 0; n < one.Length; n++)
        {
            if (pairing.OfA(n) is not (>= 0 and var with)) continue;
            var weight = Math.Max(one[n].Weight, other[with].Weight);
            met.Add(new PartsMet(Text(a, one[n]), Text(b, other[with]), one[n].Role, pairing.Score(n), weight, LetterTrace.Of(one[n], other[with])));
        }
        return new NameExplanation(score, Version, met, [.. Alone(a, one, pairing.OfA)], [.. Alone(b, other, pairing.OfB)]);
    }

    /// <summary>What the model sees of the pair of renderings that are most alike.</summary>
    internal void MeasureBest(PreparedName a, PreparedName b, Span<float> into)
    {
        var best = float.MinValue;
        foreach (var one in a.Lists)
            foreach (var other in b.Lists)
            {
                Measure(one, other, Organisations(a, b));
                var alike = features[0] + features[1];
                if (alike <= best) continue;
                best = alike;
                features.CopyTo(into);
            }
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

    /// <summary>How much of both is explained; the first and cheapest look.</summary>
    internal float Glance(PreparedPart[] one, PreparedPart[] other) => pairing.Glance(one, other);

    /// <summary>The score of two renderings in log-odds; what was measured stays in <see cref="Measured"/>.</summary>
    internal float Odds(PreparedPart[] one, PreparedPart[] other, int organisations)
    {
        Measure(one, other, organisations);
        var score = Model!.Score(features);
        // Figures are never fuzzy: another number is another body, however alike the rest.
        if (pairing.NumbersDiffer || pairing.OnlyNumberAgainstName) score = Math.Min(score, OddsOfOtherNumbers);
        // Brothers share all but their own name, and common names tell the trees too little.
        if (score > OddsOfOtherOwnName && pairing.OnlyOwnNamesDiffer) score = OddsOfOtherOwnName;
        if (score > OddsOfOtherOwnName && pairing.ChainIsTurned) score = OddsOfOtherOwnName;
        return score;
    }

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

    /// <summary>What was measured last.</summary>
    internal ReadOnlySpan<float> Measured => features;

    private static int Organisations(PreparedName a, PreparedName b) => (a.LooksLikeOrganisation ? 1 : 0) + (b.LooksLikeOrganisation ? 1 : 0);

    private static IEnumerable<PartAlone> Alone(PreparedName name, PreparedPart[] parts, Func<int, int> with) =>
        from n in Enumerable.Range(0, parts.Length) where with(n) < 0 select new PartAlone(Text(name, parts[n]), parts[n].Role, parts[n].Weight);

    private static string Text(PreparedName name, PreparedPart part) => name.Text[part.Start..Math.Min(part.End, name.Text.Length)];

    /// <summary>A learned model that travels in the assembly; null only while the learner makes the first.</summary>
    internal static BoostedTrees? Learned(string name)
    {
        if (!CostTables.Has(name)) return null;
        using var text = CostTables.Text(name);
        return BoostedTrees.Read(text);
    }

    private static BoostedTrees Read()
    {
        using var text = CostTables.Text("model");
        return BoostedTrees.Read(text);
    }
}
