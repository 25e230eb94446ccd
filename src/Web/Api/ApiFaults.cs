using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Plumbline.Web.Accounts;

namespace Plumbline.Web.Api;

/// <summary>Answers programs when a call cannot be read or the house has a fault; whoever reads pages gets the page of faults.</summary>
internal sealed partial class ApiFaults(ILogger<ApiFaults> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // The request's own path is the fault page's by now.
        if (httpContext.Features.Get<IExceptionHandlerPathFeature>() is not { } fault || !ProblemAnswer.IsWanted(httpContext, fault.Path)) return false;
        if (exception is BadHttpRequestException bad) await ProblemAnswer.Write(httpContext, bad.StatusCode, Unreadable(bad));
        else
        {
            Fault(httpContext.TraceIdentifier, exception);
            await ProblemAnswer.Write(httpContext, StatusCodes.Status500InternalServerError, new("fault", "The house has a fault; nothing was changed. The log of the server says more."));
        }
        return true;
    }

    /// <summary>What a status says of a call that did not get as far as a use case.</summary>
    internal static Core.Refusal OfStatus(int status) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => new("call.too-large", "The body is larger than this call takes."),
        StatusCodes.Status415UnsupportedMediaType => new("call.media-type", "Send JSON as application/json, and files as multipart/form-data."),
        _ => new("call.unreadable", "The call cannot be read."),
    };

    // What JSON says of a field names the field, never its value.
    private static Core.Refusal Unreadable(BadHttpRequestException bad) => bad is { StatusCode: StatusCodes.Status400BadRequest, InnerException: System.Text.Json.JsonException { Path: { } path } }
        ? new("call.unreadable", $"The JSON cannot be read at {path}: an unknown field, a missing one, or a value of another kind.")
        : OfStatus(bad.StatusCode);

    [LoggerMessage(Level = LogLevel.Error, Message = "Fault in call {Call}")]
    private partial void Fault(string call, Exception exception);
}
