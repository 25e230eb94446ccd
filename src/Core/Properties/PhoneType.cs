using PhoneNumbers;

namespace Plumbline.Core;

/// <summary>A telephone number; the key is E.164, <c>+9647701234567</c>. A number of possible length is taken: numbering plans grow
/// faster than tables. Numbers that begin with +999, which is assigned to nobody, are taken as they are: exercises use them.</summary>
public sealed class PhoneType(Func<string> homeRegion) : PropertyType("phone", "+964 770 123 4567")
{
    private const string Fictional = "+999";

    /// <summary>Reads a number of a stated country.</summary>
    /// <param name="text">As written.</param>
    /// <param name="region">Alpha-2 code of the country in which a number without + is dialled; null refuses such numbers.</param>
    public Outcome<PropertyValue> Read(string text, string? region) =>
        !TextNormalisation.IsClean(text) || text.Length > Longest ? Refuse("unreadable", "That is no telephone number.") : Understand(text, region);

    /// <inheritdoc/>
    protected override Outcome<PropertyValue> Understand(string text) => Understand(text, homeRegion());

    private Outcome<PropertyValue> Understand(string text, string? region)
    {
        var key = TextNormalisation.Key(text);
        if (region is null && key.StartsWith("00", StringComparison.Ordinal)) key = "+" + key[2..];
        var compact = string.Concat(key.Where(sign => char.IsAsciiDigit(sign) || sign == '+'));
        if (compact.StartsWith(Fictional, StringComparison.Ordinal) || compact.StartsWith("00999", StringComparison.Ordinal)) return Invented(text, compact);
        if (region is null && !key.StartsWith('+')) return Refuse("no-country", $"\"{text}\" has no country code.");
        // The library guesses at almost anything; words around a number are the sender's, not the number's.
        if (key.Any(sign => !char.IsAsciiDigit(sign) && !"+-()./ ;=extr#:~".Contains(sign, StringComparison.Ordinal))) return Refuse("unreadable", $"\"{text}\" is no telephone number.");
        try
        {
            var util = PhoneNumberUtil.GetInstance();
            var number = util.Parse(key, region ?? "ZZ");
            var length = util.IsPossibleNumberWithReason(number);
            if (length is not (PhoneNumberUtil.ValidationResult.IS_POSSIBLE or PhoneNumberUtil.ValidationResult.IS_POSSIBLE_LOCAL_ONLY))
                return Refuse("length", $"\"{text}\" has too few or too many digits for the country code +{number.CountryCode}.");
            if (length == PhoneNumberUtil.ValidationResult.IS_POSSIBLE_LOCAL_ONLY) return Refuse("no-area", $"\"{text}\" lacks its area code.");
            var extension = number.HasExtension ? ";ext=" + number.Extension : "";
            return new PropertyValue(util.Format(number, PhoneNumberFormat.INTERNATIONAL), util.Format(number, PhoneNumberFormat.E164) + extension);
        }
        catch (NumberParseException)
        {
            return Refuse("unreadable", $"\"{text}\" is no telephone number.");
        }
    }

    private Outcome<PropertyValue> Invented(string text, string compact)
    {
        var digits = compact[(compact.IndexOf("999", StringComparison.Ordinal) + 3)..];
        if (!Compact.IsDigits(digits) || digits.Length is < 4 or > 12) return Refuse("length", $"\"{text}\" has too few or too many digits.");
        var groups = Enumerable.Range(0, (digits.Length + 2) / 3).Select(at => digits.Substring(at * 3, Math.Min(3, digits.Length - at * 3)));
        return new PropertyValue($"{Fictional} {string.Join(' ', groups)}", Fictional + digits);
    }
}
