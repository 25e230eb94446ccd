namespace Plumbline.Core;

/// <summary>A partial date. Kept in the calendar it was given in, compared in the Gregorian one.</summary>
public sealed class DateType() : PropertyType("date", "1961, 2014-03, 14/03/2014, ~1961, 1980..1985 or 1435-07 AH")
{
    /// <summary>The value of a date; not of the unknown one.</summary>
    public static PropertyValue Of(PartialDate date) => new(date.ToString(), date.ShowGregorian(), Date: date);

    /// <inheritdoc/>
    protected override Outcome<PropertyValue> Understand(string text)
    {
        if (!PartialDate.TryParse(text, out var date)) return Refuse("unreadable", $"\"{text}\" is no date, or could be read in two ways.");
        return date.IsUnknown ? Refuse("unknown", "An unknown date is no value: leave it out.") : Of(date);
    }
}
