using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;

namespace Plumbline.Intelligence;

/// <summary>Something that is known by the value asked about.</summary>
/// <param name="Entity">What has the value.</param>
/// <param name="Property">In which property.</param>
/// <param name="Statements">The statements that give it, with their items and grades.</param>
public sealed record KnownValue(EntityRef Entity, Property Property, IReadOnlyList<CitedStatement> Statements);

/// <summary>The answer to "do we know this?".</summary>
/// <param name="Readings">As what it was understood.</param>
/// <param name="Known">Everything known that the reader may see; empty is "nothing that you may see".</param>
public sealed record CheckAnswer(string Text, IReadOnlyList<CheckReading> Readings, IReadOnlyList<KnownValue> Known);

/// <summary>Answers "do we know this phone, plate, document, account or address?", by exact value. Never by the name of a person.</summary>
public sealed class CheckValue(Gate gate, Labels labels)
{
    private const int Longest = 200;

    /// <summary>Checks one value; the text is kept in the audit log.</summary>
    public async Task<Outcome<CheckAnswer>> Run(Visitor visitor, string text, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.Check, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (text.Length > Longest || !TextNormalisation.IsClean(text)) return await gate.Refuse(reader, Actions.Check, new("check.too-long", "Check one value at a time."), ct);
        var read = CheckReadings.Of(text);
        if (read is not Outcome<IReadOnlyList<CheckReading>>.Done { Value: var readings }) return await gate.Refuse(reader, Actions.Check, read.Why, ct);
        var rows = await new StatementRows(reader).Valued([.. readings.Select(reading => reading.Value.Key).Distinct()], ct);
        var views = (await new CitedStatements(reader, labels).Of([.. rows], ct)).Statements.Where(view => Answers(view, readings)).ToList();
        var refs = await new EntityRefs(reader).Of([.. views.Select(view => view.Row.Entity).Distinct()], ct);
        KnownValue[] known = [.. views.Where(view => refs.ContainsKey(view.Row.Entity)).GroupBy(view => (view.Row.Entity, view.Property.Id))
            .Select(group => new KnownValue(refs[group.Key.Entity], group.First().Property, [.. group]))];
        await gate.Record(reader, Actions.Check, string.Join(',', known.Select(one => $"entity:{one.Entity.Key}").Distinct()), known.Length, text, ct);
        return new CheckAnswer(text, readings, known);
    }

    // The same digits mean different things in different types: a reading answers only to its own.
    private static bool Answers(CitedStatement view, IReadOnlyList<CheckReading> readings) =>
        readings.Any(reading => reading.Type == view.Property.Type && reading.Value.Key == view.Row.ValueKey)
        && view.Property.Type.Read(view.Row.ValueText) is Outcome<PropertyValue>.Done { Value: var value } && view.Property.Finds(value);
}
