using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Screening.Identity;

/// <summary>What an officer judges of two records.</summary>
/// <param name="Verdict"><c>same</c>, <c>different</c> or <c>unsure</c>.</param>
/// <param name="Reason">In the officer's words, 5 to 400 characters.</param>
public sealed record IdentityJudgement(long One, long Other, string Verdict, string Reason)
{
    /// <summary>Keys of the items that it rests on; empty for what the two records say themselves.</summary>
    public IReadOnlyList<long> Items { get; init; } = [];
}

/// <summary>Judges whether two records mean one person or thing, takes it back, and says which record's name leads. Records themselves are never changed.</summary>
public sealed class JudgeIdentity(Gate gate, Labels labels, PublicIds ids, TimeProvider clock)
{
    private const int ShortestReason = 5;
    private const int LongestReason = 400;

    /// <summary>What can be judged.</summary>
    public static IReadOnlyList<string> Verdicts { get; } = ["same", "different", "unsure"];

    /// <summary>Gives a judgement.</summary>
    /// <returns>Its key.</returns>
    public async Task<Outcome<long>> Run(Visitor visitor, IdentityJudgement judgement, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.JudgeIdentity, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var (one, other) = (judgement.One, judgement.Other);
        if (one == other) return await gate.Refuse(reader, Actions.JudgeIdentity, new("identity.itself", "These are one record: choose two."), ct);
        if (await PairEvidence.Of(reader, one, other, ct) is not { } evidence) return await gate.Refuse(reader, Actions.JudgeIdentity, ReviewIdentities.NoSuch, ct);
        var cited = judgement.Items.Count == 0 ? [] : await new CitedItems(reader).Of([.. judgement.Items.Distinct()], ct);
        var rows = new IdentityRows(reader);
        if ((WhyNot(judgement, evidence, cited) ?? await Already(rows, judgement, ct)) is { } why) return await gate.Refuse(reader, Actions.JudgeIdentity, why, ct);
        // What is judged is held as strictly as what it rests on; reasons may quote it.
        var label = await labels.Union(cited.Count > 0 ? cited.Select(item => item.CurrentLabel) : evidence.Basis.Select(row => row.CurrentLabel), ct);
        var basis = cited.Count > 0 ? cited.Select(item => item.Key) : evidence.Basis.Select(row => row.Item);
        return await gate.Perform(reader, Actions.JudgeIdentity, async writer =>
        {
            var records = await IdentityRecords.Alone(writer, clock.Micros(), visitor.Officer, ct);
            if (await Contradiction(records, rows, judgement, ct) is { } contradiction) return new Written<long>(contradiction, $"entity:{one},entity:{other}", 0);
            var key = await records.Give(new NewJudgement(one, other, judgement.Verdict, judgement.Reason.Trim(), await labels.Intern(writer, label, ct), [.. basis]), ct);
            return new Written<long>(key, $"judgement:{key},entity:{one},entity:{other}", 1, $"{judgement.Verdict}: {judgement.Reason.Trim()}");
        }, ct);
    }

    /// <summary>Takes a judgement back: what it alone joined is apart again, and each link is where it always was.</summary>
    public async Task<Outcome<long>> Withdraw(Visitor visitor, long judgement, string reason, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.WithdrawJudgement, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var row = (await new IdentityRows(reader).Keyed([judgement], ct)).FirstOrDefault();
        var why = row is null ? new Refusal("judgement.unknown", "There is no such judgement.") : !row.IsLive ? Gone : IsNoReason(reason) ? NeedsReason : null;
        if (why is not null) return await gate.Refuse(reader, Actions.WithdrawJudgement, why, ct);
        return await gate.Perform(reader, Actions.WithdrawJudgement, async writer =>
            await (await IdentityRecords.Alone(writer, clock.Micros(), visitor.Officer, ct)).Withdraw(judgement, reason.Trim(), ct)
                ? new Written<long>(judgement, $"judgement:{judgement},entity:{row!.Entity},entity:{row.Other}", 1, reason.Trim()) : new Written<long>(Gone), ct);
    }

    /// <summary>Says that this record's name stands for all that are joined with it.</summary>
    public async Task<Outcome<long>> Lead(Visitor visitor, long entity, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ChooseLead, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        Refusal? why = await new EntityRows(reader).Existing([entity], waiting: false, ct) is not [_] ? new("entity.unknown", "There is no such entity.")
            : (await new IdentityRows(reader).Of([entity], ct)).GetValueOrDefault(entity) is not { Records.Count: > 1 } ? new("identity.alone", "It is joined with no other record: its own name stands.") : null;
        if (why is not null) return await gate.Refuse(reader, Actions.ChooseLead, why, ct);
        return await gate.Perform(reader, Actions.ChooseLead, async writer =>
        {
            await (await IdentityRecords.Alone(writer, clock.Micros(), visitor.Officer, ct)).Lead(entity, ct);
            return new Written<long>(entity, $"entity:{entity}");
        }, ct);
    }

    private static Refusal NeedsReason { get; } = new("identity.needs-reason", $"Say why, in {ShortestReason} to {LongestReason} characters: colleagues and courts read it.");

    private static Refusal Gone { get; } = new("identity.withdrawn", "It was taken back already.");

    // Supervisors who see both records find it under the code of the register's question.
    private static Refusal Hidden { get; } = new(IdentityRows.RefusedInGeneral, "This cannot be said as things stand. Ask a supervisor, who can look into it.");

    private static Refusal? WhyNot(IdentityJudgement judgement, PairEvidence evidence, IReadOnlyList<CitedItem> cited) =>
        !Verdicts.Contains(judgement.Verdict) ? new("identity.verdict", "Say same, different or unsure.")
        : !evidence.MayBeOne ? new("identity.types", "These two can never be one: a person is no company, and a link is no thing.")
        : IsNoReason(judgement.Reason) ? NeedsReason
        : cited.Count < judgement.Items.Distinct().Count() ? new("item.unknown", "There is no such item.")
        : judgement.Verdict == "same" && cited.Count == 0 && evidence.NeedsItem ? new("identity.needs-item", "A name alone makes nobody the same: name the items that show it, or find a birth date, a document or the mother's name.")
        : null;

    private static bool IsNoReason(string reason) => reason.Trim().Length is < ShortestReason or > LongestReason;

    private static async Task<Refusal?> Already(IdentityRows rows, IdentityJudgement judgement, CancellationToken ct) =>
        Seen(await rows.Of([judgement.One, judgement.Other], ct)).Any(row => row.IsLive && row.IsOn(judgement.One, judgement.Other) && row.Verdict == judgement.Verdict)
            ? new("identity.already", "It was judged so already: take that back first to judge it anew.") : null;

    // Looked at while no other judgement act is under way.
    private async Task<Refusal?> Contradiction(IdentityRecords records, IdentityRows rows, IdentityJudgement judgement, CancellationToken ct)
    {
        if (judgement.Verdict == "same" && await records.Apart(judgement.One, judgement.Other, ct) is { Count: > 0 } apart)
        {
            var named = await rows.Keyed(apart, ct);
            return named.Count == 0 ? Hidden : new("identity.contradicts", $"They, or records joined with them, were judged different: {Named(named)}. Take that back first.");
        }
        if (judgement.Verdict == "different" && await records.AreJoined(judgement.One, judgement.Other, ct))
        {
            var joined = (await rows.Of([judgement.One], ct)).GetValueOrDefault(judgement.One);
            return joined is null || !joined.Records.Contains(judgement.Other) ? Hidden
                : new("identity.joined", $"They are joined: {Named(joined.Judgements.Where(row => row is { IsLive: true, Verdict: "same" }))}. Take that back first.");
        }
        return null;
    }

    private static IEnumerable<JudgementRow> Seen(IReadOnlyDictionary<long, Joined> joined) => joined.Values.SelectMany(one => one.Judgements);

    private string Named(IEnumerable<JudgementRow> judgements) =>
        string.Join(", ", judgements.Select(row => $"{ids.Show(PublicKind.Judgement, row.Key)} ({row.GivenByName}, {Clock.FromMicros(row.GivenAt):yyyy-MM-dd})"));
}
