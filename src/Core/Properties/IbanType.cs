namespace Plumbline.Core;

/// <summary>An international bank account number, checked by length and by the remainder of 97 (ISO 13616).</summary>
/// <remarks>Lengths are those of the SWIFT IBAN registry; a country that is not in it needs 15 to 34 characters.</remarks>
public sealed class IbanType() : PropertyType("iban", "XZ24 NAHB 0041 7730 0218 65")
{
    private const string Lengths =
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 "
        + "GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 "
        + "MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 "
        + "TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30";

    private static readonly Dictionary<string, int> LengthOf =
        Lengths.Split(' ').ToDictionary(row => row[..2], row => int.Parse(row.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    protected override Outcome<PropertyValue> Understand(string text)
    {
        var iban = Compact.Upper(text);
        if (iban.StartsWith("IBAN", StringComparison.Ordinal)) iban = iban[4..];
        if (iban.Length < 15 || !Compact.IsAscii(iban) || !char.IsAsciiLetter(iban[0]) || !char.IsAsciiLetter(iban[1]) || !Compact.IsDigits(iban[2..4]))
            return Refuse("unreadable", $"\"{text}\" is no IBAN: two letters of the country, two check digits, then letters and digits.");
        if (LengthOf.TryGetValue(iban[..2], out var length) && iban.Length != length)
            return Refuse("length", $"An IBAN of {iban[..2]} has {length} characters; this has {iban.Length}.");
        if (iban.Length > 34) return Refuse("length", $"An IBAN has at most 34 characters; this has {iban.Length}.");
        if (Remainder(iban) != 1) return Refuse("checksum", $"The check digits of {iban} do not fit: a digit is wrong or two are exchanged.");
        return new PropertyValue(string.Join(' ', iban.Chunk(4).Select(group => new string(group))), iban);
    }

    /// <summary>The first four characters moved to the end, A = 10 … Z = 35, as one number modulo 97.</summary>
    private static int Remainder(string iban)
    {
        var remainder = 0;
        foreach (var letter in iban[4..] + iban[..4])
            remainder = char.IsAsciiDigit(letter) ? (remainder * 10 + letter - '0') % 97 : (remainder * 100 + letter - 'A' + 10) % 97;
        return remainder;
    }
}
