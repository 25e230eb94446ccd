using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;

namespace Plumbline.Safeguards;

/// <summary>Opens cases and says who works in them; a change of members is felt at the member's next step.</summary>
public sealed class RunCase(Gate gate, TimeProvider clock)
{
    private const int LongestReference = 40;
    private const int LongestTitle = 200;

    /// <summary>Opens a case; whoever opens it is a member.</summary>
    /// <returns>The key of the case.</returns>
    public async Task<Outcome<long>> Open(Visitor visitor, string reference, string title, string legalBasis, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.OpenCase, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        (reference, title) = (reference.Trim(), title.Trim());
        var why = reference.Length is 0 or > LongestReference ? new Refusal("case.reference", "Give the case a reference, such as 2026-014.")
            : title.Length is 0 or > LongestTitle ? new Refusal("case.title", "Give the case a title.")
            : gate.Policy.LegalBases.All(basis => basis.Code != legalBasis) ? new Refusal("case.legal-basis", $"The legal bases are: {string.Join(", ", gate.Policy.LegalBases.Select(basis => basis.Code))}.")
            : (await new CaseLines(reader).All(ct)).Any(one => one.Reference == reference) ? new Refusal("case.reference-taken", "Another case has this reference.")
            : null;
        if (why is not null) return await gate.Refuse(reader, Actions.OpenCase, why, ct);
        return await gate.Perform(reader, Actions.OpenCase, async writer =>
        {
            var records = new OfficerRecords(writer, clock.Micros());
            var key = await records.AddCase(reference, title, legalBasis, visitor.Officer, ct);
            await records.AddMember(key, visitor.Officer, visitor.Officer, ct);
            return new Written<long>(key, $"case:{key}", 1, $"{reference} {legalBasis}");
        }, ct);
    }

    /// <summary>Adds a member. Administrators and oversight work in no case.</summary>
    public async Task<Outcome<long>> AddMember(Visitor visitor, long caseKey, long officer, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.AddMember, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var why = await WhyNot(reader, caseKey, officer, ct)
            ?? ((await gate.Rights.Roles(officer, ct)).Any(gate.Policy.Alone.Contains) ? new Refusal("case.not-theirs", "Administrators and oversight work in no case.") : null);
        if (why is not null) return await gate.Refuse(reader, Actions.AddMember, why, ct);
        return await gate.Perform(reader, Actions.AddMember, async writer =>
        {
            await new OfficerRecords(writer, clock.Micros()).AddMember(caseKey, officer, visitor.Officer, ct);
            return new Written<long>(officer, $"case:{caseKey},officer:{officer}", 1, "added");
        }, ct);
    }

    /// <summary>Takes a member out; what only this case opened is closed to the officer at once.</summary>
    public async Task<Outcome<long>> RemoveMember(Visitor visitor, long caseKey, long officer, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.AddMember, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (await WhyNot(reader, caseKey, officer, ct) is { } why) return await gate.Refuse(reader, Actions.AddMember, why, ct);
        return await gate.Perform(reader, Actions.AddMember, async writer => await new OfficerRecords(writer, clock.Micros()).RemoveMember(caseKey, officer, ct)
            ? new Written<long>(officer, $"case:{caseKey},officer:{officer}", 1, "removed")
            : new Written<long>(new Refusal("case.no-member", "The officer is no member of this case.")), ct);
    }

    private async Task<Refusal?> WhyNot(Reader reader, long caseKey, long officer, CancellationToken ct) =>
        (await new CaseLines(reader).All(ct)).All(one => one.Key != caseKey || one.ClosedAt is not null) ? new Refusal("case.unknown", "There is no such open case.")
        : await gate.Rights.Officer(officer, ct) is null ? new Refusal("officer.unknown-colleague", "There is no such officer.")
        : null;
}
