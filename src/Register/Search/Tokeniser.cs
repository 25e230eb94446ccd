using System.Globalization;
using System.Text;
using Plumbline.Core;

namespace Plumbline.Register.Search;

/// <summary>Cuts a text into words, in the index, in queries and when marking hits alike.</summary>
/// <remarks>A word is a run of letters, marks and digits; invisible characters inside one (the joiners of Kurdish and
/// Persian) belong to it. Everything else separates.</remarks>
internal static class Tokeniser
{
    /// <summary>Longer runs are cut: no language has such words, hostile files do.</summary>
    public const int LongestWord = 200;

    /// <summary>What is looked at of a text.</summary>
    public const int LongestText = 1_000_000;

    public static List<Token> Cut(string text)
    {
        var tokens = new List<Token>(Math.Min(text.Length, LongestText) / 6 + 1);
        var (start, end) = (-1, 0);   // end: after the last visible character
        for (int at = 0, length; at < text.Length && at < LongestText; at += length)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out length);
            var part = PartOf(rune);
            if (part == Part.Separator || (start >= 0 && at + length - start > LongestWord))
            {
                Add(tokens, text, start, end);
                start = -1;
            }

            if (part == Part.Letter && start < 0) start = at;
            if (start >= 0 && part is Part.Letter or Part.Mark) end = at + length;
        }

        Add(tokens, text, start, end);
        return tokens;
    }

    private static void Add(List<Token> tokens, string text, int start, int end)
    {
        if (start < 0) return;
        var key = TextNormalisation.Key(text[start..end]);
        // A ligature may stand for several words.
        foreach (var word in key.Contains(' ') ? key.Split(' ') : [key])
        {
            if (word.Length > 0) tokens.Add(new Token(start, end, word));
        }
    }

    private static Part PartOf(Rune rune) => rune.IsAscii
        ? Rune.IsLetterOrDigit(rune) ? Part.Letter : Part.Separator
        : Rune.GetUnicodeCategory(rune) switch
        {
            <= UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber => Part.Letter,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => Part.Mark,
            UnicodeCategory.Format => Part.Invisible,
            _ => Part.Separator,
        };

    private enum Part
    {
        Separator,
        Letter,
        Mark,
        Invisible,
    }
}
