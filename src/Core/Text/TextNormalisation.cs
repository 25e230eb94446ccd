using System.Buffers;
using System.Text;

namespace Plumbline.Core;

/// <summary>Light normalisation: one key for the spellings of one wording in Arabic, Kurdish, Persian and Latin script.</summary>
/// <remarks>It folds ways of writing, never sounds: no stemming, no transliteration. What is folded is listed in
/// <see cref="LetterFolding"/>. Keys are compared ordinally.</remarks>
public static class TextNormalisation
{
    private const int OnStack = 512;
    private const char ReversedByteOrderMark = '\uFFFE';   // the one other character that Unicode normalisation throws on

    /// <summary>The key of a text: lower case, folded letters, ASCII digits, single blanks, no marks and no invisible characters.</summary>
    /// <param name="text">Any text; NUL, lone surrogates and U+FFFE count as a blank.</param>
    /// <returns>The key, in Unicode form C; empty if nothing visible is left. <c>Key(Key(x)) == Key(x)</c>.
    /// The same instance comes back when the text already is its key.</returns>
    public static string Key(string text)
    {
        if (Ascii.IsValid(text)) return Fold(text, text);
        var clean = IsClean(text) && !text.Contains(ReversedByteOrderMark) ? text : Blanked(text);
        return Fold(text, clean.Normalize(NormalizationForm.FormKD));
    }

    /// <summary>Whether a text may be stored: no NUL and no lone surrogate (neither survives a database or UTF-8).</summary>
    public static bool IsClean(string text) => !text.Contains('\0') && LoneSurrogate(text) < 0;

    private static string Fold(string original, string decomposed)
    {
        // A letter folds into at most two characters (ligatures are decomposed already).
        var room = checked(decomposed.Length * 2 + 8);
        char[]? rented = room <= OnStack ? null : ArrayPool<char>.Shared.Rent(room);
        try
        {
            var key = rented is null ? stackalloc char[OnStack] : rented;
            key = key[..LetterFolding.Fold(decomposed, key)];
            if (key.SequenceEqual(original) && original.IsNormalized()) return original;
            // Dropping marks may leave the rest out of canonical order, and Hangul in pieces.
            return key.ToString().Normalize(NormalizationForm.FormC);
        }
        finally
        {
            if (rented is not null) ArrayPool<char>.Shared.Return(rented);
        }
    }

    private static string Blanked(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        source.CopyTo(span);
        span.Replace('\0', ' ');
        span.Replace(ReversedByteOrderMark, ' ');
        for (int at; (at = LoneSurrogate(span)) >= 0;) span[at] = ' ';
    });

    private static int LoneSurrogate(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0 && at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at])) continue;
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1])) return at;
            at++;
        }

        return -1;
    }
}
