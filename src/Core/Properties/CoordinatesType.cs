using System.Globalization;

namespace Plumbline.Core;

/// <summary>A point on the earth (WGS 84), latitude first: decimal degrees, or degrees, minutes and seconds with N, S, E, W.
/// Compared at 0.00001 degrees, about one metre.</summary>
public sealed class CoordinatesType() : PropertyType("coordinates", "33.3152, 44.3661 or 33°18'55\"N 44°21'58\"E")
{
    /// <summary>The value of a point.</summary>
    /// <param name="latitude">Degrees north, -90 to 90.</param>
    /// <param name="longitude">Degrees east, -180 to 180.</param>
    public static PropertyValue Of(decimal latitude, decimal longitude)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(latitude), 90);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(longitude), 180);
        var (north, east) = (Math.Round(latitude, 5), Math.Round(longitude, 5));
        // The two names of the date line are one meridian.
        if (east == -180) east = 180;
        return new PropertyValue(Text("0.#####", ", "), Text("0.00000", ","));

        string Text(string format, string between) => Unsigned(north, format) + between + Unsigned(east, format);
    }

    /// <summary>Latitude and longitude of a value, in degrees.</summary>
    public static (double Latitude, double Longitude) Degrees(PropertyValue value)
    {
        var comma = value.Key.IndexOf(',', StringComparison.Ordinal);
        return (double.Parse(value.Key.AsSpan(0, comma), CultureInfo.InvariantCulture), double.Parse(value.Key.AsSpan(comma + 1), CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    protected override Outcome<PropertyValue> Understand(string text)
    {
        if (CoordinatesText.Read(text) is not { } point) return Refuse("unreadable", $"\"{text}\" is no pair of coordinates.");
        if (Math.Abs(point.Latitude) > 90) return Refuse("latitude", $"The latitude {point.Latitude:0.#####} lies beyond 90 degrees; latitude comes first.");
        if (Math.Abs(point.Longitude) > 180) return Refuse("longitude", $"The longitude {point.Longitude:0.#####} lies beyond 180 degrees.");
        return Of(point.Latitude, point.Longitude);
    }

    // -0.000001 rounds to a zero that would keep its sign.
    private static string Unsigned(decimal degrees, string format) => (degrees == 0 ? 0m : degrees).ToString(format, CultureInfo.InvariantCulture);
}
