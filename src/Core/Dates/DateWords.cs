using System.Text.RegularExpressions;

namespace Plumbline.Core;

/// <summary>Names of months, as normalised text.</summary>
internal static class DateWords
{
    // One row a month; spellings that only differ by what normalisation folds are not repeated.
    private static readonly string[] GregorianNames =
    [
        "january|jan|كانون الثاني|كانون ثاني|يناير|كانوونی دووەم|کانونی دووەم",
        "february|feb|شباط|فبراير|شوبات",
        "march|mar|آذار|مارس|ئازار|ئادار",
        "april|apr|نيسان|أبريل",
        "may|أيار|ايار|مايو|ئایار|مایس",
        "june|jun|حزيران|يونيو|حوزەیران",
        "july|jul|تموز|يوليو|تەمموز|تەممووز|تەموز",
        "august|aug|آب|أغسطس|ئاب",
        "september|sept|sep|أيلول|سبتمبر|ئەیلول|ئەیلوول",
        "october|oct|تشرين الأول|تشرين أول|أكتوبر|تشرینی یەکەم",
        "november|nov|تشرين الثاني|تشرين ثاني|نوفمبر|تشرینی دووەم",
        "december|dec|كانون الأول|كانون أول|ديسمبر|کانوونی یەکەم|کانونی یەکەم",
    ];

    private static readonly string[] HijriNames =
    [
        "muharram|محرم|المحرم|موحەڕەم",
        "safar|صفر|سەفەر",
        "rabi al-awwal|rabi i|ربيع الأول|ڕەبیعی یەکەم",
        "rabi al-thani|rabi al-akhir|rabi ii|ربيع الثاني|ربيع الآخر|ڕەبیعی دووەم",
        "jumada al-awwal|jumada al-ula|jumada i|جمادى الأولى|جمادى الأول|جومادی یەکەم",
        "jumada al-thani|jumada al-akhira|jumada ii|جمادى الآخرة|جمادى الثانية|جمادى الثاني|جومادی دووەم",
        "rajab|رجب|ڕەجەب",
        "shaban|sha'ban|شعبان|شەعبان",
        "ramadan|ramadhan|رمضان|ڕەمەزان",
        "shawwal|شوال|شەوال",
        "dhu al-qadah|dhu al-qa'dah|dhul qadah|ذو القعدة|ذي القعدة|زولقەعدە",
        "dhu al-hijjah|dhul hijjah|ذو الحجة|ذي الحجة|زولحیججە",
    ];

    private static readonly Dictionary<string, (int Month, bool Hijri)> Months = Rows(GregorianNames, false)
        .Concat(Rows(HijriNames, true)).DistinctBy(row => row.Name).ToDictionary(row => row.Name, row => (row.Month, row.Hijri));

    private static readonly Regex Names = new(
        @"(?<!\p{L})(" + string.Join('|', Months.Keys.OrderByDescending(name => name.Length).Select(Regex.Escape)) + @")(?:ي(?!\p{L}))?(?!\p{L})",
        RegexOptions.CultureInvariant);

    /// <summary>Takes the one month name out of a normalised text.</summary>
    /// <param name="key">The normalised text.</param>
    /// <param name="month">1 to 12, or 0 if no month is named.</param>
    /// <param name="hijri">The name is of the Hijri year.</param>
    /// <returns>The text without the name; unchanged if it names none, or several.</returns>
    public static string WithoutMonth(string key, out int month, out bool hijri)
    {
        (month, hijri) = (0, false);
        var found = Names.Matches(key);
        if (found.Count != 1) return key;
        (month, hijri) = Months[found[0].Groups[1].Value];
        return key[..found[0].Index] + " " + key[(found[0].Index + found[0].Length)..];
    }

    private static IEnumerable<(string Name, int Month, bool Hijri)> Rows(string[] names, bool hijri) =>
        from row in names.Index()
        from name in row.Item.Split('|')
        select (TextNormalisation.Key(name), row.Index + 1, hijri);
}
