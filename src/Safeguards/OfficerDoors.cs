using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Records;

namespace Plumbline.Safeguards;

/// <summary>Closes and opens the register to one officer. The login itself lies with the host, which calls this first: an act that cannot be recorded does not happen.</summary>
public sealed class OfficerDoors(Gate gate, TimeProvider clock)
{
    /// <summary>Before a login is reset: content closes until it is restored, so that whoever resets logins cannot read with them.</summary>
    public Task<Outcome<long>> Suspend(Visitor visitor, long officer, CancellationToken ct) =>
        Run(visitor, Actions.ResetAccount, officer, "reset", null, records => records.Suspend(officer, ct), ct);

    /// <summary>Before an officer who has not come in yet is given a login, or a new first password for one that was never used.</summary>
    /// <param name="neverUsed">Whether nobody has signed in with the officer's login so far; the host knows, and is asked once the visitor is admitted.</param>
    public Task<Outcome<long>> Invite(Visitor visitor, long officer, Func<Task<bool>> neverUsed, CancellationToken ct) =>
        Run(visitor, Actions.CreateAccount, officer, "invited", new("account.officer-has-login", "This officer has a login already: reset its password instead."), _ => neverUsed(), ct);

    /// <summary>The login that an officer has in the register; null for no such officer.</summary>
    public async Task<string?> LoginOf(long officer, CancellationToken ct) => (await gate.Rights.Officer(officer, ct))?.Login;

    /// <summary>Opens content after a reset.</summary>
    public Task<Outcome<long>> Restore(Visitor visitor, long officer, CancellationToken ct) =>
        Run(visitor, Actions.RestoreContent, officer, "restored", new("officer.not-suspended", "Content is open to this officer."), records => records.Restore(officer, ct), ct);

    /// <summary>Locks the officer out at once, open pages included.</summary>
    public Task<Outcome<long>> Lock(Visitor visitor, long officer, CancellationToken ct) =>
        Run(visitor, Actions.LockAccount, officer, "locked", new("officer.locked-already", "The officer is locked out already."), records => records.SetActive(officer, false, ct), ct);

    /// <summary>Lets the officer in again.</summary>
    public Task<Outcome<long>> Unlock(Visitor visitor, long officer, CancellationToken ct) =>
        Run(visitor, Actions.LockAccount, officer, "unlocked", null, async records => await records.SetActive(officer, true, ct) || true, ct);

    private async Task<Outcome<long>> Run(Visitor visitor, string action, long officer, string what, Refusal? unchanged, Func<OfficerRecords, Task<bool>> change, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, action, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var why = await gate.Rights.Officer(officer, ct) is null ? new Refusal("officer.unknown-colleague", "There is no such officer.")
            : officer == visitor.Officer ? new Refusal("officer.own-door", "Nobody locks, resets or restores himself or herself: change your password instead.")
            : null;
        if (why is not null) return await gate.Refuse(reader, action, why, ct);
        return await gate.Perform(reader, action, async writer => await change(new OfficerRecords(writer, clock.Micros()))
            ? new Written<long>(officer, $"officer:{officer}", 1, what)
            : new Written<long>(unchanged ?? throw new InvalidOperationException("The officer is gone.")), ct);
    }
}
