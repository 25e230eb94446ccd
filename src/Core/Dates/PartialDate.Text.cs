namespace Plumbline.Core;

public readonly partial record struct PartialDate
{
    private const string UnknownText = "unknown";

    /// <summary>The canonical text: <c>2014</c>, <c>2014-03</c>, <c>2014-03-05</c>, <c>~1961</c>, <c>1980..1985</c>,
    /// <c>1435-07 AH</c>, <c>unknown</c>.</summary>
    public override string ToString()
    {
        if (IsUnknown) return UnknownText;
        var about = Approximate ? "~" : "";
        return last.IsUnknown ? $"{about}{first}" : $"{about}{first}..{last}";
    }

    /// <summary>The date in the Gregorian calendar, in the canonical form; a Hijri year or month becomes the days it spans.</summary>
    public string ShowGregorian() => Hijri || last.Hijri ? Show(DatePoint.Gregorian) : ToString();

    /// <summary>The date in the Hijri calendar, in the canonical form; a Gregorian year or month becomes the months it spans.</summary>
    /// <returns>Empty if a bound lies outside 1318 to 1500 AH, or the date is unknown.</returns>
    public string ShowHijri()
    {
        if (IsUnknown) return "";
        if (Hijri && (last.IsUnknown || last.Hijri)) return ToString();
        var toTheDay = first.IsDay && (last.IsUnknown || last.IsDay);
        return Show(day => DatePoint.OfHijri(day) is not { } point ? null : toTheDay ? point : point.ToMonth());
    }

    private string Show(Func<DateOnly, DatePoint?> convert)
    {
        if (convert(DateOnly.FromDayNumber(Earliest)) is not { } from || convert(DateOnly.FromDayNumber(Latest)) is not { } to) return "";
        var about = Approximate ? "~" : "";
        return from == to ? $"{about}{from}" : $"{about}{from}..{to}";
    }
}
