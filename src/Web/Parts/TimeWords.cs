using System.Globalization;

namespace Plumbline.Web.Parts;

/// <summary>Times in the reader's words: how long ago, the day, and the Hijri day beside it.</summary>
public static class TimeWords
{
    private static readonly UmAlQuraCalendar Hijri = new();

    /// <summary>"3 minutes ago" up to a week, then the day.</summary>
    public static string Relative(DateTimeOffset at, DateTimeOffset now, Captions t) => (now - at) switch
    {
        { TotalSeconds: < -60 } => Absolute(at),
        { TotalSeconds: < 60 } => t["parts.just-now"],
        { TotalMinutes: < 60 } ago => t.Count("parts.minutes-ago", (long)ago.TotalMinutes),
        { TotalHours: < 24 } ago => t.Count("parts.hours-ago", (long)ago.TotalHours),
        { TotalDays: < 7 } ago => t.Count("parts.days-ago", (long)ago.TotalDays),
        _ => Day(DateOnly.FromDateTime(at.DateTime)),
    };

    /// <summary>Day and time with its offset, as written in a report.</summary>
    public static string Absolute(DateTimeOffset at) => Captions.Shared.Say("parts.day-time",
        ("day", Day(DateOnly.FromDateTime(at.DateTime))),
        ("time", Digits.Show(at.ToString("HH:mm", CultureInfo.InvariantCulture))),
        ("offset", $"\u2066{Digits.Show(at.ToString("zzz", CultureInfo.InvariantCulture))}\u2069")); // isolated: its sign stays before it

    public static string Day(DateOnly day) => Digits.Show(day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture));

    /// <summary>The day by the Umm al-Qura calendar, "±1 day" understood; null outside the years it covers (1900 to 2077).</summary>
    public static string? HijriDay(DateOnly day, Captions t)
    {
        var date = day.ToDateTime(TimeOnly.MinValue);
        if (date < Hijri.MinSupportedDateTime || date > Hijri.MaxSupportedDateTime) return null;
        return t.Say("parts.hijri",
            ("day", Digits.Show(Hijri.GetDayOfMonth(date).ToString(CultureInfo.InvariantCulture))),
            ("month", t[$"parts.hijri-{Hijri.GetMonth(date)}"]),
            ("year", Digits.Show(Hijri.GetYear(date).ToString(CultureInfo.InvariantCulture))));
    }
}
