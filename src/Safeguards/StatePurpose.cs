using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Records;

namespace Plumbline.Safeguards;

/// <summary>States what an officer works for: a kind of purpose, a case where the kind needs one, and the reason in the officer's words.</summary>
/// <remarks>It holds for one shift; "no case yet" holds as long as the policy says and is sampled by oversight.</remarks>
public sealed class StatePurpose(Gate gate, TimeProvider clock)
{
    private const int ShortestReason = 5;
    private const int LongestReason = 400;
    private static readonly TimeSpan Shift = TimeSpan.FromHours(12);

    /// <summary>States a purpose; it is the visitor's from now on.</summary>
    /// <param name="code">A kind of the policy, such as <c>investigation</c>.</param>
    /// <param name="caseReference">Reference of a case that the officer is a member of; null for a kind that needs none.</param>
    /// <param name="reason">5 to 400 characters.</param>
    public async Task<Outcome<StatedPurpose>> Run(Visitor visitor, string code, string? caseReference, string reason, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.StatePurpose, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var cases = await gate.Rights.OwnCases(visitor.Officer, ct);
        var chosen = cases.FirstOrDefault(one => one.Reference == caseReference);
        var kind = gate.Policy.Purposes.FirstOrDefault(one => one.Code == code);
        var why = kind is null ? new Refusal("purpose.unknown", "There is no such purpose.")
            : reason.Trim().Length is < ShortestReason or > LongestReason ? new Refusal("purpose.reason", $"Say why, in {ShortestReason} to {LongestReason} characters.")
            : kind.Case == "required" && caseReference is null ? new Refusal("purpose.needs-case", "This purpose needs a case. Without one there is: enquiry without a case yet, or threat to life.")
            // Unknown and not a member are the same answer.
            : caseReference is not null && (chosen is null || kind.Case == "none") ? new Refusal("purpose.case-unknown", "You are a member of no such case, or the purpose takes none.")
            : null;
        if (why is not null) return await gate.Refuse(reader, Actions.StatePurpose, why, ct);
        var holds = kind!.Hours > 0 ? TimeSpan.FromHours(kind.Hours) : Shift;
        return await gate.Perform(reader, Actions.StatePurpose, async writer =>
        {
            var now = clock.Micros();
            var key = await new OfficerRecords(writer, now).State(visitor.Officer, code, chosen?.Key, reason.Trim(), holds, ct);
            return new Written<StatedPurpose>(new StatedPurpose(key, visitor.Officer, code, chosen?.Key, reason.Trim(), now, now + (long)holds.TotalMicroseconds),
                $"purpose:{key}", 1, $"{code} {chosen?.Reference} {reason.Trim()}");
        }, ct);
    }
}
