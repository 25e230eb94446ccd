using System.Globalization;

namespace Plumbline.Core;

/// <summary>A year, month or day in one calendar; month and day are 0 when not known. The default is the unknown point.</summary>
internal readonly record struct DatePoint
{
    private static readonly UmAlQuraCalendar UmmAlQura = new();

    private DatePoint(int year, int month, int day, bool hijri) =>
        (Year, Month, Day, Hijri) = ((short)year, (byte)month, (byte)day, hijri);

    public short Year { get; }

    public byte Month { get; }

    public byte Day { get; }

    public bool Hijri { get; }

    public bool IsUnknown => Year == 0;

    public bool IsDay => Day > 0;

    public int FirstDay => DayNumber(Month == 0 ? 1 : Month, Day == 0 ? 1 : Day);

    public int LastDay
    {
        get
        {
            var month = Month == 0 ? 12 : Month;
            return DayNumber(month, Day != 0 ? Day : Hijri ? UmmAlQura.GetDaysInMonth(Year, month) : DateTime.DaysInMonth(Year, month));
        }
    }

    public static DatePoint? Gregorian(int year, int month, int day) =>
        year is >= 1600 and <= 9999 && IsMonth(month, day) && (day == 0 || day <= DateTime.DaysInMonth(year, month))
            ? new DatePoint(year, month, day, hijri: false)
            : null;

    public static DatePoint? Gregorian(DateOnly day) => Gregorian(day.Year, day.Month, day.Day);

    public static DatePoint? OfHijri(int year, int month, int day) =>
        year is >= 1318 and <= 1500 && IsMonth(month, day) && (day == 0 || day <= UmmAlQura.GetDaysInMonth(year, month))
            ? new DatePoint(year, month, day, hijri: true)
            : null;

    public static DatePoint? OfHijri(DateOnly day)
    {
        var time = day.ToDateTime(TimeOnly.MinValue);
        if (time < UmmAlQura.MinSupportedDateTime || time > UmmAlQura.MaxSupportedDateTime) return null;
        return OfHijri(UmmAlQura.GetYear(time), UmmAlQura.GetMonth(time), UmmAlQura.GetDayOfMonth(time));
    }

    public DatePoint ToMonth() => new(Year, Month, 0, Hijri);

    public override string ToString()
    {
        var text = (Month, Day) switch
        {
            (0, _) => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}"),
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}-{Day:D2}"),
        };
        return Hijri ? text + " AH" : text;
    }

    private static bool IsMonth(int month, int day) => month is >= 0 and <= 12 && day >= 0 && (month > 0 || day == 0);

    private int DayNumber(int month, int day) => Hijri
        ? DateOnly.FromDateTime(UmmAlQura.ToDateTime(Year, month, day, 0, 0, 0, 0)).DayNumber
        : new DateOnly(Year, month, day).DayNumber;
}
