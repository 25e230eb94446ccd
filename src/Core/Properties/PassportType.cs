namespace Plumbline.Core;

/// <summary>A passport number of any country: 4 to 20 letters and digits with a digit among them. The country is another statement.</summary>
public sealed class PassportType() : PropertyType("passport", "Z04417265")
{
    /// <inheritdoc/>
    protected override Outcome<PropertyValue> Understand(string text)
    {
        var key = Compact.Upper(text);
        return key.Length is >= 4 and <= 20 && key.Any(char.IsAsciiDigit)
            ? new PropertyValue(key, key)
            : Refuse("unreadable", $"\"{text}\" is no passport number: 4 to 20 letters and digits with a digit among them.");
    }
}
