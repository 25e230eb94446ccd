namespace Plumbline.Screening.Matching;

/// <summary>The first few of many without sorting them.</summary>
internal static class Lowest
{
    private const int Sampled = 128, FewToSort = 32;

    /// <summary>The lowest <paramref name="most"/>, at the front of the span and in no order; what is behind them is left in any order.</summary>
    public static Span<ulong> Of(Span<ulong> span, int most)
    {
        if (span.Length <= most) return span;
        // From and to: where the border between the lowest and the rest still can be. A sample says about where to cut first; with too few before it the cut says nothing.
        var (from, to) = (0, span.Length);
        if (span.Length > most * 4)
        {
            Span<ulong> sample = stackalloc ulong[Sampled];
            for (var n = 0; n < Sampled; n++) sample[n] = span[(int)((long)n * span.Length / Sampled)];
            ShortSort.Sort(sample);
            var before = ShortSort.Part(span, sample[Math.Min(Sampled - 1, (int)((long)Sampled * most * 3 / 2 / span.Length) + 3)]);
            if (before >= most) to = before;
        }
        // Hoare's quickselect, by the middle one of three.
        while (to - from > FewToSort)
        {
            ulong one = span[from], two = span[(from + to) / 2], three = span[to - 1];
            var before = from + ShortSort.Part(span[from..to], Math.Max(Math.Min(one, two), Math.Min(Math.Max(one, two), three)));
            if (before > most) to = before;
            else if (before > from) from = before;
            else break;
        }
        ShortSort.Sort(span[from..to]);
        return span[..most];
    }
}
