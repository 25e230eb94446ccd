using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Plumbline.Core;

namespace Plumbline.Web.Accounts;

/// <summary>A refusal as programs read it: <c>application/problem+json</c> (RFC 9457) with our code.</summary>
public static class ProblemAnswer
{
    /// <summary>Writes the refusal as the whole answer.</summary>
    public static Task Write(HttpContext context, int status, Refusal why)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(Of(status, why), options: null, contentType: "application/problem+json", context.RequestAborted);
    }

    /// <summary>Whether a program asks: at an address for programs, or anywhere for JSON and not for a page.</summary>
    /// <param name="path">The address that was asked for; after a fault the request itself has the fault page's.</param>
    public static bool IsWanted(HttpContext context, PathString path)
    {
        if (SessionCookie.IsForPrograms(path)) return true;
        var accepted = context.Request.GetTypedHeaders().Accept;
        return accepted.Any(type => type.MediaType.Value is "application/json" or "application/problem+json") && !accepted.Any(type => type.MediaType.Value == "text/html");
    }

    /// <summary>The status that fits a refusal's code: 401 who are you, 403 not you, 404 no such thing (or hidden), 409 not in this state, 413 too much, 429 too fast, 503 in a moment, else 422.</summary>
    public static int Status(Refusal why) => why.Code switch
    {
        "token.void" or "login.needed" or "account.wrong" or "account.needs-code" or "account.locked" => StatusCodes.Status401Unauthorized,
        "role.missing" or "officer.unknown" or "officer.suspended" or "purpose.missing" or "purpose.expired" or "purpose.not-member" or "grade.own-proposal" or "mark.own" or "withdraw.accepted"
            or "audit.own-act" or "custody.not-independent" or "role.own-grant" or "role.own-confirmation" or "role.oversight-confirms" or "role.not-yours" => StatusCodes.Status403Forbidden,
        "rate.limited" => StatusCodes.Status429TooManyRequests,
        "search.behind" or "search.busy" => StatusCodes.Status503ServiceUnavailable,
        "file.too-large" or "list.too-large" or "document.too-large" => StatusCodes.Status413PayloadTooLarge,
        "rights.changed" or "report.held" or "item.graded" or "grade.confirmed" or "grade.not-confirmed" or "grade.nothing-proposed" or "mark.nothing-waits" or "withdraw.already" or "audit.reviewed"
            or "case.reference-taken" or "case.no-member" or "role.held" or "role.nothing-waits" or "list.held" or "list.older" or "list.overtaken" or "list.losses"
            or "identity.already" or "identity.withdrawn" or "identity.contradicts" or "identity.contradicts-hidden" or "identity.joined" or "identity.alone" => StatusCodes.Status409Conflict,
        // Words of a vocabulary that the caller chose from, not things that are there or not.
        "purpose.unknown" or "category.unknown" or "outcome.unknown" or "role.unknown" or "handling.unknown" => StatusCodes.Status422UnprocessableEntity,
        "audit.no-act" or "audit.nothing-to-sample" or "role.no-grant" or "officer.unknown-colleague" => StatusCodes.Status404NotFound,
        _ when why.Code.EndsWith(".unknown", StringComparison.Ordinal) => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    /// <summary>The refusal as a result of an endpoint.</summary>
    public static IResult Result(Refusal why) => Results.Json(Of(Status(why), why), contentType: "application/problem+json", statusCode: Status(why));

    private static ProblemDetails Of(int status, Refusal why) => new() { Status = status, Title = why.Code, Detail = why.Detail, Extensions = { ["code"] = why.Code } };
}
