using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Screening.Watchlists;

/// <summary>Settles a candidate by two officers: one says same, different or unresolved with a reason, another confirms or sends it back. In a personal home, where there is no other, one's own.</summary>
public sealed class SettleCandidate(Gate gate, TimeProvider clock)
{
    private const int ShortestReason = 5;
    private const int LongestReason = 400;

    private static readonly string[] Outcomes = ["same", "different", "unresolved"];

    /// <summary>Says what one found.</summary>
    /// <param name="outcome"><c>same</c>, <c>different</c> or <c>unresolved</c>.</param>
    public Task<Outcome<long>> Propose(Visitor visitor, long candidate, string outcome, string reason, CancellationToken ct) => Step(visitor, Actions.ProposeCandidate, candidate, "open", "proposed", "proposed", reason, row =>
        !Outcomes.Contains(outcome) ? new Refusal("candidate.outcome", "Say same, different or unresolved.")
        : outcome == "same" && row.Verdict != "candidate" ? new Refusal("candidate.incomplete", "A name alone makes nobody the same: a birth date, a document or the mother's name must agree first. Say unresolved, and find one.")
        : null, _ => outcome, ct);

    /// <summary>Confirms what a colleague found.</summary>
    public Task<Outcome<long>> Confirm(Visitor visitor, long candidate, string reason, CancellationToken ct) =>
        Step(visitor, Actions.ConfirmCandidate, candidate, "proposed", "settled", "confirmed", reason, _ => null, row => row.Outcome!, ct);

    /// <summary>Sends it back to the queue, with a reason that the colleague reads.</summary>
    public Task<Outcome<long>> SendBack(Visitor visitor, long candidate, string reason, CancellationToken ct) =>
        Step(visitor, Actions.ConfirmCandidate, candidate, "proposed", "open", "returned", reason, _ => null, row => row.Outcome!, ct);

    private async Task<Outcome<long>> Step(Visitor visitor, string action, long candidate, string from, string to, string step, string reason, Func<CandidateRow, Refusal?> whyNot, Func<CandidateRow, string> outcome, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, action, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var rows = new CandidateRows(reader);
        if (await rows.Of(candidate, ct) is not { } row) return await gate.Refuse(reader, action, ViewCandidates.NoSuch, ct);
        var last = (await rows.Steps([candidate], ct)).LastOrDefault();
        // Confirming takes no reason of its own: the colleague's stands.
        var why = row.State != from ? Moved
            : step != "confirmed" && reason.Trim().Length is < ShortestReason or > LongestReason ? new Refusal("candidate.needs-reason", $"Say why, in {ShortestReason} to {LongestReason} characters: a colleague decides by it.")
            : from == "proposed" && last?.GivenBy == visitor.Officer && !await gate.IsPersonal(ct) ? new Refusal("candidate.own", "You found this: another officer confirms it.")
            : row.HeldBy is { } holder && holder != visitor.Officer && row.HeldUntil > clock.Micros() ? Held
            : whyNot(row);
        if (why is not null) return await gate.Refuse(reader, action, why, ct);
        var found = outcome(row);
        return await gate.Perform(reader, action, async writer =>
        {
            if (!await new CandidateRecords(writer, clock.Micros()).Step(candidate, from, to, step, found, reason.Trim(), visitor.Officer, ct)) return new Written<long>(Moved);
            if (to == "settled") await Count(new WatchlistRecords(writer, clock.Micros()), row, found, 1, ct);
            return new Written<long>(candidate, $"candidate:{candidate},entity:{row.Entity}", 1, $"{step} {found}: {reason.Trim()}");
        }, ct);
    }

    /// <summary>The numbers that oversight reads: by outcome, and by outcome and rule.</summary>
    internal static async Task Count(WatchlistRecords tallies, CandidateRow row, string found, long number, CancellationToken ct)
    {
        await tallies.Count(row.Watchlist, row.Script, found, number, ct);
        await tallies.Count(row.Watchlist, row.Script, $"{found}-{row.Verdict}", number, ct);
    }

    internal static Refusal Held { get; } = new("candidate.held", "A colleague has it on the desk, or it is settled: take the next.");

    internal static Refusal Moved { get; } = new("candidate.moved", "It stands elsewhere by now: a colleague was faster, or it is settled. Open it again.");
}
