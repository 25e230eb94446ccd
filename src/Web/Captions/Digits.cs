using System.Globalization;

namespace Plumbline.Web;

/// <summary>Figures as the officer chose to read them: Western (the default) or Arabic-Indic.</summary>
/// <remarks>Only for what is shown. Stored values, codes, phone numbers and plates are never rewritten.</remarks>
public static class Digits
{
    /// <summary>True while the current request or circuit shows Arabic-Indic figures; it is part of its culture.</summary>
    public static bool ArabicIndic => CultureInfo.CurrentCulture.NumberFormat.DigitSubstitution == DigitShapes.NativeNational;

    /// <summary>A number with the groups of the reader's language.</summary>
    public static string Number(long number) => Show(number.ToString("N0", CultureInfo.CurrentCulture));

    public static string Show(string text) =>
        ArabicIndic
            ? string.Create(text.Length, text, static (span, from) =>
            {
                for (var i = 0; i < span.Length; i++)
                    span[i] = from[i] is >= '0' and <= '9' ? (char)(from[i] - '0' + '٠') : from[i];
            })
            : text;
}
