using System.Globalization;
using System.Text.RegularExpressions;

namespace Plumbline.Core;

/// <summary>Reads dates as lists, forms and officers write them.</summary>
/// <remarks>Taken: the canonical text; <c>dd/mm/yyyy</c> (never month first) with / - . or blanks, <c>yyyy/mm/dd</c>, 00 for an unknown
/// day or month, <c>15 Mar 1970</c>, <c>March 1970</c>, "circa", "about", "between A and B", "A to B", <c>1957-1960</c>, AH, هـ and کۆچی; Arabic-Indic and
/// Persian digits; month names in English, Iraqi and other Arabic, Sorani, and of the Hijri year. Refused: two-digit years,
/// the solar Hijri calendar, whatever could be read in two ways.</remarks>
internal static partial class DateReading
{
    private const int Longest = 80;

    public static PartialDate? Read(string text)
    {
        if (text.Length > Longest) return null;
        var key = TextNormalisation.Key(text);
        if (key is "unknown" or "00/00/0000" or "0000-00-00" or "00.00.0000") return default(PartialDate);
        if (IsoTime().Match(key) is { Success: true } time) key = time.Groups[1].Value;

        var about = About().Match(key);
        if (about.Success) key = About().Replace(key, " ").Trim();
        var read = Spread(key) ?? Single(key);
        return read is { } date && about.Success ? date.About() : read;
    }

    private static PartialDate? Spread(string key)
    {
        var match = Range().Match(key);
        if (!match.Success) match = Years().Match(key);
        if (!match.Success) return null;
        var (from, to) = (match.Groups[1].Value, match.Groups[2].Value);
        // "1435 to 1436 AH": the calendar is said once, at the end.
        if (Hijri().IsMatch(to) && !Hijri().IsMatch(from) && OldYear().IsMatch(from)) from += " ah";
        return Single(from) is { } a && Single(to) is { } b ? PartialDate.Between(a, b) : null;
    }

    private static PartialDate? Single(string key)
    {
        var hijri = Hijri().IsMatch(key);
        if (hijri) key = Hijri().Replace(key, " ");
        else if (Gregorian().IsMatch(key)) key = Gregorian().Replace(key, " ");
        if (key.Contains("..", StringComparison.Ordinal) || key.Trim() is ['-' or '/', ..] or [.., '-' or '/']) return null;
        key = DateWords.WithoutMonth(Ezafe().Replace(key, ""), out var month, out var hijriMonth);
        if (hijriMonth && month != 0) hijri = true;
        else if (hijri && month != 0) return null;   // a Gregorian month in a Hijri year
        return Point(Tokens(key), month, hijri) is { } point ? PartialDate.Of(point) : null;
    }

    private static string[] Tokens(string key) => key.Split([' ', '/', '-', '.', ','], StringSplitOptions.RemoveEmptyEntries);

    private static DatePoint? Point(string[] tokens, int named, bool hijri)
    {
        if (tokens.Length is 0 or > 3 || !tokens.All(token => token.Length is 1 or 2 or 4 && token.All(char.IsAsciiDigit))) return null;
        if (tokens.Count(token => token.Length == 4) != 1) return null;
        var yearFirst = tokens[0].Length == 4;
        if (!yearFirst && tokens[^1].Length != 4) return null;
        var numbers = tokens.Select(token => int.Parse(token, CultureInfo.InvariantCulture)).ToArray();
        if (!yearFirst) Array.Reverse(numbers);
        return (numbers, named) switch
        {
            ([var year], _) => Make(year, named, 0, hijri),
            ([var year, var day], > 0) => Make(year, named, day, hijri),
            ([var year, var month], 0) => Make(year, month, 0, hijri),
            ([var year, var month, var day], 0) => Make(year, month, day, hijri),
            _ => null,
        };
    }

    private static DatePoint? Make(int year, int month, int day, bool hijri) =>
        hijri ? DatePoint.OfHijri(year, month, day) : DatePoint.Gregorian(year, month, day);

    // Patterns see normalised text: lower case, ة as ه, أ as ا, ی as ي, ۆ as و, no tatweel.
    [GeneratedRegex(@"^(\d{4}-\d\d-\d\d)(?:t\d\d:\d\d\S*|z)$")]
    private static partial Regex IsoTime();

    [GeneratedRegex(@"^~|^ca?\b\.?|\b(?:circa|approximately|approx|about|around)\b\.?|(?:^| )(?:حوالي|تقريبا|نحو|قرابه|نزيكه|نزيكهي|دهوروبهري)(?= |$)")]
    private static partial Regex About();

    [GeneratedRegex(@"^(?:between |from |بين |من |له نيوان |نيوان |له )?(.+?)(?:\.\.| to | and | until | الي | حتي | و | بو | تا )(.+)$")]
    private static partial Regex Range();

    [GeneratedRegex(@"^1[345]\d\d$")]
    private static partial Regex OldYear();

    // Sorani joins day and month with a ya: ٥ی نیسانی ٢٠١٤.
    [GeneratedRegex(@"(?<=\d)ي(?!\p{L})")]
    private static partial Regex Ezafe();

    [GeneratedRegex(@"^(\d{4}) ?- ?(\d{4}(?: ?(?:ah|ه))?)$")]
    private static partial Regex Years();

    [GeneratedRegex(@"(?<![a-z])a\.?h\.?(?![a-z])|(?<!\p{L})(?:ه|هجري|هجريه|كوچي)(?!\p{L})")]
    private static partial Regex Hijri();

    [GeneratedRegex(@"(?<![a-z])(?:ad|ce)(?![a-z])|(?<!\p{L})(?:م|ميلادي|ميلاديه|ز|زاييني)(?!\p{L})")]
    private static partial Regex Gregorian();
}
