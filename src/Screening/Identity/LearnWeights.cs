using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Safeguards;
using Plumbline.Screening.Matching;
using Plumbline.Screening.Resolution;
using Plumbline.Screening.Watchlists;

namespace Plumbline.Screening.Identity;

/// <summary>How often the suggestions are right here, and what weighs how much.</summary>
/// <param name="Versions">Weights that were learned, newest first.</param>
public sealed record IdentityReport(PrecisionEstimate Estimate, EvidenceWeights Weights, string Version, IReadOnlyList<WeightRow> Versions, int Records, int Compared, int SampleWaiting);

/// <summary>Learns what each kind of evidence says in this register, without labels, and reports how often the suggestions are right, from pairs that people judged.</summary>
public sealed class LearnWeights(Gate gate, Labels labels, LoadRecords records, TimeProvider clock)
{
    /// <summary>The report.</summary>
    public async Task<Outcome<IdentityReport>> Report(Visitor visitor, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadIdentities, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var visible = await records.Of(reader, ct);
        var (weights, version) = await WeightsInForce.Of(reader, ct);
        var review = new Review(visible, weights, await new IdentityRows(reader).Live(ct), ct);
        var report = new IdentityReport(review.Precision, weights, version, await new WeightRows(reader).All(ct), visible.Records.Count, visible.Pairs.Count, review.Sample.Count);
        await gate.Record(reader, Actions.ReadIdentities, "", visible.Records.Count, "report", ct);
        return report;
    }

    /// <summary>Learns a new version over what the visitor sees; the one before stays. Who may not see all that it was learned from keeps the version before.</summary>
    public async Task<Outcome<EvidenceWeights>> Run(Visitor visitor, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.LearnWeights, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var visible = await records.Of(reader, ct);
        var count = visible.Records.Count;
        var learned = EvidenceWeights.Learn(visible.Pairs, RecordPairs.Strangers(visible.Records, ct), count * (count - 1.0) / 2);
        if (!learned.Learned)
            return await gate.Refuse(reader, Actions.LearnWeights, new("identity.too-few", "Too few records agree in anything to learn from: the built-in weights stay in force."), ct);
        return await gate.Perform(reader, Actions.LearnWeights, async writer =>
        {
            var kept = await IdentityRecords.Alone(writer, clock.Micros(), visitor.Officer, ct);
            await kept.Keep(NameMatcher.Version, visible.Pairs.Count, KeptForm.Write(learned.Fields), await labels.Intern(writer, visible.Label, ct), ct);
            return new Written<EvidenceWeights>(learned, "", visible.Pairs.Count, string.Join(' ', learned.Fields.Where(one => one.Learned).Select(one => one.What)));
        }, ct);
    }
}
