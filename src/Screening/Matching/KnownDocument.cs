using Plumbline.Core;

namespace Plumbline.Screening.Matching;

/// <summary>A document by its number, as far as that tells one person apart.</summary>
/// <param name="Number">Letters and figures, in capitals.</param>
/// <param name="Kind">Its kind in a country pack, such as <c>iq.national_card</c>; empty where it was not said.</param>
public readonly record struct KnownDocument(string Number, string Kind = "")
{
    private const int Shortest = 5;

    /// <summary>Reads one, with or without its kind in front.</summary>
    /// <returns>Null where the number is not one person's: a household's or a ration card's, one without a figure, one too short, and what clerks write who have none (<c>000000</c>, <c>123456</c>).</returns>
    public static KnownDocument? Read(string text)
    {
        var value = PropertyTypes.IdDocument.Read(text) is Outcome<PropertyValue>.Done { Value: var read } ? read : null;
        if (value is { Selector: false }) return null;
        var colon = value?.Key.IndexOf(':', StringComparison.Ordinal) ?? -1;
        var number = string.Concat(TextNormalisation.Key(colon < 0 ? text : value!.Key[(colon + 1)..]).Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return number.Length < Shortest || !number.Any(char.IsAsciiDigit) || IsMadeUp(number) ? null : new KnownDocument(number, colon < 0 ? "" : value!.Key[..colon]);
    }

    /// <summary>Whether the two can be one document: numbers are compared within a kind, where both say it.</summary>
    public bool MayBe(KnownDocument other) => Kind.Length == 0 || other.Kind.Length == 0 || Kind == other.Kind;

    // One sign again and again, or figures that only count up or down.
    private static bool IsMadeUp(string number)
    {
        var step = number[1] - number[0];
        if (step is not (0 or 1 or -1) || (step != 0 && !number.All(char.IsAsciiDigit))) return false;
        for (var at = 1; at < number.Length; at++)
            if (number[at] - number[at - 1] != step && !(step == 1 && number[at - 1] == '9' && number[at] == '0')) return false;
        return true;
    }
}
