using System.Globalization;
using System.Text.RegularExpressions;

namespace Plumbline.Core;

/// <summary>An e-mail address; compared without regard to case, as every large provider does.</summary>
public sealed partial class EmailType() : PropertyType("email", "office@example.org")
{
    /// <inheritdoc/>
    public override int Longest => 254;

    /// <inheritdoc/>
    protected override Outcome<PropertyValue> Understand(string text)
    {
        var address = Compact.Squeeze(text).Normalize();
        if (address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) address = address[7..];
        if (!Form().IsMatch(address)) return Refuse("unreadable", $"\"{text}\" is no e-mail address: a name, @ and a domain with a point.");
        var at = address.LastIndexOf('@');
        var domain = address[(at + 1)..].ToLowerInvariant();
        if (!domain.All(char.IsAscii) && Ascii(domain) is { } ascii) domain = ascii;
        var shown = address[..at] + "@" + domain;
        return new PropertyValue(shown, shown.ToLowerInvariant());
    }

    private static string? Ascii(string domain)
    {
        try
        {
            return new IdnMapping().GetAscii(domain);
        }
        catch (ArgumentException)
        {
            return null;   // not a name that can be registered: kept as written
        }
    }

    [GeneratedRegex(@"^[^\s@<>(),;:\\""]{1,64}@[^\s@<>(),;:\\""/.]+(\.[^\s@<>(),;:\\""/.]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
