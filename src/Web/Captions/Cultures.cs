using System.Globalization;

namespace Plumbline.Web;

/// <summary>The three cultures with what officers in Iraq expect, whatever the system's ICU data says.</summary>
public static class Cultures
{
    private static readonly string[] ArabicMonths =
    [
        "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول", "",
    ];

    private static readonly string[] KurdishMonths =
    [
        "کانوونی دووەم", "شوبات", "ئازار", "نیسان", "ئایار", "حوزەیران", "تەممووز", "ئاب", "ئەیلوول", "تشرینی یەکەم", "تشرینی دووەم", "کانوونی یەکەم", "",
    ];

    // After the names of the months: static fields are made in the order in which they stand.
    private static readonly Dictionary<(string, bool), CultureInfo> Made = (
        from language in Language.All
        from arabicIndic in new[] { false, true }
        select KeyValuePair.Create((language.Code, arabicIndic), Make(language, arabicIndic && language.RightToLeft))).ToDictionary();

    /// <param name="language">One of our three.</param>
    /// <param name="arabicIndic">Show ٠–٩; has no effect in a language written from left to right.</param>
    public static CultureInfo Of(Language language, bool arabicIndic = false) => Made[(language.Code, arabicIndic)];

    private static CultureInfo Make(Language language, bool arabicIndic)
    {
        var culture = (CultureInfo)Find(language.CultureName).Clone();
        var dates = culture.DateTimeFormat;
        dates.Calendar = culture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault() ?? dates.Calendar;
        dates.ShortDatePattern = "yyyy-MM-dd";
        dates.LongDatePattern = "d MMMM yyyy";
        dates.ShortTimePattern = "HH:mm";
        dates.LongTimePattern = "HH:mm:ss";
        if (language == Language.Arabic) Name(dates, ArabicMonths);
        if (language == Language.Kurdish) Name(dates, KurdishMonths);
        if (language.RightToLeft)
        {
            // Western separators: figures are typed and copied between systems; Digits shows Arabic-Indic ones.
            culture.NumberFormat = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
            dates.FirstDayOfWeek = DayOfWeek.Sunday;
            if (arabicIndic) culture.NumberFormat.DigitSubstitution = DigitShapes.NativeNational;
        }

        return CultureInfo.ReadOnly(culture);
    }

    // Older ICU data has no Central Kurdish: Arabic of Iraq shares the calendar, the direction and the week.
    private static CultureInfo Find(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.GetCultureInfo(name == "ckb-IQ" ? "ar-IQ" : "en-GB");
        }
    }

    private static void Name(DateTimeFormatInfo dates, string[] months)
    {
        dates.MonthNames = months;
        dates.MonthGenitiveNames = months;
        dates.AbbreviatedMonthNames = months;
        dates.AbbreviatedMonthGenitiveNames = months;
    }
}
