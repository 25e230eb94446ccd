using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;

namespace Plumbline.Safeguards;

/// <summary>Any officer's way past the chain: a concern that only oversight reads, and oversight's answer.</summary>
/// <remarks>The log says that a concern was sent, never what it says; and the log too is oversight's alone.</remarks>
public sealed class TellOversight(Gate gate, TimeProvider clock)
{
    private const int Shortest = 10;
    private const int Longest = 4000;

    /// <summary>Sends a concern; needs no purpose, no case and no role.</summary>
    public async Task<Outcome<long>> Send(Visitor visitor, string text, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.SendConcern, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        text = text.Trim();
        if (text.Length is < Shortest or > Longest)
            return await gate.Refuse(reader, Actions.SendConcern, new("concern.length", $"Say what worries you, in {Shortest} to {Longest} characters."), ct);
        return await gate.Perform(reader, Actions.SendConcern, async writer =>
        {
            var key = await new OversightRecords(writer, clock.Micros()).AddConcern(text, visitor.Officer, ct);
            return new Written<long>(key, $"concern:{key}");
        }, ct);
    }

    /// <summary>The visitor's own concerns with their answers.</summary>
    public Task<Outcome<IReadOnlyList<ConcernRow>>> Own(Visitor visitor, CancellationToken ct) => Read(visitor, Actions.SendConcern, rows => rows.Own(ct), ct);

    /// <summary>All concerns, for oversight.</summary>
    public Task<Outcome<IReadOnlyList<ConcernRow>>> All(Visitor visitor, CancellationToken ct) => Read(visitor, Actions.ReadConcerns, rows => rows.All(ct), ct);

    /// <summary>Says what oversight did; the sender reads it.</summary>
    public async Task<Outcome<long>> Reply(Visitor visitor, long concern, string answer, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadConcerns, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        answer = answer.Trim();
        if (answer.Length is 0 or > Longest)
            return await gate.Refuse(reader, Actions.ReadConcerns, new("concern.answer-length", $"Say what was done, in {Longest} characters at most."), ct);
        return await gate.Perform(reader, Actions.ReadConcerns, async writer =>
            await new OversightRecords(writer, clock.Micros()).AnswerConcern(concern, answer, visitor.Officer, ct)
                ? new Written<long>(concern, $"concern:{concern}", 1, "answered")
                : new Written<long>(new Refusal("concern.answered", "There is no such concern without an answer.")), ct);
    }

    private async Task<Outcome<IReadOnlyList<ConcernRow>>> Read(Visitor visitor, string action, Func<ConcernRows, Task<IReadOnlyList<ConcernRow>>> ask, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, action, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var rows = await ask(new ConcernRows(reader));
        await gate.Record(reader, action, string.Join(',', rows.Select(row => $"concern:{row.Key}")), rows.Count, "read", ct);
        return new Outcome<IReadOnlyList<ConcernRow>>.Done(rows);
    }
}
