using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Plumbline.Core;
using Plumbline.Exchange.Lists;
using Plumbline.Exchange.Receiving;
using Plumbline.Intelligence;
using Plumbline.Register.Questions;
using Plumbline.Web.Accounts;

namespace Plumbline.Web.Collect;

/// <summary>What pages cannot do through the circuit: a file comes in as one streamed request, and goes out as one.</summary>
internal static class CollectEndpoints
{
    /// <summary>Largest file taken in through the pages, bytes.</summary>
    internal const long MostBytes = 64L << 20;

    public static void MapCollect(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/pages/receive", Receive).ExcludeFromDescription();
        app.MapGet("/api/pages/report/{id}/file", Take).ExcludeFromDescription();
    }

    private static async Task<IResult> Receive(HttpContext context, IAntiforgery forgery, ReceiveFiles receive, PublicIds ids, CancellationToken ct)
    {
        await forgery.ValidateRequestAsync(context);
        if (context.Request.ContentLength is null or > MostBytes) return Answer(UploadAnswer.Declined(new("file.too-large", $"A file of at most {MostBytes >> 20} MiB is taken in here.")));
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = MostBytes;
        if (SignedIn.Visitor(context, ids, context.Request.Headers["X-Purpose"]) is not { } visitor) return Results.Unauthorized();
        var fields = UploadFields.Read(context.Request.Headers["X-Report"]);
        if (fields is not Outcome<ReportFields>.Done { Value: var template }) return Answer(UploadAnswer.Declined(fields.Why));
        using var bytes = new MemoryStream((int)context.Request.ContentLength.Value);
        await context.Request.Body.CopyToAsync(bytes, ct);
        var name = Path.GetFileName(Uri.UnescapeDataString(context.Request.Headers["X-File-Name"].ToString()));
        var file = ListFile.Of(name.Length == 0 ? "file" : name, bytes.ToArray());
        await foreach (var received in receive.Run(visitor, [file], template, acceptLosses: false, ct)) return Answer(UploadAnswer.Of(received, ids));
        return Answer(UploadAnswer.Declined(new("file.too-large", "The file is empty.")));
    }

    private static async Task Take(HttpContext context, string id, string? purpose, ViewReport reports, PublicIds ids, CancellationToken ct)
    {
        if (SignedIn.Visitor(context, ids, purpose) is not { } visitor || !ids.TryRead(id, out var kind, out var key) || kind != PublicKind.Report)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var taken = await reports.Take(visitor, key, file =>
        {
            // Never shown inside our pages: a received page with scripts stays a file.
            context.Response.ContentType = "application/octet-stream";
            context.Response.ContentLength = file.Length;
            var disposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(file.Name);
            context.Response.Headers.ContentDisposition = disposition.ToString();
            return context.Response.Body;
        }, ct);
        if (taken is Outcome<ReportFileRow>.Refused) context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private static IResult Answer(UploadAnswer answer) => Results.Json(answer, UploadAnswer.Json);
}
