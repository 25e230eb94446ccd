using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Intelligence;

/// <summary>Sets what a report left open of an item, before its grade is confirmed: date, origin, source, custody. What stood there before is kept.</summary>
public sealed class CompleteItem(Gate gate, TimeProvider clock)
{
    /// <summary>Sets the fields given; a custody that was recorded is never talked away.</summary>
    /// <returns>How many fields changed.</returns>
    public async Task<Outcome<int>> Run(Visitor visitor, ItemFields fields, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.CompleteItem, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (await new ItemRows(reader).Of([fields.Item], ct) is not [var item])
            return await gate.Refuse(reader, Actions.CompleteItem, new("item.unknown", "There is no such item."), ct);
        if (CompletionRules.WhyNot(item, fields) is { } why) return await gate.Refuse(reader, Actions.CompleteItem, why, ct);
        return await gate.Perform(reader, Actions.CompleteItem, async writer =>
        {
            var now = clock.Micros();
            var origin = fields.Origin is { } reference ? await new ReportRecords(writer, now).Origin(reference.Trim(), ct) : (long?)null;
            var changes = CompletionRules.Changes(item, fields, origin);
            await new ItemRecords(writer, now).Set(item.Key, changes, visitor.Officer, ct);
            return new Written<int>(changes.Count, $"item:{item.Key}", changes.Count, string.Join("; ", changes.Select(change => $"{change.Field}: {change.Before} -> {change.After}")));
        }, ct);
    }
}
