using Plumbline.Core;

namespace Plumbline.Screening.Watchlists;

/// <summary>Brings what files say of people into the form in which it is compared. Pure.</summary>
public static class ReadParticular
{
    private static readonly CountryType Countries = PropertyTypes.All.OfType<CountryType>().First();

    /// <summary>Dates that can be read; the others are left out.</summary>
    public static IReadOnlyList<PartialDate> Births(IEnumerable<string> texts) =>
        [.. texts.Select(text => PartialDate.TryParse(text, out var date) ? date : default).Where(date => !date.IsUnknown)];

    /// <summary>A country's code where the text is known, else its folded text.</summary>
    public static string Country(string text) => Countries.Read(text) is Outcome<PropertyValue>.Done { Value: var value } ? value.Key : TextNormalisation.Key(text);

    /// <summary>M or F; null for anything else.</summary>
    public static char? Sex(string text) => text.Trim().ToLowerInvariant() switch
    {
        "m" or "male" or "ذكر" or "نێر" => 'M',
        "f" or "female" or "أنثى" or "انثى" or "مێ" => 'F',
        _ => null,
    };
}
