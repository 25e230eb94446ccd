using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Plumbline.Core;
using Plumbline.Exchange.Watchlists;
using Plumbline.Web.Accounts;
using Plumbline.Web.Collect;

namespace Plumbline.Web.Screening;

/// <summary>Takes another unit's sealed file as one request.</summary>
internal static class SharingEndpoints
{
    public static void MapSharing(this IEndpointRouteBuilder app) => app.MapPost("/api/pages/receive-watchlist", Receive).ExcludeFromDescription();

    private static async Task<IResult> Receive(HttpContext context, IAntiforgery forgery, ReceiveWatchlist receive, PublicIds ids, CancellationToken ct)
    {
        await forgery.ValidateRequestAsync(context);
        if (context.Request.ContentLength is null or > ReceiveWatchlist.MostBytes) return Answer(new(null, new("file.too-large", $"A watchlist of at most {ReceiveWatchlist.MostBytes >> 20} MiB is taken in.")));
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = ReceiveWatchlist.MostBytes;
        if (SignedIn.Visitor(context, ids, context.Request.Headers["X-Purpose"]) is not { } visitor) return Results.Unauthorized();
        using var bytes = new MemoryStream((int)context.Request.ContentLength.Value);
        await context.Request.Body.CopyToAsync(bytes, ct);
        var taken = await receive.Run(visitor, bytes.ToArray(), ct);
        return Answer(taken is Outcome<ReceivedWatchlist>.Done { Value: var done } ? new(new(done.Name, done.List, done.Clearings, done.Entries?.Entries, done.Entries?.Added, done.Entries?.Changed, done.Entries?.Withdrawn), null) : new(null, taken.Why));
    }

    private static IResult Answer(SharingUploaded answer) => Results.Json(answer, UploadAnswer.Json);
}

/// <summary>What was taken in, in numbers; of entries null where none travelled.</summary>
public sealed record SharingTaken(string Name, string List, long Clearings, long? Entries, long? Added, long? Changed, long? Gone);

/// <summary>What became of another unit's file.</summary>
public sealed record SharingUploaded(SharingTaken? Taken, Refusal? Refused)
{
    /// <summary>Reads an answer; anything else is a connection that broke.</summary>
    public static SharingUploaded Read(int status, string text) => status != 200
        ? new(null, UploadAnswer.Read(status, "")[0].Refused) : System.Text.Json.JsonSerializer.Deserialize<SharingUploaded>(text, UploadAnswer.Json)!;
}
