namespace Plumbline.Core;

/// <summary>The number of a handset: 15 digits with a check digit, 14 without it, 16 with the software version. The key is the first 14.</summary>
public sealed class ImeiType() : PropertyType("imei", "490154203237518")
{
    /// <inheritdoc/>
    protected override Outcome<PropertyValue> Understand(string text)
    {
        var digits = Compact.Upper(text);
        if (digits.StartsWith("IMEI", StringComparison.Ordinal)) digits = digits[4..];
        if (digits.Length is < 14 or > 16 || !Compact.IsDigits(digits)) return Refuse("unreadable", $"\"{text}\" is no IMEI: 14 to 16 digits.");
        if (digits.Length == 15 && Luhn(digits[..14]) is var check && check != digits[14] - '0') return Refuse("checksum", $"The last digit of {digits} would be {check}.");
        return new PropertyValue(digits, digits[..14]);
    }

    /// <summary>The check digit after Luhn: every second digit from the right doubled, the sum of all digits filled up to tens.</summary>
    private static int Luhn(string digits)
    {
        var sum = 0;
        for (var at = 0; at < digits.Length; at++)
        {
            var digit = digits[^(at + 1)] - '0';
            var doubled = at % 2 == 0 ? digit * 2 : digit;
            sum += doubled / 10 + doubled % 10;
        }

        return (10 - sum % 10) % 10;
    }
}
