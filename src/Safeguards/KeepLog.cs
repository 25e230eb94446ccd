using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Audit;
using Plumbline.Register.Questions;

namespace Plumbline.Safeguards;

/// <summary>Verifies the log and signs its head, for those who read nothing in it.</summary>
public sealed class KeepLog(Gate gate, Home home, TimeProvider clock)
{
    /// <summary>How far the log has come and what was lodged last; no content.</summary>
    public async Task<Outcome<LogHead>> Head(Visitor visitor, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.VerifyAudit, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var head = await new ActRows(reader).Head(ct);
        await gate.Record(reader, Actions.VerifyAudit, "", 0, "head", ct);
        return head;
    }

    /// <summary>Recomputes the whole tree and holds it against every checkpoint kept here.</summary>
    public async Task<Outcome<AuditFinding>> Verify(Visitor visitor, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.VerifyAudit, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        await new Sequencer(home.Store, clock).Run(ct);
        using var key = home.AuditKey();
        var found = await new AuditCheck(home.Store).Verify(null, key.Verifier, ct);
        await gate.Record(reader, Actions.VerifyAudit, "", found.Leaves, $"{found.Faults.Count} faults", ct);
        return found;
    }

    /// <summary>Signs the head; give the text to someone outside, so that whoever holds the key cannot rewrite history.</summary>
    public async Task<Outcome<Checkpoint>> Lodge(Visitor visitor, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.LodgeCheckpoint, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        // Recorded first, so that the checkpoint covers its own making.
        await gate.Record(reader, Actions.LodgeCheckpoint, "", 1, "", ct);
        using var key = home.AuditKey();
        return await new Sequencer(home.Store, clock).Lodge(key, ct);
    }
}
