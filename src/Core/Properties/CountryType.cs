namespace Plumbline.Core;

/// <summary>A country by its ISO 3166-1 alpha-2 code. Codes, alpha-3 codes, names in three languages and the forms that lists use are understood.</summary>
/// <remarks>The codes that ISO leaves to users (AA, QM to QZ, XA to XZ, ZZ) are taken as they are: exercises use them.</remarks>
public sealed class CountryType() : PropertyType("country", "IQ or Iraq or العراق")
{
    /// <summary>The code as text and key.</summary>
    public static PropertyValue Of(string code) => new(code, code);

    /// <inheritdoc/>
    public override string Show(PropertyValue value) => Show(value, "en");

    /// <inheritdoc/>
    public override string Show(PropertyValue value, string language) => Countries.Find(value.Key)?.In(language) ?? value.Key;

    /// <inheritdoc/>
    protected override Outcome<PropertyValue> Understand(string text) =>
        Countries.CodeOf(text) is { } code ? Of(code) : Refuse("unknown", $"\"{text}\" is no country of the table.");
}
