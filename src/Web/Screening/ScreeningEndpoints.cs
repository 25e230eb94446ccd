using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Plumbline.Core;
using Plumbline.Exchange.People;
using Plumbline.Screening.Watchlists;
using Plumbline.Web.Accounts;
using Plumbline.Web.Collect;

namespace Plumbline.Web.Screening;

/// <summary>Takes a table of people as one streamed request. It is never kept: it lives in memory until it was screened.</summary>
internal static class ScreeningEndpoints
{
    /// <summary>Largest table taken in through the pages, bytes.</summary>
    internal const long MostBytes = 8L << 20;

    public static void MapScreening(this IEndpointRouteBuilder app) => app.MapPost("/api/pages/screen", Screen).ExcludeFromDescription();

    private static async Task<IResult> Screen(HttpContext context, IAntiforgery forgery, ScreenPeople screen, PublicIds ids, CancellationToken ct)
    {
        await forgery.ValidateRequestAsync(context);
        if (context.Request.ContentLength is null or > MostBytes) return Answer(new(null, 0, 0, new("file.too-large", $"A file of at most {MostBytes >> 20} MiB is taken in here.")));
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = MostBytes;
        if (SignedIn.Visitor(context, ids, context.Request.Headers["X-Purpose"]) is not { } visitor) return Results.Unauthorized();
        if (ScreeningFields.Read(context.Request.Headers["X-Screening"]) is not { } fields) return Answer(new(null, 0, 0, new("upload.unreadable", "The fields of the report did not arrive: load the page again.")));
        using var bytes = new MemoryStream((int)context.Request.ContentLength.Value);
        await context.Request.Body.CopyToAsync(bytes, ct);
        try
        {
            using var table = new PlainTable(() => Text(bytes.ToArray()));
            if (PeopleTable.WhyNot(table) is { } why) return Answer(new(null, 0, 0, why));
            if (fields.Try is { } watchlist)
            {
                var tried = await screen.Try(visitor, ids.TryRead(watchlist, out var what, out var key) && what == PublicKind.Watchlist ? key : -1, PeopleTable.Read(table), ct);
                return Answer(tried is Outcome<(long People, long Hits)>.Done { Value: var (people, hits) } ? new(null, people, hits, null) : new(null, 0, 0, tried.Why));
            }
            var answer = await screen.Run(visitor, fields.Order(), PeopleTable.Read(table), null, ct);
            return Answer(answer is Outcome<ScreeningAnswer>.Done { Value: var done } ? new(done with { Run = 0 }, done.People, 0, null) : new(null, 0, 0, answer.Why));
        }
        catch (Exception fault) when (fault is InvalidDataException or FormatException)
        {
            return Answer(new(null, 0, 0, new("screen.unreadable", "This is no table that can be read: CSV or TSV, UTF-8, with a line of column names.")));
        }
    }

    // What unpacks to more than a table of this size could hold is no table.
    private static StreamReader Text(byte[] bytes)
    {
        if (bytes is not [0x1F, 0x8B, ..]) return new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
        using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        var plain = new MemoryStream();
        var part = new byte[1 << 16];
        for (int read; (read = packed.Read(part)) > 0;)
        {
            if (plain.Length + read > MostBytes * 8) throw new InvalidDataException("The packed table is too large.");
            plain.Write(part, 0, read);
        }
        plain.Position = 0;
        return new StreamReader(plain, Encoding.UTF8);
    }

    private static IResult Answer(ScreeningUploaded answer) => Results.Json(answer, UploadAnswer.Json);
}
