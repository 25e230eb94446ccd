namespace Plumbline.Core;

/// <summary>The number of a ship with the International Maritime Organization: seven digits, the last one a check digit.</summary>
public sealed class ImoType() : PropertyType("imo", "IMO 9074729")
{
    /// <inheritdoc/>
    protected override Outcome<PropertyValue> Understand(string text)
    {
        var digits = Compact.Upper(text);
        if (digits.StartsWith("IMO", StringComparison.Ordinal)) digits = digits[3..];
        if (digits.Length != 7 || !Compact.IsDigits(digits)) return Refuse("unreadable", $"\"{text}\" is no IMO number: seven digits.");
        var check = Enumerable.Range(0, 6).Sum(at => (7 - at) * (digits[at] - '0')) % 10;
        return check == digits[6] - '0' ? new PropertyValue("IMO " + digits, digits) : Refuse("checksum", $"The last digit of {digits} would be {check}.");
    }
}
