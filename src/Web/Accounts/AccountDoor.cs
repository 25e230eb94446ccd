using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Plumbline.Core;

namespace Plumbline.Web.Accounts;

/// <summary>Signing in where there are no pages: the command line and programs. The same rules, locks and duties as the pages have.</summary>
public sealed class AccountDoor(UserManager<Account> users, AccountStore store)
{
    private const int RecoveryCodes = 10;

    private static readonly Refusal Wrong = new("account.wrong", "Unknown user, wrong password or wrong code.");
    private static readonly Refusal Locked = new("account.locked", "This login is locked: wait a quarter of an hour or ask the administrator.");

    /// <summary>Checks a password, and the code of the second factor where the login has one, counting failures towards the lock.</summary>
    /// <param name="code">Null or empty when it was not asked yet: with a right password the refusal is <c>account.needs-code</c>.</param>
    public async Task<Outcome<Login>> Check(string userName, string password, string? code = null)
    {
        if (await users.FindByNameAsync(userName) is not { } account)
        {
            // As slow as a wrong password, so that time does not tell which user names exist.
            _ = users.PasswordHasher.HashPassword(new Account(), password);
            return Wrong;
        }

        if (await users.IsLockedOutAsync(account)) return Locked;
        if (!await users.CheckPasswordAsync(account, password)) return await Failed(account);
        if (account.TwoFactorEnabled)
        {
            if (string.IsNullOrWhiteSpace(code)) return new Refusal("account.needs-code", "Give the code of the second factor.");
            if (!await users.VerifyTwoFactorTokenAsync(account, users.Options.Tokens.AuthenticatorTokenProvider, TotpCode.Clean(code))) return await Failed(account);
        }

        await users.ResetAccessFailedCountAsync(account);
        await store.Arrived(account);
        return AccountStore.View(account);
    }

    /// <summary>Changes one's own password; ends the duty to do so.</summary>
    public async Task<Outcome<Login>> ChangePassword(string userName, string present, string chosen)
    {
        if (await users.FindByNameAsync(userName) is not { } account) return Wrong;
        if (present == chosen) return new Refusal("account.same-as-before", "Choose a password other than the present one.");
        var result = await users.ChangePasswordAsync(account, present, chosen);
        if (!result.Succeeded) return IdentityWords.Refusal(result.Errors.First());
        account.MustChangePassword = false;
        await users.UpdateAsync(account);
        return AccountStore.View(account);
    }

    /// <summary>The key of a second factor to be set up, in groups for typing and as the address that authenticator apps read.</summary>
    public async Task<(string Key, string Address)> BeginSecondFactor(Login login)
    {
        var account = await Of(login);
        await users.ResetAuthenticatorKeyAsync(account);
        var key = (await users.GetAuthenticatorKeyAsync(account))!;
        return (TotpCode.Groups(key), TotpCode.Address(key, account.UserName!));
    }

    /// <summary>Sets the second factor up once the app shows a right code.</summary>
    /// <returns>Recovery codes, shown only now.</returns>
    public async Task<Outcome<IReadOnlyList<string>>> FinishSecondFactor(Login login, string code)
    {
        var account = await Of(login);
        if (await users.IsLockedOutAsync(account)) return Locked;
        if (!await users.VerifyTwoFactorTokenAsync(account, users.Options.Tokens.AuthenticatorTokenProvider, TotpCode.Clean(code))) return (await Failed(account)).Why;
        return (await users.SetTwoFactorEnabledAsync(account, true)).Succeeded && await users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes) is { } codes
            ? new Outcome<IReadOnlyList<string>>.Done([.. codes])
            : new Refusal("account.changed-meanwhile", "The login was changed meanwhile: look again.");
    }

    private async Task<Outcome<Login>> Failed(Account account)
    {
        await users.AccessFailedAsync(account);
        return await users.IsLockedOutAsync(account) ? Locked : Wrong;
    }

    private Task<Account> Of(Login login) => users.Users.FirstAsync(row => row.Id == login.Id);
}
