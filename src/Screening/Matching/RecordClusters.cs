namespace Plumbline.Screening.Matching;

/// <summary>A pair of records and how probable it is that they are of one person.</summary>
public readonly record struct RecordPair(int A, int B, double Probability);

/// <summary>Groups records so that the pairs within are likely and the pairs between are not: never by chains of likely pairs alone.</summary>
/// <remarks>Greedy agglomeration for correlation clustering (Bansal, Blum and Chawla, Machine Learning 56, 2004): two groups join while the log-odds between all their pairs sum to more than nothing; an unseen pair speaks against.</remarks>
public static class RecordClusters
{
    private const double Unseen = -3;
    private const double MustNot = -1e6;

    /// <summary>Number of the group of each record.</summary>
    /// <param name="records">How many there are.</param>
    /// <param name="pairs">Pairs that were compared; a probability of 0 must not be joined.</param>
    /// <param name="ct">Checked at each join.</param>
    public static int[] Of(int records, IReadOnlyList<RecordPair> pairs, CancellationToken ct)
    {
        var group = Enumerable.Range(0, records).ToArray();
        var members = new Dictionary<int, List<int>>();
        var odds = new Dictionary<(int, int), double>();
        foreach (var (a, b, p) in pairs) odds[Key(a, b)] = p <= 0 ? MustNot : Math.Log(Math.Clamp(p, 1e-9, 1 - 1e-9) / (1 - Math.Clamp(p, 1e-9, 1 - 1e-9)));
        foreach (var pair in pairs.Where(pair => pair.Probability > 0.5).OrderByDescending(pair => pair.Probability).ThenBy(pair => pair.A).ThenBy(pair => pair.B))
        {
            ct.ThrowIfCancellationRequested();
            var (one, other) = (group[pair.A], group[pair.B]);
            if (one == other) continue;
            var (left, right) = (Members(one), Members(other));
            var sum = 0.0;
            foreach (var a in left) foreach (var b in right) sum += odds.TryGetValue(Key(a, b), out var known) ? known : Unseen;
            if (sum <= 0) continue;
            foreach (var b in right) group[b] = one;
            left.AddRange(right);
            members.Remove(other);
        }
        return group;

        List<int> Members(int of) => members.TryGetValue(of, out var held) ? held : members[of] = [of];
    }

    /// <summary>Makes of what each two records of one group say by themselves how probable it is that they are of one person: by themselves, or by way of others of the group, whichever is more.</summary>
    /// <param name="pairs">Probabilities by place in the group, square and symmetric; overwritten.</param>
    /// <remarks>Two records that share little may each share much with a third. By way of others the probabilities are multiplied (Floyd and Warshall).</remarks>
    public static void ThroughOthers(double[,] pairs)
    {
        for (var by = 0; by < pairs.GetLength(0); by++)
            for (var a = 0; a < pairs.GetLength(0); a++)
                for (var b = 0; b < pairs.GetLength(0); b++)
                    if (a != b && a != by && b != by) pairs[a, b] = Math.Max(pairs[a, b], pairs[a, by] * pairs[by, b]);
    }

    private static (int, int) Key(int a, int b) => a < b ? (a, b) : (b, a);
}
