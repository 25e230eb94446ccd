namespace Plumbline.Screening.Resolution;

/// <summary>What follows from judgements: which records people joined, and which they keep apart. Pure.</summary>
public sealed class Decided
{
    private readonly Dictionary<long, long> parents = [];
    private readonly HashSet<(long, long)> apart;

    /// <summary>From pairs of keys judged to be one, and to be two.</summary>
    public Decided(IEnumerable<(long One, long Other)> same, IEnumerable<(long One, long Other)> different)
    {
        foreach (var (one, other) in same)
        {
            var (a, b) = (Group(one), Group(other));
            if (a != b) parents[Math.Max(a, b)] = Math.Min(a, b);
        }
        apart = [.. different.Select(pair => Groups(pair.One, pair.Other))];
    }

    /// <summary>True where the two are joined, false where they are kept apart, null where nothing follows.</summary>
    public bool? Of(long one, long other) => Groups(one, other) is var groups && groups.Item1 == groups.Item2 ? true : apart.Contains(groups) ? false : null;

    /// <summary>The groups of two records, the smaller number first: alike for all pairs between the same joined records.</summary>
    public (long, long) Groups(long one, long other)
    {
        var (a, b) = (Group(one), Group(other));
        return a < b ? (a, b) : (b, a);
    }

    private long Group(long key)
    {
        while (parents.TryGetValue(key, out var parent))
        {
            if (parents.TryGetValue(parent, out var further)) parents[key] = further;
            key = parent;
        }
        return key;
    }
}
