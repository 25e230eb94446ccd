using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Plumbline.Core;

namespace Plumbline.Web.Accounts;

/// <summary>A login as the administrator sees it.</summary>
/// <param name="LockedUntil">Null if not locked; <see cref="DateTimeOffset.MaxValue"/> if locked until somebody unlocks it.</param>
/// <param name="LastSignIn">Microseconds since 1970-01-01 UTC, or null.</param>
public sealed record Login(
    long Id, long OfficerKey, string UserName, bool MustChangePassword, bool ContentSuspended, bool SecondFactor,
    DateTimeOffset? LockedUntil, long? LastSignIn)
{
    /// <summary>Whether nobody has signed in with it. Not after a reset: then the supervisor's restoring belongs to it.</summary>
    public bool IsUnused => LastSignIn is null && MustChangePassword && !ContentSuspended;
}

/// <summary>Makes, resets and locks logins; for the administrator's page and the command line. Gives no rights to content.</summary>
/// <remarks>The caller records the act in the audit log first: an act that cannot be recorded does not happen.</remarks>
public sealed class AccountStore(UserManager<Account> users, TimeProvider clock)
{
    private static readonly Refusal HasLogin = new("account.officer-has-login", "This officer has a login already: reset its password instead.");

    /// <summary>Makes the login of an officer with a first password, which must be changed at the first sign-in.</summary>
    /// <param name="mustChangePassword">False only for the fictional officers of a demonstration.</param>
    public async Task<Outcome<Login>> CreateLogin(long officerKey, string userName, string password, bool mustChangePassword = true)
    {
        if (await users.Users.AnyAsync(row => row.OfficerKey == officerKey))
            return HasLogin;
        var account = new Account { OfficerKey = officerKey, UserName = userName, MustChangePassword = mustChangePassword };
        return Answer(await users.CreateAsync(account, password), account);
    }

    /// <summary>Whether the officer has no login, or one with which nobody has signed in.</summary>
    public async Task<bool> NeverUsed(long officerKey, CancellationToken ct) =>
        await users.Users.AsNoTracking().FirstOrDefaultAsync(row => row.OfficerKey == officerKey, ct) is not { } account || View(account).IsUnused;

    /// <summary>Makes the login of an officer, or gives a new first password to one that was never used.</summary>
    public async Task<Outcome<Login>> Invite(long officerKey, string userName, string password)
    {
        if (await users.Users.FirstOrDefaultAsync(row => row.OfficerKey == officerKey) is not { } account) return await CreateLogin(officerKey, userName, password);
        if (!View(account).IsUnused) return HasLogin;
        if (PasswordRule.Fault(account.UserName, password) is { } fault) return IdentityWords.Refusal(new IdentityError { Code = fault });
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        return Answer(await users.UpdateSecurityStampAsync(account), account);
    }

    /// <summary>
    /// Gives a new first password, takes the second factor and the lock away, ends every open session, and closes content
    /// until the officer's supervisor restores it: whoever resets logins cannot read with them.
    /// </summary>
    public Task<Outcome<Login>> ResetPassword(long officerKey, string password) => Change(officerKey, async account =>
    {
        if (PasswordRule.Fault(account.UserName, password) is { } fault) return IdentityResult.Failed(new IdentityError { Code = fault });
        account.MustChangePassword = true;
        account.SuspendedContent = true;
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        account.TwoFactorEnabled = false;
        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        await users.ResetAuthenticatorKeyAsync(account);
        return await users.UpdateSecurityStampAsync(account);
    });

    /// <summary>The supervisor's act after a reset: content may be read again.</summary>
    public Task<Outcome<Login>> RestoreContent(long officerKey) => Change(officerKey, account =>
    {
        account.SuspendedContent = false;
        return users.UpdateSecurityStampAsync(account);
    });

    /// <summary>Locks a login until <see cref="Unlock"/>, and ends its open sessions within <see cref="AccountRules.Recheck"/>.</summary>
    public Task<Outcome<Login>> Lock(long officerKey) => Change(officerKey, account =>
    {
        account.LockoutEnd = DateTimeOffset.MaxValue;
        return users.UpdateSecurityStampAsync(account);
    });

    public Task<Outcome<Login>> Unlock(long officerKey) => Change(officerKey, account =>
    {
        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        return users.UpdateAsync(account);
    });

    /// <summary>All logins by user name.</summary>
    public async Task<IReadOnlyList<Login>> List(CancellationToken ct) =>
        [.. (await users.Users.AsNoTracking().OrderBy(row => row.NormalizedUserName).ToListAsync(ct)).Select(View)];

    /// <summary>The login of a personal home, made without a usable password where it is missing.</summary>
    public async Task<Outcome<Login>> EnsureOnly(long officerKey, string userName) =>
        await users.Users.FirstOrDefaultAsync(row => row.OfficerKey == officerKey) is { } account
            ? View(account)
            : await CreateLogin(officerKey, userName, Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)), mustChangePassword: false);

    /// <summary>The one login of a personal home; null where there are none or several.</summary>
    internal async Task<Account?> Only() => await users.Users.Take(2).ToListAsync() is [var only] ? only : null;

    internal async Task Arrived(Account account)
    {
        account.LastSignIn = clock.GetUtcNow().ToUnixTimeMilliseconds() * 1000;
        await users.UpdateAsync(account);
    }

    private async Task<Outcome<Login>> Change(long officerKey, Func<Account, Task<IdentityResult>> change) =>
        await users.Users.FirstOrDefaultAsync(row => row.OfficerKey == officerKey) is { } account
            ? Answer(await change(account), account)
            : new Refusal("account.unknown", "This officer has no login.");

    private static Outcome<Login> Answer(IdentityResult result, Account account) =>
        result.Succeeded ? View(account) : IdentityWords.Refusal(result.Errors.First());

    internal static Login View(Account row) => new(
        row.Id, row.OfficerKey, row.UserName ?? "", row.MustChangePassword, row.SuspendedContent, row.TwoFactorEnabled, row.LockoutEnd, row.LastSignIn);
}
