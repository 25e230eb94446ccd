using Plumbline.Screening.Matching;

namespace Plumbline.Screening.Resolution;

/// <summary>A pair that waits for a person.</summary>
/// <param name="Probability">0 to 1; a suggestion, never a decision.</param>
/// <param name="Cluster">Pairs of one cluster are reviewed together; from 0 in the order of review.</param>
public sealed record WaitingPair(ComparedPair Pair, double Probability, int Cluster);

/// <summary>Which pairs wait for a person, and in which order: cluster by cluster, the likeliest first. Pure.</summary>
public static class ReviewOrder
{
    /// <summary>From this probability on a pair is shown.</summary>
    public const double Threshold = 0.5;

    /// <summary>The pairs that nothing decided yet. Of several between the same groups of joined records only the likeliest waits; what people keep apart waits no more.</summary>
    /// <param name="same">Pairs of keys that people judged to be one.</param>
    /// <param name="different">Pairs of keys that people judged to be two.</param>
    public static IReadOnlyList<WaitingPair> Of(IReadOnlyList<ComparedRecord> records, IReadOnlyList<(ComparedPair Pair, double Probability)> scored,
        IReadOnlyList<(long One, long Other)> same, IReadOnlyList<(long One, long Other)> different, CancellationToken ct)
    {
        var decided = new Decided(same, different);
        var open = scored.Where(one => one.Probability >= Threshold && decided.Of(records[one.Pair.A].Key, records[one.Pair.B].Key) is null)
            .GroupBy(one => decided.Groups(records[one.Pair.A].Key, records[one.Pair.B].Key)).Select(group => group.MaxBy(one => one.Probability)).ToList();
        var places = records.Select((record, place) => (record.Key, place)).ToDictionary(one => one.Key, one => one.place);
        // What people decided and what cannot be stands above every probability.
        RecordPair[] known =
        [
            .. scored.Select(one => new RecordPair(one.Pair.A, one.Pair.B, one.Pair.MustNot ? 0 : one.Probability)),
            .. Placed(same).Select(pair => new RecordPair(pair.A, pair.B, 1)),
            .. Placed(different).Select(pair => new RecordPair(pair.A, pair.B, 0)),
        ];
        var cluster = RecordClusters.Of(records.Count, known, ct);
        var groups = open.GroupBy(one => cluster[one.Pair.A] == cluster[one.Pair.B] ? (cluster[one.Pair.A], -1) : (one.Pair.A, one.Pair.B))
            .OrderByDescending(group => group.Max(one => one.Probability)).ThenBy(group => group.Key.Item1).ThenBy(group => group.Key.Item2);
        return [.. groups.SelectMany((group, n) => group.OrderByDescending(one => one.Probability).ThenBy(one => one.Pair.A).ThenBy(one => one.Pair.B).Select(one => new WaitingPair(one.Pair, one.Probability, n)))];

        IEnumerable<(int A, int B)> Placed(IEnumerable<(long One, long Other)> pairs) =>
            pairs.Where(pair => places.ContainsKey(pair.One) && places.ContainsKey(pair.Other)).Select(pair => (places[pair.One], places[pair.Other]));
    }
}
