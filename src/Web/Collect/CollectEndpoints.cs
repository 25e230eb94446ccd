using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Plumbline.Core;
using Plumbline.Exchange.Receiving;
using Plumbline.Intelligence;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;
using Plumbline.Web.Accounts;
using Plumbline.Web.Api;

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
        app.MapGet("/api/pages/report/{id}/rejects", TakeRejects).ExcludeFromDescription();
    }

    private static async Task<IResult> Receive(HttpContext context, IAntiforgery forgery, ReceiveFiles receive, PublicIds ids, CancellationToken ct)
    {
        await forgery.ValidateRequestAsync(context);
        if (context.Request.ContentLength is null or > MostBytes) return Answer(UploadAnswer.Declined(new("file.too-large", $"A file of at most {MostBytes >> 20} MiB is taken in here.")));
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = MostBytes;
        if (SignedIn.Visitor(context, ids, context.Request.Headers["X-Purpose"]) is not { } visitor) return Results.Unauthorized();
        var fields = UploadFields.Read(context.Request.Headers["X-Report"]);
        if (fields is not Outcome<ReportFields>.Done { Value: var template }) return Answer(UploadAnswer.Declined(fields.Why));
        var body = new byte[context.Request.ContentLength.Value];
        await context.Request.Body.ReadExactlyAsync(body, ct);
        if (SentTogether.Read(context.Request.Headers["X-Files"], body) is not { } files) return Answer(UploadAnswer.Declined(new("upload.unreadable", "The fields of the report did not arrive: load the page again.")));
        var losses = context.Request.Headers["X-Losses"].ToString() is { Length: > 0 } why ? Uri.UnescapeDataString(why) : null;
        var answers = new List<UploadAnswer>();
        await foreach (var received in receive.Run(visitor, files, template, losses, ct)) answers.Add(UploadAnswer.Of(received, ids));
        return Results.Json(answers, UploadAnswer.Json);
    }

    private static Task Take(HttpContext context, string id, string? purpose, ViewReport reports, PublicIds ids, CancellationToken ct) =>
        Out(context, id, purpose, ids, async (visitor, key) => await reports.Take(visitor, key, file => Download.Begin(context, file.Name, file.Length), ct) is Outcome<ReportFileRow>.Done);

    private static Task TakeRejects(HttpContext context, string id, string? purpose, TakeRejects rejects, PublicIds ids, CancellationToken ct) =>
        Out(context, id, purpose, ids, async (visitor, key) => await rejects.Run(visitor, key, (name, length) => Download.Begin(context, name, length), ct) is Outcome<string>.Done);

    // Hidden, absent and unreadable are the same answer.
    private static async Task Out(HttpContext context, string id, string? purpose, PublicIds ids, Func<Visitor, long, Task<bool>> take)
    {
        if (SignedIn.Visitor(context, ids, purpose) is { } visitor && ids.TryRead(id, out var kind, out var key) && kind == PublicKind.Report && await take(visitor, key)) return;
        context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private static IResult Answer(UploadAnswer answer) => Results.Json(new[] { answer }, UploadAnswer.Json);
}
