using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Intelligence;

/// <summary>What was decided about one person.</summary>
/// <param name="Outcome">One of <see cref="LegalOutcomes.All"/>.</param>
/// <param name="Date">A partial date.</param>
/// <param name="Item">Key of the item that tells of it.</param>
/// <param name="Court">The court or authority, in words.</param>
public sealed record OutcomeEntry(long Person, string Outcome, string Date, long Item, string? Court);

/// <summary>Records a legal outcome: an acquittal, a conviction, a release. It shows to everyone who may read its item, in every case.</summary>
public sealed class RecordOutcome(Gate gate, TimeProvider clock)
{
    /// <summary>Records it.</summary>
    /// <returns>The key of the entry.</returns>
    public async Task<Outcome<long>> Run(Visitor visitor, OutcomeEntry entry, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.RecordOutcome, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (await new EntityRows(reader).Existing([entry.Person], waiting: false, ct) is not [var person] || Schema.Builtin.Find(person.Type)?.Is("person") != true)
            return await gate.Refuse(reader, Actions.RecordOutcome, new("person.unknown", "There is no such person."), ct);
        if (!LegalOutcomes.All.Contains(entry.Outcome))
            return await gate.Refuse(reader, Actions.RecordOutcome, new("outcome.unknown", $"The outcomes are: {string.Join(", ", LegalOutcomes.All)}."), ct);
        if (!PartialDate.TryParse(entry.Date, out var date) || date.IsUnknown)
            return await gate.Refuse(reader, Actions.RecordOutcome, new("outcome.needs-date", $"An outcome has a date. Example: {PropertyTypes.Date.Example}"), ct);
        if (await new ItemRows(reader).Of([entry.Item], ct) is not [_]) return await gate.Refuse(reader, Actions.RecordOutcome, MarkItem.UnknownItem, ct);
        return await gate.Perform(reader, Actions.RecordOutcome, async writer =>
        {
            var key = await new PersonRecords(writer, clock.Micros(), reader.Standing.Officer)
                .Record(new NewLegalOutcome(entry.Person, reader.Standing.Case, entry.Outcome, entry.Court, date.ToString(), entry.Item), ct);
            return new Written<long>(key, $"entity:{entry.Person},item:{entry.Item}", 1, entry.Outcome);
        }, ct);
    }
}
