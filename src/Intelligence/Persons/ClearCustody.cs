using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Intelligence;

/// <summary>Lifts the custody bar of an item after an independent review: by a supervisor or oversight who did not take it in and did not grade it.</summary>
public sealed class ClearCustody(Gate gate, TimeProvider clock)
{
    /// <summary>Lifts it.</summary>
    /// <param name="review">What the review found, in words; kept in the audit log.</param>
    /// <returns>The key of the item.</returns>
    public async Task<Outcome<long>> Run(Visitor visitor, long item, string review, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ClearCustody, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (await new CitedItems(reader).Of([item], ct) is not [var held]) return await gate.Refuse(reader, Actions.ClearCustody, MarkItem.UnknownItem, ct);
        if (GradingRules.CustodyBar(held) is null) return await gate.Refuse(reader, Actions.ClearCustody, new("custody.not-barred", "Custody does not bar this item."), ct);
        if (string.IsNullOrWhiteSpace(review)) return await gate.Refuse(reader, Actions.ClearCustody, new("custody.needs-review", "Say what the review looked at and found."), ct);
        var gradings = await new GradingRows(reader).Of([item], ct);
        if (held.ReceivedBy == visitor.Officer || gradings.Any(step => step.GivenBy == visitor.Officer))
            return await gate.Refuse(reader, Actions.ClearCustody, new("custody.not-independent", "You took this item in or graded it: the review is another officer's."), ct);
        return await gate.Perform(reader, Actions.ClearCustody, async writer =>
        {
            await new PersonRecords(writer, clock.Micros(), reader.Standing.Officer).Clear(item, ct);
            return new Written<long>(item, $"item:{item}", 1, review);
        }, ct);
    }
}
