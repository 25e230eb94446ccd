using Plumbline.Safeguards;

namespace Plumbline.Specs.Safeguards;

/// <summary>A person at work never meets the limit; a program that empties the register does.</summary>
public sealed class PaceSpecs
{
    private readonly Hand clock = new();

    [Fact]
    public void A_burst_passes_then_one_waits_then_the_bucket_fills_again()
    {
        var pace = new Pace(clock);
        for (var n = 0; n < 120; n++) Assert.Null(pace.Wait(1, Actions.Search));
        Assert.Equal(TimeSpan.FromMilliseconds(500), pace.Wait(1, Actions.Search));
        Assert.Equal(TimeSpan.FromMilliseconds(500), pace.Wait(1, Actions.Search)); // asking in vain costs nothing
        clock.Now += TimeSpan.FromMilliseconds(500);
        Assert.Null(pace.Wait(1, Actions.Search));
        Assert.NotNull(pace.Wait(1, Actions.Search));
        clock.Now += TimeSpan.FromHours(1);
        for (var n = 0; n < 120; n++) Assert.Null(pace.Wait(1, Actions.Search));
        Assert.NotNull(pace.Wait(1, Actions.Search));
    }

    [Fact]
    public void Officers_and_actions_have_buckets_of_their_own()
    {
        var pace = new Pace(clock);
        for (var n = 0; n < 20; n++) Assert.Null(pace.Wait(1, Actions.Export));
        Assert.NotNull(pace.Wait(1, Actions.Export));
        Assert.Null(pace.Wait(2, Actions.Export));
        Assert.Null(pace.Wait(1, Actions.Search));
        for (var n = 0; n < 1000; n++) Assert.Null(pace.Wait(1, Actions.ReadItem));
    }

    private sealed class Hand : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
