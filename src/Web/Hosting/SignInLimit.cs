using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Plumbline.Web.Accounts;

namespace Plumbline.Web.Hosting;

/// <summary>Attempts to sign in, per address: beside the lock of each login, which guards one name, this guards against trying many names.</summary>
internal static class SignInLimit
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddSignInLimit(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            HttpMethods.IsPost(context.Request.Method) && IsGuessable(context.Request.Path)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = AccountRules.AttemptsPerMinute, Window = Window })
                : RateLimitPartition.GetNoLimiter(""));
        options.OnRejected = async (context, ct) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            // The window is the address's, whoever asks; only the form of the answer differs.
            if (ProblemAnswer.IsWanted(context.HttpContext, context.HttpContext.Request.Path))
                await ProblemAnswer.Write(context.HttpContext, StatusCodes.Status429TooManyRequests, new("sign-in.too-many", $"Too many attempts from this address: wait {Window.TotalSeconds:0} s."));
            else
                await context.HttpContext.Response.WriteAsync(Captions.Shared["account.too-many"], ct);
        };
    });

    private static bool IsGuessable(PathString path) =>
        path.StartsWithSegments("/account/sign-in") || path.StartsWithSegments("/account/second-factor") || path.StartsWithSegments("/account/recovery")
        || path.StartsWithSegments("/account/password") || path.StartsWithSegments("/api/sign-in");
}
