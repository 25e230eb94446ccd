using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Plumbline.Web.Hosting;

/// <summary>How one officer's browser shows the pages; kept in a cookie, which holds no identity.</summary>
/// <param name="Language">Code of one of <see cref="Web.Language.All"/>.</param>
/// <param name="Theme"><c>light</c>, <c>dark</c> or <c>auto</c> (as the operating system says).</param>
/// <param name="ArabicIndic">Figures as ٠–٩ in the languages written from right to left.</param>
/// <param name="Hijri">Dates with their Hijri day beside them.</param>
/// <param name="Keys">Single-letter keys work; WCAG 2.1.4 asks that they can be turned off.</param>
public sealed record Look(string Language = "en", string Theme = "auto", bool ArabicIndic = false, bool Hijri = false, bool Keys = true)
{
    public const string CookieName = "plumbline.look";

    public static Look Of(HttpContext context)
    {
        var language = context.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(accepted => accepted.Quality ?? 1)
            .Select(accepted => Web.Language.All.FirstOrDefault(ours => accepted.Value.StartsWith(ours.Code, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(ours => ours is not null);
        return Parse(context.Request.Cookies[CookieName], language?.Code ?? "en");
    }

    /// <summary>Reads <c>ar.dark.digits.hijri.nokeys</c>; what is not understood is left at its default.</summary>
    public static Look Parse(string? text, string language)
    {
        var look = new Look(language);
        foreach (var part in (text ?? "").Split('.'))
            look = part switch
            {
                "light" or "dark" or "auto" => look with { Theme = part },
                "digits" => look with { ArabicIndic = true },
                "hijri" => look with { Hijri = true },
                "nokeys" => look with { Keys = false },
                _ when Web.Language.All.Any(ours => ours.Code == part) => look with { Language = part },
                _ => look,
            };
        return look;
    }

    public override string ToString() => string.Join('.', new[]
    {
        Language, Theme, ArabicIndic ? "digits" : null, Hijri ? "hijri" : null, Keys ? null : "nokeys",
    }.Where(part => part is not null));

    /// <summary>Gives the request, and the circuit that it opens, its culture.</summary>
    internal static Task UseCulture(HttpContext context, RequestDelegate next)
    {
        var look = Of(context);
        var culture = Cultures.Of(Web.Language.Of(look.Language), look.ArabicIndic);
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
        context.Response.Headers.ContentLanguage = look.Language;
        return next(context);
    }
}
