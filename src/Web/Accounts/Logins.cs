using Plumbline.Core;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Web.Accounts;

/// <summary>A login with the password for its first sign-in; shown once, kept nowhere.</summary>
public sealed record FirstLogin(Login Login, string Password);

/// <summary>Officers and their logins together: the register is asked and told first, so that no login changes without an act.</summary>
public sealed class Logins(CreateOfficer officers, OfficerDoors doors, AccountStore store)
{
    /// <summary>An officer without roles, and a login that must choose its own password.</summary>
    public async Task<Outcome<FirstLogin>> Create(Visitor visitor, NewOfficer officer, CancellationToken ct)
    {
        var made = await officers.Run(visitor, officer, ct);
        return made is Outcome<long>.Done { Value: var key } ? await Give(key, officer.Login) : made.Why;
    }

    /// <summary>
    /// The login of an officer who has none (the accounts lie in a database of their own, and it may have failed just then), or a new first password where nobody
    /// has signed in yet. Content stays as it is: nobody has come in, so nothing was open.
    /// </summary>
    public async Task<Outcome<FirstLogin>> Invite(Visitor visitor, long officer, CancellationToken ct)
    {
        var invited = await doors.Invite(visitor, officer, () => store.NeverUsed(officer, ct), ct);
        return invited is Outcome<long>.Done ? await Give(officer, (await doors.LoginOf(officer, ct))!) : invited.Why;
    }

    private async Task<Outcome<FirstLogin>> Give(long officer, string login)
    {
        var password = FirstPassword.Make();
        return (await store.Invite(officer, login, password)).Then<FirstLogin>(given => new FirstLogin(given, password));
    }

    /// <summary>A new first password; sessions and tokens end, content closes until a supervisor restores it.</summary>
    public async Task<Outcome<FirstLogin>> Reset(Visitor visitor, long officer, CancellationToken ct)
    {
        var closed = await doors.Suspend(visitor, officer, ct);
        if (closed is not Outcome<long>.Done) return closed.Why;
        var password = FirstPassword.Make();
        return (await store.ResetPassword(officer, password)).Then<FirstLogin>(login => new FirstLogin(login, password));
    }

    /// <summary>Opens content again after a reset.</summary>
    public async Task<Outcome<Login>> Restore(Visitor visitor, long officer, CancellationToken ct) =>
        await doors.Restore(visitor, officer, ct) is Outcome<long>.Refused { Reason: var why } ? why : await store.RestoreContent(officer);

    /// <summary>Locks the officer out; open pages and tokens end.</summary>
    public async Task<Outcome<Login>> Lock(Visitor visitor, long officer, CancellationToken ct) =>
        await doors.Lock(visitor, officer, ct) is Outcome<long>.Refused { Reason: var why } ? why : await store.Lock(officer);

    /// <summary>Lets the officer in again, after a lock by hand or by wrong passwords.</summary>
    public async Task<Outcome<Login>> Unlock(Visitor visitor, long officer, CancellationToken ct) =>
        await doors.Unlock(visitor, officer, ct) is Outcome<long>.Refused { Reason: var why } ? why : await store.Unlock(officer);
}
