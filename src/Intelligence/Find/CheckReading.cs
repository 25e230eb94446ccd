using Plumbline.Core;

namespace Plumbline.Intelligence;

/// <summary>One way to understand what an officer asks about: as a telephone number, as a plate.</summary>
/// <param name="Type">The property type.</param>
/// <param name="Value">The value; its key is what is looked up.</param>
public sealed record CheckReading(PropertyType Type, PropertyValue Value);

/// <summary>Reads a text by every type of value that identifies something. Pure. Names, words and dates identify nobody and are not read.</summary>
public static class CheckReadings
{
    private static readonly PropertyType[] Identifying =
        [.. PropertyTypes.All.Where(type => type is not (TextType or NameType or DateType or CountryType or SexType or NumberType or CoordinatesType or EntityReferenceType))];

    /// <summary>Every reading, in the order of the types; or why there is none.</summary>
    public static Outcome<IReadOnlyList<CheckReading>> Of(string text)
    {
        var key = TextNormalisation.Key(text);
        if (!key.Any(char.IsAsciiDigit) && !key.Contains('@'))
            return new Refusal("check.use-search", "This checks numbers, plates, documents, accounts and addresses of e-mail. Use search for names and words.");
        var readings = Identifying.SelectMany(type => Read(type, text)).ToList();
        if (readings.Count == 0) return new Refusal("check.unreadable", $"\"{text}\" is no telephone number, plate, document, account or e-mail address that can be read.");
        var usable = readings.Where(reading => reading.Value.Selector).ToList();
        return usable.Count == 0
            ? new Refusal("check.household", "That document names a household: nobody is looked up by it.")
            : new Outcome<IReadOnlyList<CheckReading>>.Done(usable);
    }

    private static IEnumerable<CheckReading> Read(PropertyType type, string text)
    {
        if (type.Read(text) is Outcome<PropertyValue>.Done { Value: var value }) yield return new CheckReading(type, value);
        if (type is not IdDocumentType documents || text.Contains(':')) yield break;
        // The officer need not know which kind it is: each kind that the number fits is a reading.
        foreach (var kind in CountryPack.All.SelectMany(pack => pack.Documents))
        {
            if (documents.Of(kind, text) is Outcome<PropertyValue>.Done { Value: var number }) yield return new CheckReading(type, number);
        }
    }
}
