using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Plumbline.Web.Accounts;

/// <summary><c>Authorization: Bearer …</c> for programs, beside the cookie of people.</summary>
internal sealed class TokenScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, AccessTokens tokens, IUserClaimsPrincipalFactory<Account> principals)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "Bearer";

    /// <summary>Chooses the token where one is given to an address for programs, else the cookie.</summary>
    public const string Chooser = "plumbline";

    private const string Before = "Bearer ";

    public static void Add(AuthenticationBuilder authentication) => authentication
        .AddScheme<AuthenticationSchemeOptions, TokenScheme>(Name, null)
        .AddPolicyScheme(Chooser, null, choose => choose.ForwardDefaultSelector = context => IsCarried(context.Request) ? Name : IdentityConstants.ApplicationScheme);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Text(Request) is not { } token) return AuthenticateResult.NoResult();
        if (await tokens.Holder(token, Context.RequestAborted) is not { } account) return AuthenticateResult.Fail("The token is void.");
        var principal = await principals.CreateAsync(account);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(principal.Claims, Name)), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = Name;
        return ProblemAnswer.Write(Context, StatusCodes.Status401Unauthorized, new("token.void", "The token is unknown, has expired, or the login was locked, reset or changed: sign in again."));
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        ProblemAnswer.Write(Context, StatusCodes.Status403Forbidden, new("login.forbidden", "This login may not do that."));

    /// <summary>Whether the request carries a token to an address for programs; such a request is nobody's page.</summary>
    public static bool IsCarried(HttpRequest request) =>
        (request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments("/taxii2")) && Text(request) is not null;

    /// <summary>The token of a request, or null.</summary>
    public static string? Carried(HttpRequest request) => IsCarried(request) ? Text(request) : null;

    private static string? Text(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith(Before, StringComparison.OrdinalIgnoreCase) ? header[Before.Length..].Trim() : null;
}
