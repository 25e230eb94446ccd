using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Intelligence;

/// <summary>Grades one item: one officer proposes, another confirms; a confirmed grade is replaced only with a reason, and history is kept.</summary>
public sealed class GradeItem(Gate gate, Labels labels, TimeProvider clock)
{
    /// <summary>Proposes a grade for an item that has none, or replaces one's own proposal.</summary>
    public Task<Outcome<long>> Propose(Visitor visitor, GradeProposal proposal, CancellationToken ct) =>
        Run(visitor, Actions.ProposeGrade, proposal, item => item.State == "graded"
            ? new Refusal("grade.confirmed", "The grade is confirmed: regrade it, with a reason.")
            : null, "proposed", ct);

    /// <summary>Confirms what another proposed; in a personal home, where there is no other, one's own.</summary>
    public async Task<Outcome<long>> Confirm(Visitor visitor, long item, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ConfirmGrade, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (await new ItemRows(reader).Of([item], ct) is not [{ State: "proposed" }])
            return await gate.Refuse(reader, Actions.ConfirmGrade, new("grade.nothing-proposed", "There is no proposed grade to confirm."), ct);
        var proposed = (await new GradingRows(reader).Of([item], ct)).Last(step => step.Step == "proposed");
        if (proposed.GivenBy == visitor.Officer && !await gate.IsPersonal(ct))
            return await gate.Refuse(reader, Actions.ConfirmGrade, new("grade.own-proposal", "You proposed this grade: another officer confirms it."), ct);
        var proposal = new GradeProposal(item, Grade.FromCode(proposed.Grade)) { CorroboratedBy = proposed.CorroboratedBy, ExternalReference = proposed.ExternalReference };
        return await gate.Perform(reader, Actions.ConfirmGrade, async writer =>
            new Written<long>(await Give(writer, reader.Standing, proposal, "confirmed", proposed.Key, ct), $"item:{item}", 1, proposal.Grade.ToString()), ct);
    }

    /// <summary>Sends a proposal back to the queue, with a reason that its author reads.</summary>
    public async Task<Outcome<long>> SendBack(Visitor visitor, long item, string reason, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReturnGrade, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (string.IsNullOrWhiteSpace(reason))
            return await gate.Refuse(reader, Actions.ReturnGrade, new("grade.needs-reason", "Sending a grade back needs a reason."), ct);
        if (await new ItemRows(reader).Of([item], ct) is not [{ State: "proposed" }])
            return await gate.Refuse(reader, Actions.ReturnGrade, new("grade.nothing-proposed", "There is no proposed grade to send back."), ct);
        var proposed = (await new GradingRows(reader).Of([item], ct)).Last(step => step.Step == "proposed");
        var returned = new NewGrading(item, Grade.FromCode(proposed.Grade), "returned", proposed.Key, null, null, null, visitor.Officer, reason.Trim());
        return await gate.Perform(reader, Actions.ReturnGrade, async writer =>
            new Written<long>(await new GradingRecords(writer, labels, clock.Micros()).Give(returned, ct), $"item:{item}", 1, reason.Trim()), ct);
    }

    /// <summary>Replaces a confirmed grade; the reason is kept with the history.</summary>
    public Task<Outcome<long>> Regrade(Visitor visitor, GradeProposal proposal, CancellationToken ct) =>
        Run(visitor, Actions.Regrade, proposal, item =>
            item.State != "graded" ? new Refusal("grade.not-confirmed", "Only a confirmed grade is regraded: propose one first.")
            : string.IsNullOrWhiteSpace(proposal.Reason) ? new Refusal("grade.needs-reason", "A regrade needs a reason.")
            : null, "regraded", ct);

    private async Task<Outcome<long>> Run(Visitor visitor, string action, GradeProposal proposal, Func<ItemRow, Refusal?> allowed, string step, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, action, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var rows = await new ItemRows(reader).Of(proposal.CorroboratedBy is { } cited ? [proposal.Item, cited] : [proposal.Item], ct);
        if (rows.FirstOrDefault(row => row.Key == proposal.Item) is not { } item)
            return await gate.Refuse(reader, action, new("item.unknown", "There is no such item."), ct);
        var corroboration = rows.FirstOrDefault(row => row.Key == proposal.CorroboratedBy);
        if ((allowed(item) ?? GradingRules.WhyNot(item, proposal, corroboration)) is { } why)
            return await gate.Refuse(reader, action, why, ct);
        return await gate.Perform(reader, action, async writer =>
            new Written<long>(await Give(writer, reader.Standing, proposal, step, null, ct), $"item:{item.Key}", 1, $"{proposal.Grade} {proposal.Reason}".Trim()) { Tightens = proposal.Label is not null }, ct);
    }

    private async Task<long> Give(Writer writer, Standing standing, GradeProposal proposal, string step, long? derivedFrom, CancellationToken ct)
    {
        var records = new GradingRecords(writer, labels, clock.Micros());
        if (proposal.Label is { } own) await records.Restrict(proposal.Item, own, standing.Officer, proposal.Reason, ct);
        return await records.Give(new NewGrading(proposal.Item, proposal.Grade, step, derivedFrom, null, proposal.CorroboratedBy, proposal.ExternalReference, standing.Officer, proposal.Reason), ct);
    }
}
