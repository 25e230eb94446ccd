using System.Runtime.Intrinsics;

namespace Plumbline.Screening.Matching;

/// <summary>For each of the first entities the chances of all others together: what its log-odds are weighed against.</summary>
internal sealed class OtherChances
{
    private readonly float[] chances = new float[Screener.Looked];             // what the log-odds come to
    private readonly float[] others = new float[2 * Vector256<float>.Count];   // the first, a lane of a vector each

    /// <summary>Sums up for entities in their order.</summary>
    public void Of(ReadOnlySpan<Ranking.Standing> ranked)
    {
        for (var n = 0; n < ranked.Length; n++) chances[n] = MathF.Exp(ranked[n].Odds);
        Sum(chances.AsSpan(0, ranked.Length));
    }

    /// <summary>The sum of all but one of the first <see cref="Screener.Weighed"/>.</summary>
    public float this[int at] => others[at];

    // Added in their order, as one by one: another order would be another number.
    private void Sum(ReadOnlySpan<float> all)
    {
        for (var from = 0; from < others.Length; from += Vector256<float>.Count)
        {
            var sum = Vector256<float>.Zero;
            for (var n = 0; n < all.Length; n++)
            {
                var one = Vector256.Create(all[n]);
                sum += n >= from && n < from + Vector256<float>.Count ? one.WithElement(n - from, 0) : one;
            }
            sum.CopyTo(others.AsSpan(from));
        }
    }
}
