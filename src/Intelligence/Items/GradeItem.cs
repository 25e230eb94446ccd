using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;

namespace Plumbline.Intelligence;

/// <summary>Grades one item: one officer proposes, another confirms; a confirmed grade is replaced only with a reason, and history is kept.</summary>
public sealed class GradeItem(Gate gate, Labels labels, TimeProvider clock)
{
    /// <summary>Proposes a grade for an item that has none, or replaces one's own proposal.</summary>
    public Task<Outcome<long>> Propose(Visitor visitor, GradeProposal proposal, CancellationToken ct) =>
        Run(visitor, Actions.ProposeGrade, proposal, (item, _, _) => item.State == "graded"
            ? new Refusal("grade.confirmed", "The grade is confirmed: regrade it, with a reason.")
            : null, "proposed", ct);

    /// <summary>Confirms what another proposed; in a personal home, where there is no other, one's own.</summary>
    public async Task<Outcome<long>> Confirm(Visitor visitor, long item, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ConfirmGrade, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (await new ItemRows(reader).Of([item], ct) is not [{ State: "proposed" } row])
            return await gate.Refuse(reader, Actions.ConfirmGrade, new("grade.nothing-proposed", "There is no proposed grade to confirm."), ct);
        var proposed = (await new GradingRows(reader).Of([item], ct)).Last(step => step.Step == "proposed");
        if (proposed.GivenBy == visitor.Officer && !await gate.IsPersonal(ct))
            return await gate.Refuse(reader, Actions.ConfirmGrade, new("grade.own-proposal", "You proposed this grade: another officer confirms it."), ct);
        var proposal = new GradeProposal(item, Grade.FromCode(proposed.Grade)) { CorroboratedBy = proposed.CorroboratedBy, ExternalReference = proposed.ExternalReference };
        return await gate.Perform(reader, Actions.ConfirmGrade, async writer =>
            new Written<long>(await Give(writer, reader.Standing, row, proposal, "confirmed", proposed.Key, ct), $"item:{item}", 1, proposal.Grade.ToString()), ct);
    }

    /// <summary>Replaces a confirmed grade; the reason is kept with the history.</summary>
    public Task<Outcome<long>> Regrade(Visitor visitor, GradeProposal proposal, CancellationToken ct) =>
        Run(visitor, Actions.Regrade, proposal, (item, _, _) =>
            item.State != "graded" ? new Refusal("grade.not-confirmed", "Only a confirmed grade is regraded: propose one first.")
            : string.IsNullOrWhiteSpace(proposal.Reason) ? new Refusal("grade.needs-reason", "A regrade needs a reason.")
            : null, "regraded", ct);

    private async Task<Outcome<long>> Run(Visitor visitor, string action, GradeProposal proposal, Func<ItemRow, Reader, CancellationToken, Refusal?> allowed, string step, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, action, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var rows = await new ItemRows(reader).Of(proposal.CorroboratedBy is { } cited ? [proposal.Item, cited] : [proposal.Item], ct);
        if (rows.FirstOrDefault(row => row.Key == proposal.Item) is not { } item)
            return await gate.Refuse(reader, action, new("item.unknown", "There is no such item."), ct);
        var corroboration = rows.FirstOrDefault(row => row.Key == proposal.CorroboratedBy);
        if ((allowed(item, reader, ct) ?? GradingRules.WhyNot(item, proposal, corroboration)) is { } why)
            return await gate.Refuse(reader, action, why, ct);
        return await gate.Perform(reader, action, async writer =>
            new Written<long>(await Give(writer, reader.Standing, item, proposal, step, null, ct), $"item:{item.Key}", 1, $"{proposal.Grade} {proposal.Reason}".Trim()), ct);
    }

    private async Task<long> Give(Writer writer, Standing standing, ItemRow item, GradeProposal proposal, string step, long? derivedFrom, CancellationToken ct)
    {
        var now = clock.Micros();
        var key = await writer.TakeKeys("grading", 1, ct);
        await writer.Execute("""
            insert into grading (key, item, scheme, grade, step, derived_from, rule_version, corroborated_by, external_reference, given_by, given_at, reason)
            values (@key, @Item, @scheme, @grade, @step, @derivedFrom, null, @CorroboratedBy, @ExternalReference, @Officer, @now, @Reason)
            """, new { key, proposal.Item, scheme = proposal.Grade.Scheme.Text(), grade = proposal.Grade.Code, step, derivedFrom, proposal.CorroboratedBy, proposal.ExternalReference, standing.Officer, now, proposal.Reason }, ct);
        if (step == "proposed")
            await writer.Execute("update item set state = 'proposed' where key = @Item", new { proposal.Item }, ct);
        else
        {
            // The grade of a statement is the grade of its item: both projections change in the act that regrades.
            await writer.Execute("update item set state = 'graded', current_grade = @grade where key = @Item", new { grade = proposal.Grade.Code, proposal.Item }, ct);
            await writer.Execute("update statement set current_grade = @grade where item = @Item", new { grade = proposal.Grade.Code, proposal.Item }, ct);
        }
        if (proposal.Label is { } own) await Relabel(writer, standing, item, own, now, ct);
        return key;
    }

    private async Task Relabel(Writer writer, Standing standing, ItemRow item, Label own, long now, CancellationToken ct)
    {
        // Effective = report's, the item's so far, and this one: it can only get stricter.
        var effective = (await labels.Of(item.CurrentLabel, ct)).Combine(own);
        var ownKey = await labels.Intern(writer, own, ct);
        var effectiveKey = await labels.Intern(writer, effective, ct);
        var key = await writer.TakeKeys("labelling", 1, ct);
        await writer.Execute("insert into labelling (key, what, subject, label, given_by, given_at, reason) values (@labelling, 'item', @Key, @ownKey, @Officer, @now, '')", new { labelling = key, item.Key, ownKey, standing.Officer, now }, ct);
        await writer.Execute("update item set label = @ownKey, current_label = @effectiveKey where key = @Key", new { ownKey, effectiveKey, item.Key }, ct);
        foreach (var held in await writer.Query<long>("select distinct current_label from statement where item = @Key", new { item.Key }, ct))
        {
            var stricter = await labels.Intern(writer, (await labels.Of(held, ct)).Combine(own), ct);
            await writer.Execute("update statement set current_label = @stricter where item = @Key and current_label = @held", new { stricter, item.Key, held }, ct);
        }
    }
}
