using System.Text.RegularExpressions;

namespace Plumbline.Core;

/// <summary>The number of an identity document. With its kind in front, <c>iq.national_card:199012345678</c>, it is checked by the
/// country pack and compared within the kind; without, any number with a digit is taken.</summary>
public sealed partial class IdDocumentType(Func<IReadOnlyList<CountryPack>> packs) : PropertyType("id_document", "iq.national_card:199012345678")
{
    /// <summary>The number of a document whose kind is known.</summary>
    /// <param name="kind">A kind of a country pack.</param>
    /// <param name="number">As written.</param>
    public Outcome<PropertyValue> Of(DocumentKind kind, string number)
    {
        var compact = Compact.Upper(number);
        if (!kind.Fits(compact)) return Refuse("number", $"\"{number}\" is no number of \"{kind.Label.En}\": {kind.Says.En}");
        var text = $"{kind.Code}:{compact}";
        return new PropertyValue(text, text) { Selector = kind.Selector };
    }

    /// <inheritdoc/>
    public override string Show(PropertyValue value, string language)
    {
        var colon = value.Key.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Kind(value.Key[..colon]) is { } kind ? $"{kind.Label.In(language)} {value.Key[(colon + 1)..]}" : value.Text;
    }

    /// <inheritdoc/>
    protected override Outcome<PropertyValue> Understand(string text)
    {
        if (WithKind().Match(text) is { Success: true } match)
        {
            if (Kind(match.Groups["kind"].Value) is { } kind) return Of(kind, match.Groups["number"].Value);
            return Refuse("kind", $"\"{match.Groups["kind"].Value}\" is no kind of document in a country pack.");
        }

        var key = Compact.Upper(text);
        return key.Length is >= 2 and <= 60 && key.Any(char.IsAsciiDigit)
            ? new PropertyValue(Compact.Squeeze(text), key)
            : Refuse("unreadable", $"\"{text}\" is no document number: letters and digits with a digit among them.");
    }

    private DocumentKind? Kind(string code) =>
        packs().SelectMany(pack => pack.Documents).FirstOrDefault(kind => string.Equals(kind.Code, code, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"^(?<kind>[A-Za-z]{2}\.[A-Za-z_]+)\s*:(?<number>.+)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex WithKind();
}
