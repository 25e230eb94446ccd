using System.Diagnostics.CodeAnalysis;

namespace Plumbline.Core;

/// <summary>A date as far as it is known: a year, a month or a day, perhaps approximate, perhaps between two, Gregorian or Hijri.</summary>
/// <remarks>The canonical text keeps the calendar in which the date was given; the bounds are always Gregorian days.
/// The default is the unknown date, <c>unknown</c>: it may be any day, which is not the same as an open end.
/// Gregorian years run from 1600 to 9999: an older "year" without its calendar is a Hijri one, and is refused rather than guessed.
/// Hijri is Umm al-Qura, years 1318 to 1500.</remarks>
public readonly partial record struct PartialDate
{
    private readonly DatePoint first;
    private readonly DatePoint last;   // the unknown point unless the date lies between two

    private PartialDate(DatePoint first, DatePoint last, bool approximate) =>
        (this.first, this.last, Approximate) = (first, last, approximate);

    /// <summary>Nothing is known of the date. The default.</summary>
    public bool IsUnknown => first.IsUnknown;

    /// <summary>The first day it can be, as <see cref="DateOnly.DayNumber"/>; 0 if unknown. "About" widens neither bound:
    /// how far it reaches is for the reader to judge.</summary>
    public int Earliest => IsUnknown ? 0 : first.FirstDay;

    /// <summary>The last day it can be, as <see cref="DateOnly.DayNumber"/>; that of 9999-12-31 if unknown.</summary>
    public int Latest => IsUnknown ? DateOnly.MaxValue.DayNumber : last.IsUnknown ? first.LastDay : last.LastDay;

    /// <summary>The source said "about".</summary>
    public bool Approximate { get; }

    /// <summary>The source gave it in the Hijri calendar (for a date between two: the first of them).</summary>
    public bool Hijri => first.Hijri;

    /// <summary>It lies between two dates, both included.</summary>
    public bool IsBetween => !last.IsUnknown;

    /// <summary>One day, exactly.</summary>
    public bool IsDay => first.IsDay && last.IsUnknown && !Approximate;

    /// <summary>The first day of the first or the seventh month, exactly, in the calendar it was given in: clerks write
    /// 1 January, 1 July, 1 Muharram and 1 Rajab when only the year is known. Weak evidence as a birth date.</summary>
    public bool IsWeakBirthDate => IsDay && first is { Day: 1, Month: 1 or 7 };

    /// <summary>A Gregorian year, 1600 to 9999.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Another year.</exception>
    public static PartialDate Year(int year) => Of(DatePoint.Gregorian(year, 0, 0));

    /// <summary>A Gregorian month.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such month between 1600 and 9999.</exception>
    public static PartialDate Month(int year, int month) =>
        Of(month == 0 ? null : DatePoint.Gregorian(year, month, 0));

    /// <summary>A Gregorian day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A day before 1600.</exception>
    public static PartialDate Day(DateOnly day) => Of(DatePoint.Gregorian(day.Year, day.Month, day.Day));

    /// <summary>A Hijri year, month (1 to 12, or 0 for the year) and day (1 to 30, or 0 for the month).</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such date between 1318 and 1500 AH.</exception>
    public static PartialDate OfHijri(int year, int month = 0, int day = 0) => Of(DatePoint.OfHijri(year, month, day));

    /// <summary>Between two dates, in either order: from the earliest day of both to the latest.</summary>
    /// <returns>Unknown if one of them is; a plain date if one of them covers the other; approximate if one of them is.</returns>
    public static PartialDate Between(PartialDate a, PartialDate b)
    {
        if (a.IsUnknown || b.IsUnknown) return default;
        DatePoint[] points = [a.first, a.last, b.first, b.last];
        var known = points.Where(point => !point.IsUnknown).ToList();
        // Ties go to the wider date and then to the Gregorian, so that a text and its reading agree.
        var first = known.OrderBy(point => point.FirstDay).ThenByDescending(point => point.LastDay).ThenBy(point => point.Hijri).First();
        var last = known.OrderByDescending(point => point.LastDay).ThenBy(point => point.FirstDay).ThenBy(point => point.Hijri).First();
        return new PartialDate(first, last == first ? default : last, a.Approximate || b.Approximate);
    }

    /// <summary>The same date, said to be approximate; the unknown date stays as it is.</summary>
    public PartialDate About() => IsUnknown ? this : new PartialDate(first, last, approximate: true);

    /// <summary>Whether the two can be the same day.</summary>
    public bool Overlaps(PartialDate other) => Earliest <= other.Latest && other.Earliest <= Latest;

    /// <summary>Reads the canonical text and the forms people write; see <see cref="DateReading"/>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PartialDate date)
    {
        var read = text is null ? null : DateReading.Read(text);
        date = read ?? default;
        return read is not null;
    }

    /// <summary>A date of one point; the reader of texts has checked it.</summary>
    internal static PartialDate Of(DatePoint? point) => point is { } known
        ? new PartialDate(known, default, approximate: false)
        : throw new ArgumentOutOfRangeException(nameof(point), "No such date in the calendar's range.");
}
