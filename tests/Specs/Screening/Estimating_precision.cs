using Plumbline.Screening.Resolution;

namespace Plumbline.Specs.Screening;

public sealed class Estimating_precision
{
    [Fact]
    public void Nothing_is_known_before_each_band_has_a_judged_pair()
    {
        var pairs = Pairs(100, 0.97);
        var sample = PrecisionEstimate.Sample(pairs);
        Assert.Equal(PrecisionEstimate.Drawn, sample.Count);
        Assert.Null(PrecisionEstimate.Of(pairs, sample, _ => null).Precision);
    }

    [Fact]
    public void The_lot_does_not_depend_on_the_order_of_pairs_or_ends()
    {
        Assert.Equal(PrecisionEstimate.Lot(7, 12), PrecisionEstimate.Lot(12, 7));
        var pairs = Pairs(200, 0.9);
        var back = pairs.AsEnumerable().Reverse().ToList();
        Assert.Equal(PrecisionEstimate.Sample(pairs).Select(n => pairs[n].Lot), PrecisionEstimate.Sample(back).Select(n => back[n].Lot));
    }

    [Theory, InlineData(0.5), InlineData(0.8), InlineData(0.96)]
    public void The_interval_holds_the_truth_about_nineteen_times_in_twenty(double truth)
    {
        var random = new Random(11);
        var held = 0;
        const int Times = 400;
        for (var time = 0; time < Times; time++)
        {
            var lots = Enumerable.Range(0, 500).Select(_ => ((ulong)random.NextInt64(), 0.97)).ToList();
            var same = Enumerable.Range(0, 500).Select(_ => random.NextDouble() < truth).ToArray();
            var real = same.Count(one => one) / 500.0;
            var estimate = PrecisionEstimate.Of(lots, PrecisionEstimate.Sample(lots), n => same[n]).Precision!;
            if (estimate.Low <= real && real <= estimate.High) held++;
        }
        Assert.InRange(held / (double)Times, 0.92, 1);
    }

    [Fact]
    public void Recall_counts_what_lies_below_the_threshold()
    {
        // Ten shown, all one; ten below, half of them one: two in three are found.
        List<(ulong, double)> pairs = [.. Enumerable.Range(0, 10).Select(n => ((ulong)n, 0.99)), .. Enumerable.Range(10, 10).Select(n => ((ulong)n, 0.3))];
        var estimate = PrecisionEstimate.Of(pairs, PrecisionEstimate.Sample(pairs), n => n < 10 || n % 2 == 0);
        Assert.Equal(1, estimate.Precision!.Value);
        Assert.Equal(2 / 3.0, estimate.Recall!.Value, 6);
    }

    private static List<(ulong Lot, double Probability)> Pairs(int count, double probability) => [.. Enumerable.Range(0, count).Select(n => (PrecisionEstimate.Lot(n, n + 1000), probability))];
}
