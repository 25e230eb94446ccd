using Microsoft.AspNetCore.Http;
using Plumbline.Web.Hosting;

namespace Plumbline.Web.Accounts;

/// <summary>What a login must do before anything else: change a password that somebody else knows, enrol a second factor.</summary>
internal sealed class AccountDuties(RequestDelegate next, WebHostOptions options)
{
    public Task Invoke(HttpContext context)
    {
        if (SignedIn.Of(context.User) is not { } me || IsFree(context)) return next(context);
        var duty = context.User.HasClaim(SignedIn.ChangePasswordClaim, "1") ? "/account/password"
            : options.SecondFactorRequired && !context.User.HasClaim(SignedIn.SecondFactorClaim, "1") ? "/account/authenticator"
            : null;
        if (duty is not null)
        {
            if (SessionCookie.IsForPrograms(context.Request.Path))
                return ProblemAnswer.Write(context, StatusCodes.Status403Forbidden, new("login.duty", "This login must first choose its own password and set up its second factor, in the pages or with plumbline login."));
            context.Response.Redirect(duty);
            return Task.CompletedTask;
        }

        // Pages say why in the frame; programs get the status.
        if (me.ContentSuspended && (context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/taxii2")))
            return ProblemAnswer.Write(context, StatusCodes.Status403Forbidden, new("officer.suspended", "This login was reset: everything stays closed until a supervisor, or oversight, restores it."));

        return next(context);
    }

    private static bool IsFree(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/account")
        || context.Request.Path.StartsWithSegments("/_content")
        || context.Request.Path.StartsWithSegments("/_framework");
}
