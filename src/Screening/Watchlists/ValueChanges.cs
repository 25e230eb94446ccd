namespace Plumbline.Screening.Watchlists;

/// <summary>Something said, with the times between which it stood.</summary>
/// <param name="Since">UTC microseconds.</param>
/// <param name="Until">UTC microseconds; null while it stands.</param>
public readonly record struct StoodValue(long Property, string Key, long Since, long? Until);

/// <summary>Whether what is said of somebody is still what it was. Pure.</summary>
public static class ValueChanges
{
    /// <summary>The last time behind <paramref name="since"/> that made a difference; null when the same is said as then.</summary>
    /// <remarks>A value that was taken back and said again makes none: a new version of a list says most of it again.</remarks>
    public static long? Since(IReadOnlyCollection<StoodValue> values, long since)
    {
        var before = Standing(values, since);
        var now = Standing(values, long.MaxValue);
        if (before.SetEquals(now)) return null;
        before.SymmetricExceptWith(now);
        return values.Where(value => before.Contains((value.Property, value.Key))).SelectMany(value => new[] { value.Since, value.Until ?? 0 }).Where(time => time > since).DefaultIfEmpty(since + 1).Max();
    }

    private static HashSet<(long Property, string Key)> Standing(IEnumerable<StoodValue> values, long at) =>
        [.. values.Where(value => value.Since <= at && (value.Until is not { } end || end > at)).Select(value => (value.Property, value.Key))];
}
