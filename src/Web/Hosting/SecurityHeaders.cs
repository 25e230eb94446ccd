using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Plumbline.Web.Hosting;

/// <summary>The script nonce of one response, for the few inline scripts of the root page.</summary>
public sealed class Nonce
{
    public string Value { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
}

/// <summary>Headers of every response: nothing from another host, nothing framed, nothing kept by the browser but assets.</summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var nonce = new Nonce();
        context.Items[typeof(Nonce)] = nonce;
        context.Response.OnStarting(static state =>
        {
            var (response, script) = ((HttpResponse, string))state;
            var headers = response.Headers;
            headers.ContentSecurityPolicy = Policy(script);
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers.XFrameOptions = "DENY";
            // Assets set their own caching before this runs; content is never kept.
            if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }, (context.Response, nonce.Value));
        return next(context);
    });

    public static string NonceValue(this HttpContext context) => ((Nonce)context.Items[typeof(Nonce)]!).Value;

    // MudBlazor writes style attributes and one style element, hence 'unsafe-inline' for styles only.
    private static string Policy(string nonce) =>
        $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
        "font-src 'self'; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; form-action 'self'; " +
        "base-uri 'self'; frame-ancestors 'none'; frame-src 'self'; object-src 'none'";
}
