using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Plumbline.Web.Accounts;

namespace Plumbline.Web.Api;

/// <summary>The HTTP API: every use case of the walk under <c>/api</c>, one file a domain.</summary>
internal static class ApiModule
{
    private const int MostDepth = 32;
    private const long MostJsonBytes = 1L << 20;

    /// <summary>Whether an address is the API's.</summary>
    public static bool IsHere(PathString path) => path.StartsWithSegments("/api");

    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddExceptionHandler<ApiFaults>()
        .AddProblemDetails(problems => problems.CustomizeProblemDetails = context => context.ProblemDetails.Extensions.TryAdd("code", "call.shape"))
        .AddValidation()
        .AddApiDocument()
        .Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true)
        .Configure<Microsoft.AspNetCore.Http.Json.JsonOptions>(json => Configure(json.SerializerOptions));

    /// <summary>A refusal without a body of its own (no such address, another method) gets one that programs can read.</summary>
    public static void UseApiAnswers(this IApplicationBuilder app) => app.UseWhen(context => IsHere(context.Request.Path), api => api.UseStatusCodePages(context =>
        ProblemAnswer.Write(context.HttpContext, context.HttpContext.Response.StatusCode, context.HttpContext.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => new("address.unknown", "There is no such address."),
            StatusCodes.Status405MethodNotAllowed => new("address.method", "This address takes another method."),
            var status => ApiFaults.OfStatus(status),
        })));

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").RequireAuthorization().WithMetadata(new RequestSizeLimitAttribute(MostJsonBytes));
        api.MapPurposes();
        api.MapCollect();
        api.MapEvaluate();
        api.MapCollate();
        api.MapFind();
        api.MapPersons();
        api.MapOfficers();
        api.MapLogins();
        api.MapSources();
        api.MapWork();
        api.MapScreening();
        api.MapIdentity();
        api.MapCharts();
        api.MapOversight();
        app.MapApiDocument();
    }

    /// <summary>Operation id and summary of an endpoint.</summary>
    public static RouteHandlerBuilder Is(this RouteHandlerBuilder endpoint, string operation, string summary) => endpoint.WithName(operation).WithSummary(summary);

    // Strict, so that a mistyped field is told and not passed over; Arabic as it is, for whoever reads an answer.
    private static void Configure(JsonSerializerOptions json)
    {
        json.MaxDepth = MostDepth;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }
}
