using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plumbline.Web.Accounts;

namespace Plumbline.Web.Collate;

/// <summary>What pages cannot do through the circuit: an exported file goes out as one request.</summary>
internal static class CollateEndpoints
{
    public static void MapCollate(this IEndpointRouteBuilder app) => app.MapGet("/api/pages/export/{ticket}", Take).ExcludeFromDescription();

    private static async Task Take(HttpContext context, string ticket, ExportTray tray, CancellationToken ct)
    {
        if (SignedIn.Of(context.User) is not { } me || !tray.TryTake(me.OfficerKey, ticket, out var file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var disposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file.Name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.ContentType = file.MediaType;
        context.Response.ContentLength = file.Bytes.Length;
        await context.Response.Body.WriteAsync(file.Bytes, ct);
    }
}
