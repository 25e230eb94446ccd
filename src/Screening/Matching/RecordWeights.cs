namespace Plumbline.Screening.Matching;

/// <summary>How far two cells of two records agree.</summary>
public enum CellLevel : byte
{
    /// <summary>One of the two is empty.</summary>
    Silent,

    /// <summary>Different.</summary>
    Different,

    /// <summary>Alike, as a clerk's slip makes it.</summary>
    Alike,

    /// <summary>The same.</summary>
    Same,
}

/// <summary>What each level of each field says for or against two records being of one person: learned without labels.</summary>
/// <remarks>
/// Fellegi and Sunter, "A theory for record linkage", JASA 64(328), 1969; weights by expectation maximisation as in Winkler, "Using the EM algorithm for weight computation", 1988.
/// What strangers look like is counted on pairs drawn at random. What one person's records look like is learned once a field, on the pairs that agree in that field, which
/// then says nothing: pairs that blocking brought together agree in what they were blocked on, and would else pass for one person. Silence is no evidence.
/// </remarks>
public sealed class RecordWeights
{
    private const int Levels = 4;
    private const int Rounds = 40;
    private const int FewestPairs = 30;
    private const double Smoothing = 0.5;

    private readonly double[] same;       // probability of a level, given that it is one person: field by level
    private readonly double[] strangers;  // given that it is not

    private RecordWeights(double[] same, double[] strangers, double prior) => (this.same, this.strangers, Prior) = (same, strangers, prior);

    /// <summary>Estimated share of pairs that are one person, among all that there are.</summary>
    public double Prior { get; }

    /// <summary>Learns from candidate pairs.</summary>
    /// <param name="candidates">Levels of pairs found by blocking, a row a pair.</param>
    /// <param name="random">Levels of pairs drawn at random.</param>
    /// <param name="fields">How many fields a row has.</param>
    /// <param name="allPairs">How many pairs there are in all.</param>
    public static RecordWeights Learn(IReadOnlyList<CellLevel[]> candidates, IReadOnlyList<CellLevel[]> random, int fields, double allPairs)
    {
        var strangers = new double[fields * Levels];
        for (var field = 0; field < fields; field++)
        {
            var counts = new double[Levels];
            foreach (var row in random) counts[(int)row[field]]++;
            Fill(strangers, field, counts);
        }
        double[] same = new double[fields * Levels], trust = new double[fields];
        var found = new List<(int Field, double Pairs)>();
        for (var field = 0; field < fields; field++)
        {
            var agreeing = candidates.Where(row => row[field] == CellLevel.Same).ToList();
            if (agreeing.Count < FewestPairs) continue;
            var (learned, pairs) = Expect(agreeing, strangers, fields, field);
            found.Add((field, pairs));
            for (var other = 0; other < fields; other++)
            {
                if (other == field) continue;
                trust[other] += pairs;
                for (var level = 1; level < Levels; level++) same[(other * Levels) + level] += pairs * learned[(other * Levels) + level];
            }
        }
        for (var field = 0; field < fields; field++)
            for (var level = 1; level < Levels; level++)
                same[(field * Levels) + level] = trust[field] > 0 ? same[(field * Levels) + level] / trust[field] : new[] { 0, 0.05, 0.15, 0.8 }[level];
        var estimates = found.Select(one => one.Pairs / Math.Max(0.05, same[(one.Field * Levels) + (int)CellLevel.Same])).Order().ToArray();
        var prior = estimates.Length == 0 ? 1e-4 : estimates[estimates.Length / 2] / Math.Max(1, allPairs);
        return new RecordWeights(same, strangers, Math.Clamp(prior, 1e-9, 0.5));
    }

    /// <summary>How probable it is that a pair is one person.</summary>
    public double Probability(ReadOnlySpan<CellLevel> levels) => 1 / (1 + Math.Exp(-(Math.Log(Prior / (1 - Prior)) + Evidence(levels))));

    /// <summary>Log-odds that the fields add, without the prior.</summary>
    public double Evidence(ReadOnlySpan<CellLevel> levels)
    {
        var odds = 0.0;
        for (var field = 0; field < levels.Length; field++) odds += Weight(field, levels[field]);
        return odds;
    }

    /// <summary>What one level of one field says.</summary>
    public double Weight(int field, CellLevel level) => level == CellLevel.Silent ? 0 : Math.Log(same[(field * Levels) + (int)level] / strangers[(field * Levels) + (int)level]);

    // What one person's records look like among pairs that agree in one field, and how many of those pairs are one person.
    private static (double[] Same, double Pairs) Expect(List<CellLevel[]> rows, double[] strangers, int fields, int silenced)
    {
        var same = new double[fields * Levels];
        for (var field = 0; field < fields; field++) Fill(same, field, [0, 5, 15, 80]);
        var (prior, pairs) = (0.1, 0.0);
        for (var round = 0; round < Rounds; round++)
        {
            var counts = new double[fields * Levels];
            pairs = 0;
            foreach (var row in rows)
            {
                var odds = Math.Log(prior / (1 - prior));
                for (var field = 0; field < fields; field++)
                    if (field != silenced && row[field] != CellLevel.Silent) odds += Math.Log(same[(field * Levels) + (int)row[field]] / strangers[(field * Levels) + (int)row[field]]);
                var p = 1 / (1 + Math.Exp(-odds));
                pairs += p;
                for (var field = 0; field < fields; field++) counts[(field * Levels) + (int)row[field]] += p;
            }
            prior = Math.Clamp(pairs / rows.Count, 1e-4, 1 - 1e-4);
            for (var field = 0; field < fields; field++) Fill(same, field, counts.AsSpan(field * Levels, Levels).ToArray());
        }
        return (same, pairs);
    }

    // Shares among those that say something.
    private static void Fill(double[] table, int field, double[] counts)
    {
        var all = counts[1] + counts[2] + counts[3] + (3 * Smoothing);
        for (var level = 1; level < Levels; level++) table[(field * Levels) + level] = (counts[level] + Smoothing) / all;
    }
}
