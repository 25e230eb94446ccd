namespace Plumbline.Register;

/// <summary>Entities whose keys follow one another.</summary>
/// <param name="First">The first key.</param>
/// <param name="Last">The last key, which is one of them.</param>
public readonly record struct EntityRun(long First, long Last)
{
    /// <summary>The keys.</summary>
    public IEnumerable<long> Keys()
    {
        for (var key = First; key <= Last; key++) yield return key;
    }

    /// <summary>Whether a key is in one of some runs, which are in order.</summary>
    public static bool Have(IReadOnlyList<EntityRun> runs, long key)
    {
        var (low, high) = (0, runs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (runs[middle].Last < key) low = middle + 1;
            else high = middle;
        }
        return low < runs.Count && runs[low].First <= key;
    }

    /// <summary>Keys as runs, in order.</summary>
    public static IReadOnlyList<EntityRun> Of(IEnumerable<long> keys) => Joined(keys.Select(key => new EntityRun(key, key)));

    /// <summary>Runs that overlap or follow one another as one, in order.</summary>
    public static IReadOnlyList<EntityRun> Joined(IEnumerable<EntityRun> runs)
    {
        List<EntityRun> joined = [];
        foreach (var run in runs.OrderBy(run => run.First))
        {
            if (joined.Count > 0 && run.First <= joined[^1].Last + 1) joined[^1] = joined[^1] with { Last = Math.Max(joined[^1].Last, run.Last) };
            else joined.Add(run);
        }
        return joined;
    }
}
