using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Plumbline.Web.Accounts;

/// <summary>When the officer last did something in this tab; an open circuit sends no requests that would tell.</summary>
public sealed class CircuitActivity(TimeProvider clock) : CircuitHandler
{
    private DateTimeOffset last = clock.GetUtcNow();

    public TimeSpan Idle => clock.GetUtcNow() - last;

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        context =>
        {
            last = clock.GetUtcNow();
            return next(context);
        };
}

/// <summary>Ends an open page's session when it idles, when the shift is over, or when the login was locked, reset or changed.</summary>
internal sealed class CircuitSession(ILoggerFactory logs, IServiceScopeFactory scopes, IHostApplicationLifetime house, CircuitActivity activity, TimeProvider clock)
    : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => AccountRules.Recheck;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState state, CancellationToken ct)
    {
        if (activity.Idle >= AccountRules.Idle) return false;
        if (SessionCookie.ShiftIsOver(state.User.FindFirst(SessionCookie.ShiftClaim)?.Value, clock)) return false;
        if (house.ApplicationStopping.IsCancellationRequested) return true;   // closing: nobody left to ask, and the page ends with the house
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        return await users.GetUserAsync(state.User) is { } account
            && !await users.IsLockedOutAsync(account)
            && state.User.FindFirst(users.Options.ClaimsIdentity.SecurityStampClaimType)?.Value == account.SecurityStamp;
    }
}
