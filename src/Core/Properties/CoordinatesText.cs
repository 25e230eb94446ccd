using System.Globalization;
using System.Text.RegularExpressions;

namespace Plumbline.Core;

/// <summary>Reads pairs of coordinates.</summary>
internal static partial class CoordinatesText
{
    /// <summary>Degrees north and east, not yet checked against their bounds; null if the text is no pair.</summary>
    public static (decimal Latitude, decimal Longitude)? Read(string text)
    {
        var key = TextNormalisation.Key(text).Replace('º', '°').Replace('″', '"').Replace('′', '\'').Replace("''", "\"", StringComparison.Ordinal);
        var match = Pair().Match(key);
        if (!match.Success) return null;
        if (Angle(match, "a") is not { } first || Angle(match, "b") is not { } second) return null;
        var (sideA, sideB) = (Side(match, "a"), Side(match, "b"));
        // Either both sides are named, one of each pair, or neither is.
        if (sideA == ' ' != (sideB == ' ') || (sideA != ' ' && sideA is 'n' or 's' == (sideB is 'n' or 's'))) return null;
        if (sideA is 's' or 'w') first = -first;
        if (sideB is 's' or 'w') second = -second;
        return sideA is 'e' or 'w' ? (second, first) : (first, second);
    }

    private static char Side(Match match, string which) =>
        match.Groups["h" + which] is { Success: true } before ? before.Value[0] : match.Groups["t" + which] is { Success: true } after ? after.Value[0] : ' ';

    private static decimal? Angle(Match match, string which)
    {
        if (match.Groups["h" + which].Success && match.Groups["t" + which].Success) return null;
        if (Number(match, "d" + which) is not { } degrees) return null;
        var (minutes, seconds) = (Number(match, "m" + which) ?? 0, Number(match, "s" + which) ?? 0);
        if (minutes >= 60 || seconds >= 60) return null;
        var angle = Math.Abs(degrees) + minutes / 60 + seconds / 3600;
        return match.Groups["d" + which].Value[0] == '-' ? -angle : angle;
    }

    private static decimal? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found && decimal.TryParse(found.ValueSpan, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number : null;

    private const string A = """(?<ha>[nsew])? ?(?<da>[+-]?\d{1,3}(\.\d{1,20})?) ?(° ?((?<ma>\d{1,2}(\.\d{1,20})?) ?' ?((?<sa>\d{1,2}(\.\d{1,20})?) ?" ?)?)?)?(?<ta>[nsew])?""";
    private const string B = """(?<hb>[nsew])? ?(?<db>[+-]?\d{1,3}(\.\d{1,20})?) ?(° ?((?<mb>\d{1,2}(\.\d{1,20})?) ?' ?((?<sb>\d{1,2}(\.\d{1,20})?) ?" ?)?)?)?(?<tb>[nsew])?""";

    [GeneratedRegex("^" + A + "( ?[,;/] ?| )" + B + "$", RegexOptions.CultureInvariant)]
    private static partial Regex Pair();
}
