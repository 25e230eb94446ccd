using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Plumbline.Web.Accounts;

/// <summary>Programs' addresses take writes with a token, or with the cookie from our own pages only: another site's page cannot use an officer's session.</summary>
/// <remarks>The cookie is strict already; this holds where a browser ignores that, and for a page of another port of the same machine.</remarks>
internal static class OwnOrigin
{
    public static void UseOwnOrigin(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var request = context.Request;
        if (!request.Path.StartsWithSegments("/api") || TokenScheme.IsCarried(request) || HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            || !request.Headers.ContainsKey("Cookie") || request.Headers.Origin == $"{request.Scheme}://{request.Host}")
            return next(context);
        return ProblemAnswer.Write(context, StatusCodes.Status403Forbidden, new("login.other-origin", "A write with the session's cookie comes from our own pages only; programs use a token."));
    });
}
