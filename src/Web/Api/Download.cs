using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Plumbline.Core;
using Plumbline.Exchange.Export;
using Plumbline.Web.Accounts;

namespace Plumbline.Web.Api;

/// <summary>An answer that is a file; refused, it is a problem as any other.</summary>
/// <param name="send">Begins the answer and writes the file, or says why there is none.</param>
internal sealed class Download(Func<HttpContext, Task<Refusal?>> send) : IResult, IEndpointMetadataProvider
{
    private const string AnyFile = "application/octet-stream";

    /// <summary>A file made by an export; its hash is the one that the audit log holds.</summary>
    public static Download Of(Outcome<ExportedFile> exported) => new(async context =>
    {
        if (exported is not Outcome<ExportedFile>.Done { Value: var file }) return exported.Why;
        context.Response.Headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(file.Sha256))}:";
        await Begin(context, file.Name, file.MediaType, file.Bytes.Length).WriteAsync(file.Bytes, context.RequestAborted);
        return null;
    });

    /// <summary>Begins the answer.</summary>
    /// <returns>Where the bytes go.</returns>
    public static Stream Begin(HttpContext context, string name, string mediaType, long length)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        context.Response.ContentType = mediaType;
        context.Response.ContentLength = length;
        context.Response.Headers.ContentDisposition = disposition.ToString();
        return context.Response.Body;
    }

    /// <summary>As received: never by a type that a browser would open inside our pages.</summary>
    public static Stream Begin(HttpContext context, string name, long length) => Begin(context, name, AnyFile, length);

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (await send(httpContext) is { } why) await ProblemAnswer.Write(httpContext, ProblemAnswer.Status(why), why);
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Stream), [AnyFile]));
        Problem.Describe(builder.Metadata);
    }
}
