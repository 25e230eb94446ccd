using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Plumbline.Core;
using Plumbline.Register;

namespace Plumbline.Web.Accounts;

/// <summary>Tokens for <c>plumbline login</c> and for programs: as good as the session of one shift, and void whenever a session would be.</summary>
public sealed class AccessTokens(AccountsDb db, UserManager<Account> users, TimeProvider clock)
{
    /// <summary>What every token begins with, so that a scanner of files and logs finds one that strayed.</summary>
    public const string Prefix = "plt_";

    private const int Bytes = 32;

    private static readonly Refusal Void = new("token.void", "The token is unknown, has expired, or the login was locked, reset or changed: sign in again.");

    /// <summary>A fresh token for a login that has just proved itself; kept nowhere but with whom it is given to.</summary>
    public async Task<(string Token, DateTimeOffset Expires)> Issue(Login login, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.Tokens.Where(row => row.ExpiresAt <= now.ToMicros()).ExecuteDeleteAsync(ct);
        var account = await users.Users.FirstAsync(row => row.Id == login.Id, ct);
        var token = Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        var expires = now + AccountRules.Shift;
        db.Tokens.Add(new AccessToken { Hash = Hash(token), AccountId = account.Id, Stamp = account.SecurityStamp ?? "", IssuedAt = now.ToMicros(), ExpiresAt = expires.ToMicros() });
        await db.SaveChangesAsync(ct);
        return (token, expires);
    }

    /// <summary>Whose token this is, while it holds.</summary>
    public async Task<Outcome<Login>> Find(string? token, CancellationToken ct) =>
        await Holder(token, ct) is { } account ? AccountStore.View(account) : Void;

    /// <summary>Makes one token void; others of the login stay.</summary>
    public Task<int> Drop(string token, CancellationToken ct)
    {
        var hash = Hash(token);
        return db.Tokens.Where(row => row.Hash == hash).ExecuteDeleteAsync(ct);
    }

    internal async Task<Account?> Holder(string? token, CancellationToken ct)
    {
        if (token is null || !token.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var hash = Hash(token);
        var now = clock.GetUtcNow().ToMicros();
        var kept = await db.Tokens.AsNoTracking().FirstOrDefaultAsync(row => row.Hash == hash && row.ExpiresAt > now, ct);
        if (kept is null) return null;
        var account = await users.Users.AsNoTracking().FirstOrDefaultAsync(row => row.Id == kept.AccountId, ct);
        return account is not null && account.SecurityStamp == kept.Stamp && !account.MustChangePassword && !await users.IsLockedOutAsync(account) ? account : null;
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
