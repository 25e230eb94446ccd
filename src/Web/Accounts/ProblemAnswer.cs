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

    /// <summary>The status that fits a refusal's code.</summary>
    public static int Status(Refusal why) => why.Code switch
    {
        "token.void" or "login.needed" or "account.wrong" or "account.needs-code" or "account.locked" => StatusCodes.Status401Unauthorized,
        "role.missing" or "officer.unknown" or "officer.suspended" or "purpose.missing" or "purpose.expired" or "purpose.not-member" => StatusCodes.Status403Forbidden,
        "rate.limited" => StatusCodes.Status429TooManyRequests,
        "rights.changed" => StatusCodes.Status409Conflict,
        _ when why.Code.EndsWith(".unknown", StringComparison.Ordinal) => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    /// <summary>The refusal as a result of an endpoint.</summary>
    public static IResult Result(Refusal why) => Results.Json(Of(Status(why), why), contentType: "application/problem+json", statusCode: Status(why));

    private static ProblemDetails Of(int status, Refusal why) => new() { Status = status, Title = why.Code, Detail = why.Detail, Extensions = { ["code"] = why.Code } };
}
