namespace Plumbline.Register;

/// <summary>Times in the register: UTC microseconds since 1970 in 64 bits.</summary>
public static class Clock
{
    /// <summary>Now, in UTC microseconds.</summary>
    public static long Micros(this TimeProvider clock) => clock.GetUtcNow().ToMicros();

    /// <summary>A moment in UTC microseconds.</summary>
    public static long ToMicros(this DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The moment of a stored time.</summary>
    public static DateTimeOffset FromMicros(long micros) => DateTimeOffset.UnixEpoch.AddTicks(checked(micros * TimeSpan.TicksPerMicrosecond));

    /// <summary>Today's day number in UTC (0001-01-01 is 0).</summary>
    public static int Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).DayNumber;
}
