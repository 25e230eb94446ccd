namespace Plumbline.Core;

/// <summary>What a text without a property can be: for the box in which an officer types a number and asks whether it is known.</summary>
public static class LooseReadings
{
    private static readonly string[] Types =
        ["phone", "iban", "email", "imei", "imo", "vin", "hash", "wallet", "plate", "passport", "id_document", "account_number", "swift", "identifier"];

    /// <summary>Every way in which the text is a number, plate, document or address, the strictest type first; a value that may
    /// not be searched by is left out.</summary>
    /// <param name="text">As typed.</param>
    /// <returns>Empty for plain words.</returns>
    public static IReadOnlyList<(PropertyType Type, PropertyValue Value)> Of(string text)
    {
        var readings = new List<(PropertyType Type, PropertyValue Value)>();
        foreach (var type in Types.Select(name => PropertyTypes.Find(name)!)) Add(type, type.Read(text));
        // A bare number may have been recorded with its kind.
        foreach (var kind in CountryPack.All.SelectMany(pack => pack.Documents)) Add(PropertyTypes.IdDocument, PropertyTypes.IdDocument.Of(kind, text));
        return readings;

        void Add(PropertyType type, Outcome<PropertyValue> read)
        {
            if (read is Outcome<PropertyValue>.Done { Value: { Selector: true } value } && value.Key.Any(char.IsAsciiDigit)) readings.Add((type, value));
            else if (read is Outcome<PropertyValue>.Done { Value: var mail } && type.Name == "email") readings.Add((type, mail));
        }
    }
}
