namespace Plumbline.Core;

/// <summary>The hash of a file in hexadecimal: MD5 (32 digits), SHA-1 (40), SHA-256 (64) or SHA-512 (128).</summary>
public sealed class HashType() : PropertyType("hash", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
{
    /// <inheritdoc/>
    protected override Outcome<PropertyValue> Understand(string text)
    {
        var hash = Compact.Lower(text);
        return hash.Length is 32 or 40 or 64 or 128 && hash.All(char.IsAsciiHexDigitLower)
            ? new PropertyValue(hash, hash)
            : Refuse("unreadable", "A hash has 32, 40, 64 or 128 hexadecimal digits.");
    }
}
