namespace Plumbline.Core;

/// <summary>The business identifier code of a bank (ISO 9362): 8 or 11 characters; the head office's XXX is left out of the key.</summary>
public sealed class SwiftType() : PropertyType("swift", "NAHBXZTL")
{
    /// <inheritdoc/>
    protected override Outcome<PropertyValue> Understand(string text)
    {
        var code = Compact.Upper(text);
        if (code.Length is not (8 or 11) || !Compact.IsAscii(code) || !code[4..6].All(char.IsAsciiLetter))
            return Refuse("unreadable", $"\"{text}\" is no SWIFT code: four characters of the bank, two letters of the country, two or five more.");
        return new PropertyValue(code, code.EndsWith("XXX", StringComparison.Ordinal) && code.Length == 11 ? code[..8] : code);
    }
}
