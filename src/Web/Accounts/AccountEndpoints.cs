using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Plumbline.Web.Hosting;

namespace Plumbline.Web.Accounts;

/// <summary>Endpoints of the session that are not pages.</summary>
internal static class AccountEndpoints
{
    public static void MapAccount(this IEndpointRouteBuilder app)
    {
        // Reads the form only for its antiforgery token; a link must not be able to sign anybody out.
        app.MapPost("/account/sign-out", async (HttpContext context, SignInManager<Account> signIn, IAntiforgery forgery) =>
        {
            await forgery.ValidateRequestAsync(context);
            await signIn.SignOutAsync();
            return Results.LocalRedirect("~/account/sign-in?why=signed-out");
        }).AllowAnonymous();

        // Slides the cookie while the officer works in an open page; 401 once the session is over.
        app.MapPost("/account/alive", () => Results.NoContent()).RequireAuthorization();

        // A personal home has one officer and no password: the link from the terminal signs in once.
        app.MapGet("/account/enter", async (EntryTicket tickets, WebHostOptions options, SignInManager<Account> signIn, AccountStore store, [FromQuery] string? ticket) =>
        {
            if (options.Personal && tickets.Take(ticket) && await store.Only() is { } account)
            {
                await signIn.SignInAsync(account, isPersistent: false);
                return Results.LocalRedirect("~/");
            }
            return Results.LocalRedirect("~/account/sign-in?why=ticket");
        }).AllowAnonymous();

        app.MapGet("/account/look", (HttpContext context, [FromQuery] string set, [FromQuery] string? back) =>
        {
            var look = Look.Parse(set, Look.Of(context).Language);
            context.Response.Cookies.Append(Look.CookieName, look.ToString(), new CookieOptions
            {
                SameSite = SameSiteMode.Strict,
                HttpOnly = true,
                Secure = context.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(400),
                IsEssential = true,
            });
            return Results.LocalRedirect(Local(back));
        }).AllowAnonymous();
    }

    /// <summary>A path of this site, whatever was asked for.</summary>
    public static string Local(string? back) =>
        back is { Length: > 0 } && back[0] == '/' && (back.Length == 1 || back[1] is not ('/' or '\\')) && !back.Any(char.IsControl) ? back : "/";
}
