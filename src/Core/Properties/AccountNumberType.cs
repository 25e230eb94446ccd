namespace Plumbline.Core;

/// <summary>An account number as a bank writes it: 3 to 34 letters and digits; leading zeros count.</summary>
public sealed class AccountNumberType() : PropertyType("account_number", "0041-7730-0218")
{
    /// <inheritdoc/>
    protected override Outcome<PropertyValue> Understand(string text)
    {
        var key = Compact.Upper(text);
        if (key.Length is < 3 or > 34 || !Compact.IsAscii(key) || !key.Any(char.IsAsciiDigit))
            return Refuse("unreadable", $"\"{text}\" is no account number: 3 to 34 letters and digits with a digit among them.");
        return new PropertyValue(TextNormalisation.Key(text).ToUpperInvariant(), key);
    }
}
