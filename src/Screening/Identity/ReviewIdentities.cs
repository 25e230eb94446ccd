using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Safeguards;
using Plumbline.Screening.Resolution;

namespace Plumbline.Screening.Identity;

/// <summary>Shows which records could be of one person or body, for people to judge. The machine suggests and stores nothing.</summary>
public sealed class ReviewIdentities(Gate gate, Labels labels, LoadRecords records, TimeProvider clock)
{
    /// <summary>The states of a queue: what waits, what a person left unsure, what was drawn to estimate the precision, what was judged; and, for those who may look into it, what was refused for something hidden.</summary>
    public static IReadOnlyList<string> States { get; } = ["open", "unsure", "sample", "judged", Refused];

    /// <summary>The state of pairs whose judgement was refused for what its officer may not see.</summary>
    public const string Refused = "refused";

    internal static Refusal NoSuch { get; } = new("identity.unknown", "There is no such pair of records.");

    /// <summary>The queue of a state; totals are of what the visitor may see.</summary>
    public async Task<Outcome<ReviewQueue>> Queue(Visitor visitor, string state, int most, CancellationToken ct)
    {
        var action = state == Refused ? Actions.ReadRefusedJudgements : Actions.ReadIdentities;
        var admitted = await gate.Admit(visitor, action, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (!States.Contains(state)) return await gate.Refuse(reader, action, new("identity.state", $"The states are: {string.Join(", ", States)}."), ct);
        var visible = await records.Of(reader, ct);
        var (weights, version) = await WeightsInForce.Of(reader, ct);
        var judged = await new IdentityRows(reader).Live(ct);
        var review = new Review(visible, weights, judged, ct);
        var pairs = state switch { "unsure" => review.Unsure, "sample" => review.Sample, "judged" => review.Judged, Refused => review.Of(await new IdentityRows(reader).Refused(clock.Micros(), ct)), _ => review.Open };
        var queue = new ReviewQueue([.. pairs.Take(most)], pairs.Count, review.Open.Count, review.Unsure.Count, visible.Records.Count, visible.Pairs.Count, version);
        await gate.Record(reader, action, string.Join(',', queue.Pairs.SelectMany(pair => new[] { pair.One.Key, pair.Other.Key }).Distinct().Select(key => $"entity:{key}")), queue.Pairs.Count, state, ct);
        return queue;
    }

    /// <summary>Open pairs of which one record at least is among these: what the machine would have a person look at on a chart.</summary>
    /// <param name="entities">Keys; those that do not exist for the visitor have no pairs.</param>
    /// <param name="most">How many are answered; the total says how many there are.</param>
    public async Task<Outcome<NearPairs>> Near(Visitor visitor, IReadOnlyCollection<long> entities, int most, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadIdentities, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var (weights, _) = await WeightsInForce.Of(reader, ct);
        var judged = await new IdentityRows(reader).Live(ct);
        var review = new Review(await records.Of(reader, ct), weights, judged, ct);
        // Of joined records the likeliest pair waits for all of them.
        var joined = Components.Near(IdentityRows.Same(judged));
        var near = entities.SelectMany(entity => Components.Reach(joined, entity)).ToHashSet();
        List<ReviewedPair> open = [.. review.Open.Where(pair => near.Contains(pair.One.Key) || near.Contains(pair.Other.Key))];
        var found = new NearPairs([.. open.Take(most)], open.Count);
        await gate.Record(reader, Actions.ReadIdentities, string.Join(',', found.Pairs.SelectMany(pair => new[] { pair.One.Key, pair.Other.Key }).Distinct().Select(key => $"entity:{key}")), found.Pairs.Count, "near", ct);
        return found;
    }

    /// <summary>One pair, side by side; hidden and absent answer alike.</summary>
    public async Task<Outcome<PairView>> Show(Visitor visitor, long one, long other, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadIdentities, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (one == other || await PairEvidence.Of(reader, one, other, ct) is not { } evidence) return await gate.Refuse(reader, Actions.ReadIdentities, NoSuch, ct);
        var (weights, version) = await WeightsInForce.Of(reader, ct);
        var joined = await new IdentityRows(reader).Of([one, other], ct);
        var judgements = joined.Values.SelectMany(side => side.Judgements).DistinctBy(row => row.Key).OrderBy(row => row.Key).ToList();
        var items = await new CitedItems(reader).Of([.. evidence.Live.SelectMany(own => own).Select(row => row.Item).Distinct()], ct);
        var probability = weights.Probability(evidence.Pair);
        var label = await labels.Union(evidence.Live.SelectMany(own => own).Where(row => row.Target is null).Select(row => row.CurrentLabel).Concat(judgements.Select(row => row.CurrentLabel)), ct);
        var view = new PairView(Record(0, one), Record(1, other), probability, evidence.Verdict(probability), version, evidence.Reasons(weights), evidence.NeedsItem, evidence.Rows(), judgements,
            new Decided(IdentityRows.Same(judgements), Review.Different(judgements)).Of(one, other), items, label);
        await gate.Record(reader, Actions.ReadIdentities, $"entity:{one},entity:{other}", 1, "", ct);
        return view;

        ReviewedRecord Record(int which, long key) => new(key, evidence.Types[which].Name, evidence.Names(which));
    }
}
