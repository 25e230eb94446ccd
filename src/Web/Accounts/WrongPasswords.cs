using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Plumbline.Web.Accounts;

/// <summary>Logins with one rule more than Identity's: the lock by wrong passwords ends what was open, as a lock by hand does.</summary>
/// <remarks>Otherwise a session or a token from before the lock would live on once the quarter of an hour is over, whoever holds it.</remarks>
internal sealed class WrongPasswords(
    IUserStore<Account> store, IOptions<IdentityOptions> options, IPasswordHasher<Account> hasher, IEnumerable<IUserValidator<Account>> users,
    IEnumerable<IPasswordValidator<Account>> passwords, ILookupNormalizer normaliser, IdentityErrorDescriber words, IServiceProvider services, ILogger<UserManager<Account>> log)
    : UserManager<Account>(store, options, hasher, users, passwords, normaliser, words, services, log)
{
    /// <inheritdoc/>
    public override async Task<IdentityResult> AccessFailedAsync(Account user)
    {
        var counted = await base.AccessFailedAsync(user);
        return counted.Succeeded && await IsLockedOutAsync(user) ? await UpdateSecurityStampAsync(user) : counted;
    }
}
