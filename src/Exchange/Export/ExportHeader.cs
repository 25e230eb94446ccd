using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Audit;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;

namespace Plumbline.Exchange.Export;

/// <summary>What stands at the head of every export: who took it, when, what for, how to handle it, and the head of the audit log that proves it.</summary>
/// <param name="Label">The union of the labels of all that is in it, canonical.</param>
/// <param name="LabelWords">The same in words.</param>
/// <param name="Checkpoint">The signed checkpoint of the log, to lodge outside.</param>
public sealed record ExportHeader(string Kind, DateTimeOffset At, string Officer, string Unit, string Purpose, string PurposeReason, string? Case, string Reason,
    string Label, IReadOnlyList<string> LabelWords, string Checkpoint, LossNote Loss);

/// <summary>Fills in headers; signs the head of the log for each.</summary>
internal sealed class ExportHeaders(Gate gate, Home home, TimeProvider clock)
{
    public async Task<ExportHeader> For(Reader reader, string kind, string reason, Label label, LossNote loss, CancellationToken ct)
    {
        var officer = await gate.Rights.Officer(reader.Standing.Officer, ct);
        var purpose = reader.Standing.Purpose is { } key ? await gate.Rights.Purpose(key, ct) : null;
        var working = await new CaseRows(reader).Working(ct);
        using var signer = home.AuditKey();
        var checkpoint = await new Sequencer(home.Store, clock).Lodge(signer, ct);
        return new ExportHeader(kind, clock.GetUtcNow(), officer?.Name ?? "", officer?.Unit ?? "", reader.Standing.PurposeCode, purpose?.Reason ?? "", working?.Reference, reason,
            label.Outside(home.Ids), Export.LabelWords.Of(label), checkpoint.ToString(), loss);
    }
}
