namespace Plumbline.Cli.Demo;

/// <summary>The clock of the demonstration: set by the story while it is played, running from there while it is looked at.</summary>
/// <remarks>Everything in the sample case happens in 2026; with the wall clock its threat would be long past and its purposes run out.</remarks>
internal sealed class StoryClock : TimeProvider
{
    // Three hours ahead of UTC, as in the sample reports.
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone("Zandavia", TimeSpan.FromHours(3), "Zandavia", "Zandavia");
    private readonly Lock gate = new();
    private TimeSpan ahead;
    private DateTimeOffset? still;

    /// <summary>The time of the State in which the story happens.</summary>
    public override TimeZoneInfo LocalTimeZone => Zone;

    /// <summary>The time of the story.</summary>
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return still ?? System.GetUtcNow() + ahead;
    }

    /// <summary>Moves the story on to a moment, where it stands still; it never goes back.</summary>
    public void MoveTo(DateTimeOffset at)
    {
        lock (gate) still = still is { } before && at < before ? before : at.ToUniversalTime();
    }

    /// <summary>Lets the clock run from a moment of the story.</summary>
    /// <returns>How far the story is ahead of the wall clock; give it to <see cref="Resume"/> at a later start.</returns>
    public TimeSpan RunFrom(DateTimeOffset at)
    {
        lock (gate)
        {
            still = null;
            return ahead = at - System.GetUtcNow();
        }
    }

    /// <summary>Runs on as at an earlier start.</summary>
    public void Resume(TimeSpan held)
    {
        lock (gate) (ahead, still) = (held, null);
    }
}
