using System.Globalization;
using System.Text;

namespace Plumbline.Core;

/// <summary>Folds text in compatibility decomposition (NFKD) letter by letter.</summary>
internal static class LetterFolding
{
    private const char HamzaAbove = '\u0654';

    /// <summary>Writes the folded text and returns its length; blanks are squeezed and trimmed.</summary>
    public static int Fold(ReadOnlySpan<char> text, Span<char> key)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                length = Append(key, length, char.ToLowerInvariant((char)rune.Value));
                continue;
            }

            if (rune.Value == HamzaAbove && IsInitialYa(key[..length]))
            {
                // Sorani writes the glottal stop before an initial vowel (ئازاد); Arabic and Persian do not (آزاد).
                length--;
                continue;
            }

            var category = Rune.GetUnicodeCategory(rune);
            if (IsInvisible(rune.Value) || category == UnicodeCategory.Format || IsDroppedMark(rune.Value, key[..length])) continue;
            length = category switch
            {
                UnicodeCategory.Control or UnicodeCategory.SpaceSeparator
                    or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => Append(key, length, ' '),
                UnicodeCategory.DecimalDigitNumber => Append(key, length, (char)('0' + (int)Rune.GetNumericValue(rune))),
                _ => AppendFolded(key, length, rune),
            };
        }

        return length > 0 && key[length - 1] == ' ' ? length - 1 : length;
    }

    private static int Append(Span<char> key, int length, char letter)
    {
        if (letter < ' ' || letter == '\u007F') letter = ' ';
        if (letter == ' ' && (length == 0 || key[length - 1] == ' ')) return length;
        key[length] = letter;
        return length + 1;
    }

    private static int AppendFolded(Span<char> key, int length, Rune rune)
    {
        var lower = Rune.ToLowerInvariant(rune);
        if (LetterVariants.Find(lower.Value) is { } variant)
        {
            foreach (var letter in variant) length = Append(key, length, letter);
            return length;
        }

        return length + lower.EncodeToUtf16(key[length..]);
    }

    private static bool IsInitialYa(ReadOnlySpan<char> key) =>
        key is [.., 'ي'] && (key.Length == 1 || !char.IsLetterOrDigit(key[^2]));

    // Tatweel, the grapheme joiner and variation selectors; every other invisible character is a format character.
    private static bool IsInvisible(int rune) =>
        rune is 0x0640 or 0x034F or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    // Marks of Latin, Greek, Hebrew and Arabic are optional spelling; marks of Indic and Thai scripts are letters.
    private static bool IsDroppedMark(int rune, ReadOnlySpan<char> key) => rune switch
    {
        0x0306 => key is not [.., 'и' or 'у'],   // й and ў are letters of their own
        >= 0x0300 and <= 0x036F or >= 0x1AB0 and <= 0x1AFF or >= 0x1DC0 and <= 0x1DFF => true,
        >= 0x20D0 and <= 0x20FF or >= 0xFE20 and <= 0xFE2F => true,
        >= 0x0591 and <= 0x05BD or 0x05BF or 0x05C1 or 0x05C2 or 0x05C4 or 0x05C5 or 0x05C7 => true,
        >= 0x0610 and <= 0x061A or >= 0x064B and <= 0x065F or 0x0670 => true,
        >= 0x06D6 and <= 0x06DC or >= 0x06DF and <= 0x06E8 or >= 0x06EA and <= 0x06ED or >= 0x08D3 and <= 0x08FF => true,
        _ => false,
    };
}
