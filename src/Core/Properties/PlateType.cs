using System.Text.RegularExpressions;

namespace Plumbline.Core;

/// <summary>A number plate. Forms that a country pack knows are put in its order and compared by their parts; any other is 2 to 12
/// letters and digits. <c>DE: B-XY 1234</c> says the country.</summary>
public sealed partial class PlateType(Func<IReadOnlyList<CountryPack>> packs) : PropertyType("plate", "21 A 12345")
{
    /// <inheritdoc/>
    protected override Outcome<PropertyValue> Understand(string text)
    {
        var written = Compact.Squeeze(text);
        var country = Country().Match(TextNormalisation.Key(written)) is { Success: true } stated ? Countries.CodeOf(stated.Groups[1].Value) : null;
        var rest = country is null ? written : written[(written.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        foreach (var pack in packs().Where(pack => country is null || pack.Code == country))
        {
            if (pack.Plates.Read(rest) is { } known) return known;
        }

        var compact = Compact.Upper(rest);
        if (compact.Length is < 2 or > 12 || !compact.Any(char.IsAsciiDigit)) return Refuse("unreadable", $"\"{text}\" is no number plate: 2 to 12 letters and digits.");
        var shown = rest.ToUpperInvariant();
        return country is null ? new PropertyValue(shown, compact) : new PropertyValue($"{country}: {shown}", $"{country}:{compact}");
    }

    [GeneratedRegex("^([a-z]{2}) ?:", RegexOptions.CultureInvariant)]
    private static partial Regex Country();
}
