namespace Plumbline.Screening.Resolution;

/// <summary>A share with the interval that holds it 19 times in 20.</summary>
public sealed record Share(double Value, double Low, double High);

/// <summary>What a sample says of the pairs of one band of probability.</summary>
/// <param name="From">Least probability.</param>
/// <param name="To">The next band begins here.</param>
/// <param name="Pairs">How many there are.</param>
/// <param name="Sampled">How many of them a person is asked to judge.</param>
/// <param name="Same">Judged to be one.</param>
/// <param name="Different">Judged to be two.</param>
/// <param name="Precision">Estimated share that is one; null before the first is judged.</param>
public sealed record BandEstimate(double From, double To, int Pairs, int Sampled, int Same, int Different, Share? Precision)
{
    /// <summary>Sampled pairs that nobody decided yet; "unsure" decides nothing.</summary>
    public int Waiting => Sampled - Same - Different;
}

/// <summary>How often the suggestions are right, estimated from pairs drawn by lot that people judged. Pure.</summary>
/// <param name="Precision">Of the pairs suggested; null until each band above the threshold has a judged pair.</param>
/// <param name="Recall">Of the pairs compared that are one; pairs never brought together are beyond it. Null until every band has a judged pair.</param>
public sealed record PrecisionEstimate(IReadOnlyList<BandEstimate> Bands, Share? Precision, Share? Recall)
{
    /// <summary>How many pairs of a band are drawn.</summary>
    public const int Drawn = 25;

    private const double Wide = 1.96;   // 95 % of a normal distribution

    private static readonly double[] Edges = [0.2, ReviewOrder.Threshold, 0.8, 0.95, 1.000001];

    /// <summary>The places, among scored pairs, of those drawn: by a hash of the two keys, so that the lot falls alike each time and on whatever the pair is like.</summary>
    public static IReadOnlyList<int> Sample(IReadOnlyList<(ulong Lot, double Probability)> pairs) =>
        [.. Enumerable.Range(0, Edges.Length - 1).SelectMany(band => Within(pairs, band).OrderBy(n => pairs[n].Lot).ThenBy(n => n).Take(Drawn))];

    /// <summary>The lot of a pair.</summary>
    public static ulong Lot(long one, long other)
    {
        // SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
        var mixed = unchecked(((ulong)Math.Min(one, other) * 0x9E3779B97F4A7C15UL) ^ ((ulong)Math.Max(one, other) * 0xD1B54A32D192ED03UL));
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL);
        return mixed ^ (mixed >> 31);
    }

    /// <summary>The estimate.</summary>
    /// <param name="pairs">Every compared pair.</param>
    /// <param name="sample">As <see cref="Sample"/> drew it.</param>
    /// <param name="verdict">What a person judged of the pair in a place: true for one, false for two, null for undecided.</param>
    public static PrecisionEstimate Of(IReadOnlyList<(ulong Lot, double Probability)> pairs, IReadOnlyList<int> sample, Func<int, bool?> verdict)
    {
        var bands = Enumerable.Range(0, Edges.Length - 1).Select(band =>
        {
            var drawn = sample.Where(n => In(pairs[n].Probability, band)).Select(verdict).ToList();
            var (same, different) = (drawn.Count(one => one == true), drawn.Count(one => one == false));
            var size = Within(pairs, band).Count();
            return new BandEstimate(Edges[band], Math.Min(1, Edges[band + 1]), size, drawn.Count, same, different, same + different == 0 ? null : Wilson(same, same + different, size));
        }).ToList();
        var shown = bands.Where(band => band.From >= ReviewOrder.Threshold && band.Pairs > 0).ToList();
        var hidden = bands.Where(band => band.From < ReviewOrder.Threshold && band.Pairs > 0).ToList();
        return new PrecisionEstimate(bands, Precise(shown), Recalled(shown, hidden));
    }

    /// <summary>Wilson's interval (JASA 22, 1927). Where all were judged there is nothing left to chance.</summary>
    internal static Share Wilson(int same, int judged, int all)
    {
        var share = (double)same / judged;
        if (judged >= all) return new Share(share, share, share);
        var (square, middle) = (Wide * Wide, share + (Wide * Wide / (2 * judged)));
        var spread = Wide * Math.Sqrt(((share * (1 - share)) + (square / (4 * judged))) / judged);
        return new Share(share, Math.Max(0, (middle - spread) / (1 + (square / judged))), Math.Min(1, (middle + spread) / (1 + (square / judged))));
    }

    private static Share? Precise(List<BandEstimate> shown)
    {
        if (shown.Count == 0 || shown.Any(band => band.Precision is null)) return null;
        double all = shown.Sum(band => band.Pairs);
        return new Share(Sum(one => one.Value), Sum(one => one.Low), Sum(one => one.High));

        double Sum(Func<Share, double> part) => shown.Sum(band => band.Pairs * part(band.Precision!)) / all;
    }

    // At the ends of the interval the bands above are at their worst while those below are at their best, and the other way round.
    private static Share? Recalled(List<BandEstimate> shown, List<BandEstimate> hidden)
    {
        if (shown.Count == 0 || shown.Concat(hidden).Any(band => band.Precision is null)) return null;
        return new Share(Part(one => one.Value, one => one.Value), Part(one => one.Low, one => one.High), Part(one => one.High, one => one.Low));

        double Part(Func<Share, double> above, Func<Share, double> below)
        {
            var (found, missed) = (shown.Sum(band => band.Pairs * above(band.Precision!)), hidden.Sum(band => band.Pairs * below(band.Precision!)));
            return found + missed <= 0 ? 0 : found / (found + missed);
        }
    }

    private static IEnumerable<int> Within(IReadOnlyList<(ulong Lot, double Probability)> pairs, int band) => Enumerable.Range(0, pairs.Count).Where(n => In(pairs[n].Probability, band));

    private static bool In(double probability, int band) => probability >= Edges[band] && probability < Edges[band + 1];
}
