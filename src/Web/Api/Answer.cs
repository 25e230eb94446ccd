using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Plumbline.Core;
using Plumbline.Web.Accounts;

namespace Plumbline.Web.Api;

/// <summary>What an endpoint answers: the value as JSON, or the refusal as a problem; the document of the API is told both.</summary>
public sealed class Answer<T>(Outcome<T> outcome) : IResult, IEndpointMetadataProvider
{
    /// <summary>An outcome is an answer.</summary>
    public static implicit operator Answer<T>(Outcome<T> outcome) => new(outcome);

    /// <summary>A refusal is one too.</summary>
    public static implicit operator Answer<T>(Refusal why) => new(why);

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) => outcome is Outcome<T>.Done { Value: var value }
        ? httpContext.Response.WriteAsJsonAsync(value, httpContext.RequestAborted)
        : ProblemAnswer.Write(httpContext, ProblemAnswer.Status(outcome.Why), outcome.Why);

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        Problem.Describe(builder.Metadata);
    }
}

/// <summary>A refusal as programs read it (RFC 9457): <c>application/problem+json</c>.</summary>
/// <param name="Title">The code, or what is wrong with the shape of the call.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Stable, dotted, lower-case, such as <c>item.unknown</c>.</param>
/// <param name="Detail">One English sentence: what was refused, by which rule, and who or what can lift it.</param>
/// <param name="Errors">Fields whose shape is wrong, each with what is; only with the status 400.</param>
/// <param name="Type">A page about the status.</param>
public sealed record Problem(string Title, int Status, string Code, string? Detail = null, IReadOnlyDictionary<string, string[]>? Errors = null, string? Type = null)
{
    /// <summary>The statuses with which any call may be refused.</summary>
    private static readonly int[] Statuses =
    [
        StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound,
        StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status429TooManyRequests,
    ];

    internal static void Describe(IList<object> metadata)
    {
        foreach (var status in Statuses) metadata.Add(new ProducesResponseTypeMetadata(status, typeof(Problem), ["application/problem+json"]));
    }
}

/// <summary>What an endpoint may be refused with, for one that does not answer by <see cref="Answer{T}"/>.</summary>
internal static class Refusals
{
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses) endpoint.Produces<Problem>(status, "application/problem+json");
        return endpoint;
    }
}
