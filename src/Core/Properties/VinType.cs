namespace Plumbline.Core;

/// <summary>A vehicle identification number (ISO 3779): 17 letters and digits without I, O and Q. The check digit is required only
/// where the law requires it, in numbers that begin with 1 to 5 (North America).</summary>
public sealed class VinType() : PropertyType("vin", "WZZZZZ00XZZ123456")
{
    private const string Letters = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private const string Values = "12345678123457923456789";
    private static readonly int[] Weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

    /// <inheritdoc/>
    protected override Outcome<PropertyValue> Understand(string text)
    {
        var vin = Compact.Upper(text);
        if (vin.Length != 17 || !vin.All(letter => char.IsAsciiDigit(letter) || Letters.Contains(letter, StringComparison.Ordinal)))
            return Refuse("unreadable", $"\"{text}\" is no VIN: 17 letters and digits, never I, O or Q. An older number goes into the chassis number.");
        if (vin[0] is >= '1' and <= '5' && vin[8] != Check(vin)) return Refuse("checksum", $"The check digit of {vin} would be {Check(vin)}, not {vin[8]}.");
        return new PropertyValue(vin, vin);
    }

    private static char Check(string vin)
    {
        var sum = 0;
        for (var at = 0; at < vin.Length; at++)
        {
            var letter = Letters.IndexOf(vin[at], StringComparison.Ordinal);
            sum += Weights[at] * ((letter < 0 ? vin[at] : Values[letter]) - '0');
        }

        return sum % 11 == 10 ? 'X' : (char)('0' + sum % 11);
    }
}
