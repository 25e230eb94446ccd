using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Plumbline.Core;
using Plumbline.Safeguards;

namespace Plumbline.Web.Accounts;

/// <summary>Who is signed in: the login and the officer it belongs to. Roles and rights are asked of the register by the officer's key.</summary>
public sealed record SignedIn(long AccountId, string UserName, long OfficerKey, bool ContentSuspended)
{
    internal const string OfficerClaim = "plumbline:officer";
    internal const string SuspendedClaim = "plumbline:content-suspended";
    internal const string ChangePasswordClaim = "plumbline:must-change-password";
    internal const string SecondFactorClaim = "plumbline:has-second-factor";

    /// <summary>The signed-in officer of a request or circuit, or null if nobody is.</summary>
    public static SignedIn? Of(ClaimsPrincipal? user) =>
        user?.Identity is { IsAuthenticated: true }
        && Number(user, OfficerClaim) is { } officer
        && Number(user, ClaimTypes.NameIdentifier) is { } account
            ? new SignedIn(account, user.Identity.Name ?? "", officer, user.HasClaim(SuspendedClaim, "1"))
            : null;

    /// <summary>The visitor of a page's own request, which carries the purpose of its tab; null if nobody is signed in.</summary>
    internal static Visitor? Visitor(HttpContext context, PublicIds ids, string? purpose) => Of(context.User) is { } me
        ? new Visitor(me.OfficerKey, ids.TryRead(purpose, out var kind, out var key) && kind == PublicKind.Purpose ? key : null, "web")
        : null;

    private static long? Number(ClaimsPrincipal user, string claim) =>
        long.TryParse(user.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>For pages and use cases inside a circuit: who is signed in.</summary>
public sealed class CurrentOfficer(AuthenticationStateProvider states)
{
    /// <exception cref="UnauthorizedAccessException">The session has ended.</exception>
    public async Task<SignedIn> Get() => await Find() ?? throw new UnauthorizedAccessException("The session has ended.");

    public async Task<SignedIn?> Find() => SignedIn.Of((await states.GetAuthenticationStateAsync()).User);
}

/// <summary>Writes the officer's key and the login's duties into the session's principal.</summary>
public sealed class AccountPrincipal(UserManager<Account> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new(SignedIn.OfficerClaim, user.OfficerKey.ToString(CultureInfo.InvariantCulture)));
        if (user.SuspendedContent) identity.AddClaim(new(SignedIn.SuspendedClaim, "1"));
        if (user.MustChangePassword) identity.AddClaim(new(SignedIn.ChangePasswordClaim, "1"));
        if (user.TwoFactorEnabled) identity.AddClaim(new(SignedIn.SecondFactorClaim, "1"));
        return identity;
    }
}
