using System.Globalization;

namespace Plumbline.Web;

/// <summary>A language that the pages speak: its code, its own name, its culture and its direction.</summary>
/// <param name="Reviewed">False while no native reader has checked the captions; the menu says so.</param>
public sealed record Language(string Code, string Name, string CultureName, bool RightToLeft, bool Reviewed)
{
    public static readonly Language English = new("en", "English", "en-GB", false, true);
    public static readonly Language Arabic = new("ar", "العربية", "ar-IQ", true, true);
    public static readonly Language Kurdish = new("ckb", "کوردیی ناوەندی", "ckb-IQ", true, false);

    public static IReadOnlyList<Language> All { get; } = [English, Arabic, Kurdish];

    /// <summary>The language of the current circuit or request.</summary>
    public static Language Current => Of(CultureInfo.CurrentUICulture.Name);

    public string Direction => RightToLeft ? "rtl" : "ltr";

    public CultureInfo Culture => Cultures.Of(this);

    /// <summary>The language of a culture name or language code; English where it is none of ours.</summary>
    public static Language Of(string? name) =>
        All.FirstOrDefault(language => name is not null
            && (name == language.Code || name.StartsWith(language.Code + "-", StringComparison.OrdinalIgnoreCase)))
        ?? English;
}
