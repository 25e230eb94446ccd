using Plumbline.Screening.Matching;

namespace Plumbline.Screening.Resolution;

/// <summary>What one kind of evidence says: log-odds for the same record and against it.</summary>
/// <param name="Learned">Whether this register taught it; else it is built in.</param>
/// <param name="Pairs">How many compared pairs had something to say.</param>
public sealed record FieldWeight(string What, double Agree, double Partly, double Contradict, bool Learned, int Pairs);

/// <summary>What each kind of evidence besides the name says. The name keeps its own learned model.</summary>
/// <remarks>Learned without labels by <see cref="RecordWeights"/>: what strangers look like on pairs drawn evenly, what one person's records look like by expectation maximisation
/// on compared pairs. A kind of evidence of which too few pairs speak keeps what is built in.</remarks>
public sealed record EvidenceWeights(IReadOnlyList<FieldWeight> Fields)
{
    /// <summary>Places among the levels of a pair.</summary>
    internal const int Birth = 0, Sex = 2, Document = 3, Mother = 4;

    private const int FewestAgreeing = 30;
    private const int FewestStrangers = 50;
    private const double Farthest = 8;
    private const double LeastName = 0.002;
    // Below the threshold: what cannot be one is not suggested, but drawn to see what is missed.
    private const double MostOfMustNot = 0.45;

    /// <summary>As delivered.</summary>
    public static EvidenceWeights BuiltIn { get; } = new([.. ParticularEvidence.Odds.Select(odds => new FieldWeight(odds.What, odds.Agree, odds.Partly, odds.Contradict, false, 0))]);

    /// <summary>Whether any was learned here.</summary>
    public bool Learned => Fields.Any(one => one.Learned);

    /// <summary>Log-odds of a level of a field.</summary>
    public double Odds(int field, EvidenceLevel level) => level switch
    {
        EvidenceLevel.Agree => Fields[field].Agree,
        EvidenceLevel.Partly => Fields[field].Partly,
        EvidenceLevel.Contradict => Fields[field].Contradict,
        _ => 0,
    };

    /// <summary>How probable it is that a pair is one, 0 to 1.</summary>
    public double Probability(ComparedPair pair)
    {
        var name = Math.Clamp(pair.Name, LeastName, 1 - LeastName);
        var odds = Math.Log(name / (1 - name));
        for (var field = 0; field < pair.Levels.Count; field++) odds += Odds(field, pair.Levels[field]);
        var probability = 1 / (1 + Math.Exp(-odds));
        return pair.MustNot ? Math.Min(probability, MostOfMustNot) : probability;
    }

    /// <summary>Learns from pairs that were brought together and from pairs drawn evenly.</summary>
    /// <param name="allPairs">How many pairs there are in all.</param>
    public static EvidenceWeights Learn(IReadOnlyList<ComparedPair> together, IReadOnlyList<ComparedPair> strangers, double allPairs)
    {
        var (met, drawn) = (together.Select(Cells).ToArray(), strangers.Select(Cells).ToArray());
        var learned = RecordWeights.Learn(met, drawn, BuiltIn.Fields.Count + 1, allPairs);
        return new EvidenceWeights([.. BuiltIn.Fields.Select((field, n) =>
        {
            var speaking = met.Count(row => row[n + 1] != CellLevel.Silent);
            var teaches = met.Count(row => row[n + 1] == CellLevel.Same) >= FewestAgreeing && drawn.Count(row => row[n + 1] != CellLevel.Silent) >= FewestStrangers;
            if (!teaches) return field with { Pairs = speaking };
            // More agreement never speaks less for one person; of people's several documents another number says nothing.
            var agree = Bounded(learned.Weight(n + 1, CellLevel.Same), 0, Farthest);
            var partly = Bounded(learned.Weight(n + 1, CellLevel.Alike), -Farthest, agree);
            var contradict = field.Contradict == 0 ? 0 : Bounded(learned.Weight(n + 1, CellLevel.Different), -Farthest, Math.Min(partly, 0));
            return new FieldWeight(field.What, agree, partly, contradict, true, speaking);
        })]);
    }

    private static double Bounded(double odds, double least, double most) => Math.Round(Math.Clamp(odds, least, Math.Max(least, most)), 2);

    private static CellLevel[] Cells(ComparedPair pair) =>
    [
        pair.NameOfA < 0 ? CellLevel.Silent : pair.Name >= 0.8f ? CellLevel.Same : pair.Name >= 0.3f ? CellLevel.Alike : CellLevel.Different,
        .. pair.Levels.Select(level => level switch { EvidenceLevel.Agree => CellLevel.Same, EvidenceLevel.Partly => CellLevel.Alike, EvidenceLevel.Contradict => CellLevel.Different, _ => CellLevel.Silent }),
    ];
}
