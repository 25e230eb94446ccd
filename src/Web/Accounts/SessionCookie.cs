using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Plumbline.Web.Accounts;

/// <summary>The session: a strict cookie that slides for <see cref="AccountRules.Idle"/> and ends with the shift.</summary>
internal static class SessionCookie
{
    /// <summary>When the shift began, UTC milliseconds; in the principal too, so that an open circuit sees it.</summary>
    internal const string ShiftClaim = "plumbline:shift";

    public static void AddSessionCookie(this IServiceCollection services)
    {
        var authentication = services.AddAuthentication(options =>
        {
            options.DefaultScheme = TokenScheme.Chooser;
            options.DefaultSignInScheme = IdentityConstants.ExternalScheme;
        });
        authentication.AddIdentityCookies();
        TokenScheme.Add(authentication);
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = AccountRules.Recheck);
        services.ConfigureApplicationCookie(Configure);
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, options =>
        {
            options.Cookie.Name = "plumbline.second";
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
    }

    private static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "plumbline.session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = AccountRules.Idle;
        options.SlidingExpiration = true;
        options.LoginPath = "/account/sign-in";
        options.AccessDeniedPath = "/account/sign-in";
        options.ReturnUrlParameter = "back";
        options.Events = new CookieAuthenticationEvents
        {
            OnSigningIn = Begin,
            OnValidatePrincipal = Validate,
            OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized),
            OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden),
        };
    }

    private static Task Begin(CookieSigningInContext context)
    {
        var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (!context.Properties.Items.TryGetValue(ShiftClaim, out var shift) || shift is null)
            context.Properties.Items[ShiftClaim] = shift =
                context.HttpContext.User.FindFirst(ShiftClaim)?.Value ?? now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        Mark(context.Principal!, shift);
        return Task.CompletedTask;
    }

    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var clock = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        context.Properties.Items.TryGetValue(ShiftClaim, out var shift);
        if (ShiftIsOver(shift, clock))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        await SecurityStampValidator.ValidatePrincipalAsync(context);
        // A principal made anew by the validator has lost the mark.
        if (context.Principal is { } principal && principal.FindFirst(ShiftClaim) is null) Mark(principal, shift!);
    }

    internal static bool ShiftIsOver(string? shift, TimeProvider clock) =>
        !long.TryParse(shift, NumberStyles.None, CultureInfo.InvariantCulture, out var began)
        || clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(began) >= AccountRules.Shift;

    private static void Mark(System.Security.Claims.ClaimsPrincipal principal, string shift) =>
        ((System.Security.Claims.ClaimsIdentity)principal.Identity!).AddClaim(new(ShiftClaim, shift));

    // Programs get a status, people get the page.
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (IsForPrograms(context.Request.Path))
            return ProblemAnswer.Write(context.HttpContext, status, status == StatusCodes.Status401Unauthorized
                ? new("login.needed", "Sign in first: with the cookie of the pages, or with a token as Authorization: Bearer.")
                : new("login.forbidden", "This login may not do that."));
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    internal static bool IsForPrograms(PathString path) =>
        path.StartsWithSegments("/api") || path.StartsWithSegments("/taxii2") || path.StartsWithSegments("/_blazor")
        || path.StartsWithSegments("/openapi") || path.StartsWithSegments("/account/alive");
}
