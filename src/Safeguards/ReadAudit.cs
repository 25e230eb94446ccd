using System.Text.Json;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;

namespace Plumbline.Safeguards;

/// <summary>An act with the content that was kept beside it.</summary>
/// <param name="Content">Search text, reasons, hashes; null when it was erased.</param>
public sealed record ActView(ActLine Act, string? Content);

/// <summary>Oversight reads the log. Watching is watched as well: each look is an act.</summary>
public sealed class ReadAudit(Gate gate, TimeProvider clock)
{
    private const int LongestNote = 2000;
    private static readonly TimeSpan Sampled = TimeSpan.FromDays(90);

    /// <summary>Acts that fit, newest first.</summary>
    public Task<Outcome<IReadOnlyList<ActLine>>> Run(Visitor visitor, ActFilter filter, int most, CancellationToken ct) =>
        Look<IReadOnlyList<ActLine>>(visitor, async (rows, _) =>
        {
            var acts = await rows.Fitting(filter, most, ct);
            return (new Outcome<IReadOnlyList<ActLine>>.Done(acts), "", acts.Count, JsonSerializer.Serialize(filter));
        }, ct);

    /// <summary>One act with its content.</summary>
    public Task<Outcome<ActView>> One(Visitor visitor, long act, CancellationToken ct) => Look<ActView>(visitor, async (rows, _) =>
        await rows.Of(act, ct) is [var line]
            ? (new ActView(line, await rows.Content(act, ct)), $"act:{act}", 1, "")
            : (new Refusal("audit.no-act", "There is no such act."), "", 0, ""), ct);

    /// <summary>A search of the last 90 days to sample, of another officer, that nobody has reviewed.</summary>
    public Task<Outcome<ActView>> Sample(Visitor visitor, CancellationToken ct) => Look<ActView>(visitor, async (rows, reader) =>
        await rows.Sample((clock.GetUtcNow() - Sampled).ToMicros(), reader.Standing.Officer, ct) is [var line]
            ? (new ActView(line, await rows.Content(line.Key, ct)), $"act:{line.Key}", 1, "sample")
            : (new Refusal("audit.nothing-to-sample", "Every search of the last 90 days has been reviewed."), "", 0, ""), ct);

    /// <summary>The head of the log.</summary>
    public Task<Outcome<LogHead>> Head(Visitor visitor, CancellationToken ct) => Look<LogHead>(visitor, async (rows, _) => (await rows.Head(ct), "", 1, "head"), ct);

    /// <summary>Records what oversight thinks of an act; once.</summary>
    /// <param name="concern">Whether it needs following up; then the note says why.</param>
    public async Task<Outcome<long>> Review(Visitor visitor, long act, bool concern, string note, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReviewAct, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        note = note.Trim();
        var found = await new ActRows(reader).Of(act, ct);
        var own = await gate.Rights.Officer(visitor.Officer, ct);
        var why = found.Count == 0 ? new Refusal("audit.no-act", "There is no such act.")
            : found[0].Login == own?.Login ? new Refusal("audit.own-act", "Nobody reviews an act of his or her own.")
            : note.Length > LongestNote || (concern && note.Length == 0) ? new Refusal("audit.needs-note", $"A concern needs a note, of {LongestNote} characters at most.")
            : null;
        if (why is not null) return await gate.Refuse(reader, Actions.ReviewAct, why, ct);
        return await gate.Perform(reader, Actions.ReviewAct, async writer =>
            await new OversightRecords(writer, clock.Micros()).Review(act, concern ? "concern" : "in-order", note, visitor.Officer, ct)
                ? new Written<long>(act, $"act:{act}", 1, concern ? "concern" : "in-order")
                : new Written<long>(new Refusal("audit.reviewed", "This act was reviewed already.")), ct);
    }

    private async Task<Outcome<T>> Look<T>(Visitor visitor, Func<ActRows, Reader, Task<(Outcome<T> Seen, string Objects, int Count, string Content)>> look, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadAudit, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var (seen, objects, count, content) = await look(new ActRows(reader), reader);
        if (seen is Outcome<T>.Refused { Reason: var why }) return await gate.Refuse(reader, Actions.ReadAudit, why, ct);
        await gate.Record(reader, Actions.ReadAudit, objects, count, content, ct);
        return seen;
    }
}
