namespace Plumbline.Screening.Matching;

/// <summary>The first few of many, in order, without sorting all.</summary>
internal static class Lowest
{
    private const int Sampled = 512;

    /// <summary>The lowest <paramref name="most"/>, sorted, at the front of the span; what is behind them is left in any order.</summary>
    public static Span<ulong> Of(Span<ulong> span, int most)
    {
        if (span.Length > most * 4)
        {
            // A sample says about where to cut; with too few left behind it the cut is not made.
            Span<ulong> sample = stackalloc ulong[Sampled];
            var step = Math.Max(1, span.Length / Sampled);
            var taken = 0;
            for (var n = 0; n < span.Length && taken < sample.Length; n += step) sample[taken++] = span[n];
            sample[..taken].Sort();
            var cut = sample[Math.Min(taken - 1, (int)((long)taken * most * 2 / span.Length) + 4)];
            var kept = 0;
            for (var n = 0; n < span.Length; n++)
            {
                if (span[n] > cut) continue;
                (span[kept], span[n]) = (span[n], span[kept]);
                kept++;
            }
            if (kept >= most) span = span[..kept];
        }
        span.Sort();
        return span[..Math.Min(most, span.Length)];
    }
}
