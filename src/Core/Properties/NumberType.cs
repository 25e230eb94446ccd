using System.Globalization;
using System.Text.RegularExpressions;

namespace Plumbline.Core;

/// <summary>A number: amount, count, length. Digits of any script; a comma only before each three digits, a point before decimals.</summary>
public sealed partial class NumberType() : PropertyType("number", "41,750.50")
{
    /// <inheritdoc/>
    protected override Outcome<PropertyValue> Understand(string text)
    {
        // The Arabic decimal sign becomes a point and the Arabic thousands sign a comma in the key.
        var key = TextNormalisation.Key(text).Replace(" ", "", StringComparison.Ordinal);
        if (!Form().IsMatch(key)) return Refuse("unreadable", $"\"{text}\" is no number, or its comma could mean two things.");
        if (!decimal.TryParse(key.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return Refuse("too-large", $"\"{text}\" has more than 28 digits.");
        var canonical = number.ToString("0.############################", CultureInfo.InvariantCulture);
        return new PropertyValue(canonical, canonical == "-0" ? "0" : canonical);
    }

    [GeneratedRegex(@"^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
