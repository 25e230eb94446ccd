using System.Collections.Concurrent;

namespace Plumbline.Safeguards;

/// <summary>How fast one officer may ask: a bucket of tokens for each action that could empty the register, filled again at a steady rate.</summary>
/// <remarks>Kept in the process that serves; a person at work does not meet it, a program that copies the register does.</remarks>
public sealed class Pace(TimeProvider clock)
{
    private const int MostBuckets = 4096;

    private static readonly Dictionary<string, (int Burst, TimeSpan Each)> Limits = new(StringComparer.Ordinal)
    {
        [Actions.Search] = (120, TimeSpan.FromMilliseconds(500)),
        [Actions.Check] = (120, TimeSpan.FromMilliseconds(500)),
        [Actions.Export] = (20, TimeSpan.FromSeconds(15)),
    };

    private readonly ConcurrentDictionary<(long Officer, string Action), DateTimeOffset> fullAt = new();

    /// <summary>Takes one token.</summary>
    /// <returns>How long to wait when there is none; null when it was taken or the action has no limit.</returns>
    public TimeSpan? Wait(long officer, string action)
    {
        if (!Limits.TryGetValue(action, out var limit)) return null;
        var now = clock.GetUtcNow();
        if (fullAt.Count > MostBuckets)
            foreach (var (key, at) in fullAt)
                if (at <= now) fullAt.TryRemove(key, out _);
        TimeSpan? wait = null;
        // A bucket is known by the moment at which it is full again; taking a token moves that moment.
        fullAt.AddOrUpdate((officer, action), now + limit.Each, (_, full) =>
        {
            var next = (full > now ? full : now) + limit.Each;
            wait = next - now > limit.Each * limit.Burst ? next - now - (limit.Each * limit.Burst) : null;
            return wait is null ? next : full;
        });
        return wait;
    }
}
