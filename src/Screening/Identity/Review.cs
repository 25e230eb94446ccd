using Plumbline.Register.Questions;
using Plumbline.Screening.Matching;
using Plumbline.Screening.Resolution;

namespace Plumbline.Screening.Identity;

/// <summary>One reader's records, weighed, beside what people judged of them. Pure.</summary>
internal sealed class Review
{
    private readonly VisibleRecords visible;
    private readonly EvidenceWeights weights;
    private readonly IReadOnlyList<JudgementRow> judged;
    private readonly Dictionary<long, int> places;
    private readonly Decided decided;
    private readonly (ComparedPair Pair, double Probability)[] scored;
    private readonly (ulong Lot, double Probability)[] lots;
    private readonly IReadOnlyList<int> drawn;
    private readonly NameMatcher matcher = new();

    public Review(VisibleRecords visible, EvidenceWeights weights, IReadOnlyList<JudgementRow> judged, CancellationToken ct)
    {
        (this.visible, this.weights, this.judged) = (visible, weights, judged);
        var records = visible.Records;
        places = records.Select((record, place) => (record.Key, place)).ToDictionary(one => one.Key, one => one.place);
        (long, long)[] same = [.. IdentityRows.Same(judged)], different = [.. Different(judged)];
        decided = new Decided(same, different);
        scored = [.. visible.Pairs.Select(pair => (pair, weights.Probability(pair)))];
        lots = [.. scored.Select(one => (PrecisionEstimate.Lot(records[one.Pair.A].Key, records[one.Pair.B].Key), one.Probability))];
        drawn = PrecisionEstimate.Sample(lots);
        var unsure = judged.Where(row => row.Verdict == "unsure").GroupBy(row => (row.Entity, row.Other)).ToDictionary(pair => pair.Key, pair => pair.Last());
        Open = [.. ReviewOrder.Of(records, scored, same, different, ct).Select(one => Shown(one.Pair, one.Probability, one.Cluster)).Where(pair => !unsure.ContainsKey(Ends(pair)))];
        Unsure = [.. unsure.Values.Where(row => decided.Of(row.Entity, row.Other) is null && places.ContainsKey(row.Entity) && places.ContainsKey(row.Other)).Select(Judgement)];
        // In the order of the lot, so that nobody works from the likely to the unlikely and stops.
        Sample = [.. drawn.Where(n => Verdict(n) is null).OrderBy(n => lots[n].Lot).Select((n, at) => Shown(scored[n].Pair, scored[n].Probability, at))];
        Judged = [.. judged.Where(row => places.ContainsKey(row.Entity) && places.ContainsKey(row.Other)).Reverse().Select(Judgement)];
    }

    /// <summary>Pairs that wait for a person.</summary>
    public IReadOnlyList<ReviewedPair> Open { get; }

    /// <summary>Pairs of which a person could not tell.</summary>
    public IReadOnlyList<ReviewedPair> Unsure { get; }

    /// <summary>Pairs drawn to estimate how often the suggestions are right, not yet decided.</summary>
    public IReadOnlyList<ReviewedPair> Sample { get; }

    /// <summary>Pairs that were judged, newest first.</summary>
    public IReadOnlyList<ReviewedPair> Judged { get; }

    /// <summary>Pairs whose judgement was refused, compared as they are now.</summary>
    public IReadOnlyList<ReviewedPair> Of(IEnumerable<RefusedJudgement> refused) => [.. refused.Where(one => places.ContainsKey(one.One) && places.ContainsKey(one.Other)).Select((one, at) =>
    {
        var pair = RecordPairs.Compare(visible.Records, places[one.One], places[one.Other], matcher);
        return Shown(pair, weights.Probability(pair), at) with { Refused = one };
    })];

    /// <summary>How often the suggestions are right, from the drawn pairs that people decided.</summary>
    public PrecisionEstimate Precision => PrecisionEstimate.Of(lots, drawn, Verdict);

    /// <summary>The pairs of judgements "different" that are in force.</summary>
    public static IEnumerable<(long, long)> Different(IEnumerable<JudgementRow> judgements) =>
        judgements.Where(row => row is { IsLive: true, Verdict: "different" }).Select(row => (row.Entity, row.Other));

    private bool? Verdict(int n) => decided.Of(visible.Records[scored[n].Pair.A].Key, visible.Records[scored[n].Pair.B].Key);

    private ReviewedPair Judgement(JudgementRow row, int at)
    {
        var pair = RecordPairs.Compare(visible.Records, places[row.Entity], places[row.Other], matcher);
        return Shown(pair, weights.Probability(pair), at) with { Judgement = row };
    }

    private ReviewedPair Shown(ComparedPair pair, double probability, int cluster) =>
        new(Record(pair.A), Record(pair.B), probability, PairEvidence.VerdictOf(pair, visible.Records, probability), cluster, null);

    private ReviewedRecord Record(int place) => new(visible.Records[place].Key, visible.Types[place], [.. visible.Records[place].Names.Select(name => name.Text)]);

    private static (long, long) Ends(ReviewedPair pair) => (Math.Min(pair.One.Key, pair.Other.Key), Math.Max(pair.One.Key, pair.Other.Key));
}
